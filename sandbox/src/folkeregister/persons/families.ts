import type { NewPerson } from './newPerson.js';
import { childOf, parentOf, responsible } from './relations.js';
import { cadastre, nowhere, road } from './places.js';

const MOTHER = '19878849879';
const FATHER = '05918349946';
const TWO_MOTHERS = ['28818649829', '09898749867'] as const;
const GRANDMOTHER = '25855749818';

const CHILD_OF_MOTHER = '02831589976';
const CHILD_OF_FATHER = '23901289891';
const CHILD_OF_TWO_MOTHERS = '12861989648';
const CHILD_OF_OTHERS = '04841189960';
const CHILD_OF_ORGANISATION = '14881489873';
const CHILD_OF_UNKNOWN = '20821789991';
const NEWBORN = '29902689808';
const ALMOST_ADULT = '02810989931';

/** Every kind of parental responsibility, and the parents. */
export const FAMILIES: readonly NewPerson[] = [
  {
    slug: 'child-of-mother',
    special: 'Child whose mother alone has parental responsibility',
    number: CHILD_OF_MOTHER,
    born: '2015-03-02',
    gender: 'mann',
    name: 'KVIKK LYSESTAKE',
    bosted: [road('2015-03-02', 'Lampeveien 8', 'stillevik')],
    family: [childOf(MOTHER, 'mor')],
    foreldreansvar: [responsible('mor', CHILD_OF_MOTHER, MOTHER)],
  },
  {
    slug: 'single-mother',
    special: 'Mother with parental responsibility alone, moved here in 2023',
    number: MOTHER,
    born: '1988-07-19',
    gender: 'kvinne',
    name: 'VARM LYSESTAKE',
    bosted: [
      road('2023-08-15', 'Lampeveien 8', 'stillevik'),
      road('2010-01-10', 'Gamleveien 3', 'oslo', { former: true }),
    ],
    family: [parentOf(CHILD_OF_MOTHER, 'mor'), parentOf(NEWBORN, 'mor')],
    foreldreansvar: [responsible('mor', CHILD_OF_MOTHER, MOTHER), responsible('mor', NEWBORN, MOTHER)],
  },
  {
    slug: 'child-of-father',
    special: 'Child whose father alone has parental responsibility',
    number: CHILD_OF_FATHER,
    born: '2012-10-23',
    gender: 'kvinne',
    name: 'SPENSTIG MURSKJE',
    bosted: [road('2012-10-23', 'Mørtelgata 5', 'bodoe')],
    family: [childOf(FATHER, 'far')],
    foreldreansvar: [responsible('far', CHILD_OF_FATHER, FATHER)],
  },
  {
    slug: 'single-father',
    special: 'Father with parental responsibility alone',
    number: FATHER,
    born: '1983-11-05',
    gender: 'mann',
    name: 'STØDIG MURSKJE',
    bosted: [road('2011-06-01', 'Mørtelgata 5', 'bodoe')],
    family: [parentOf(CHILD_OF_FATHER, 'far'), parentOf(ALMOST_ADULT, 'far')],
    foreldreansvar: [responsible('far', CHILD_OF_FATHER, FATHER), responsible('far', ALMOST_ADULT, FATHER)],
  },
  {
    slug: 'child-of-two-mothers',
    special: 'Child of a mother and a co-mother, joint responsibility',
    number: CHILD_OF_TWO_MOTHERS,
    born: '2019-06-12',
    gender: 'kvinne',
    name: 'GLITRENDE SEILBÅT',
    bosted: [road('2019-06-12', 'Bryggeveien 2C', 'bergen')],
    family: [childOf(TWO_MOTHERS[0], 'mor'), childOf(TWO_MOTHERS[1], 'medmor')],
    foreldreansvar: TWO_MOTHERS.map((mother) => responsible('felles', CHILD_OF_TWO_MOTHERS, mother)),
  },
  {
    slug: 'mother-of-two-mothers',
    special: 'Mother, married to the co-mother',
    number: TWO_MOTHERS[0],
    born: '1986-01-28',
    gender: 'kvinne',
    name: 'MODIG SEILBÅT',
    sivilstand: { since: '2016-05-21', sivilstand: 'gift', relatertVedSivilstand: TWO_MOTHERS[1] },
    bosted: [road('2016-06-01', 'Bryggeveien 2C', 'bergen')],
    family: [
      { to: TWO_MOTHERS[1], theyAre: 'ektefelleEllerPartner', iAm: 'ektefelleEllerPartner' },
      parentOf(CHILD_OF_TWO_MOTHERS, 'mor'),
    ],
    foreldreansvar: [responsible('felles', CHILD_OF_TWO_MOTHERS, TWO_MOTHERS[0])],
  },
  {
    slug: 'co-mother',
    special: 'Co-mother, married to the mother',
    number: TWO_MOTHERS[1],
    born: '1987-09-09',
    gender: 'kvinne',
    name: 'LUN SEILBÅT',
    sivilstand: { since: '2016-05-21', sivilstand: 'gift', relatertVedSivilstand: TWO_MOTHERS[0] },
    bosted: [road('2016-06-01', 'Bryggeveien 2C', 'bergen')],
    family: [
      { to: TWO_MOTHERS[0], theyAre: 'ektefelleEllerPartner', iAm: 'ektefelleEllerPartner' },
      parentOf(CHILD_OF_TWO_MOTHERS, 'medmor'),
    ],
    foreldreansvar: [responsible('felles', CHILD_OF_TWO_MOTHERS, TWO_MOTHERS[1])],
  },
  {
    slug: 'child-of-grandmother',
    special: 'Child for whom somebody else, the grandmother, is responsible',
    number: CHILD_OF_OTHERS,
    born: '2011-04-04',
    gender: 'mann',
    name: 'STILLE FJELLVANN',
    bosted: [road('2018-02-01', 'Fossebakken 11', 'stillevik')],
    foreldreansvar: [responsible('andre', CHILD_OF_OTHERS, GRANDMOTHER)],
  },
  {
    slug: 'grandmother',
    special: 'Responsible for a grandchild',
    number: GRANDMOTHER,
    born: '1957-05-25',
    gender: 'kvinne',
    name: 'TRYGG FJELLVANN',
    bosted: [road('1990-09-01', 'Fossebakken 11', 'stillevik')],
    foreldreansvar: [responsible('andre', CHILD_OF_OTHERS, GRANDMOTHER)],
  },
  {
    slug: 'child-of-organisation',
    special: 'Child for whom an organisation is responsible',
    number: CHILD_OF_ORGANISATION,
    born: '2014-08-14',
    gender: 'kvinne',
    name: 'LETT PUSLESPILL',
    bosted: [road('2020-11-01', 'Omsorgsveien 1', 'stillevik')],
    foreldreansvar: [{ ansvar: 'andre', ansvarssubjekt: CHILD_OF_ORGANISATION, ansvarligOrganisasjon: '310475025' }],
  },
  {
    slug: 'child-of-unknown',
    special: 'Child of whom it is not known who is responsible',
    number: CHILD_OF_UNKNOWN,
    born: '2017-02-20',
    gender: 'mann',
    name: 'UNDRENDE KOMPASS',
    bosted: [cadastre('2017-02-20', 'stillevik', 12, 40)],
    foreldreansvar: [{ ansvar: 'ukjent', ansvarssubjekt: CHILD_OF_UNKNOWN }],
  },
  {
    slug: 'newborn',
    special: 'Newborn without a name and an address, status foedselsregistrert',
    number: NEWBORN,
    born: '2026-10-29',
    gender: 'kvinne',
    name: 'RASK*PIKE LYSESTAKE',
    status: { since: '2026-10-29', status: 'foedselsregistrert' },
    bosted: [nowhere('2026-10-29', 'stillevik')],
    family: [childOf(MOTHER, 'mor')],
    foreldreansvar: [responsible('mor', NEWBORN, MOTHER)],
  },
  {
    slug: 'comes-of-age-2027',
    special: 'Minor who comes of age on 2 January 2027',
    number: ALMOST_ADULT,
    born: '2009-01-02',
    gender: 'mann',
    name: 'UTÅLMODIG MURSKJE',
    bosted: [road('2011-06-01', 'Mørtelgata 5', 'bodoe')],
    family: [childOf(FATHER, 'far')],
    foreldreansvar: [responsible('far', ALMOST_ADULT, FATHER)],
  },
];
