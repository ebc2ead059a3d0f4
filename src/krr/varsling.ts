/**
 * May this person be notified digitally? A pure rule over KRR's answer (fact sheet krr §6): eForvaltningsforskriften
 * § 32, second paragraph (18 months, per channel) and § 9 (reservation). It decides notification, not delivery: a letter
 * may still reach a digital mailbox.
 */
import { DateTime } from 'luxon';
import type { Channel, KrrPerson } from './person';
import type { Reason } from './reasons';
import { OSLO, readTimestamp, showTimestamp } from './timestamp';

const MONTHS_OF_FRESHNESS = 18;

/** `vedtak`: formal decisions and what else § 9 keeps on paper for the reserved. `servicemelding`: everything else. */
export type Purpose = 'vedtak' | 'servicemelding';

export type ChannelName = 'email' | 'mobile';

export interface ChannelVerdict {
  readonly channel: ChannelName;
  readonly address: string;
  /** ISO 8601 in Oslo time, as all dates of a verdict. */
  readonly lastUpdated?: string;
  readonly lastVerified?: string;
  /** Updated or confirmed by the person within the last 18 months. */
  readonly fresh: boolean;
  /** 18 months after the later of the two dates; absent when KRR gives neither. */
  readonly expires?: string;
  /** The date lies ahead: one of the two clocks is wrong. */
  readonly inFuture: boolean;
  /** Absent where the route does not tell. */
  readonly shared?: boolean;
}

/** What is left to do about a person: `noChannel` of a service message, which need not be sent at all. */
export type Notification = 'mayBeNotified' | 'paperOnly' | 'noChannel';

export interface Verdict {
  readonly canBeNotified: boolean;
  readonly notification: Notification;
  readonly reason: Reason;
  /** The channels that may be used for this purpose. */
  readonly channels: readonly ChannelName[];
  readonly verdicts: readonly ChannelVerdict[];
}

const judge = (name: ChannelName, channel: Channel | undefined, now: DateTime): ChannelVerdict[] => {
  if (!channel) return [];
  const updated = readTimestamp(channel.updated);
  const verified = readTimestamp(channel.verified);
  const moments = [updated, verified].filter((moment) => moment !== undefined);
  const latest = moments.length > 0 ? DateTime.max(...moments) : undefined;
  // Counted back from now, in calendar months; exactly on the limit counts as expired.
  const limit = now.setZone(OSLO).minus({ months: MONTHS_OF_FRESHNESS });
  const expires = latest?.plus({ months: MONTHS_OF_FRESHNESS });
  return [
    {
      channel: name,
      address: channel.address,
      lastUpdated: showTimestamp(updated),
      lastVerified: showTimestamp(verified),
      fresh: latest !== undefined && latest > limit,
      expires: showTimestamp(expires),
      inFuture: latest !== undefined && latest > now,
      shared: channel.shared,
    },
  ];
};

interface Rule {
  readonly reason: Reason;
  readonly applies: (person: KrrPerson, verdicts: readonly ChannelVerdict[]) => boolean;
  /** What a service message may still use. */
  readonly serviceMessage: 'none' | 'any';
}

/** First match wins; none matching means that a fresh channel is there. */
const PAPER_RULES: readonly Rule[] = [
  { reason: 'IKKE_REGISTRERT', applies: (person) => person.status === 'IKKE_REGISTRERT', serviceMessage: 'none' },
  { reason: 'SLETTET', applies: (person) => person.status === 'SLETTET', serviceMessage: 'none' },
  // A status that is new to us says nothing that may be relied on.
  { reason: 'UKJENT_STATUS', applies: (person) => person.status !== 'AKTIV', serviceMessage: 'none' },
  { reason: 'RESERVERT', applies: (person) => person.reserved === true, serviceMessage: 'any' },
  { reason: 'UKJENT_RESERVASJON', applies: (person) => person.reserved === undefined, serviceMessage: 'any' },
  {
    reason: 'KAN_IKKE_VARSLES',
    applies: (person) => person.varslingsstatus === 'KAN_IKKE_VARSLES',
    serviceMessage: 'any',
  },
  { reason: 'INGEN_ADRESSE', applies: (_person, verdicts) => verdicts.length === 0, serviceMessage: 'none' },
  {
    reason: 'MANGLER_DATO',
    applies: (_person, verdicts) => verdicts.every(({ expires }) => expires === undefined),
    serviceMessage: 'any',
  },
  { reason: 'UTLOEPT', applies: (_person, verdicts) => verdicts.every(({ fresh }) => !fresh), serviceMessage: 'any' },
];

const usableFor = (
  purpose: Purpose,
  rule: Rule | undefined,
  verdicts: readonly ChannelVerdict[],
): readonly ChannelVerdict[] => {
  if (purpose === 'servicemelding') return rule?.serviceMessage === 'none' ? [] : verdicts;
  return rule ? [] : verdicts.filter(({ fresh }) => fresh);
};

/** A service message that the rule itself does not stop has nothing to go to. */
const reasonAgainst = (person: KrrPerson, purpose: Purpose, rule: Rule | undefined): Reason => {
  if (rule && (purpose === 'vedtak' || rule.serviceMessage === 'none')) return rule.reason;
  // Then KRR may be hiding the addresses (fact sheet krr §4), so nobody can say that there are none.
  return person.varslingsstatus === 'KAN_IKKE_VARSLES' ? 'KAN_IKKE_VARSLES' : 'INGEN_ADRESSE';
};

const WITHOUT_CHANNEL: Record<Purpose, Notification> = { vedtak: 'paperOnly', servicemelding: 'noChannel' };

export const vurderVarsling = (person: KrrPerson, purpose: Purpose, nowMs: number): Verdict => {
  const now = DateTime.fromMillis(nowMs);
  const verdicts = [...judge('email', person.email, now), ...judge('mobile', person.mobile, now)];
  const rule = PAPER_RULES.find(({ applies }) => applies(person, verdicts));
  const usable = usableFor(purpose, rule, verdicts);
  const canBeNotified = usable.length > 0;
  return {
    canBeNotified,
    notification: canBeNotified ? 'mayBeNotified' : WITHOUT_CHANNEL[purpose],
    reason: canBeNotified ? 'KAN_VARSLES' : reasonAgainst(person, purpose, rule),
    channels: usable.map(({ channel }) => channel),
    verdicts,
  };
};
