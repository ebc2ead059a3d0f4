import type { NewPerson } from './newPerson.js';
import { estateAddress, road } from './places.js';

const deceased = (
  person: Pick<NewPerson, 'slug' | 'special' | 'number' | 'born' | 'gender' | 'name' | 'estate'> & {
    readonly died: string;
    readonly home: string;
  },
): NewPerson => {
  const { home, ...rest } = person;
  return {
    ...rest,
    status: { since: person.died, status: 'doed' },
    bosted: [road('1985-01-01', home, 'stillevik', { until: person.died })],
  };
};

/** The dead, with each kind of contact for the estate, and one without any. */
export const ESTATES: readonly NewPerson[] = [
  deceased({
    slug: 'estate-with-lawyer',
    special: 'Dead; a lawyer answers for the estate',
    number: '07874449924',
    born: '1944-07-07',
    gender: 'mann',
    name: 'STAUT ISTAPP',
    died: '2023-12-20',
    home: 'Vinterveien 4',
    estate: {
      since: '2024-02-01',
      skifteform: 'annet',
      attestutstedelsesdato: '2024-02-01',
      advokat: {
        personnavn: { fornavn: 'GRUNDIG', etternavn: 'PARAGRAF' },
        organisasjonsnavn: 'KONSTRUERT ADVOKATFIRMA AS',
        organisasjonsnummer: '313055108',
      },
      adresse: estateAddress('Rettsgata 1', 'oslo'),
    },
  }),
  deceased({
    slug: 'estate-with-organisation',
    special: 'Dead; the estate is settled publicly, by an organisation',
    number: '29823649817',
    born: '1936-02-29',
    gender: 'kvinne',
    name: 'BLID SNØKLOKKE',
    died: '2026-01-15',
    home: 'Vinterveien 10',
    estate: {
      since: '2026-03-01',
      skifteform: 'offentlig',
      attestutstedelsesdato: '2026-03-01',
      organisasjon: {
        organisasjonsnavn: 'KONSTRUERT TINGRETT',
        organisasjonsnummer: '312611201',
        kontaktpersonnavn: { fornavn: 'PRESIS', etternavn: 'SKIFTE' },
      },
      adresse: estateAddress('Tinghuset', 'bergen'),
    },
  }),
  deceased({
    slug: 'estate-with-unnumbered-person',
    special: 'Dead; the contact of the estate is a person without a Norwegian number',
    number: '18862949478',
    born: '1929-06-18',
    gender: 'kvinne',
    name: 'GAMMEL VEGGKLOKKE',
    died: '2025-08-08',
    home: 'Vinterveien 12',
    estate: {
      since: '2025-10-10',
      skifteform: 'annet',
      attestutstedelsesdato: '2025-10-10',
      person: { foedselsdato: '1960-04-04', personnavn: { fornavn: 'FJERN', etternavn: 'VEGGKLOKKE' } },
      adresse: estateAddress('c/o Konstruert vert', 'oslo'),
    },
  }),
  deceased({
    slug: 'estate-without-contact',
    special: 'Dead; nobody answers for the estate yet',
    number: '10905049904',
    born: '1950-10-10',
    gender: 'mann',
    name: 'BRÅ SOMMERFUGL',
    died: '2026-10-20',
    home: 'Vinterveien 14',
  }),
];
