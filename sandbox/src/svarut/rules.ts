import { isOrganisationNumber, isPersonIdentifier } from '../identifiers.js';
import type { World } from '../world.js';
import type { Account } from './accounts.js';
import { isPrintable, PDF, type Adresse, type Endpoint, type Forsendelse } from './forsendelse.js';
import { findHealthParty } from './healthNetwork.js';
import { FORSENDELSESTYPER } from './organisations.js';
import type { SvarutSettings } from './settings.js';

const ONE_DAY_MS = 24 * 60 * 60 * 1000;

/** Everything a rule may look at. */
export interface Sending {
  readonly endpoint: Endpoint;
  readonly account: Account;
  readonly forsendelse: Forsendelse;
  readonly world: World;
  readonly now: Date;
}

/** A rule across fields, and what the sender is told when it is broken. */
interface Rule {
  readonly message: string;
  readonly endpoint?: Endpoint;
  readonly broken: (forsendelse: Forsendelse, sending: Sending, settings: SvarutSettings) => boolean;
}

const documents = (forsendelse: Forsendelse) => forsendelse.dokumenter ?? [];

const toSign = (forsendelse: Forsendelse) =>
  documents(forsendelse).filter((dokument) => dokument.skalSigneres === true);

const REPLY_ID_RULES = {
  PERSON: isPersonIdentifier,
  ORGANISASJON: isOrganisationNumber,
  NHN_MOTTAKER: (herId: string) => Number(herId) >= 1,
};

/** An absolute URI without the characters RFC 2396 shuts out. */
const URI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;

const hasForeignPostnummer = (adresse: Adresse | null | undefined): boolean =>
  adresse != null && (adresse.landkode ?? 'NO') === 'NO' && !/^\d{4}$/.test(adresse.postnummer ?? '');

