/**
 * What a user can ask KRR for.
 */
import { isServiceError, ServiceError } from '../http/serviceError';
import type { BooleanField, ChoiceField, IdentifierField } from '../operations/field';
import {
  defineOperation,
  failed,
  succeeded,
  type JsonObject,
  type Operation,
  type Outcome,
} from '../operations/operation';
import type { Session } from '../session';
import { KRR_LIMIT, lookUpPersons } from './client';
import type { Channel, KrrPerson } from './model';
import { writeTimestamp } from './timestamp';
import { vurderVarsling, type ChannelVerdict, type Purpose } from './varsling';

const foedselsnummer = {
  kind: 'identifier',
  identifier: 'foedselsnummer',
  name: 'foedselsnummer',
  label: { en: 'National Identity Number', nb: 'Fødselsnummer' },
  help: {
    en: 'Fødselsnummer or D-number, 11 digits. Use the number Folkeregisteret gave back: KRR knows only the one that is valid now.',
    nb: 'Fødselsnummer eller D-nummer, 11 siffer. Bruk nummeret Folkeregisteret ga tilbake: KRR kjenner bare det som gjelder nå.',
  },
  required: true,
  usual: 'foedselsnummer',
} as const satisfies IdentifierField;

const includeMailbox = {
  kind: 'boolean',
  name: 'includeMailbox',
  label: { en: 'Ask for Digital Mailbox', nb: 'Spør om digital postkasse' },
  help: {
    en: 'Whether the person has a digital mailbox (Digipost, e-Boks). Needs the scope krr:global/digitalpost.read.',
    nb: 'Om personen har digital postkasse (Digipost, e-Boks). Krever scopet krr:global/digitalpost.read.',
  },
  required: false,
  group: 'advanced',
  default: true,
} as const satisfies BooleanField;

const purpose = {
  kind: 'choice',
  name: 'purpose',
  label: { en: 'Purpose', nb: 'Formål' },
  help: {
    en: 'What the person is to be notified of. A reserved person gets formal decisions on paper, but may get service messages.',
    nb: 'Hva personen skal varsles om. En reservert person får vedtak på papir, men kan få servicemeldinger.',
  },
  required: false,
  choices: [
    {
      value: 'vedtak',
      label: { en: 'Formal Decision', nb: 'Vedtak' },
      help: {
        en: 'Individual decisions, advance notice, and what else § 9 names',
        nb: 'Enkeltvedtak, forhåndsvarsel og det øvrige i § 9',
      },
    },
    {
      value: 'servicemelding',
      label: { en: 'Service Message', nb: 'Servicemelding' },
      help: { en: 'Appointments, water supply and the like', nb: 'Timepåminnelser, vannavstengning og lignende' },
    },
  ],
  default: 'vedtak',
} as const satisfies ChoiceField;

const includeAddresses = {
  kind: 'boolean',
  name: 'includeAddresses',
  label: { en: 'Include Addresses', nb: 'Ta med adresser' },
  help: {
    en: 'Return the e-mail address and mobile number too. Only for a flow that notifies the person itself; never store them.',
    nb: 'Ta med e-postadresse og mobilnummer. Bare for en flyt som selv varsler personen; de skal aldri lagres.',
  },
  required: false,
  notForAi: true,
  default: false,
} as const satisfies BooleanField;

/** An active person about whom KRR tells neither contact nor status: the token is wrong, not the person without address. */
const scopeMissing = (person: KrrPerson): boolean => person.status === 'AKTIV' && !person.contactTold;

const missingScope = (): ServiceError =>
  new ServiceError(
    'ERR_FORBIDDEN',
    'KRR tells nothing about contact: the token lacks the scope for it.',
    'Add krr:global/kontaktinformasjon.read to the Maskinporten client.',
    {
      service: 'krr',
    },
  );

const outcomeOf = (answer: KrrPerson | ServiceError, show: (person: KrrPerson) => JsonObject): Outcome => {
  if (isServiceError(answer)) return failed(answer);
  return scopeMissing(answer) ? failed(missingScope()) : succeeded(show(answer));
};

const CLOCK_WARNING = 'KRR gave a date that lies ahead: check the clock of this machine.';

const common = (person: KrrPerson, askedForMailbox: boolean): JsonObject => ({
  foedselsnummer: person.foedselsnummer,
  hasDigitalMailbox: askedForMailbox ? person.mailbox !== undefined : null,
  reserved: person.reserved ?? null,
  language: person.language ?? null,
});

