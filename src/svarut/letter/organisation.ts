/**
 * A letter to an organisation, with what its archive and its receiving system want to know (fact sheet svarut §3, §5).
 */
import type { DocumentSource } from '../../http/document';
import type { JsonObject } from '../../operations/operation';
import { recipientAddress } from './address';
import { digitalOptions, isEncrypted, type DigitalInput } from './digital';
import { printableOf, readDocuments, rowsAbout, settingsFor } from './documents';
import { invalid } from './faults';
import type { Letter } from './letter';
import { commonOptions, type CommonInput } from './options';

interface AboutDocument {
  readonly filnavn: string;
  readonly giroarkSide: number | undefined;
  readonly skalEkskluderesFraUtskrift: boolean;
  readonly dokumentType: string | undefined;
  readonly inneholderPersonsensitivInformasjon: boolean;
}

interface KeyAndValue {
  readonly key: string;
  readonly value: string;
}

export interface OrganisationInput extends CommonInput, DigitalInput {
  readonly organisasjonsnummer: string;
  readonly navn: string;
  readonly postalAddress: unknown;
  readonly documents: readonly DocumentSource[];
  readonly organisationDocuments: readonly AboutDocument[];
  readonly documentMetadata: readonly (KeyAndValue & { readonly filnavn: string })[];
  readonly metadataForImport: readonly JsonObject[];
  readonly metadataFraAvleverendeSystem: readonly JsonObject[];
  readonly ekstraMetadata: readonly KeyAndValue[];
  readonly forsendelsestype: string | undefined;
  readonly taushetsbelagtPost: boolean;
}

const MOST_EXTRA = 20;

export const organisationRecipient = ({
  organisasjonsnummer,
}: Pick<OrganisationInput, 'organisasjonsnummer'>): string => `organisasjon:${organisasjonsnummer}`;

const extraOf = (field: string, rows: readonly KeyAndValue[]): readonly JsonObject[] | undefined => {
  if (rows.length > MOST_EXTRA)
    throw invalid(field, `There are more than ${MOST_EXTRA} extra metadata.`, 'Leave some of them out.');
  const distinct = new Map(rows.map(({ key, value }) => [JSON.stringify([key, value]), { key, value }]));
  return distinct.size > 0 ? [...distinct.values()] : undefined;
};

const senderMetadata = ({
  metadataFraAvleverendeSystem,
  ekstraMetadata,
}: OrganisationInput): JsonObject | undefined => {
  const [own] = metadataFraAvleverendeSystem;
  const extra = extraOf('ekstraMetadata', ekstraMetadata);
  return own || extra ? { ...own, ekstraMetadata: extra } : undefined;
};

/** @throws ServiceError ERR_INVALID_INPUT naming the field */
export const organisationLetter = (input: OrganisationInput, eksternReferanse: string): Letter => {
  const documents = readDocuments(input.documents);
  const about = settingsFor('organisationDocuments', input.organisationDocuments, documents);
  const extraAbout = rowsAbout('documentMetadata', input.documentMetadata, documents);
  const printable = printableOf(
    documents,
    input.kunDigitalLevering,
    (document) => about(document)?.skalEkskluderesFraUtskrift === true,
  );
  const encrypted = isEncrypted(input);
  return {
    endpoint: 'organisasjon',
    channel: input.kunDigitalLevering ? 'digitalOnly' : 'digitalOrPrint',
    tittel: input.tittel,
    eksternReferanse,
    recipient: organisationRecipient(input),
    encrypted,
    documents,
    printable: printable.map(({ filnavn }) => filnavn),
    metadata: {
      ...commonOptions(input, eksternReferanse, encrypted),
      ...digitalOptions(input),
      mottaker: {
        navn: input.navn,
        digitalId: input.organisasjonsnummer,
        adresse: recipientAddress(input.postalAddress, !input.kunDigitalLevering),
      },
      metadataForImport: input.metadataForImport[0],
      metadataFraAvleverendeSystem: senderMetadata(input),
      forsendelsestype: input.forsendelsestype,
      taushetsbelagtPost: input.taushetsbelagtPost,
      dokumenter: documents.map((document) => ({
        filnavn: document.filnavn,
        mimeType: document.mimeType,
        giroarkSide: about(document)?.giroarkSide,
        skalEkskluderesFraUtskrift: about(document)?.skalEkskluderesFraUtskrift,
        dokumentType: about(document)?.dokumentType,
        inneholderPersonsensitivInformasjon: about(document)?.inneholderPersonsensitivInformasjon,
        ekstraMetadata: extraOf('documentMetadata', extraAbout(document)),
      })),
    },
  };
};