const RULES: readonly Rule[] = [
  {
    endpoint: 'person',
    message: 'mottaker.digitalId er ikke et gyldig fødselsnummer eller D-nummer',
    broken: ({ mottaker }) => !isPersonIdentifier(mottaker?.digitalId),
  },
  {
    endpoint: 'organisasjon',
    message: 'mottaker.digitalId er ikke et gyldig organisasjonsnummer',
    broken: ({ mottaker }) => !isOrganisationNumber(mottaker?.digitalId ?? ''),
  },
  {
    endpoint: 'organisasjon',
    message: 'mottaker.digitalId finnes ikke i Enhetsregisteret',
    broken: ({ mottaker }, { world }) => world.organisations.find(mottaker?.digitalId ?? '') === undefined,
  },
  {
    endpoint: 'organisasjon',
    message: 'forsendelsestype er ikke en av de predefinerte',
    broken: ({ forsendelsestype }) => forsendelsestype != null && !FORSENDELSESTYPER.includes(forsendelsestype),
  },
  {
    endpoint: 'nhn',
    message: 'kontoen har ingen HER-id som KS Digital kan sende for',
    broken: (_forsendelse, { account }) => !account.healthNetwork,
  },
  {
    endpoint: 'nhn',
    message: 'pasient.fodselsnummer er ikke et gyldig fødselsnummer eller D-nummer',
    broken: ({ pasient }) => !isPersonIdentifier(pasient?.fodselsnummer),
  },
  {
    endpoint: 'nhn',
    message: 'mottakertype HER_ID krever mottakerHerId',
    broken: ({ mottakertype, mottakerHerId }) => mottakertype === 'HER_ID' && mottakerHerId == null,
  },
  {
    endpoint: 'nhn',
    message: 'mottakerHerId finnes ikke i adresseregisteret, eller tar ikke imot meldinger',
    broken: ({ mottakertype, mottakerHerId }) =>
      mottakertype === 'HER_ID' &&
      (findHealthParty(mottakerHerId ?? 0)?.amqpTransportStatus ?? 'Disabled') === 'Disabled',
  },
  {
    message: 'eksponertFor har et ugyldig fødselsnummer eller organisasjonsnummer',
    broken: ({ eksponertFor }) =>
      (eksponertFor ?? []).some((number) => !isPersonIdentifier(number) && !isOrganisationNumber(number)),
  },
  {
    message: 'sikkerhetsniva HOYESTE krever kryptert forsendelse',
    broken: ({ sikkerhetsniva, kryptert }) => sikkerhetsniva === 'HOYESTE' && kryptert !== true,
  },
  {
    message: 'forsendelsen har ingen dokumenter',
    broken: (forsendelse, { endpoint }, { documentsRequired }) =>
      documentsRequired && endpoint !== 'nhn' && documents(forsendelse).length === 0,
  },
  {
    message: 'for mange dokumenter',
    broken: (forsendelse, _sending, { documentLimit }) =>
      documentLimit !== null && documents(forsendelse).length > documentLimit,
  },
  {
    message: 'filnavn må være unike i forsendelsen',
    broken: (forsendelse, _sending, { filnavnCaseSensitive }) => {
      const names = documents(forsendelse).map(({ filnavn }) =>
        filnavnCaseSensitive ? filnavn : filnavn.toLowerCase(),
      );
      return new Set(names).size !== names.length;
    },
  },
  {
    message: 'kun application/pdf kan skrives ut',
    broken: (forsendelse) =>
      documents(forsendelse).some((dokument) => isPrintable(forsendelse, dokument) && dokument.mimeType !== PDF),
  },
  {
    message: 'kun ett dokument kan signeres, og det må være application/pdf',
    broken: (forsendelse) => {
      const signed = toSign(forsendelse);
      return signed.length > 1 || signed.some(({ mimeType }) => mimeType !== PDF);
    },
  },
  {
    message: 'signering og skalSigneres må brukes sammen',
    broken: (forsendelse) => toSign(forsendelse).length > 0 !== (forsendelse.signering != null),
  },
  {
    message: 'signering krever svarSendesTil av type ORGANISASJON',
    broken: ({ signering, svarSendesTil }, _sending, { signingNeedsReplyTo }) =>
      signingNeedsReplyTo && signering != null && svarSendesTil?.type !== 'ORGANISASJON',
  },
  {
    message: 'signeringUtloper må være minst én dag frem i tid',
    broken: ({ signering }, { now }) =>
      signering != null && new Date(signering.signeringUtloper).getTime() < now.getTime() + ONE_DAY_MS,
  },
  {
    message: 'kanSvareViaEdialog krever svarSendesTil av type ORGANISASJON',
    broken: ({ kanSvareViaEdialog, svarSendesTil }) =>
      kanSvareViaEdialog === true && svarSendesTil?.type !== 'ORGANISASJON',
  },
  {
    message: 'svarSendesTil.digitalId passer ikke til type',
    broken: ({ svarSendesTil }) =>
      svarSendesTil != null && !REPLY_ID_RULES[svarSendesTil.type](svarSendesTil.digitalId),
  },
  {
    message: 'lenker har en ugyldig url',
    broken: ({ lenker }) => (lenker ?? []).some(({ url }) => !URI.test(url)),
  },
  {
    message: 'postnummer i Norge må ha fire siffer',
    broken: ({ mottaker, svarSendesTil }, _sending, { fourDigitPostnummer }) =>
      fourDigitPostnummer && [mottaker?.adresse, svarSendesTil?.adresse].some(hasForeignPostnummer),
  },
];

/** Why a shipment cannot be sent: in the words of the wire, and for the developer. */
export interface Problem {
  readonly message: string;
  readonly reason: string;
}

/** What is wrong with the metadata as a whole, if anything. */
export const brokenRule = (sending: Sending, settings: SvarutSettings): Problem | undefined => {
  const rule = RULES.find(
    ({ endpoint, broken }) =>
      (endpoint ?? sending.endpoint) === sending.endpoint && broken(sending.forsendelse, sending, settings),
  );
  return rule && { message: rule.message, reason: `a rule across fields: ${rule.message}` };
};
