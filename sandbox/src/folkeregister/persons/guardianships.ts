import type { NewPerson } from './newPerson.js';
import { road, stay } from './places.js';

const GUARDIAN = '03867549993';
const GUARDIAN_OF_CHILD = '30886849822';

const STATSFORVALTER = 'Konstruert statsforvalter';

const guardian = (vergemaaltype: string, since: string, verge: object) => ({
  since,
  vergemaaltype,
  embete: STATSFORVALTER,
  verge,
});

/** Those who have a guardian or an attorney, and two who are one. */
export const GUARDIANSHIPS: readonly NewPerson[] = [
  {
    slug: 'guardian',
    special: 'Guardian of two adults',
    number: GUARDIAN,
    born: '1975-06-03',
    gender: 'mann',
    name: 'HJELPSOM REKKVERK',
    bosted: [road('2005-03-01', 'Støtteveien 9', 'hamar')],
  },
  {
    slug: 'ward-in-everything',
    special: 'Adult with a guardian for personal and economic matters',
    number: '11824849813',
    born: '1948-02-11',
    gender: 'kvinne',
    name: 'GLEMSOM FOTSKAMMEL',
    bosted: [road('1999-05-01', 'Hvilestien 2', 'hamar')],
    guardian: guardian('voksen', '2023-05-04', {
      foedselsEllerDNummer: GUARDIAN,
      navn: { fornavn: 'HJELPSOM', etternavn: 'REKKVERK' },
      omfang: 'personligeOgOekonomiskeInteresser',
      omfangetErInnenPersonligOmraade: true,
    }),
  },
  {
    slug: 'ward-in-economy',
    special: 'Adult with a guardian for economic matters only',
    number: '21895949954',
    born: '1959-09-21',
    gender: 'mann',
    name: 'RAUS SPAREGRIS',
    bosted: [road('2001-01-15', 'Myntgata 7', 'hamar')],
    guardian: guardian('voksen', '2022-10-01', {
      foedselsEllerDNummer: GUARDIAN,
      navn: { fornavn: 'HJELPSOM', etternavn: 'REKKVERK' },
      omfang: 'oekonomiskeInteresser',
      omfangetErInnenPersonligOmraade: false,
    }),
  },
  {
    slug: 'future-power-of-attorney',
    special: 'Confirmed future power of attorney, held by somebody without a Norwegian number',
    number: '01924149864',
    born: '1941-12-01',
    gender: 'kvinne',
    name: 'FORUTSEENDE KIKKERT',
    bosted: [road('1970-01-01', 'Utsikten 1', 'bergen')],
    guardian: guardian('stadfestetFremtidsfullmakt', '2023-09-12', {
      navn: { fornavn: 'FJERN', etternavn: 'KIKKERT' },
      omfang: 'personligeOgOekonomiskeInteresser',
    }),
  },
  {
    slug: 'ward-with-tasks',
    special: 'Adult whose guardian has single tasks (in the contract since 1.6)',
    number: '17849049992',
    born: '1990-04-17',
    gender: 'mann',
    name: 'NYSGJERRIG TRAPPESTIGE',
    bosted: [road('2012-08-01', 'Trinnveien 3', 'oslo')],
    guardian: guardian('midlertidigForVoksen', '2024-02-05', {
      foedselsEllerDNummer: GUARDIAN,
      navnFoedselsdato: {
        personnavn: { fornavn: 'HJELPSOM', etternavn: 'REKKVERK' },
        foedselsdato: '1975-06-03',
        statsborgerskap: ['NOR'],
      },
      omfang: 'oekonomiskeInteresser',
      omfangetErInnenPersonligOmraade: false,
      tjenesteomraade: [
        { vergeTjenestevirksomhet: 'skatteetaten', vergeTjenesteoppgave: 'innkrevingOgTvangsfullbyrdelse' },
        { vergeTjenestevirksomhet: 'bank', vergeTjenesteoppgave: 'laaneopptak' },
      ],
    }),
  },
  {
    slug: 'orphan',
    special: 'Child without parents, who has a guardian',
    number: '08851389858',
    born: '2013-05-08',
    gender: 'kvinne',
    name: 'TAPPER LEKEPLASS',
    bosted: [road('2021-03-01', 'Husken 5', 'stillevik')],
    guardian: guardian('mindreaarig', '2021-03-01', {
      foedselsEllerDNummer: GUARDIAN_OF_CHILD,
      navn: { fornavn: 'OMSORGSFULL', etternavn: 'LEKEPLASS' },
      omfang: 'personligeOgOekonomiskeInteresser',
      omfangetErInnenPersonligOmraade: true,
    }),
  },
  {
    slug: 'guardian-of-child',
    special: 'Guardian of a child without parents',
    number: GUARDIAN_OF_CHILD,
    born: '1968-08-30',
    gender: 'kvinne',
    name: 'OMSORGSFULL LEKEPLASS',
    bosted: [road('1995-06-01', 'Husken 5', 'stillevik')],
  },
  {
    slug: 'asylum-child',
    special: 'Child seeking asylum alone, with a D-number, a DUF number and a representative',
    number: '55811089973',
    born: '2010-01-15',
    gender: 'mann',
    name: 'REISENDE HAVSTEIN',
    statsborgerskap: 'ERI',
    opphold: stay('2023-10-02', 'Mottaksveien 1', 'bodoe', { adressegradering: 'klientadresse' }),
    guardian: guardian('ensligMindreaarigAsylsoeker', '2023-10-05', {
      foedselsEllerDNummer: GUARDIAN_OF_CHILD,
      navn: { fornavn: 'OMSORGSFULL', etternavn: 'LEKEPLASS' },
      omfang: 'utlendingssakerPersonligeOgOekonomiskeInteresser',
    }),
    more: {
      utlendingsmyndighetenesIdentifikasjonsnummer: [
        {
          since: '2023-10-02',
          identifikasjonsnummer: '202300000002',
          identifikasjonsnummertype: 'utlendingsmyndighetenesIdentifikasjonsnummer',
          utstederland: 'NOR',
        },
      ],
      innflytting: [{ since: '2023-10-02', fraflyttingsland: 'ERI' }],
    },
  },
  {
    slug: 'legal-capacity-limited',
    special: 'Adult with limited legal capacity (a part newer than the published descriptions)',
    number: '30895249889',
    born: '1952-09-30',
    gender: 'kvinne',
    name: 'EGENRÅDIG STOPPEKLOKKE',
    bosted: [road('1980-01-01', 'Pausestien 12', 'oslo')],
    guardian: guardian('voksen', '2023-12-01', {
      foedselsEllerDNummer: GUARDIAN,
      navn: { fornavn: 'HJELPSOM', etternavn: 'REKKVERK' },
      omfang: 'personligeInteresser',
      omfangetErInnenPersonligOmraade: true,
    }),
    more: { rettsligHandleevne: [{ since: '2023-12-01', rettsligHandleevneomfang: 'delvisFratatt' }] },
  },
];
