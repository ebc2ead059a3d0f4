import { osloDate } from '../osloTime.js';
import { EXEMPT } from './codes.js';
import { isSoAt } from './moment.js';
import type { Onlooker } from './onlooker.js';
import type { Eierskap, Kontroll, PersonEnhet, Vehicle } from './vehicle.js';

/** A vehicle on the wire. */
export type Kjoretoy = Readonly<Record<string, unknown>>;

export interface Sight extends Onlooker {
  /** What is asked about: only ownership, plates and registration follow it. */
  readonly moment: Date;
}

/** One vehicle as the register answers: what is empty or held back is left out. */
export const viewOf = (
  vehicle: Vehicle,
  { moment, virtualStart, settings }: Pick<Sight, 'moment' | 'virtualStart' | 'settings'>,
): Kjoretoy => {
  const { kjoretoyId, forstegangsregistrering, godkjenning, kontroll, tidslinje } = vehicle;
  const eierskap = tidslinje.eierskap.find(({ eier }) => isSoAt(eier, moment));
  const kjennemerke = tidslinje.kjennemerke.filter((plate) => isSoAt(plate, moment));
  const ordinary = kjennemerke.find(({ kjennemerkekategori }) => kjennemerkekategori === 'KJORETOY');
  const registrering = tidslinje.registrering.find((entry) => isSoAt(entry, moment));
  const { tekniskGodkjenning, ...otherApprovals } = godkjenning;
  return {
    kjoretoyId: { ...kjoretoyId, ...(ordinary && { kjennemerke: ordinary.kjennemerke }) },
    ...(forstegangsregistrering && { forstegangsregistrering }),
    ...(eierskap &&
      !isExempt(vehicle, 'ownership') && { eierskap: ownershipOf(eierskap, settings.vehicleOwnerNumbers) }),
    kjennemerke,
    ...(registrering && { registrering }),
    godkjenning: isExempt(vehicle, 'technicalData') ? otherApprovals : { ...otherApprovals, tekniskGodkjenning },
    periodiskKjoretoyKontroll: controlOf(kontroll, virtualStart),
  };
};

export const isExempt = ({ kjoretoyId }: Vehicle, what: keyof typeof EXEMPT): boolean =>
  kjoretoyId.unntattOffentlighet.some(({ kodeVerdi }) => kodeVerdi === EXEMPT[what].kodeVerdi);

const ownershipOf = ({ vedtakstidspunkt, ...parties }: Eierskap, ownerNumbers: boolean) => ({
  ...Object.fromEntries(
    Object.entries(parties).map(([role, party]) => [role, ownerNumbers ? party : withoutNumber(party)]),
  ),
  vedtakstidspunkt,
});

export const withoutNumber = <P extends Pick<PersonEnhet, 'person'>>(party: P): P => {
  if (!party.person) return party;
  const { fodselsnummer: _number, ...person } = party.person;
  return { ...party, person };
};

const controlOf = ({ dueInDays, approvedInDays }: Kontroll, since: Date) => ({
  ...(dueInDays !== undefined && { kontrollfrist: osloDate(since, dueInDays) }),
  ...(approvedInDays !== undefined && { sistGodkjent: osloDate(since, approvedInDays) }),
});
