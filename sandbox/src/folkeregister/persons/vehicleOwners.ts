import type { NewPerson } from './newPerson.js';
import { road } from './places.js';

/** Those whom the recorded vehicles belong to, but for the lessee of EL 00106: Folkeregisteret does not know everybody. */
export const VEHICLE_OWNERS: readonly NewPerson[] = [
  {
    slug: 'owner-of-vehicles',
    special: 'Owns vehicles',
    number: '14837810141',
    born: '1978-03-14',
    gender: 'mann',
    name: 'VARM TEKOPP',
    bosted: [road('2008-05-01', 'Syntetveien 1', 'oslo')],
  },
  {
    slug: 'owner-with-co-owner',
    special: 'Owns a vehicle together with somebody at the same address',
    number: '02918521073',
    born: '1985-11-02',
    gender: 'kvinne',
    name: 'BLÅ RASK SYKKEL',
    bosted: [road('2016-09-01', 'Prøvestien 22B', 'bergen')],
  },
  {
    slug: 'co-owner',
    special: 'Co-owner of a vehicle',
    number: '27869033362',
    born: '1990-06-27',
    gender: 'mann',
    name: 'STILLE LAMPE',
    bosted: [road('2016-09-01', 'Prøvestien 22B', 'bergen')],
  },
  {
    slug: 'owner-not-in-krr',
    special: 'Owns an old vehicle, and is not registered in KRR',
    number: '09896112071',
    born: '1961-09-09',
    gender: 'kvinne',
    name: 'SNILL REGNBUE',
    bosted: [road('1988-04-01', 'Testbakken 7', 'stillevik')],
  },
  {
    slug: 'former-owner',
    special: 'Owned a vehicle until 2009',
    number: '30817240492',
    born: '1972-01-30',
    gender: 'kvinne',
    name: 'KLOK OSTEHØVEL',
    bosted: [road('1999-10-01', 'Eksempelgata 40', 'hamar')],
  },
];
