import type { Described } from '../folkeregister/persons/newPerson.js';
import { childOf, parentOf, partnerOf, responsible } from '../folkeregister/persons/relations.js';
import { CHILDREN, isChild, type Child, type Household, type Parent } from './household.js';
import { familyKind } from './kinds.js';

const ROLES = { mother: 'mor', father: 'far' } as const;
const MARRIED_SINCE = '2008-06-21';

/** What a parent or a child has of relations, and whom they are married to. */
export const familyPart = (household: Household, member: Parent | Child): Partial<Described> =>
  isChild(member) ? partOfChild(household, member) : partOfParent(household, member);

const partOfChild = (household: Household, child: Child): Partial<Described> => {
  const own = household.numberOf(child) ?? '';
  const parents = (['mother', 'father'] as const).flatMap((parent) => {
    const number = household.numberOf(parent);
    return number === undefined ? [] : [{ parent, number }];
  });
  return {
    family: parents.map(({ parent, number }) => childOf(number, ROLES[parent])),
    foreldreansvar: parents
      .filter(({ parent }) => isAnswerable(household, parent))
      .map(({ number }) => responsible(custodyOf(household), own, number)),
  };
};

const partOfParent = (household: Household, parent: Parent): Partial<Described> => {
  const own = household.numberOf(parent) ?? '';
  const partner = household.numberOf(parent === 'mother' ? 'father' : 'mother');
  const children = CHILDREN.flatMap((child) => {
    const number = household.numberOf(child);
    return number === undefined ? [] : [{ number, since: household.bornOf(child) }];
  });
  const isMarried = familyKind(household) === 'married' && partner !== undefined;
  return {
    family: [
      ...(isMarried ? [partnerOf(partner, MARRIED_SINCE)] : []),
      ...children.map(({ number, since }) => ({ ...parentOf(number, ROLES[parent]), since })),
    ],
    foreldreansvar: isAnswerable(household, parent)
      ? children.map(({ number, since }) => ({ since, ...responsible(custodyOf(household), number, own) }))
      : [],
    ...(isMarried && {
      sivilstand: { since: MARRIED_SINCE, sivilstand: 'gift', relatertVedSivilstand: partner },
    }),
  };
};

const custodyOf = (household: Household): string => (familyKind(household) === 'apart' ? 'mor' : 'felles');

const isAnswerable = (household: Household, parent: Parent): boolean =>
  parent === 'mother' || familyKind(household) !== 'apart';
