import type { Described } from '../folkeregister/persons/newPerson.js';
import { oneOf } from './draw.js';
import { familyPart } from './family.js';
import { homeOf } from './home.js';
import { COHORTS, isOld, MEMBERS, type Household, type Member } from './household.js';
import { MATTER } from './matter.js';
import { FAMILY_NAMES, FIRST_NAMES } from './names.js';
import { oldPart } from './oldPair.js';

/** A member of a household, in the words in which all persons of the sandbox are described. */
export const describe = (household: Household, member: Member, number: string): Described => ({
  number,
  born: household.bornOf(member),
  gender: COHORTS[member].gender,
  name: nameOf(household, member),
  ...(isOld(member) ? oldPart(household, member) : familyPart(household, member)),
  ...homeOf(household, member),
});

const nameOf = ({ index, draw }: Household, member: Member): string => {
  const first = oneOf(FIRST_NAMES, draw(index, MATTER.firstName + MEMBERS.indexOf(member)));
  const family = oneOf(FAMILY_NAMES, draw(index, isOld(member) ? MATTER.oldName : MATTER.familyName));
  return `${first} ${family}`;
};
