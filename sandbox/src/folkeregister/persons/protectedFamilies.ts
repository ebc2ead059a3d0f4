import type { NewPerson } from './newPerson.js';
import { road } from './places.js';
import { childOf, parentOf, responsible } from './relations.js';

const CONFIDENTIAL_MOTHER = '13839149896';
const CONFIDENTIAL_CHILD = '06921689800';
const STRICT_MOTHER = '24929249875';
const STRICT_CHILD = '03891889908';

const gradedRoad = (since: string, text: string, adressegradering: string) =>
  road(since, text, 'hamar', { adressegradering });

/** Children who are protected with their mothers. */
export const PROTECTED_FAMILIES: readonly NewPerson[] = [
  {
    slug: 'confidential-child',
    special: 'Child with a confidential address, as the mother has',
    number: CONFIDENTIAL_CHILD,
    born: '2016-12-06',
    gender: 'kvinne',
    name: 'VÅKEN GJEMSEL',
    protection: { since: '2024-01-10', graderingsnivaa: 'fortrolig' },
    bosted: [gradedRoad('2024-01-10', 'Skjermveien 4', 'fortrolig')],
    family: [childOf(CONFIDENTIAL_MOTHER, 'mor')],
    foreldreansvar: [responsible('mor', CONFIDENTIAL_CHILD, CONFIDENTIAL_MOTHER)],
  },
  {
    slug: 'confidential-mother',
    special: 'Mother with a confidential address',
    number: CONFIDENTIAL_MOTHER,
    born: '1991-03-13',
    gender: 'kvinne',
    name: 'VARSOM GJEMSEL',
    protection: { since: '2024-01-10', graderingsnivaa: 'fortrolig' },
    bosted: [gradedRoad('2024-01-10', 'Skjermveien 4', 'fortrolig')],
    family: [parentOf(CONFIDENTIAL_CHILD, 'mor')],
    foreldreansvar: [responsible('mor', CONFIDENTIAL_CHILD, CONFIDENTIAL_MOTHER)],
  },
  {
    slug: 'strictly-confidential-child',
    special: 'Child with a strictly confidential address: no address at all',
    number: STRICT_CHILD,
    born: '2018-09-03',
    gender: 'mann',
    name: 'SAKTE SKYGGE',
    protection: { since: '2023-11-20', graderingsnivaa: 'strengtFortrolig' },
    family: [childOf(STRICT_MOTHER, 'mor')],
    foreldreansvar: [responsible('mor', STRICT_CHILD, STRICT_MOTHER)],
  },
  {
    slug: 'strictly-confidential-mother',
    special: 'Mother with a strictly confidential address; an ungraded one of former days is in the history',
    number: STRICT_MOTHER,
    born: '1992-12-24',
    gender: 'kvinne',
    name: 'STERK SKYGGE',
    protection: { since: '2023-11-20', graderingsnivaa: 'strengtFortrolig' },
    bosted: [road('2015-04-01', 'Forlattgata 6', 'bodoe', { until: '2023-11-20' })],
    family: [parentOf(STRICT_CHILD, 'mor')],
    foreldreansvar: [responsible('mor', STRICT_CHILD, STRICT_MOTHER)],
  },
];
