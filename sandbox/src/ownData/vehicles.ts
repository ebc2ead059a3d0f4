import { currentOf, textOf, type Element, type Persona } from '../folkeregister/register.js';
import { MODELS } from '../kjoretoyregister/models.js';
import { newVehicle } from '../kjoretoyregister/newVehicle.js';
import { personOf } from '../kjoretoyregister/parties.js';
import type { Party, Vehicle } from '../kjoretoyregister/vehicle.js';
import type { OwnVehicle } from './schema.js';

/** Above the numbers of the vehicles that are there from the start; their ids are made from it. */
const FIRST_NUMBER = 20_000;
const FIRST_CUSTOMER = 995_000_000;
const REGISTERED = '2020-01-01';

/** Whom a vehicle may belong to, by number. */
export interface Owners {
  readonly person: (number: string) => Persona | undefined;
  readonly organisationName: (number: string) => string | undefined;
}

export const vehiclesOf = (
  vehicles: readonly OwnVehicle[],
  owners: Owners,
  standard: readonly Vehicle[],
): readonly Vehicle[] => {
  const partyOf = customers(owners, standard);
  return vehicles.map(
    ({ plate, owner, coOwner, lessee, model = 'car', registered = REGISTERED, status, controlDueInDays }, index) =>
      newVehicle({
        number: FIRST_NUMBER + index,
        special: 'from your own data',
        model: MODELS[model],
        since: `${registered}T08:00:00+01:00`,
        eier: partyOf(owner),
        ...(coOwner !== undefined && { medeier: partyOf(coOwner) }),
        ...(lessee !== undefined && { leasingtaker: partyOf(lessee) }),
        plates: [{ kjennemerke: plate.replace(/^(..)(\d)/, '$1 $2') }],
        ...(status && { status }),
        kontroll: controlDueInDays === undefined ? {} : { dueInDays: controlDueInDays },
      }),
  );
};

/** One customer for each number, also for those who own something from the start. */
const customers = (owners: Owners, standard: readonly Vehicle[]): ((number: string) => Party) => {
  const known = new Map<string, Party>();
  for (const { eier, medeier, leasingtaker, underenhet } of standard.flatMap(({ tidslinje }) => tidslinje.eierskap)) {
    for (const one of [eier, medeier, leasingtaker, underenhet]) {
      if (!one) continue;
      const { fomTidspunkt: _from, tilTidspunkt: _until, ...party } = one;
      const number = party.enhet?.organisasjonsnummer ?? party.person?.fodselsnummer;
      if (number !== undefined) known.set(number, party);
    }
  }
  const first = known.size;
  return (number) => {
    const party = known.get(number) ?? {
      kundeId: String(FIRST_CUSTOMER + known.size - first),
      erUverifisert: false,
      ...describe(number, owners),
    };
    known.set(number, party);
    return party;
  };
};

const describe = (number: string, owners: Owners): Omit<Party, 'kundeId' | 'erUverifisert'> => {
  const persona = owners.person(number);
  if (!persona) {
    return {
      enhet: { organisasjonsnummer: number, organisasjonsnavn: owners.organisationName(number) ?? '' },
      adresse: {},
    };
  }
  const [home] = currentOf(persona.folkeregisterperson, 'bostedsadresse');
  const isProtected = currentOf(persona.folkeregisterperson, 'adressebeskyttelse').length > 0;
  return {
    person: personOf(persona),
    adresse: addressOf(home?.vegadresse as Element | undefined),
    ...(isProtected && { erUnntattOffentlighet: true }),
  };
};

const addressOf = (road: Element | undefined): Party['adresse'] => {
  if (!road) return {};
  const { husnummer = '', husbokstav = '' } = (road.adressenummer ?? {}) as Readonly<Record<string, string>>;
  const { postnummer, poststedsnavn } = road.poststed as { postnummer: string; poststedsnavn: string };
  return {
    adresselinje1: `${textOf(road, 'adressenavn')} ${husnummer}${husbokstav}`.trim(),
    kommunenummer: textOf(road, 'kommunenummer'),
    postnummer,
    poststed: poststedsnavn,
    land: 'NORGE',
    landkode: 'NOR',
  };
};
