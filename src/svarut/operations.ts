/**
 * What a user can have SvarUt do.
 */
import { ServiceError } from '../http/serviceError';
import { fiksCredentialOf } from '../fiks/fiksCall';
import type {
  BooleanField,
  DocumentsField,
  IdentifierField,
  JsonField,
  NumberField,
  TextField,
} from '../operations/field';
import { defineOperation, failed, succeeded, type JsonObject, type Operation } from '../operations/operation';
import type { Session } from '../session';
import { accountOf, findByReference, getStatuses, STATUS_LIMIT } from './client';
import { letterFrom } from './letter';
import { deriveReference, type LetterIdentity } from './reference';
import { outcomeUnknown, runSendOnce } from './sendLetter';
import type { Verdict } from './sendOnce';
import { oncePerRun } from './sentInRun';
import { meaningOf } from './status';

const kontoId = {
  kind: 'identifier',
  identifier: 'uuid',
  name: 'kontoId',
  label: { en: 'Account ID', nb: 'Konto-id' },
  help: {
    en: 'SvarUt account to use instead of the one in the credential.',
    nb: 'SvarUt-konto som brukes i stedet for den i legitimasjonen.',
  },
  required: false,
  group: 'advanced',
} as const satisfies IdentifierField;

const foedselsnummer = {
  kind: 'identifier',
  identifier: 'foedselsnummer',
  name: 'foedselsnummer',
  label: { en: 'National Identity Number', nb: 'Fødselsnummer' },
  help: {
    en: 'Who the letter is for: fødselsnummer or D-number, 11 digits, as Folkeregisteret has it now.',
    nb: 'Hvem brevet er til: fødselsnummer eller D-nummer, 11 siffer, slik Folkeregisteret har det nå.',
  },
  required: true,
  usual: 'foedselsnummer',
} as const satisfies IdentifierField;

const navn = {
  kind: 'text',
  name: 'navn',
  label: { en: 'Recipient Name', nb: 'Mottakers navn' },
  help: { en: 'As it is to stand on the letter.', nb: 'Slik det skal stå på brevet.' },
  required: true,
  maxLength: 100,
  usual: 'name',
} as const satisfies TextField;

const postalAddress = {
  kind: 'json',
  name: 'postalAddress',
  label: { en: 'Postal Address', nb: 'Postadresse' },
  help: {
    en: 'Used when the letter must be printed. An object with adresselinje1 to 3, postnummer, poststed and, abroad, landkode: what Folkeregister gives as postalAddress.',
    nb: 'Brukes når brevet må skrives ut. Et objekt med adresselinje1 til 3, postnummer, poststed og, i utlandet, landkode: det Folkeregister gir som postalAddress.',
  },
  required: false,
  usual: 'postalAddress',
} as const satisfies JsonField;

const kunDigitalLevering = {
  kind: 'boolean',
  name: 'kunDigitalLevering',
  label: { en: 'Only Digital Delivery', nb: 'Kun digital levering' },
  help: {
    en: 'Never print the letter. If no digital channel works it ends as IKKE_LEVERT, which only Get Status shows.',
    nb: 'Skriv aldri ut brevet. Virker ingen digital kanal, ender det som IKKE_LEVERT, og det ser du bare med Hent status.',
  },
  required: false,
  default: false,
} as const satisfies BooleanField;

const tittel = {
  kind: 'text',
  name: 'tittel',
  label: { en: 'Title', nb: 'Tittel' },
  help: {
    en: 'Shown in the mailbox and in notices, so nothing sensitive.',
    nb: 'Vises i postkassen og i varsler, så ikke noe sensitivt.',
  },
  required: true,
  maxLength: 1000,
} as const satisfies TextField;

const documents = {
  kind: 'documents',
  name: 'documents',
  label: { en: 'Documents', nb: 'Dokumenter' },
  help: {
    en: 'The files of the letter, in order. PDF, unless the letter is never to be printed.',
    nb: 'Filene i brevet, i rekkefølge. PDF, med mindre brevet aldri skal skrives ut.',
  },
  required: true,
  usual: 'data',
} as const satisfies DocumentsField;

