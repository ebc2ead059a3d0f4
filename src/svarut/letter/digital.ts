/**
 * What letters to persons and to organisations have in common (fact sheet svarut §5.1, §5.2, §5.3).
 */
import type { JsonObject } from '../../operations/operation';
import { invalid } from './faults';
import { needReplyToOrganisation, readersOf, replyTo, type ReplyInput } from './options';

/** What a letter may lead to, without the characters that no address has (RFC 2396). */
const ADDRESS = /^(?:https?:\/\/|mailto:|tel:)(?!\/*$)[^\s<>"{}|\\^`]+$/i;

interface Link {
  readonly url: string;
  readonly tekst: string;
  readonly ledetekst: string | undefined;
}

export interface DigitalInput {
  readonly eksponertFor: readonly { readonly digitalId: string }[];
  readonly kunDigitalLevering: boolean;
  readonly sikkerhetsniva: 'BETYDELIG' | 'HOYESTE';
  readonly kryptert: boolean;
  readonly svarSendesTil: readonly ReplyInput[];
  readonly lenker: readonly Link[];
  readonly kanSvareViaEdialog: boolean;
}

/** The highest level is for letters that nobody but the recipient can open. */
export const isEncrypted = ({ kryptert, sikkerhetsniva }: Pick<DigitalInput, 'kryptert' | 'sikkerhetsniva'>): boolean =>
  kryptert || sikkerhetsniva === 'HOYESTE';

/** @throws ServiceError ERR_INVALID_INPUT */
export const digitalOptions = (
  input: DigitalInput,
): JsonObject & { readonly svarSendesTil: JsonObject | undefined } => {
  const { kunDigitalLevering, sikkerhetsniva, lenker, kanSvareViaEdialog } = input;
  if (!lenker.every(({ url }) => ADDRESS.test(url)))
    throw invalid(
      'lenker',
      'A link is not a whole address.',
      'Give it as https://www.kommunen.no/side, without blanks.',
    );
  const svarSendesTil = replyTo(input.svarSendesTil);
  if (kanSvareViaEdialog) needReplyToOrganisation(svarSendesTil, 'kanSvareViaEdialog', '"Reply by eDialog"');
  return {
    eksponertFor: readersOf(input.eksponertFor),
    kunDigitalLevering,
    sikkerhetsniva,
    svarSendesTil,
    lenker: lenker.length > 0 ? lenker.map(({ url, tekst, ledetekst }) => ({ url, tekst, ledetekst })) : undefined,
    kanSvareViaEdialog,
  };
};
