/**
 * A letter of each kind with every field filled in, and a second one where fields exclude each other. The sandbox takes all
 * of them as they are.
 */
import { ROLES } from '../sandbox/src/folkeregister/roles';
import { ACCOUNTS } from '../sandbox/src/svarut/accounts';
import { documentFromBytes, type DocumentSource } from '../src/core';
import { numberOf } from './integration/persons';
import type { Stored } from './integration/world';

export interface FullLetter {
  readonly name: string;
  readonly operation: 'sendToPerson' | 'sendToOrganisation' | 'sendToHealthNetwork' | 'sendAsPaperOnly';
  /** The endpoint, by its place on the wire. */
  readonly endpoint: 'person' | 'organisasjon' | 'nhn' | 'print';
  readonly input: Stored;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The sandbox counts the pages, for no giro page may come after the last. */
const twoPages = (filnavn: string): DocumentSource =>
  documentFromBytes(
    filnavn,
    'application/pdf',
    bytesOf(`%PDF-1.7 << /Type /Pages >> << /Type /Page >> << /Type /Page >> ${filnavn} %%EOF`),
  );

export const LETTER = twoPages('Vedtak om støtte – 2026.pdf');
const ATTACHMENT = twoPages('2 vedlegg.pdf');
const MAP = documentFromBytes('kart.png', 'image/png', bytesOf('a picture'));

const DAY_MS = 86_400_000;
export const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

const ABROAD = {
  adresselinje1: 'c/o Vert',
  adresselinje2: 'Påhittsgatan 4',
  adresselinje3: 'Västra Götaland',
  postnummer: '413 01',
  poststed: 'Göteborg',
  landkode: 'SE',
};

const AT_HOME = {
  adresselinje1: 'Rådhuset',
  adresselinje2: 'Postmottak',
  adresselinje3: 'Postboks 1',
  postnummer: '5003',
  poststed: 'BERGEN',
  landkode: 'NO',
};

const REPLY = { navn: 'Stillevik kommune', type: 'ORGANISASJON', digitalId: '310475025', ...AT_HOME };

const accountNamed = (name: string): string => ACCOUNTS.find((one) => one.name === name)!.kontoId;
const roleNamed = (name: string): string => ROLES.find((one) => one.name === name)!.rolleId;

const READERS = [{ digitalId: numberOf('emigrated') }, { digitalId: '311004506' }];

const onAll = (eksternReferanse: string): Stored => ({
  tittel: 'Vedtak om støtte',
  eksternReferanse,
  batchName: 'høst 2026',
  sendOnce: 'protect',
  windowDays: 30,
  pauseAfter: 100,
  validateOnly: false,
  tosidig: false,
  kryptert: true,
  avgivendeSystem: 'Sak og arkiv',
  avgivendeSystemAktor: 'Barnehagekontoret',
  konteringskode: 'BAR-2026_1.æ',
  kontoId: accountNamed('manual-print'),
  svarPaForsendelseId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
  korrelasjonsid: 'utsending-2026',
});

const LINKS = [
  { url: 'https://www.kommunen.no/klage?sak=1', tekst: 'Klag på vedtaket', ledetekst: 'Uenig?' },
  { url: 'https://www.kommunen.no', tekst: 'Kommunen', ledetekst: 'Mer om oss:' },
];

const onDigital = (eksternReferanse: string): Stored => ({
  ...onAll(eksternReferanse),
  kunDigitalLevering: false,
  sikkerhetsniva: 'BETYDELIG',
  svarSendesTil: [REPLY],
  kanSvareViaEdialog: true,
  lenker: LINKS,
  eksponertFor: READERS,
  kryptert: false,
});

const toPerson: Stored = {
  ...onDigital('full-person'),
  foedselsnummer: numberOf('ordinary-resident'),
  recipientFrom: 'flow',
  navn: 'Rask Fyrlykt Foresatt',
  postalAddress: ABROAD,
  documents: [LETTER, ATTACHMENT, MAP],
  personDocuments: [
    { filnavn: LETTER.filnavn, giroarkSide: 2, skalEkskluderesFraUtskrift: false },
    { filnavn: MAP.filnavn, skalEkskluderesFraUtskrift: true },
  ],
  signering: [{ filnavn: ATTACHMENT.filnavn, signeringUtloper: inDays(30), signaturType: 'AVANSERT_SIGNATUR' }],
};

/** The name and the address are not in the flow; on the highest level, and only digital. */
const toPersonLookedUp: Stored = {
  ...onDigital(''),
  foedselsnummer: numberOf('foreign-postal-address'),
  recipientFrom: 'folkeregister',
  rolleId: roleNamed('full'),
  documents: [MAP, LETTER],
  kunDigitalLevering: true,
  sikkerhetsniva: 'HOYESTE',
  svarSendesTil: [{ ...REPLY, type: 'PERSON', digitalId: numberOf('emigrated') }],
  kanSvareViaEdialog: false,
};

const ARCHIVED = {
  mappeId: '2026/101',
  mappeSystemId: 'mappe-1',
  saksaar: 2026,
  sakssekvensnummer: 101,
  systemId: 'system-1',
  registreringsId: 'registrering-1',
  journalpostnummer: 3,
  journalaar: 2026,
  journalsekvensnummer: 4711,
  journalposttype: 'U',
  journalstatus: 'E',
  dokumentetsDato: '2026-11-20T10:00:00+01:00',
  tittel: 'Vedtak om støtte, journalført',
};

const toOrganisation: Stored = {
  ...onDigital('full-organisasjon'),
  organisasjonsnummer: '311004506',
  navn: 'PRØVEDAL KOMMUNE',
  postalAddress: ABROAD,
  documents: [LETTER, ATTACHMENT, MAP],
  organisationDocuments: [
    {
      filnavn: LETTER.filnavn,
      giroarkSide: 1,
      skalEkskluderesFraUtskrift: false,
      dokumentType: 'VEDTAK',
      inneholderPersonsensitivInformasjon: true,
    },
    { filnavn: MAP.filnavn, skalEkskluderesFraUtskrift: true },
  ],
  documentMetadata: [
    { filnavn: LETTER.filnavn, key: 'arkivdel', value: 'ELEV' },
    { filnavn: ATTACHMENT.filnavn, key: 'arkivdel', value: 'SAK' },
  ],
  forsendelsestype: 'byggesak.soknad',
  taushetsbelagtPost: true,
  metadataForImport: [ARCHIVED],
  metadataFraAvleverendeSystem: [
    { ...ARCHIVED, journaldato: '2026-11-21T10:00:00+01:00', saksbehandler: 'Saks Behandler' },
  ],
  ekstraMetadata: [{ key: 'klassering', value: '223' }],
};

const onHealthNetwork: Stored = {
  ...onAll('full-nhn'),
  mottakertype: 'HER_ID',
  mottakerHerId: 8_440_101,
  pasientFoedselsnummer: numberOf('ordinary-resident'),
  pasientFornavn: 'Rask',
  pasientMellomnavn: 'Blid',
  pasientEtternavn: 'Fyrlykt',
  avsenderFornavn: 'Kari',
  avsenderMellomnavn: 'Test',
  avsenderEtternavn: 'Kontakt',
  avsenderTelefonnummer: '+47 55 00 00 00',
  beskrivelse: 'Vedtak om hjemmesykepleie, til orientering.',
  eksponertFor: READERS,
  kunDigitalLevering: true,
  documents: [LETTER],
};

const onPaper: Stored = {
  ...onAll('full-print'),
  navn: 'Kafé Påhitt',
  postalAddress: ABROAD,
  documents: [LETTER, ATTACHMENT],
  printedDocuments: [{ filnavn: LETTER.filnavn, giroarkSide: 2 }],
  svarSendesTil: [REPLY],
};

export const FULL_LETTERS: readonly FullLetter[] = [
  { name: 'to a person', operation: 'sendToPerson', endpoint: 'person', input: toPerson },
  { name: 'to a person who is looked up', operation: 'sendToPerson', endpoint: 'person', input: toPersonLookedUp },
  { name: 'to an organisation', operation: 'sendToOrganisation', endpoint: 'organisasjon', input: toOrganisation },
  { name: 'to a health provider', operation: 'sendToHealthNetwork', endpoint: 'nhn', input: onHealthNetwork },
  {
    name: "to a patient's GP",
    operation: 'sendToHealthNetwork',
    endpoint: 'nhn',
    input: { ...onHealthNetwork, eksternReferanse: 'full-fastlege', mottakertype: 'FASTLEGE' },
  },
  { name: 'on paper only', operation: 'sendAsPaperOnly', endpoint: 'print', input: onPaper },
];

export const fullLetterNamed = (name: string): FullLetter => {
  const letter = FULL_LETTERS.find((one) => one.name === name);
  if (!letter) throw new Error(`no letter ${name}`);
  return letter;
};