const eksternReferanse = {
  kind: 'text',
  name: 'eksternReferanse',
  label: { en: 'Reference (eksternReferanse)', nb: 'Referanse (eksternReferanse)' },
  help: {
    en: 'Your own stable key for this letter, such as a case number. A letter with a reference that was sent before is not sent again. Empty: derived from recipient, title and batch name.',
    nb: 'Din egen faste nøkkel for brevet, for eksempel et saksnummer. Et brev med en referanse som er sendt før, sendes ikke på nytt. Tom: utledes av mottaker, tittel og utsendingsnavn.',
  },
  required: false,
  maxLength: 100,
} as const satisfies TextField;

const batchName = {
  kind: 'text',
  name: 'batchName',
  label: { en: 'Batch Name', nb: 'Utsendingsnavn' },
  help: {
    en: 'Part of the derived reference: give a new name when the same title is to be sent to the same person again, such as "2026".',
    nb: 'Del av den utledede referansen: gi et nytt navn når samme tittel skal til samme person igjen, for eksempel «2026».',
  },
  required: false,
  group: 'advanced',
  maxLength: 200,
} as const satisfies TextField;

const windowDays = {
  kind: 'number',
  name: 'windowDays',
  label: { en: 'Duplicate Window (Days)', nb: 'Dublettvindu (dager)' },
  help: {
    en: 'A letter with the same reference that is older than this does not count as the same letter.',
    nb: 'Et brev med samme referanse som er eldre enn dette, regnes ikke som samme brev.',
  },
  required: false,
  group: 'advanced',
  min: 1,
  max: 3650,
  default: 365,
} as const satisfies NumberField;

const avgivendeSystem = {
  kind: 'text',
  name: 'avgivendeSystem',
  label: { en: 'Sending System', nb: 'Avgivende system' },
  help: {
    en: 'Name of the system the letter comes from, for statistics and support.',
    nb: 'Navnet på systemet brevet kommer fra, for statistikk og support.',
  },
  required: false,
  group: 'advanced',
  maxLength: 100,
} as const satisfies TextField;

const konteringskode = {
  kind: 'text',
  name: 'konteringskode',
  label: { en: 'Billing Code', nb: 'Konteringskode' },
  help: {
    en: 'Shown on the invoice. Letters, digits, _ - and full stop.',
    nb: 'Vises på fakturaen. Bokstaver, tall, _ - og punktum.',
  },
  required: false,
  group: 'advanced',
  maxLength: 20,
} as const satisfies TextField;

const tosidig = {
  kind: 'boolean',
  name: 'tosidig',
  label: { en: 'Print on Both Sides', nb: 'Tosidig utskrift' },
  help: {
    en: 'Whether a printed letter uses both sides of the paper.',
    nb: 'Om et utskrevet brev bruker begge sider av arket.',
  },
  required: false,
  group: 'advanced',
  default: true,
} as const satisfies BooleanField;

const resultOf = (verdict: Verdict, reference: string): JsonObject => {
  switch (verdict.outcome) {
    case 'sent':
      return { outcome: 'sent', letterId: verdict.id, eksternReferanse: reference, recovered: verdict.recovered };
    case 'duplicate':
      return {
        outcome: 'duplicate',
        letterId: verdict.letter.id,
        eksternReferanse: reference,
        status: verdict.letter.status ?? null,
      };
    case 'refused':
      throw verdict.error;
    case 'unknown':
      throw outcomeUnknown(verdict.error);
  }
};

interface ReferenceInput extends LetterIdentity {
  readonly eksternReferanse: string | undefined;
}

/** @throws ServiceError ERR_CREDENTIAL_INCOMPLETE when none is given and none can be derived */
const referenceFor = (session: Session, input: ReferenceInput): string =>
  input.eksternReferanse ?? deriveReference(input, fiksCredentialOf(session));

/** A letter that can have no reference fails by itself, wherever it stands. */
const lineOf = (session: Session, input: ReferenceInput): string => {
  try {
    return referenceFor(session, input);
  } catch {
    return '';
  }
};

