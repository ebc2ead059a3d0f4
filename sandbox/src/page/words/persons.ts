import type { Text } from '../../setup/order.js';

export const PERSONS = {
  intro: {
    nb: 'Alle er oppdiktet, med syntetiske numre. Hva hver av dem er til for, står på engelsk.',
    en: 'All of them are invented, with synthetic numbers.',
  },
  caption: { nb: 'Personer å slå opp', en: 'Persons to look up' },
  search: { nb: 'Søk i navn, nummer og hva de er til for', en: 'Search Names, Numbers and What They Test' },
  empty: { nb: 'Ingen personer passer.', en: 'No persons match.' },
  name: { nb: 'Navn', en: 'Name' },
  number: { nb: 'Nummer', en: 'Number' },
  tests: { nb: 'Prøver', en: 'What it tests' },
  krr: { nb: 'KRR', en: 'KRR' },
} as const satisfies Record<string, Text>;

export const VEHICLES = {
  intro: {
    nb: 'Kjøretøy med noe å prøve. Kjennemerkene har en null som ingen virkelige har.',
    en: 'Vehicles that are there to try something with. Their plates have a zero that no real one has.',
  },
  caption: { nb: 'Kjøretøy å slå opp', en: 'Vehicles to look up' },
  search: { nb: 'Søk i kjennemerker, numre og hva de er til for', en: 'Search Plates, Numbers and What They Test' },
  empty: { nb: 'Ingen kjøretøy passer.', en: 'No vehicles match.' },
  plate: { nb: 'Kjennemerke', en: 'Plate' },
  chassis: { nb: 'Understellsnummer', en: 'Chassis number' },
  status: { nb: 'Status', en: 'Status' },
  owner: { nb: 'Eier', en: 'Owner' },
  tests: { nb: 'Prøver', en: 'What it tests' },
} as const satisfies Record<string, Text>;
