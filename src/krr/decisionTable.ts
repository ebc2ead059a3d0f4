/**
 * The rule of `varsling.ts` as a table: what it answers about one person for each row, so that the table cannot say anything
 * else than what runs.
 */
import type { Channel, KrrPerson } from './person';
import { vurderVarsling, type Purpose } from './varsling';

const NOW = Date.parse('2026-11-20T10:00:00+01:00');
const FRESH: Channel = { address: 'x', verified: '2026-06-10T21:00:01+02', shared: false };
const EXPIRED: Channel = { ...FRESH, verified: '2024-06-10T21:00:01+02' };
const UNDATED: Channel = { ...FRESH, verified: undefined };

/** Both channels, of which only one is fresh. */
const NOTIFIABLE: KrrPerson = {
  foedselsnummer: '',
  status: 'AKTIV',
  reserved: false,
  varslingsstatus: 'KAN_VARSLES',
  contactTold: true,
  email: EXPIRED,
  mobile: FRESH,
};

/** In the order of the rule: a person meets the first row that fits. */
const ROWS: readonly (readonly [krrSays: string, person: Partial<KrrPerson>])[] = [
  ['not registered', { status: 'IKKE_REGISTRERT' }],
  ['deleted', { status: 'SLETTET' }],
  ['a status that is new to these nodes', { status: 'ANNET' }],
  ['reserved', { reserved: true }],
  ['nothing about reservation', { reserved: undefined }],
  ['that the person cannot be notified', { varslingsstatus: 'KAN_IKKE_VARSLES' }],
  [
    'that the person cannot be notified, and no address',
    { varslingsstatus: 'KAN_IKKE_VARSLES', email: undefined, mobile: undefined },
  ],
  ['no address', { email: undefined, mobile: undefined }],
  ['addresses without dates', { email: UNDATED, mobile: UNDATED }],
  ['addresses, none updated or confirmed during 18 months', { mobile: EXPIRED }],
  ['e-mail older than that, mobile newer', {}],
];

const cell = (person: KrrPerson, purpose: Purpose): string => {
  const { notification, reason, channels } = vurderVarsling(person, purpose, NOW);
  if (notification === 'mayBeNotified') return `notify by ${channels.join(', ')}`;
  return `${notification === 'paperOnly' ? 'paper' : 'no channel'} \`${reason}\``;
};

/** Rows of three cells, in English. */
export const decisionTable = (): (readonly [krrSays: string, vedtak: string, servicemelding: string])[] =>
  ROWS.map(([krrSays, changes]) => {
    const person = { ...NOTIFIABLE, ...changes };
    return [krrSays, cell(person, 'vedtak'), cell(person, 'servicemelding')];
  });
