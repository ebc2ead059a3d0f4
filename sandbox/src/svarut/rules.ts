import { isOrganisationNumber, isPersonIdentifier } from '../identifiers.js';
import { Refusal } from '../refusal.js';
import { isPrintable, PDF, type Endpoint, type Forsendelse } from './forsendelse.js';
import type { UploadedFile } from './upload.js';

/** Decimal, because the documentation does not say otherwise and the smaller limit is the stricter judge. */
const LARGEST_PRINT_BYTES = 350_000_000;
const ONE_DAY_MS = 24 * 60 * 60 * 1000;

/** A rule across fields, and what the sender is told when it is broken. */
interface Rule {
  readonly broken: (forsendelse: Forsendelse, endpoint: Endpoint, now: Date) => boolean;
  readonly message: string;
}

const documents = (forsendelse: Forsendelse) => forsendelse.dokumenter ?? [];

const toSign = (forsendelse: Forsendelse) =>
  documents(forsendelse).filter((dokument) => dokument.skalSigneres === true);

const REPLY_ID_RULES = {
  PERSON: isPersonIdentifier,
  ORGANISASJON: isOrganisationNumber,
  NHN_MOTTAKER: (herId: string) => Number(herId) >= 1,
};

const RULES: readonly Rule[] = [
  {
    message: 'mottaker.digitalId er ikke et gyldig fødselsnummer eller D-nummer',
    broken: ({ mottaker }, endpoint) => endpoint === 'person' && !isPersonIdentifier(mottaker.digitalId),
  },
  {
    message: 'sikkerhetsniva HOYESTE krever kryptert forsendelse',
    broken: ({ sikkerhetsniva, kryptert }) => sikkerhetsniva === 'HOYESTE' && kryptert !== true,
  },
  {
    message: 'filnavn må være unike i forsendelsen',
    broken: (forsendelse) => {
      const names = documents(forsendelse).map(({ filnavn }) => filnavn.toLowerCase());
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
    broken: ({ signering, svarSendesTil }) => signering != null && svarSendesTil?.type !== 'ORGANISASJON',
  },
  {
    message: 'signeringUtloper må være minst én dag frem i tid',
    broken: ({ signering }, _endpoint, now) =>
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
];

export const judgeForsendelse = (forsendelse: Forsendelse, endpoint: Endpoint, now: Date): void => {
  const rule = RULES.find(({ broken }) => broken(forsendelse, endpoint, now));
  if (rule) throw new Refusal(400, `Ugyldig forsendelse: ${rule.message}`, `a rule across fields: ${rule.message}`);
};

/** The file parts must be those the metadata lists, in the same order and under exactly the same names. */
export const judgeFiles = (forsendelse: Forsendelse, files: readonly UploadedFile[]): void => {
  const listed = documents(forsendelse);
  if (files.length !== listed.length) {
    throw new Refusal(
      400,
      'Antall filer stemmer ikke med dokumenter',
      `${files.length} file parts for ${listed.length} documents in the metadata`,
    );
  }
  const misplaced = files.findIndex((file, index) => file.filnavn !== listed[index]?.filnavn);
  if (misplaced !== -1) {
    throw new Refusal(
      400,
      'Filene må ha samme navn og rekkefølge som dokumenter',
      `file part number ${misplaced + 1} does not have the filnavn of document number ${misplaced + 1}`,
    );
  }
  const printed = files.filter((_file, index) => isPrintable(forsendelse, listed[index] as (typeof listed)[number]));
  if (printed.reduce((bytes, { size }) => bytes + size, 0) >= LARGEST_PRINT_BYTES) {
    throw new Refusal(400, 'Forsendelsen er for stor for utskrift', 'files that may be printed must be under 350 MB');
  }
};
