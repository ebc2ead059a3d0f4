/**
 * A letter on paper only, for recipients without a number (fact sheet svarut §3, §5, §7).
 */
import type { DocumentSource } from '../../http/document';
import { readAddress, type Address } from './address';
import { checkPrintable, readDocuments, settingsFor } from './documents';
import type { Letter } from './letter';
import { commonOptions, replyTo, type CommonInput, type ReplyInput } from './options';

interface AboutDocument {
  readonly filnavn: string;
  readonly giroarkSide: number | undefined;
}

export interface PrintInput extends CommonInput {
  readonly navn: string;
  readonly postalAddress: unknown;
  readonly kryptert: boolean;
  readonly svarSendesTil: readonly ReplyInput[];
  readonly documents: readonly DocumentSource[];
  readonly printedDocuments: readonly AboutDocument[];
}

const addressOf = ({ postalAddress }: Pick<PrintInput, 'postalAddress'>): Address =>
  readAddress('postalAddress', 'postal address', postalAddress);

/** @throws ServiceError ERR_INVALID_INPUT when the address is not one SvarUt takes */
export const printRecipient = (input: Pick<PrintInput, 'navn' | 'postalAddress'>): string =>
  `print:${JSON.stringify([input.navn, addressOf(input)])}`;

/** @throws ServiceError ERR_INVALID_INPUT naming the field */
export const printLetter = (input: PrintInput, eksternReferanse: string): Letter => {
  const documents = readDocuments(input.documents);
  checkPrintable(documents, '');
  const about = settingsFor('printedDocuments', input.printedDocuments, documents);
  return {
    endpoint: 'print',
    channel: 'print',
    tittel: input.tittel,
    eksternReferanse,
    recipient: printRecipient(input),
    encrypted: input.kryptert,
    documents,
    printable: documents.map(({ filnavn }) => filnavn),
    metadata: {
      ...commonOptions(input, eksternReferanse, input.kryptert),
      mottaker: { navn: input.navn, adresse: addressOf(input) },
      svarSendesTil: replyTo(input.svarSendesTil),
      dokumenter: documents.map((document) => ({
        filnavn: document.filnavn,
        mimeType: document.mimeType,
        giroarkSide: about(document)?.giroarkSide,
      })),
    },
  };
};
