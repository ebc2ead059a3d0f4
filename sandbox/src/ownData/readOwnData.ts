import type { Persona } from '../folkeregister/register.js';
import type { Vehicle } from '../kjoretoyregister/vehicle.js';
import type { KrrPerson } from '../krr/contact.js';
import type { Organisation, ReceivingSystem } from '../svarut/organisations.js';
import type { World } from '../world.js';
import { contactsOf } from './contacts.js';
import { problemsOfForm } from './form.js';
import { organisationsOf, receivingSystemsOf } from './organisations.js';
import { personasOf } from './persons.js';
import { OwnDataError } from './problem.js';
import { rowsOf } from './rows.js';
import { problemsByRule } from './rules.js';
import type { OwnData } from './schema.js';
import { readSource } from './source.js';
import { vehiclesOf } from './vehicles.js';

/** What comes to the world that is there from the start. */
export interface OwnWorld {
  readonly persons: readonly Persona[];
  readonly contacts: readonly KrrPerson[];
  readonly organisations: readonly Organisation[];
  readonly receivingSystems: readonly ReceivingSystem[];
  readonly vehicles: readonly Vehicle[];
}

/**
 * @param data a JSON or CSV file, or what a JSON file would hold
 * @param standard what is there already, which nothing may collide with
 * @throws OwnDataError with all that is wrong at once, and none of what stands there
 */
export const readOwnData = (data: string | OwnData, standard: World): OwnWorld => {
  const { persons = [], organisations = [], vehicles = [] } = checked(data, standard);
  const personas = personasOf(persons, new Date());
  const byNumber = new Map(personas.map((persona) => [persona.foedselsEllerDNummer, persona]));
  const names = new Map(organisations.map(({ number, name }) => [number, name]));
  const owners = {
    person: (number: string) => byNumber.get(number) ?? standard.persons.findByCurrentNumber(number),
    organisationName: (number: string) => names.get(number) ?? standard.organisations.find(number)?.navn,
  };
  return {
    persons: personas,
    contacts: contactsOf(persons),
    organisations: organisationsOf(organisations),
    receivingSystems: receivingSystemsOf(organisations),
    vehicles: vehiclesOf(vehicles, owners, standard.vehicles.all),
  };
};

/** Line 10 comes after line 9. */
const byPlace = new Intl.Collator('en', { numeric: true });

const checked = (data: string | OwnData, standard: World): OwnData => {
  const { value, problems, placeOf } = readSource(data);
  const found = [...problemsOfForm(value), ...problemsByRule(rowsOf(value), standard)];
  const said = new Set([...problems, ...found.map(({ at, says }) => `${placeOf(at)}: ${says}`)]);
  if (said.size > 0) throw new OwnDataError([...said].sort(byPlace.compare));
  return value as OwnData;
};
