/**
 * From what the user filled in to the metadata SvarUt takes for a person, with the rules that can be checked before
 * anything is sent (fact sheet svarut §5).
 */
import { z } from 'zod/v4';
import type { DocumentSource } from '../http/document';
import { ServiceError } from '../http/serviceError';
import { readFoedselsnummer } from '../identifiers/foedselsnummer';
import type { PersonMetadata } from './client';

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || undefined);

const adresse = z.object({
  adresselinje1: z.string().trim().min(1).max(70),
  adresselinje2: optionalText(70),
  adresselinje3: optionalText(70),
  postnummer: optionalText(20),
  poststed: z.string().trim().min(1).max(70),
  landkode: optionalText(2).refine((code) => code === undefined || /^[A-Z]{2}$/.test(code)),
});

export interface LetterInput {
  readonly foedselsnummer: string;
  readonly navn: string;
  readonly postalAddress: unknown;
  readonly kunDigitalLevering: boolean;
  readonly tittel: string;
  readonly documents: readonly DocumentSource[];
  readonly avgivendeSystem: string | undefined;
  readonly konteringskode: string | undefined;
  readonly tosidig: boolean;
}

export interface Letter {
  readonly metadata: PersonMetadata;
  readonly documents: readonly DocumentSource[];
}

const invalid = (field: string, message: string, action: string): ServiceError =>
  new ServiceError('ERR_INVALID_INPUT', message, action, { service: 'svarut', field });

/** SvarUt's limit where a letter may be printed; counted as 10^6, the careful reading. */
const MAX_PRINTABLE_BYTES = 350_000_000;
const ILLEGAL_IN_NAME = /[*:"\\/<>|?]/;
const BILLING_CODE = /^[a-zA-Z0-9_\-.øæåØÆÅ]{1,20}$/;
/** Eleven digits as people write them, wherever they stand. */
const ELEVEN_DIGITS = /(?=(\d{6}[\s.-]?\d{5}))/g;

/** Title, file names and reference are shown and searched outside the letter. */
const refuseNumbers = (field: string, label: string, text: string): void => {
  const found = [...text.matchAll(ELEVEN_DIGITS)].some(([, digits]) => readFoedselsnummer(digits).ok);
  if (found)
    throw invalid(
      field,
      `"${label}" holds what looks like an identity number.`,
      'Leave identity numbers out of titles, file names and references: they are shown in lists and notices.',
    );
};

const checkAddress = (given: unknown, kunDigitalLevering: boolean): z.infer<typeof adresse> | undefined => {
  if (given === undefined || given === null) {
    if (kunDigitalLevering) return undefined;
    throw invalid(
      'postalAddress',
      'The letter has no postal address, so SvarUt could not print it if it cannot go digitally.',
      'Give the postal address from Folkeregisteret, or turn on "Only Digital Delivery".',
    );
  }
  const read = adresse.safeParse(given);
  if (read.success) return read.data;
  const where = String(read.error.issues[0]?.path[0] ?? 'the address');
  throw invalid(
    'postalAddress',
    `The postal address is not one SvarUt takes (${where}).`,
    'Give an object with adresselinje1 to 3, postnummer, poststed and, abroad, landkode (two capital letters).',
  );
};

const checkDocuments = (given: readonly DocumentSource[], kunDigitalLevering: boolean): readonly DocumentSource[] => {
  if (given.length === 0) throw invalid('documents', 'The letter has no document.', 'Give at least one file.');
  const seen = new Set<string>();
  const documents = given.map(({ filnavn, mimeType, size, open }) => ({
    filnavn: filnavn.normalize('NFC').trim(),
    mimeType,
    size,
    open,
  }));
  for (const { filnavn, mimeType, size } of documents) {
    refuseNumbers('documents', 'File name', filnavn);
    if (filnavn.length < 1 || filnavn.length > 226 || ILLEGAL_IN_NAME.test(filnavn)) {
      throw invalid(
        'documents',
        'A file name is empty, longer than 226 characters, or has one of * : " \\ / < > | ?',
        'Rename the file.',
      );
    }
    if (seen.has(filnavn.toLowerCase()))
      throw invalid('documents', 'Two documents have the same file name.', 'Give each file a name of its own.');
    seen.add(filnavn.toLowerCase());
    if (size === 0) throw invalid('documents', 'A document is empty.', 'Check the step that makes the file.');
    if (mimeType !== 'application/pdf' && !kunDigitalLevering) {
      throw invalid(
        'documents',
        'A document is not a PDF, and the letter may have to be printed.',
        'Send PDFs, or turn on "Only Digital Delivery".',
      );
    }
  }
  const total = documents.reduce((sum, { size }) => sum + size, 0);
  if (!kunDigitalLevering && total >= MAX_PRINTABLE_BYTES) {
    throw invalid(
      'documents',
      'The documents are 350 MB or more together, which cannot be printed.',
      'Send fewer or smaller files, or turn on "Only Digital Delivery".',
    );
  }
  return documents;
};

/** @throws ServiceError ERR_INVALID_INPUT naming the field */
export const letterFrom = (input: LetterInput, eksternReferanse: string): Letter => {
  refuseNumbers('tittel', 'Title', input.tittel);
  refuseNumbers('eksternReferanse', 'Reference', eksternReferanse);
  if (input.konteringskode !== undefined && !BILLING_CODE.test(input.konteringskode)) {
    throw invalid(
      'konteringskode',
      'The billing code has a character SvarUt does not take.',
      'Use letters, digits, _ - and full stop, at most 20.',
    );
  }
  const documents = checkDocuments(input.documents, input.kunDigitalLevering);
  const address = checkAddress(input.postalAddress, input.kunDigitalLevering);
  return {
    documents,
    metadata: {
      tittel: input.tittel,
      mottaker: { navn: input.navn, digitalId: input.foedselsnummer, adresse: address },
      eksternReferanse,
      avgivendeSystem: input.avgivendeSystem,
      konteringskode: input.konteringskode,
      kunDigitalLevering: input.kunDigitalLevering,
      utskriftskonfigurasjon: { tosidig: input.tosidig },
      dokumenter: documents.map(({ filnavn, mimeType }) => ({ filnavn, mimeType })),
    },
  };
};
