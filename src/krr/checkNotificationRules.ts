/**
 * Check Notification Rules: what the law lets one do with what KRR has on persons.
 */
import { defineOperation, type JsonObject } from '../operations/operation';
import type { Session } from '../session';
import { KRR_LIMIT } from './client';
import { foedselsnummer, includeAddresses, includeMailbox, krrVersion, purpose, rolleId, route } from './fields';
import { lookUp, tellsMailbox } from './lookUp';
import { common, outcomeOf } from './outcome';
import { toE164 } from './phoneNumber';
import { REASONS } from './reasons';
import { vurderVarsling, type ChannelName, type ChannelVerdict, type Notification, type Verdict } from './varsling';

const CLOCK_WARNING = 'KRR gave a date that lies ahead: check the clock of this machine.';

const ADDRESSES: Record<ChannelName, (address: string) => JsonObject> = {
  email: (address) => ({ address }),
  mobile: (address) => ({ address, e164: toE164(address) ?? null }),
};

/** Null where there is no address, so that nothing of the same name in the incoming item is taken for KRR's. */
const showChannel = (name: ChannelName, verdicts: readonly ChannelVerdict[], withAddress: boolean): JsonObject => {
  const verdict = verdicts.find(({ channel }) => channel === name);
  if (!verdict) return { [name]: null };
  const { address, fresh, lastUpdated, lastVerified, expires, shared } = verdict;
  return {
    [name]: {
      ...(withAddress ? ADDRESSES[name](address) : {}),
      fresh,
      lastUpdated: lastUpdated ?? null,
      lastVerified: lastVerified ?? null,
      expires: expires ?? null,
      shared: shared ?? null,
    },
  };
};

const showVerdict = (
  { canBeNotified, notification, reason, channels, verdicts }: Verdict,
  withAddresses: boolean,
): JsonObject => ({
  canBeNotified,
  notification,
  reason,
  reasonText: REASONS[reason],
  channels,
  ...showChannel('email', verdicts, withAddresses),
  ...showChannel('mobile', verdicts, withAddresses),
});

export const checkNotificationRules = defineOperation<Session>()({
  name: 'checkNotificationRules',
  title: { en: 'Check Notification Rules (§ 32/§ 9)', nb: 'Sjekk varslingsreglene (§ 32/§ 9)' },
  summary: {
    en: 'Whether the law lets you notify each person digitally now, on which channel, and why not: reservation (§ 9) and the 18-month limit (§ 32) of eForvaltningsforskriften. It decides notification, not how a letter is delivered.',
    nb: 'Om loven lar deg varsle hver person digitalt nå, på hvilken kanal, og hvorfor ikke: reservasjon (§ 9) og 18-månedersgrensen (§ 32) i eForvaltningsforskriften. Den avgjør varsling, ikke hvordan et brev leveres.',
  },
  effect: 'read',
  fields: [foedselsnummer, purpose, includeAddresses, route, rolleId, includeMailbox, krrVersion],
  batch: { limit: KRR_LIMIT, on: 'foedselsnummer' },
  sensitive: ['foedselsnummer', 'email.address', 'mobile.address', 'mobile.e164'],
  example: {
    foedselsnummer: '12848539668',
    hasDigitalMailbox: true,
    reserved: false,
    language: 'nb',
    languageForTemplate: 'nb',
    canBeNotified: true,
    notification: 'mayBeNotified',
    reason: 'KAN_VARSLES',
    reasonText: REASONS.KAN_VARSLES,
    channels: ['email'],
    email: {
      fresh: true,
      lastUpdated: '2026-06-10T21:00:01+02:00',
      lastVerified: null,
      expires: '2027-12-10T21:00:01+01:00',
      shared: false,
    },
    mobile: null,
  },
  branches: {
    names: [
      { value: 'mayBeNotified', label: { en: 'May Be Notified', nb: 'Kan varsles' } },
      { value: 'paperOnly', label: { en: 'Paper Only', nb: 'Bare papir' } },
      { value: 'noChannel', label: { en: 'No Channel', nb: 'Ingen kanal' } },
    ],
    of: ({ notification }) => notification as Notification,
  },
  all: async (session, inputs) => {
    const [first] = inputs;
    if (!first) return [];
    const numbers = inputs.map((input) => input.foedselsnummer);
    const found = await lookUp(session, first, numbers);
    return found.map((one) =>
      outcomeOf(session, one, (person) => {
        const verdict = vurderVarsling(person, first.purpose, session.ports.now());
        if (verdict.verdicts.some(({ inFuture }) => inFuture)) session.ports.warn(CLOCK_WARNING);
        return { ...common(person, tellsMailbox(first)), ...showVerdict(verdict, first.includeAddresses) };
      }),
    );
  },
});
