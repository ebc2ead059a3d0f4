import { osloDate } from '../osloTime.js';
import type { Account } from './accounts.js';
import type { Delivery } from './channel.js';
import type { Forsendelse } from './forsendelse.js';
import type { SvarutSettings } from './settings.js';

export interface SigningStep {
  /** Virtual milliseconds after the shipment was received. */
  readonly after: number;
  readonly status: 'AVVIST_AV_SVARUT' | 'VENTER_SIGNERING' | 'SIGNERT_AV_MOTTAKER' | 'AVVIST_AV_MOTTAKER' | 'UTLOPT';
  readonly hendelse: string;
}

const REGISTERED_AFTER = 1000;
const ANSWERED_AFTER = 10_000;

const ANSWERS = {
  signed: { status: 'SIGNERT_AV_MOTTAKER', hendelse: 'Dokumentet er signert av mottaker' },
  refused: { status: 'AVVIST_AV_MOTTAKER', hendelse: 'Mottaker har avvist å signere' },
} as const;

export const NO_SIGNING_AGREEMENT = 'kontoen har ingen avtale om signering';

const norwegianDate = (moment: Date): string => osloDate(moment).split('-').reverse().join('.');

/** What becomes of the document to sign, if there is one. Who is reached on paper only never answers. */
export const planSigning = (
  { signering }: Forsendelse,
  { channel }: Delivery,
  { signing }: Account,
  { signingOutcome }: SvarutSettings,
  receivedAt: Date,
): readonly SigningStep[] => {
  if (!signering) return [];
  if (!signing) return [{ after: REGISTERED_AFTER, status: 'AVVIST_AV_SVARUT', hendelse: NO_SIGNING_AGREEMENT }];
  const expires = new Date(signering.signeringUtloper);
  const waiting: SigningStep = {
    after: REGISTERED_AFTER,
    status: 'VENTER_SIGNERING',
    hendelse: `Oppdrag om ${signering.signaturType} er registrert og utløper ${norwegianDate(expires)}`,
  };
  const answers = signingOutcome !== 'expired' && (channel === 'dpi' || channel === 'altinn');
  return answers
    ? [waiting, { after: ANSWERED_AFTER, ...ANSWERS[signingOutcome] }]
    : [waiting, { after: expires.getTime() - receivedAt.getTime(), status: 'UTLOPT', hendelse: 'Oppdraget er utløpt' }];
};
