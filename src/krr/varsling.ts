/**
 * May this person be notified digitally? A pure rule over KRR's answer (fact sheet krr §6): eForvaltningsforskriften
 * § 32, second paragraph (18 months, per channel) and § 9 (reservation). It decides notification, not delivery: a letter
 * may still reach a digital mailbox.
 */
import { DateTime } from 'luxon';
import type { Channel, KrrPerson } from './model';
import { OSLO, readTimestamp } from './timestamp';

const MONTHS_OF_FRESHNESS = 18;

/** `vedtak`: formal decisions and what else § 9 keeps on paper for the reserved. `servicemelding`: everything else. */
export type Purpose = 'vedtak' | 'servicemelding';

export type Reason =
  | 'KAN_VARSLES'
  | 'IKKE_REGISTRERT'
  | 'SLETTET'
  | 'UKJENT_STATUS'
  | 'RESERVERT'
  | 'UKJENT_RESERVASJON'
  | 'KAN_IKKE_VARSLES'
  | 'INGEN_ADRESSE'
  | 'UTLOEPT'
  | 'MANGLER_DATO';

export type ChannelName = 'email' | 'mobile';

export interface ChannelVerdict {
  readonly channel: ChannelName;
  readonly address: string;
  /** Updated or confirmed by the person within the last 18 months. */
  readonly fresh: boolean;
  /** ISO 8601 in Oslo time; absent when KRR gives no date. */
  readonly expires?: string;
  /** The date lies ahead: one of the two clocks is wrong. */
  readonly inFuture: boolean;
  readonly shared: boolean;
}

export interface Verdict {
  readonly canBeNotified: boolean;
  readonly reason: Reason;
  /** The channels that may be used for this purpose. */
  readonly channels: readonly ChannelName[];
  readonly verdicts: readonly ChannelVerdict[];
}

const judge = (name: ChannelName, channel: Channel | undefined, now: DateTime): ChannelVerdict[] => {
  if (!channel) return [];
  const moments = [readTimestamp(channel.updated), readTimestamp(channel.verified)].filter(
    (moment) => moment !== undefined,
  );
  const latest = moments.length > 0 ? DateTime.max(...moments) : undefined;
  // Counted back from now, in calendar months; exactly on the limit counts as expired.
  const limit = now.setZone(OSLO).minus({ months: MONTHS_OF_FRESHNESS });
  const expires = latest?.plus({ months: MONTHS_OF_FRESHNESS });
  return [
    {
      channel: name,
      address: channel.address,
      fresh: latest !== undefined && latest > limit,
      expires: expires?.toISO({ suppressMilliseconds: true }) ?? undefined,
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

const decide = (usable: readonly ChannelVerdict[], reason: Reason, verdicts: readonly ChannelVerdict[]): Verdict => ({
  canBeNotified: usable.length > 0,
  reason,
  channels: usable.map(({ channel }) => channel),
  verdicts,
});

export const vurderVarsling = (person: KrrPerson, purpose: Purpose, nowMs: number): Verdict => {
  const now = DateTime.fromMillis(nowMs);
  const verdicts = [...judge('email', person.email, now), ...judge('mobile', person.mobile, now)];
  const rule = PAPER_RULES.find(({ applies }) => applies(person, verdicts));
  if (purpose === 'servicemelding') {
    const usable = rule?.serviceMessage === 'none' ? [] : verdicts;
    const none = rule?.serviceMessage === 'none' ? rule.reason : 'INGEN_ADRESSE';
    return decide(usable, usable.length > 0 ? 'KAN_VARSLES' : none, verdicts);
  }
  return decide(rule ? [] : verdicts.filter(({ fresh }) => fresh), rule?.reason ?? 'KAN_VARSLES', verdicts);
};
