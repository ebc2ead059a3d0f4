import { currentOf, PERSONAS, type Persona } from '../folkeregister/register.js';
import { RESIDENT } from './codes.js';
import type { Adresse, Party, Person } from './vehicle.js';

const personCalled = (slug: string): Person => {
  const persona = PERSONAS.find((one) => one.slug === slug);
  if (!persona) throw new Error(`the sandbox has no person called ${slug}`);
  return personOf(persona);
};

/** Who somebody in Folkeregisteret is to the vehicle register. */
export const personOf = (persona: Persona): Person => {
  const current = (part: 'navn' | 'foedsel') => currentOf(persona.folkeregisterperson, part)[0] ?? {};
  const { fornavn, mellomnavn, etternavn } = current('navn') as unknown as Person;
  return {
    fornavn,
    ...(mellomnavn !== undefined && { mellomnavn }),
    etternavn,
    fodselsdato: String(current('foedsel').foedselsdato),
    fodselsnummer: persona.foedselsEllerDNummer,
  };
};

const person = (kundeId: string, slug: string, adresse: Adresse, more: Partial<Party> = {}): Party => ({
  kundeId,
  person: personCalled(slug),
  adresse,
  erUverifisert: false,
  ...more,
});

const organisation = (
  kundeId: string,
  organisasjonsnummer: string,
  organisasjonsnavn: string,
  adresse: Adresse,
): Party => ({ kundeId, enhet: { organisasjonsnavn, organisasjonsnummer }, adresse, erUverifisert: false });

const NORWAY = { land: 'NORGE', landkode: 'NOR' };
const BERGEN = { kommunenavn: 'BERGEN', kommunenummer: '4601', postnummer: '5003', poststed: 'BERGEN', ...NORWAY };
const OSLO = { kommunenavn: 'OSLO', kommunenummer: '0301', poststed: 'OSLO', ...NORWAY };
const STILLEVIK = {
  kommunenavn: 'STILLEVIK',
  kommunenummer: '4699',
  postnummer: '5999',
  poststed: 'STILLEVIK',
  ...NORWAY,
};

const resident = { adressestatus: RESIDENT };

/** Persons of the sandbox's Folkeregister. The vehicle register keeps addresses of its own, which may be worse. */
export const PERSON = {
  ordinary: person('990000201', 'ordinary-resident', { adresselinje1: 'Tenkeveien 14 B', ...BERGEN }, resident),
  longName: person('990000202', 'long-name-nordic-letters', { adresselinje1: 'TENKEVEIEN 14 B ', ...BERGEN }, resident),
  withDNumber: person('990000203', 'd-number', {
    adresselinje1: 'Ulica Wymyslona 12 m. 5',
    land: 'POLEN',
    landkode: 'POL',
    poststed: '80-001 GDANSK',
  }),
  deceased: person('990000204', 'deceased', { poststed: 'TROMSØ' }),
  emigrated: person('990000205', 'emigrated', { adresselinje1: 'Fantasigata 88', ...OSLO, postnummer: '0650' }),
  strictlyConfidential: person(
    '990000206',
    'strictly-confidential',
    { adresselinje1: 'KONSTRUERT DISTRIBUSJON', adresselinje2: 'Postboks 1 Konstruert', ...OSLO, postnummer: '0101' },
    { erUnntattOffentlighet: true },
  ),
  // The address itself stands in the answer: a reader who does not look at the flag would show it.
  confidential: person(
    '990000207',
    'confidential',
    {
      adresselinje1: 'Gjemselveien 2 C',
      kommunenavn: 'HAMAR',
      kommunenummer: '3403',
      postnummer: '2317',
      poststed: 'HAMAR',
      ...NORWAY,
    },
    { erUnntattOffentlighet: true },
  ),
  clientAddress: person('990000208', 'client-address', {
    adresselinje1: 'Postboks 77',
    kommunenummer: '1806',
    postnummer: '8501',
    poststed: 'Narvik',
    land: 'Norge',
    landkode: 'NOR',
  }),
  foreignPost: person(
    '990000209',
    'foreign-postal-address',
    {
      adresselinje1: 'Oppdiktaveien 21',
      kommunenavn: 'TRONDHEIM',
      kommunenummer: '5001',
      postnummer: '7014',
      poststed: 'TRONDHEIM',
      ...NORWAY,
    },
    resident,
  ),
  changedNumber: person(
    '990000210',
    'historical-identifiers',
    { adresselinje1: 'Delebakken 30', ...BERGEN, postnummer: '5034' },
    resident,
  ),
} as const;

/** Nobody the population register knows: no number, and hardly an address. */
export const UNVERIFIED_OWNER: Party = {
  kundeId: '990000211',
  person: { fornavn: 'UKJENT', etternavn: 'VANDRER', fodselsdato: '1966-06-06' },
  adresse: { poststed: 'SKAGEN' },
  erUverifisert: true,
};

const townHall = { adresselinje1: 'RÅDHUSBAKKEN 1', ...STILLEVIK };

/** Invented, in the number series set aside for synthetic organisations. The municipality is the one that asks. */
export const ORGANISATION = {
  municipality: organisation('990000301', '310475025', 'STILLEVIK KOMMUNE', townHall),
  technicalDepartment: organisation('990000302', '310475041', 'STILLEVIK KOMMUNE TEKNISK DRIFT', townHall),
  homeCare: organisation('990000303', '310475068', 'STILLEVIK KOMMUNE HJEMMETJENESTEN', townHall),
  otherMunicipality: organisation('990000102', '311004506', 'PRØVEDAL KOMMUNE', {
    adresselinje1: 'Postboks 99 Syntet',
    kommunenavn: 'BODØ',
    kommunenummer: '1804',
    postnummer: '8001',
    poststed: 'BODØ',
    ...NORWAY,
  }),
  leasingCompany: organisation('990000103', '312203006', 'TESTLEASING NORGE AS', {
    adresselinje1: 'Syntetveien 1',
    ...OSLO,
    postnummer: '0150',
  }),
  largeFleet: organisation('990000304', '312220105', 'STORFLÅTEN AS', { adresselinje1: 'Kaia 100', ...STILLEVIK }),
} as const;
