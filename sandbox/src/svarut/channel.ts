import { findKrrPerson } from '../krr/persons.js';
import type { Endpoint, Forsendelse } from './forsendelse.js';
import { findGeneralPractitioner, findHealthParty, type HealthParty } from './healthNetwork.js';
import { findOrganisation, findReceivingSystem } from './organisations.js';
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

/** SvarUt asks the contact register itself and does not care what the sender found there. */
const toPerson = ({ mottaker }: Forsendelse): Delivery | undefined => {
  const person = findKrrPerson(mottaker?.digitalId ?? '');
  if (person?.status !== 'AKTIV' || person.reservasjon !== 'NEI') return undefined;
  if (person.mailbox) return by('dpi');
  return person.varslingsstatus === 'KAN_VARSLES' ? by('altinn', person.readsAltinn === true) : undefined;
};

const toOrganisation = (forsendelse: Forsendelse, { receivingSystemFirst }: SvarutSettings): Delivery | undefined => {
  const { mottaker, forsendelsestype, sikkerhetsniva, taushetsbelagtPost } = forsendelse;
  const number = mottaker?.digitalId ?? '';
  const organisation = findOrganisation(number);
  const system = findReceivingSystem(number, forsendelsestype, sikkerhetsniva) && by('svarinn');
  const opens = organisation?.altinn !== 'none' && (taushetsbelagtPost !== true || organisation?.confidentialMail);
  const altinn = organisation && opens ? by('altinn', organisation.altinn === 'read') : undefined;
  return receivingSystemFirst ? (system ?? altinn) : (altinn ?? system);
};

const toHealthNetwork = ({ mottakertype, mottakerHerId, pasient }: Forsendelse): Delivery | undefined => {
  const party =
    mottakertype === 'HER_ID'
      ? findHealthParty(mottakerHerId ?? 0)
      : findGeneralPractitioner(pasient?.fodselsnummer ?? '');
  return party && { ...by('nhn'), party };
};

const DIGITALLY: Record<Endpoint, (forsendelse: Forsendelse, settings: SvarutSettings) => Delivery | undefined> = {
  person: toPerson,
  organisasjon: toOrganisation,
  nhn: toHealthNetwork,
  print: () => by('print'),
};

export const decideDelivery = (forsendelse: Forsendelse, endpoint: Endpoint, settings: SvarutSettings): Delivery =>
  DIGITALLY[endpoint](forsendelse, settings) ?? by(hasWayToPaper(forsendelse, settings) ? 'print' : 'none');
