import type { Endpoint, Forsendelse } from './forsendelse.js';
import { findGeneralPractitioner, findHealthParty, type HealthParty } from './healthNetwork.js';
import type { SandboxState } from '../state.js';
import type { SvarutSettings } from './settings.js';

export type Channel = 'dpi' | 'altinn' | 'svarinn' | 'nhn' | 'print' | 'none';

export interface Delivery {
  readonly channel: Channel;
  /** Will an unread Altinn letter be read, or end on paper? */
  readonly readInAltinn: boolean;
  /** Who it goes to in the health network. */
  readonly party?: HealthParty;
}

const by = (channel: Channel, readInAltinn = false): Delivery => ({ channel, readInAltinn });

/** May and can it end on paper? */
export const hasWayToPaper = (
  { mottaker, kunDigitalLevering, sikkerhetsniva }: Forsendelse,
  { hoyesteOnPaper }: SvarutSettings,
): boolean =>
  kunDigitalLevering !== true && mottaker?.adresse != null && (hoyesteOnPaper || sikkerhetsniva !== 'HOYESTE');

/** How a shipment goes digitally, if it can. */
type Way = (forsendelse: Forsendelse, settings: SvarutSettings, state: SandboxState) => Delivery | undefined;

/** SvarUt asks the contact register itself and does not care what the sender found there. */
const toPerson: Way = ({ mottaker }, _settings, state) => {
  const person = state.findContact(mottaker?.digitalId ?? '');
  if (person?.status !== 'AKTIV' || person.reservasjon !== 'NEI') return undefined;
  if (person.mailbox) return by('dpi');
  return person.varslingsstatus === 'KAN_VARSLES' ? by('altinn', person.readsAltinn === true) : undefined;
};

const toOrganisation: Way = (forsendelse, { receivingSystemFirst }, { world: { organisations } }) => {
  const { mottaker, forsendelsestype, sikkerhetsniva, taushetsbelagtPost } = forsendelse;
  const number = mottaker?.digitalId ?? '';
  const organisation = organisations.find(number);
  const system = organisations.findReceivingSystem(number, forsendelsestype, sikkerhetsniva) && by('svarinn');
  const opens = organisation?.altinn !== 'none' && (taushetsbelagtPost !== true || organisation?.confidentialMail);
  const altinn = organisation && opens ? by('altinn', organisation.altinn === 'read') : undefined;
  return receivingSystemFirst ? (system ?? altinn) : (altinn ?? system);
};

const toHealthNetwork: Way = ({ mottakertype, mottakerHerId, pasient }) => {
  const party =
    mottakertype === 'HER_ID'
      ? findHealthParty(mottakerHerId ?? 0)
      : findGeneralPractitioner(pasient?.fodselsnummer ?? '');
  return party && { ...by('nhn'), party };
};

const DIGITALLY: Record<Endpoint, Way> = {
  person: toPerson,
  organisasjon: toOrganisation,
  nhn: toHealthNetwork,
  print: () => by('print'),
};

export const decideDelivery = (forsendelse: Forsendelse, endpoint: Endpoint, state: SandboxState): Delivery =>
  DIGITALLY[endpoint](forsendelse, state.settings, state) ??
  by(hasWayToPaper(forsendelse, state.settings) ? 'print' : 'none');
