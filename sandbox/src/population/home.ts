import type { Described } from '../folkeregister/persons/newPerson.js';
import { road, TOWN_NAMES, type Town } from '../folkeregister/persons/places.js';
import { byShare, oneOf, type Shares } from './draw.js';
import { isOld, type Household, type Member } from './household.js';
import { DIED, familyKind, isDead, oldKind } from './kinds.js';
import { MATTER } from './matter.js';
import { STREETS } from './names.js';

const PROTECTIONS: Shares<'fortrolig' | 'strengtFortrolig' | undefined> = [
  [2, 'fortrolig'],
  [1, 'strengtFortrolig'],
  [97, undefined],
];

const PROTECTED_SINCE = '2023-02-01';
const HOUSES = 90;
const FIRST_MOVE = 2000;
const YEARS_OF_MOVING = 20;

/** Every household has up to four homes: the family's, that of a father who lives apart, and the same of the old. */
const homeIndex = (household: Household, member: Member): number => {
  if (isOld(member)) return member === 'oldMan' && oldKind(household) === 'strangers' ? 3 : 2;
  return member === 'father' && familyKind(household) === 'apart' ? 1 : 0;
};

export const addressOf = (household: Household, member: Member): { readonly street: string; readonly town: Town } => {
  const drawn = household.draw(household.index, MATTER.home + homeIndex(household, member));
  const town = oneOf(TOWN_NAMES, drawn >>> 16);
  return { street: `${oneOf(STREETS, drawn)} ${1 + ((drawn >>> 8) % HOUSES)}`, town };
};

/** Where somebody lives, and whether that may be known. Who shares a home shares its protection. */
export const homeOf = (household: Household, member: Member): Partial<Described> => {
  const home = homeIndex(household, member);
  const { street, town } = addressOf(household, member);
  const year = FIRST_MOVE + (household.draw(household.index, MATTER.moved + home) % YEARS_OF_MOVING);
  const [since = ''] = [`${year}-06-01`, household.bornOf(member)].sort().reverse();
  if (isDead(household, member)) return { bosted: [road(since, street, town, { until: DIED })] };
  const grade = byShare(PROTECTIONS, household.draw(household.index, MATTER.protection + home));
  if (grade === undefined) return { bosted: [road(since, street, town)] };
  const [protectedSince = ''] = [PROTECTED_SINCE, since].sort().reverse();
  return {
    protection: { since: protectedSince, graderingsnivaa: grade },
    ...(grade === 'fortrolig' && { bosted: [road(protectedSince, street, town, { adressegradering: grade })] }),
  };
};
