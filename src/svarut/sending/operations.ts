/**
 * Sending letters: one operation for each kind of recipient (fact sheet svarut §3).
 */
import { fiksCredentialOf } from '../../fiks/fiksCall';
import { defineOperation, type JsonObject, type Operation, type Values } from '../../operations/operation';
import type { Session } from '../../session';
import { healthNetworkLetter, healthNetworkRecipient } from '../letter/healthNetwork';
import { organisationLetter, organisationRecipient } from '../letter/organisation';
import { personLetter, personRecipient, type NamedPerson } from '../letter/person';
import { printLetter, printRecipient } from '../letter/print';
import { deriveReference } from '../reference';
import { HEALTH_NETWORK_FIELDS, ORGANISATION_FIELDS, PERSON_FIELDS, PRINT_FIELDS } from './fields/letters';
import { findAhead, foundAhead, type FindRecipients, type RecipientInput } from './recipient';
import { checkMaySend, maySend } from './permission';
import { sendTheLetter, withTotals } from './sendTheLetter';

interface ReferenceInput {
  readonly eksternReferanse: string | undefined;
  readonly batchName: string | undefined;
  readonly tittel: string;
}

/** @throws ServiceError ERR_CREDENTIAL_INCOMPLETE when none is given and none can be derived */
const referenceFor = (session: Session, input: ReferenceInput, recipient: string): string =>
  input.eksternReferanse ??
  deriveReference({ batchName: input.batchName, tittel: input.tittel, recipient }, fiksCredentialOf(session));

/** Two letters that may be the same must not be on their way at the same time. */
const lineBy =
  (recipientOf: (input: never) => string) =>
  (session: Session, input: Record<string, unknown>): string => {
    try {
      // The runner hands over what the check made from the fields of this very operation.
      return referenceFor(session, input as unknown as ReferenceInput, recipientOf(input as never));
    } catch {
      // A letter that can have no reference fails by itself, wherever it stands.
      return '';
    }
  };

const example = (channel: string): JsonObject => ({
  outcome: 'sent',
  letterId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
  eksternReferanse: 'sak-2026-101',
  recovered: false,
  journal: {
    state: 'sent',
    letterId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    recordedAt: '2026-11-20T09:00:00.000Z',
    title: 'Vedtak om barnehageplass',
    eksternReferanse: 'sak-2026-101',
    recipientReference: 'nk-r-3Yd0mWq8kV1tBzR7uXcLpA',
    channel,
    encrypted: false,
    documents: [
      {
        filnavn: 'vedtak.pdf',
        mimeType: 'application/pdf',
        size: 48213,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
    ],
  },
});

/** What every way of sending has in common. */
const sending = { effect: 'send', sensitive: [], conclude: withTotals } as const;

type PersonFields = Values<typeof PERSON_FIELDS>;

const recipientOf = (session: Session, input: PersonFields): NamedPerson =>
  input.recipientFrom === 'folkeregister'
    ? foundAhead(session, input)
    : { foedselsnummer: input.foedselsnummer, navn: input.navn ?? '', postalAddress: input.postalAddress };

const sendToPerson = (find: FindRecipients): Operation<Session> =>
  defineOperation<Session>()({
    ...sending,
    name: 'sendToPerson',
    title: { en: 'Send to Person', nb: 'Send til person' },
    summary: {
      en: 'Send a letter to a person. SvarUt decides the channel itself: digital mailbox, Altinn, or print to the postal address. A letter whose reference was sent before is not sent again.',
      nb: 'Send et brev til en person. SvarUt velger kanalen selv: digital postkasse, Altinn, eller utskrift til postadressen. Et brev med en referanse som er sendt før, sendes ikke på nytt.',
    },
    endpoints: ['POST /v3/kontoer/{kontoId}/forsendelser/person'],
    fields: PERSON_FIELDS,
    serialOn: lineBy(personRecipient),
    example: example('digitalOrPrint'),
    prepare: (session, inputs) => {
      // Nobody is looked up for a letter that may not leave.
      const wanted = inputs.filter((input) => input.validateOnly === true || maySend(session));
      return findAhead(session, find, wanted as unknown as readonly RecipientInput[]);
    },
    each: async (session, input) => {
      if (!input.validateOnly) checkMaySend(session);
      const reference = referenceFor(session, input, personRecipient(input));
      const letter = personLetter(input, recipientOf(session, input), reference, session.ports.now());
      return await sendTheLetter(session, letter, input);
    },
  });

const sendToOrganisation = defineOperation<Session>()({
  ...sending,
  name: 'sendToOrganisation',
  title: { en: 'Send to Organisation', nb: 'Send til virksomhet' },
  summary: {
    en: 'Send a letter to an organisation: to its own receiving system where it has one, else to Altinn, or on paper to the postal address.',
    nb: 'Send et brev til en virksomhet: til dens eget mottakersystem der den har et, ellers til Altinn, eller på papir til postadressen.',
  },
  endpoints: ['POST /v3/kontoer/{kontoId}/forsendelser/organisasjon'],
  fields: ORGANISATION_FIELDS,
  serialOn: lineBy(organisationRecipient),
  example: example('digitalOrPrint'),
  each: async (session, input) => {
    const reference = referenceFor(session, input, organisationRecipient(input));
    return await sendTheLetter(session, organisationLetter(input, reference), input);
  },
});

const sendToHealthNetwork = defineOperation<Session>()({
  ...sending,
  name: 'sendToHealthNetwork',
  title: { en: 'Send to GP or Health Provider (NHN)', nb: 'Send til fastlege eller helseaktør (NHN)' },
  summary: {
    en: "Send one PDF about a patient to the patient's GP, or to a health provider by HER-id, through Norsk helsenett.",
    nb: 'Send én PDF om en pasient til fastlegen, eller til en helseaktør med HER-id, gjennom Norsk helsenett.',
  },
  endpoints: ['POST /v3/kontoer/{kontoId}/forsendelser/nhn'],
  fields: HEALTH_NETWORK_FIELDS,
  serialOn: lineBy(healthNetworkRecipient),
  example: example('healthNetwork'),
  each: async (session, input) => {
    const reference = referenceFor(session, input, healthNetworkRecipient(input));
    return await sendTheLetter(session, healthNetworkLetter(input, reference), input);
  },
});

const sendAsPaperOnly = defineOperation<Session>()({
  ...sending,
  name: 'sendAsPaperOnly',
  title: { en: 'Send as Paper Only', nb: 'Send bare på papir' },
  summary: {
    en: 'Have a letter printed and posted, for a recipient without a number. It costs more; a letter to a person or an organisation is printed by itself where nothing digital works.',
    nb: 'Få et brev skrevet ut og postlagt, til en mottaker uten nummer. Det koster mer; et brev til en person eller virksomhet skrives ut av seg selv når ingenting digitalt virker.',
  },
  endpoints: ['POST /v3/kontoer/{kontoId}/forsendelser/print'],
  fields: PRINT_FIELDS,
  serialOn: lineBy(printRecipient),
  example: example('print'),
  each: async (session, input) => {
    const reference = referenceFor(session, input, printRecipient(input));
    return await sendTheLetter(session, printLetter(input, reference), input);
  },
});

/** @param find how name and address of a person are found when the letter is sent */
export const sendingOperations = (find: FindRecipients): readonly Operation<Session>[] => [
  sendToPerson(find),
  sendToOrganisation,
  sendToHealthNetwork,
  sendAsPaperOnly,
];
