import {
  dateTime,
  digitalRecipient,
  ekstraMetadata,
  filnavn,
  flag,
  list,
  object,
  onDigital,
  positive,
  positiveInt32,
  text,
  type Schema,
} from './shared.js';

const year: Schema = { type: 'integer', minimum: 1000, maximum: 3000 };

/** Noark 5 metadata that fit the recipient's archive. */
const forImport: Schema = {
  mappeId: text(100),
  mappeSystemId: text(100),
  saksaar: year,
  sakssekvensnummer: positive,
  systemId: text(100),
  registreringsId: text(100),
  journalpostnummer: positive,
  journalaar: year,
  journalsekvensnummer: positive,
  journalposttype: text(100),
  journalstatus: text(100),
  dokumentetsDato: dateTime,
  tittel: text(1000),
};

export const organisasjonForsendelse = object(
  { tittel: text(1000), mottaker: digitalRecipient },
  {
    ...onDigital,
    metadataForImport: object({}, forImport),
    metadataFraAvleverendeSystem: object(
      {},
      { ...forImport, journaldato: dateTime, saksbehandler: text(100), ekstraMetadata },
    ),
    forsendelsestype: text(100),
    taushetsbelagtPost: flag,
    dokumenter: list(
      object(
        { filnavn, mimeType: text(127) },
        {
          dokumentType: text(100),
          giroarkSide: positiveInt32,
          skalEkskluderesFraUtskrift: flag,
          ekstraMetadata,
          inneholderPersonsensitivInformasjon: flag,
        },
      ),
    ),
  },
);
