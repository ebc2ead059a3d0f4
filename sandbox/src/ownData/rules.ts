import { compactPlate } from '../kjoretoyregister/plates.js';
import type { World } from '../world.js';
import { contradictions } from './contradictions.js';
import { faultOfOrganisationNumber, faultOfPersonNumber, faultOfPlate } from './numbers.js';
import type { Problem } from './problem.js';
import type { Row, Rows } from './rows.js';

/** What a schema cannot say of data: looked at row by row, also where other things are wrong. */
type Rule = (rows: Rows, standard: World) => readonly Problem[];

const RELATIVES = ['mother', 'father', 'spouse', 'guardian'] as const;
const PARTIES = ['owner', 'coOwner', 'lessee'] as const;

const numbersOf = (rows: readonly Row<{ number: string }>[]): ReadonlySet<unknown> =>
  new Set(rows.map(({ row }) => row.number));

/** Keys that are wrong in themselves, there twice, or somebody's already. */
const uniqueKeys = (
  keys: readonly { readonly at: string; readonly key: unknown }[],
  faultOf: (key: unknown) => string | undefined,
  isTaken: (key: string) => boolean,
): readonly Problem[] => {
  const seen = new Set<string>();
  return keys.flatMap(({ at, key }) => {
    if (typeof key !== 'string') return [];
    const isRepeated = seen.has(compactPlate(key));
    seen.add(compactPlate(key));
    const says =
      faultOf(key) ??
      (isRepeated ? 'stands in an earlier row too. Leave one of them out.' : undefined) ??
      (isTaken(key) ? 'is taken: the sandbox has it already. Use another one.' : undefined);
    return says === undefined ? [] : [{ at, says }];
  });
};

const personNumbers: Rule = ({ persons }, standard) =>
  uniqueKeys(
    persons.map(({ at, row }) => ({ at: `${at}/number`, key: row.number })),
    faultOfPersonNumber,
    (number) => standard.persons.findByAnyNumber(number) !== undefined || standard.contacts.find(number) !== undefined,
  );

const organisationNumbers: Rule = ({ organisations }, standard) =>
  uniqueKeys(
    organisations.map(({ at, row }) => ({ at: `${at}/number`, key: row.number })),
    faultOfOrganisationNumber,
    (number) => standard.organisations.find(number) !== undefined,
  );

const plates: Rule = ({ vehicles }, standard) =>
  uniqueKeys(
    vehicles.map(({ at, row }) => ({ at: `${at}/plate`, key: row.plate })),
    faultOfPlate,
    (plate) => standard.vehicles.findByPlate(compactPlate(plate)).length > 0,
  );

const relatives: Rule = ({ persons }) => {
  const known = numbersOf(persons);
  return persons.flatMap(({ at, row }) =>
    RELATIVES.flatMap((column) => {
      const number = row[column];
      if (number === undefined) return [];
      const says =
        faultOfPersonNumber(number) ??
        (known.has(number) ? undefined : 'is the number of nobody in the file. Add the person, or leave this out.') ??
        (number === row.number ? 'is the person itself. Leave it out.' : undefined);
      return says === undefined ? [] : [{ at: `${at}/${column}`, says }];
    }),
  );
};

/** Married is who says so, and whom somebody says so of; the two must not say otherwise of each other. */
const spouses: Rule = ({ persons }) => {
  const claims = persons.filter(({ row }) => row.spouse !== undefined);
  const spouseOf = new Map(claims.map(({ row }) => [row.number, row.spouse]));
  const claimedBy = new Map<unknown, unknown>();
  return claims.flatMap(({ at, row }) => {
    const first = claimedBy.get(row.spouse) ?? row.number;
    claimedBy.set(row.spouse, first);
    const back = spouseOf.get(row.spouse) ?? row.number;
    return first === row.number && back === row.number
      ? []
      : [{ at: `${at}/spouse`, says: 'is married to somebody else. Let the two name each other.' }];
  });
};

const parties: Rule = ({ persons, organisations, vehicles }, standard) => {
  const own = new Set([...numbersOf(persons), ...numbersOf(organisations)]);
  const isKnown = (number: string): boolean =>
    own.has(number) ||
    standard.persons.findByCurrentNumber(number) !== undefined ||
    standard.organisations.find(number) !== undefined;
  return vehicles.flatMap(({ at, row }) =>
    PARTIES.flatMap((column) => {
      const number = row[column];
      if (typeof number !== 'string') return [];
      const says =
        faultOfPersonNumber(number) ??
        faultOfOrganisationNumber(number) ??
        (isKnown(number) ? undefined : 'is the number of nobody in the file or the sandbox. Add the owner.');
      return says === undefined ? [] : [{ at: `${at}/${column}`, says }];
    }),
  );
};

const RULES: readonly Rule[] = [
  personNumbers,
  relatives,
  spouses,
  ({ persons }) => contradictions(persons),
  organisationNumbers,
  plates,
  parties,
];

export const problemsByRule = (rows: Rows, standard: World): readonly Problem[] =>
  RULES.flatMap((rule) => rule(rows, standard));