const showChannel = (channel: Channel | undefined): JsonObject | null =>
  channel
    ? {
        address: channel.address,
        updated: writeTimestamp(channel.updated) ?? null,
        verified: writeTimestamp(channel.verified) ?? null,
        shared: channel.shared,
      }
    : null;

const showVerdict = (
  { channel, address, fresh, expires, shared }: ChannelVerdict,
  withAddress: boolean,
): [string, JsonObject] => [channel, { ...(withAddress ? { address } : {}), fresh, expires: expires ?? null, shared }];

const lookUpContactInfo = defineOperation<Session>()({
  name: 'lookUpContactInfo',
  title: { en: 'Look Up Contact Info', nb: 'Slå opp kontaktinformasjon' },
  summary: {
    en: 'E-mail, mobile number, digital mailbox, reservation and language of persons, up to 1000 in one call. Look up at dispatch, for dispatch; KRR may not be copied or used to wash other registers.',
    nb: 'E-post, mobilnummer, digital postkasse, reservasjon og språk for personer, inntil 1000 i ett kall. Slå opp ved utsending, for utsending; KRR skal ikke kopieres eller brukes til å vaske andre registre.',
  },
  effect: 'read',
  fields: [foedselsnummer, includeMailbox],
  batch: { limit: KRR_LIMIT, on: 'foedselsnummer' },
  sensitive: ['foedselsnummer', 'email', 'mobile'],
  example: {
    foedselsnummer: '12848539668',
    hasDigitalMailbox: true,
    reserved: false,
    language: 'nb',
    krrStatus: 'AKTIV',
    varslingsstatus: 'KAN_VARSLES',
    email: {
      address: 'rask@example.com',
      updated: '2026-06-10T21:00:01+02:00',
      verified: '2026-06-10T21:00:01+02:00',
      shared: false,
    },
    mobile: null,
  },
  all: async (session, inputs) => {
    const withMailbox = inputs[0]?.includeMailbox ?? true;
    const answers = await lookUpPersons(
      session,
      inputs.map((input) => input.foedselsnummer),
      withMailbox,
    );
    return answers.map((answer) =>
      outcomeOf(answer, (person) => ({
        ...common(person, withMailbox),
        krrStatus: person.status,
        varslingsstatus: person.varslingsstatus ?? null,
        email: showChannel(person.email),
        mobile: showChannel(person.mobile),
      })),
    );
  },
});

const checkNotificationRules = defineOperation<Session>()({
  name: 'checkNotificationRules',
  title: { en: 'Check Notification Rules (§ 32/§ 9)', nb: 'Sjekk varslingsreglene (§ 32/§ 9)' },
  summary: {
    en: 'Whether the law lets you notify each person digitally now, on which channel, and why not: reservation (§ 9) and the 18-month limit (§ 32) of eForvaltningsforskriften. It decides notification, not how a letter is delivered.',
    nb: 'Om loven lar deg varsle hver person digitalt nå, på hvilken kanal, og hvorfor ikke: reservasjon (§ 9) og 18-månedersgrensen (§ 32) i eForvaltningsforskriften. Den avgjør varsling, ikke hvordan et brev leveres.',
  },
  effect: 'read',
  fields: [foedselsnummer, purpose, includeAddresses, includeMailbox],
  batch: { limit: KRR_LIMIT, on: 'foedselsnummer' },
  sensitive: ['foedselsnummer', 'email.address', 'mobile.address'],
  example: {
    foedselsnummer: '12848539668',
    hasDigitalMailbox: true,
    reserved: false,
    language: 'nb',
    canBeNotified: true,
    reason: 'KAN_VARSLES',
    channels: ['email'],
    email: { fresh: true, expires: '2027-12-10T21:00:01+01:00', shared: false },
  },
  all: async (session, inputs) => {
    const [first] = inputs;
    if (!first) return [];
    const answers = await lookUpPersons(
      session,
      inputs.map((input) => input.foedselsnummer),
      first.includeMailbox,
    );
    return answers.map((answer) =>
      outcomeOf(answer, (person) => {
        const { canBeNotified, reason, channels, verdicts } = vurderVarsling(
          person,
          first.purpose satisfies Purpose,
          session.ports.now(),
        );
        if (verdicts.some(({ inFuture }) => inFuture)) session.ports.warn(CLOCK_WARNING);
        return {
          ...common(person, first.includeMailbox),
          canBeNotified,
          reason,
          channels,
          ...Object.fromEntries(verdicts.map((verdict) => showVerdict(verdict, first.includeAddresses))),
        };
      }),
    );
  },
});

export const krrOperations: readonly Operation<Session>[] = [checkNotificationRules, lookUpContactInfo];
