/** Rows of one's own for tests. Their numbers are worked out here, so that none of them stands in a file. */
import { withControlDigits } from '../../sandbox/src/identifiers';

/**
 * @param date as the number begins with it: day, month and year with two digits each
 * @param first the lowest individual number; an odd one gives a man's number
 */
const numberFor = (date: string, first: number): string => {
  for (let individual = first; individual < first + 20; individual += 2) {
    const number = withControlDigits(`${date}${individual}`);
    if (number !== undefined) return number;
  }
  throw new Error('there is no such number');
};

/** Nothing is added to the month; but it is of somebody born in 2039, whom nobody is yet. */
export const REAL_LOOKING = numberFor('010139', 900);

export const MOTHER = numberFor('018180', 480);
export const FATHER = numberFor('028279', 481);
export const CHILD = numberFor('038318', 520);
export const WARD = numberFor('048450', 480);
export const DEAD = numberFor('058540', 481);

export const ORGANISATION = '310001112';

const HOME = { street: 'Egenveien 7B', postcode: '0150', town: 'Oslo', municipality: '0301' };

export const PERSONS = [
  {
    number: MOTHER,
    name: 'Kari Egen',
    birthDate: '1980-01-01',
    ...HOME,
    spouse: FATHER,
    email: 'kari@example.com',
    mobile: '+4799999999',
    mailbox: 'digipost',
  },
  {
    number: FATHER,
    name: 'Ola Midt Egen',
    birthDate: '1979-02-02',
    ...HOME,
    krr: 'reserved',
    email: 'ola@example.com',
  },
  { number: CHILD, name: 'Barn Egen', birthDate: '2018-03-03', ...HOME, mother: MOTHER, father: FATHER },
  {
    number: WARD,
    name: 'Gamle Egen',
    birthDate: '1950-04-04',
    protection: 'fortrolig',
    ...HOME,
    guardian: MOTHER,
    krr: 'expired',
    mobile: '+4799999999',
  },
  { number: DEAD, name: 'Borte Egen', birthDate: '1940-05-05', deathDate: '2024-01-01', ...HOME, spouse: WARD },
] as const;

export const ORGANISATIONS = [
  { number: ORGANISATION, name: 'EGEN BEDRIFT AS', altinn: 'none', receivingSystem: true },
] as const;

export const VEHICLES = [
  { plate: 'SB 00901', owner: MOTHER, coOwner: FATHER, model: 'van', registered: '2021-05-01', controlDueInDays: 30 },
  { plate: 'SB00902', owner: ORGANISATION, lessee: WARD },
  { plate: 'SB 00903', owner: '310475025', status: 'AVREGISTRERT' },
] as const;

export const DATA = { persons: PERSONS, organisations: ORGANISATIONS, vehicles: VEHICLES };
