import { protect, type OptIns } from '../../../src/folkeregister/adressebeskyttelse/protect';
import type { PersonDocument } from '../../../src/folkeregister/model';
import { show } from '../../../src/folkeregister/show';
import { START } from '../fakePorts';
import { currentPersonaOf, personaNames, personaOf } from './personas';

const NOTHING = { addresses: false, grade: false };
const ADDRESSES = { addresses: true, grade: false };
const PARTS = [
  'navn',
  'status',
  'foedsel',
  'bostedsadresse',
  'oppholdsadresse',
  'postadresse',
  'postadresseIUtlandet',
  'adressebeskyttelse',
];

const resultOf = (document: PersonDocument, optIns: OptIns) =>
  show(document, 'simplified', { ...optIns, parts: PARTS }, START);
const shownOf = (slug: string) => resultOf(currentPersonaOf(slug), NOTHING);

// From each persona's own `forventning`, and the table of the first issue.
const expected: Record<string, Record<string, unknown>> = {
  'ordinary-resident': {
    foedselsnummer: '12848539668',
    identifikatortype: 'foedselsnummer',
    name: 'RASK FYRLYKT',
    personStatus: 'bosatt',
    ageGroup: 'adult',
    postalAddress: { adresselinje1: 'Tenkeveien 14B', postnummer: '5003', poststed: 'BERGEN' },
    handleManually: false,
  },
  'd-number': {
    identifikatortype: 'dNummer',
    personStatus: 'midlertidig',
    postalAddress: { adresselinje1: 'Ulica Wymyslona 12, 5', postnummer: '80-001', poststed: 'Gdansk', landkode: 'PL' },
    handleManually: false,
  },
  deceased: { personStatus: 'doed', postalAddress: null, handleManually: false },
  emigrated: {
    personStatus: 'utflyttet',
    postalAddress: {
      adresselinje1: 'Calle Inventada 5',
      adresselinje2: 'Piso 2, puerta B',
      postnummer: '29001',
      poststed: 'Malaga',
      landkode: 'ES',
    },
    handleManually: false,
  },
  'strictly-confidential': {
    name: 'STANDHAFTIG MARIHØNE',
    personStatus: 'bosatt',
    ageGroup: 'adult',
    postalAddress: null,
    handleManually: true,
  },
  confidential: { postalAddress: null, handleManually: true },
  'client-address': {
    postalAddress: { adresselinje1: 'Postboks 77', postnummer: '8501', poststed: 'NARVIK' },
    handleManually: false,
  },
  'child-two-parents': { name: 'LEKEN FYRLYKT', ageGroup: 'minor', handleManually: false },
  'foreign-postal-address': {
    postalAddress: {
      adresselinje1: 'c/o PÅHITTET VERT',
      adresselinje2: 'Påhittsgatan 4, Hus B, 3, 1302',
      adresselinje3: 'Västra Götaland',
      postnummer: '413 01',
      poststed: 'Göteborg',
      landkode: 'SE',
    },
  },
  'historical-identifiers': {
    foedselsnummer: '15867936634',
    identifikatortype: 'foedselsnummer',
    name: 'FINURLIG TINNSOLDAT',
    personStatus: 'bosatt',
  },
  'shared-residence': {
    ageGroup: 'minor',
    postalAddress: { adresselinje1: 'Delebakken 30', postnummer: '5034', poststed: 'BERGEN' },
  },
  'long-name-nordic-letters': { name: 'BJØRN-ØYSTEIN ÅGE SÆTERSLØKKEN BLÅBÆRHAUGEN VÅRFLØYTE-ØRNÅSEN' },
};

test('there is an expectation for every persona', () => {
  expect(Object.keys(expected).sort()).toEqual([...personaNames].sort());
});

describe('simplified', () => {
  test.each(Object.entries(expected))('%s is what the fact sheet expects', (slug, values) => {
    expect(shownOf(slug)).toMatchObject(values);
  });

  test.each(personaNames)('%s is the same whether the register sends history or not', (slug) => {
    expect(resultOf(personaOf(slug), NOTHING)).toEqual(shownOf(slug));
  });
});

describe('the addresses that may not leave', () => {
  test.each([
    [
      'strictly-confidential',
      ['Forlattveien', 'KRISTIANSAND', '4204\\"}', 'KONSTRUERT DISTRIBUSJON', 'Postboks', '0101'],
    ],
    ['confidential', ['Gjemselveien', 'HAMAR', '3403\\"}', 'Skjulestedet', '0484']],
    ['client-address', ['Mottakskollen', 'Konstruert mottak', '8517', '1806']],
  ])('of %s are not in the raw result either, with or without history', (slug, texts) => {
    for (const document of [personaOf(slug), currentPersonaOf(slug)]) {
      const shown = JSON.stringify(protect(document, NOTHING).person);
      for (const text of texts) expect(shown).not.toContain(text);
      expect(shown).not.toMatch(/adressebeskyttelse|ortrolig|klientadresse/);
    }
  });

  test('are there when the author has opted in', () => {
    expect(resultOf(currentPersonaOf('confidential'), ADDRESSES)).toMatchObject({
      postalAddress: { adresselinje1: 'Gjemselveien 2C', postnummer: '2317', poststed: 'HAMAR' },
      handleManually: true,
    });
    expect(resultOf(currentPersonaOf('strictly-confidential'), ADDRESSES)).toMatchObject({
      postalAddress: { adresselinje1: 'KONSTRUERT DISTRIBUSJON', adresselinje2: 'Postboks 1 Konstruert' },
      handleManually: true,
    });
    // Opting in does not send post to where the person lives when the person asked for post elsewhere.
    expect(resultOf(currentPersonaOf('client-address'), ADDRESSES)).toMatchObject({
      postalAddress: { adresselinje1: 'Postboks 77' },
    });
  });
});