const sendToPersonOperation = defineOperation<Session>()({
  name: 'sendToPerson',
  title: { en: 'Send to Person', nb: 'Send til person' },
  summary: {
    en: 'Send a letter to a person. SvarUt decides the channel itself: digital mailbox, Altinn, or print to the postal address. A letter whose reference was sent before is not sent again.',
    nb: 'Send et brev til en person. SvarUt velger kanalen selv: digital postkasse, Altinn, eller utskrift til postadressen. Et brev med en referanse som er sendt før, sendes ikke på nytt.',
  },
  effect: 'send',
  fields: [
    foedselsnummer,
    navn,
    postalAddress,
    tittel,
    documents,
    eksternReferanse,
    kunDigitalLevering,
    batchName,
    windowDays,
    tosidig,
    avgivendeSystem,
    konteringskode,
    kontoId,
  ],
  // Two letters that may be the same must not be on their way at the same time.
  serialOn: (session, input) => lineOf(session, input as unknown as ReferenceInput),
  sensitive: [],
  example: {
    outcome: 'sent',
    letterId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    eksternReferanse: 'sak-2026-101',
    recovered: false,
  },
  each: async (session, input) => {
    const account = accountOf(session, input.kontoId);
    const reference = referenceFor(session, input);
    const letter = letterFrom(input, reference);
    const verdict = await oncePerRun(session, account, letter, () =>
      runSendOnce(session, letter, { kontoId: account, windowDays: input.windowDays }),
    );
    return resultOf(verdict, reference);
  },
});

const requiredReference = {
  ...eksternReferanse,
  required: true,
  help: { en: 'The reference the letter was sent with.', nb: 'Referansen brevet ble sendt med.' },
} as const;

const findByReferenceOperation = defineOperation<Session>()({
  name: 'findByReference',
  title: { en: 'Find by Reference', nb: 'Finn på referanse' },
  summary: {
    en: 'The letters of an account that were sent with a reference, with their states.',
    nb: 'Brevene på en konto som er sendt med en referanse, med status.',
  },
  effect: 'read',
  fields: [requiredReference, kontoId],
  sensitive: [],
  example: {
    eksternReferanse: 'sak-2026-101',
    letters: [
      {
        letterId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
        receivedAt: '2026-11-20T10:00:00+01:00',
        status: 'LEST',
        statusClass: 'delivered',
        final: true,
        channel: 'digital',
      },
    ],
  },
  each: async (session, input) => {
    const letters = await findByReference(session, accountOf(session, input.kontoId), input.eksternReferanse);
    return {
      eksternReferanse: input.eksternReferanse,
      letters: letters.map(({ id, dato, status }) => ({
        letterId: id,
        receivedAt: dato ?? null,
        status: status ?? null,
        ...(status ? { ...meaningOf(status) } : {}),
      })),
    };
  },
});

const letterId = {
  kind: 'identifier',
  identifier: 'uuid',
  name: 'letterId',
  label: { en: 'Letter ID', nb: 'Forsendelses-id' },
  help: { en: 'The id that Send to Person returned.', nb: 'Id-en som Send til person ga.' },
  required: true,
  usual: 'letterId',
} as const satisfies IdentifierField;

const unknownLetter = (): ServiceError =>
  new ServiceError(
    'ERR_NOT_FOUND',
    'SvarUt knows no letter with that id on this account.',
    'Check the letter id and the account.',
    { service: 'svarut', field: 'letterId' },
  );

const getStatusOperation = defineOperation<Session>()({
  name: 'getStatus',
  title: { en: 'Get Status', nb: 'Hent status' },
  summary: {
    en: 'Where letters are: the state, what it means, and whether anything more is to be expected.',
    nb: 'Hvor brevene er: statusen, hva den betyr, og om noe mer er ventet.',
  },
  effect: 'read',
  fields: [letterId, kontoId],
  batch: { limit: STATUS_LIMIT, on: 'letterId' },
  sensitive: [],
  example: {
    letterId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    status: 'LEVERT_SDP',
    changedAt: '2026-11-20T10:00:05+01:00',
    statusClass: 'delivered',
    final: true,
    channel: 'digital',
  },
  all: async (session, inputs) => {
    const account = accountOf(session, inputs[0]?.kontoId);
    const statuses = await getStatuses(
      session,
      account,
      inputs.map((input) => input.letterId),
    );
    return inputs.map((input) => {
      const known = statuses.get(input.letterId.toLowerCase());
      if (!known) return failed(unknownLetter());
      return succeeded({
        letterId: input.letterId,
        status: known.status,
        changedAt: known.sisteStatusEndring ?? null,
        channel: null,
        ...meaningOf(known.status),
      });
    });
  },
});

export const svarutOperations: readonly Operation<Session>[] = [
  sendToPersonOperation,
  getStatusOperation,
  findByReferenceOperation,
];
