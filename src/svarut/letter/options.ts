/**
 * What letters of several endpoints have in common (fact sheet svarut §5.1, §5.2).
 */
import { readFoedselsnummer } from '../../identifiers/foedselsnummer';
import { isOrganisasjonsnummer } from '../../identifiers/organisasjonsnummer';
import type { JsonObject } from '../../operations/operation';
import { readAddress } from './address';
import { invalid, refuseNumbers } from './faults';

const BILLING_CODE = /^[a-zA-Z0-9_\-.øæåØÆÅ]{1,20}$/;

export interface CommonInput {
  readonly tittel: string;
  readonly avgivendeSystem: string | undefined;
  readonly avgivendeSystemAktor: string | undefined;
  readonly konteringskode: string | undefined;
  readonly tosidig: boolean;
  readonly svarPaForsendelseId: string | undefined;
  readonly korrelasjonsid: string | undefined;
}

/**
 * What every endpoint takes.
 * @throws ServiceError ERR_INVALID_INPUT
 */
export const commonOptions = (input: CommonInput, eksternReferanse: string, kryptert: boolean): JsonObject => {
  refuseNumbers('tittel', 'Title', input.tittel);
  refuseNumbers('eksternReferanse', 'Reference', eksternReferanse);
  refuseNumbers('korrelasjonsid', 'Correlation ID', input.korrelasjonsid ?? '');
  refuseNumbers('konteringskode', 'Billing Code', input.konteringskode ?? '');
  if (input.konteringskode !== undefined && !BILLING_CODE.test(input.konteringskode)) {
    throw invalid(
      'konteringskode',
      'The billing code has a character SvarUt does not take.',
      'Use letters, digits, _ - and full stop, at most 20.',
    );
  }
  return {
    tittel: input.tittel,
    eksternReferanse,
    avgivendeSystem: input.avgivendeSystem,
    avgivendeSystemAktor: input.avgivendeSystemAktor,
    konteringskode: input.konteringskode,
    kryptert,
    utskriftskonfigurasjon: { tosidig: input.tosidig },
    svarPaForsendelseId: input.svarPaForsendelseId,
    korrelasjonsid: input.korrelasjonsid,
  };
};

const digitsOf = (text: string): string => text.replace(/[\s.-]/g, '');

const isPerson = (number: string): boolean => readFoedselsnummer(number).ok;
const isHerId = (number: string): boolean => /^[1-9]\d{0,9}$/.test(number);

/** Others who may see the letter, each once. */
export const readersOf = (rows: readonly { readonly digitalId: string }[]): readonly string[] | undefined =>
  rows.length > 0 ? [...new Set(rows.map(({ digitalId }) => digitalId))] : undefined;

type ReplyKind = 'ORGANISASJON' | 'PERSON' | 'NHN_MOTTAKER';

const FITS: Readonly<Record<ReplyKind, (number: string) => boolean>> = {
  ORGANISASJON: isOrganisasjonsnummer,
  PERSON: isPerson,
  NHN_MOTTAKER: isHerId,
};

export interface ReplyInput {
  readonly navn: string;
  readonly type: ReplyKind;
  readonly digitalId: string;
  readonly [line: string]: string | undefined;
}

/**
 * The reply address, from the one row of its list.
 * @throws ServiceError ERR_INVALID_INPUT when the number is not of the kind, or the address not one SvarUt takes
 */
export const replyTo = ([row]: readonly ReplyInput[]): JsonObject | undefined => {
  if (!row) return undefined;
  const { navn, type, ...address } = row;
  const digitalId = digitsOf(row.digitalId);
  if (!FITS[type](digitalId))
    throw invalid(
      'svarSendesTil',
      'The number in "Reply Address" does not fit its kind.',
      'Give 9 digits for an organisation, 11 for a person, or a HER-id.',
    );
  return { navn, type, digitalId, adresse: readAddress('svarSendesTil', 'reply address', address) };
};

/** @throws ServiceError ERR_INVALID_INPUT unless answers go to an organisation */
export const needReplyToOrganisation = (reply: JsonObject | undefined, field: string, what: string): void => {
  if (reply?.type === 'ORGANISASJON') return;
  throw invalid(
    field,
    `${what} needs an organisation that the answer goes to.`,
    'Add a "Reply Address" of the kind Organisation, with its number and address.',
  );
};
