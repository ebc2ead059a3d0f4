/**
 * A letter to a person (fact sheet svarut §3, §5).
 */
import type { DocumentSource } from '../../http/document';
import { recipientAddress } from './address';
import { digitalOptions, isEncrypted, type DigitalInput } from './digital';
import { printableOf, PDF, readDocuments, sameName, settingsFor } from './documents';
import { invalid } from './faults';
import type { Letter } from './letter';
import { commonOptions, needReplyToOrganisation, type CommonInput } from './options';

const DAY_MS = 86_400_000;

interface Signing {
  readonly filnavn: string | undefined;
  readonly signeringUtloper: string;
  readonly signaturType: string;
}

interface AboutDocument {
  readonly filnavn: string;
  readonly giroarkSide: number | undefined;
  readonly skalEkskluderesFraUtskrift: boolean;
}

export interface PersonInput extends CommonInput, DigitalInput {
  readonly foedselsnummer: string;
  readonly documents: readonly DocumentSource[];
  readonly personDocuments: readonly AboutDocument[];
  readonly signering: readonly Signing[];
}

/** Who gets it, as the flow or the register has it. */
export interface NamedPerson {
  readonly foedselsnummer: string;
  readonly navn: string;
  readonly postalAddress: unknown;
}

export const personRecipient = ({ foedselsnummer }: Pick<PersonInput, 'foedselsnummer'>): string => foedselsnummer;

const LONGEST_NAME = 100;

/** What a form gives is checked before; what the register gives may be anything. */
const nameOf = ({ navn }: NamedPerson): string => {
  if (navn.length >= 1 && navn.length <= LONGEST_NAME) return navn;
  throw invalid(
    'navn',
    `The recipient has no name, or one of more than ${LONGEST_NAME} characters, which SvarUt does not take.`,
    'Choose "From the Flow" for "Name and Address", and give the name there.',
  );
};

/** The file that is to be signed, and how; nothing where none is. */
const signingOf = (
  [signing]: readonly Signing[],
  documents: readonly DocumentSource[],
  now: number,
): { readonly document: DocumentSource; readonly terms: Omit<Signing, 'filnavn'> } | undefined => {
  if (!signing) return undefined;
  const { filnavn, signeringUtloper, signaturType } = signing;
  const [document] = filnavn === undefined ? documents : documents.filter((one) => sameName(filnavn, one.filnavn));
  if (document?.mimeType !== PDF)
    throw invalid('signering', 'The file to sign is not a PDF of the letter.', 'Name one of the PDFs that are sent.');
  if (Date.parse(signeringUtloper) < now + DAY_MS)
    throw invalid('signering', 'The signing expires in less than a day.', 'Give the recipient at least a day.');
  return { document, terms: { signeringUtloper, signaturType } };
};

/**
 * @param now milliseconds since the epoch
 * @throws ServiceError ERR_INVALID_INPUT naming the field
 */
export const personLetter = (
  input: PersonInput,
  recipient: NamedPerson,
  eksternReferanse: string,
  now: number,
): Letter => {
  const documents = readDocuments(input.documents);
  const about = settingsFor('personDocuments', input.personDocuments, documents);
  const printable = printableOf(
    documents,
    input.kunDigitalLevering,
    (document) => about(document)?.skalEkskluderesFraUtskrift === true,
  );
  const encrypted = isEncrypted(input);
  const common = commonOptions(input, eksternReferanse, encrypted);
  const digital = digitalOptions(input);
  const signing = signingOf(input.signering, documents, now);
  if (signing) needReplyToOrganisation(digital.svarSendesTil, 'signering', 'Signing');
  return {
    endpoint: 'person',
    channel: input.kunDigitalLevering ? 'digitalOnly' : 'digitalOrPrint',
    tittel: input.tittel,
    eksternReferanse,
    recipient: personRecipient(input),
    encrypted,
    documents,
    printable: printable.map(({ filnavn }) => filnavn),
    metadata: {
      ...common,
      ...digital,
      mottaker: {
        navn: nameOf(recipient),
        digitalId: recipient.foedselsnummer,
        adresse: recipientAddress(recipient.postalAddress, !input.kunDigitalLevering),
      },
      signering: signing?.terms,
      dokumenter: documents.map((document) => ({
        filnavn: document.filnavn,
        mimeType: document.mimeType,
        giroarkSide: about(document)?.giroarkSide,
        skalEkskluderesFraUtskrift: about(document)?.skalEkskluderesFraUtskrift,
        skalSigneres: signing?.document === document || undefined,
      })),
    },
  };
};
