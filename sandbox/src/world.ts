import { EVERYONE, PersonRegister } from './folkeregister/register.js';
import { VEHICLES, VehicleRegister } from './kjoretoyregister/register.js';
import { KRR_PERSONS } from './krr/persons.js';
import { ContactRegister } from './krr/register.js';
import { readOwnData, type OwnWorld } from './ownData/readOwnData.js';
import type { OwnData } from './ownData/schema.js';
import { Population } from './population/population.js';
import { OrganisationRegister } from './svarut/organisationRegister.js';
import { ORGANISATIONS, RECEIVING_SYSTEMS } from './svarut/organisations.js';

/** Who and what there is in one sandbox. It stays as it is, also when the sandbox forgets everything else. */
export interface World {
  readonly persons: PersonRegister;
  readonly contacts: ContactRegister;
  readonly organisations: OrganisationRegister;
  readonly vehicles: VehicleRegister;
}

export interface WorldOptions {
  /** How many persons to generate besides those who are there from the start; at most a million. */
  readonly persons?: number;
  /** Other persons are generated for another seed. */
  readonly seed?: number;
  /** Persons, organisations and vehicles of one's own: a JSON or CSV file, or what a JSON file would hold. */
  readonly data?: string | OwnData;
}

/** @throws OwnDataError with all that is wrong with data of one's own */
export const createWorld = ({ persons = 0, seed = 1, data }: WorldOptions = {}): World => {
  const population = new Population(persons, seed);
  const standard = worldWith(population, NOTHING);
  return data === undefined ? standard : worldWith(population, readOwnData(data, standard));
};

const NOTHING: OwnWorld = { persons: [], contacts: [], organisations: [], receivingSystems: [], vehicles: [] };

const worldWith = (population: Population, own: OwnWorld): World => ({
  persons: new PersonRegister([...EVERYONE, ...own.persons], population),
  contacts: new ContactRegister([...KRR_PERSONS, ...own.contacts], (number) => population.findContact(number)),
  organisations: new OrganisationRegister(
    [...ORGANISATIONS, ...own.organisations],
    [...RECEIVING_SYSTEMS, ...own.receivingSystems],
  ),
  vehicles: new VehicleRegister([...VEHICLES, ...own.vehicles]),
});
