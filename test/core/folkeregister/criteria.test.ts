import {
  exactCriteria,
  searchCriteria,
  type ExactlyKnown,
  type GenerallyKnown,
} from '../../../src/folkeregister/criteria';
import { thrownBy } from '../fakePorts';

const NOTHING = {
  navn: undefined,
  foedselsdato: undefined,
  adressenavn: undefined,
  husnummer: undefined,
  postnummer: undefined,
  soekFonetisk: false,
  opplysningsgrunnlag: 'gjeldende',
};
const exactly = (known: Partial<ExactlyKnown>): ExactlyKnown => ({
  ...NOTHING,
  identifikasjonsnummer: undefined,
  utenlandskpersonidentifikasjon: undefined,
  legitimasjonsdokument: undefined,
  dufNummer: undefined,
  ...known,
});
const generally = (known: Partial<GenerallyKnown>): GenerallyKnown => ({
  ...NOTHING,
  kjoenn: 'alle',
  foedselsaarFraOgMed: undefined,
  foedselsaarTilOgMed: undefined,
  kommunenummer: undefined,
  fylkesnummer: undefined,
  inkluderOppholdsadresse: false,
  inkluderDoede: false,
  ...known,
});

/** Only what is sent. */
const sent = (criteria: object): object =>
  Object.fromEntries(Object.entries(criteria).filter(([, value]) => value !== undefined));

const navn = 'Rask Fyrlykt';

describe('what finds one person', () => {
  test.each<[string, Partial<ExactlyKnown>, object]>([
    ['a date of birth', { foedselsdato: '1985-04-12T00:00:00.000+02:00' }, { foedselsdato: '19850412' }],
    ['a number', { identifikasjonsnummer: '12848539668' }, { identifikasjonsnummer: '12848539668' }],
    [
      'a street and a house',
      { adressenavn: 'Tenkeveien', husnummer: '14 B' },
      { adressenavn: 'Tenkeveien', husnummer: '14B' },
    ],
    ['a street without houses', { adressenavn: 'Øya' }, { adressenavn: 'Øya' }],
    ['a postal code', { postnummer: '0150' }, { postnummer: '0150' }],
    ['a foreign number', { utenlandskpersonidentifikasjon: 'pol-123' }, { utenlandskpersonidentifikasjon: 'POL-123' }],
    ['an identity document', { legitimasjonsdokument: 'SWE-AB 12' }, { legitimasjonsdokument: 'SWE-AB12' }],
    ['a DUF number', { dufNummer: '2019 0412 3456' }, { utlendingsmyndighetenesidentifikasjonsnummer: '201904123456' }],
  ])('is a name and %s', (_what, known, criteria) => {
    expect(sent(exactCriteria(exactly({ navn, ...known })))).toEqual({ navn, ...criteria });
  });

  test('is sent with everything that is known, and with what is wanted of the search', () => {
    const known = {
      navn,
      foedselsdato: '1985-04-12',
      postnummer: '5003',
      soekFonetisk: true,
      opplysningsgrunnlag: 'historisk',
    };
    expect(sent(exactCriteria(exactly(known)))).toEqual({
      navn,
      foedselsdato: '19850412',
      postnummer: '5003',
      soekFonetisk: true,
      opplysningsgrunnlag: 'historisk',
    });
  });

  test.each<[string, Partial<ExactlyKnown>, string, RegExp]>([
    ['no name', { foedselsdato: '1985-04-12' }, 'navn', /given name first/],
    ['one word for a name', { navn: 'Fyrlykt', foedselsdato: '1985-04-12' }, 'navn', /two whole words/],
    ['a name alone', { navn }, 'foedselsdato', /one thing more: date of birth/],
    ['a name and a house without a street', { navn, husnummer: '14' }, 'foedselsdato', /one thing more/],
    ['a house without a street', { navn, postnummer: '5003', husnummer: '14' }, 'adressenavn', /name of the street/],
    ['two characters of a street', { navn, adressenavn: 'Te' }, 'adressenavn', /three characters/],
    ['a postal code of three digits', { navn, postnummer: '150' }, 'postnummer', /leading zero/],
    [
      'a foreign number without a country',
      { navn, utenlandskpersonidentifikasjon: '123' },
      'utenlandskpersonidentifikasjon',
      /POL-123/,
    ],
    [
      'a document with a country of two letters',
      { navn, legitimasjonsdokument: 'PL-123' },
      'legitimasjonsdokument',
      /POL-123/,
    ],
    ['a DUF number of eleven digits', { navn, dufNummer: '12848539668' }, 'dufNummer', /all its digits/],
  ])('is not %s, and it is said what is wrong', async (_what, known, field, action) => {
    const error = await thrownBy(() => exactCriteria(exactly(known)));
    expect(error).toMatchObject({
      code: 'ERR_INVALID_INPUT',
      details: { field },
      action: expect.stringMatching(action),
    });
    for (const value of Object.values(known)) expect(`${error.message} ${error.action}`).not.toContain(`"${value}"`);
  });
});

describe('what finds everyone who fits', () => {
  test('is sent by the names and in the forms of the register', () => {
    expect(
      sent(
        searchCriteria(
          generally({
            navn: 'Fyrlykt',
            kjoenn: 'kvinne',
            foedselsdato: '1985-04-12',
            foedselsaarFraOgMed: 1980,
            foedselsaarTilOgMed: 1990,
            adressenavn: 'Tenkeveien',
            husnummer: '14b',
            postnummer: '5003',
            kommunenummer: '0301',
            fylkesnummer: '03',
            inkluderOppholdsadresse: true,
            inkluderDoede: true,
            soekFonetisk: true,
            opplysningsgrunnlag: 'historisk',
          }),
        ),
      ),
    ).toEqual({
      navn: 'Fyrlykt',
      kjoenn: 'kvinne',
      foedselsdato: '19850412',
      foedselsaarFraOgMed: 1980,
      foedselsaarTilOgMed: 1990,
      adressenavn: 'Tenkeveien',
      husnummer: '14b',
      postnummer: '5003',
      kommunenummer: '0301',
      fylkesnummer: '03',
      inkluderOppholdsadresse: true,
      inkluderDoede: true,
      soekFonetisk: true,
      opplysningsgrunnlag: 'historisk',
    });
  });

  test('is one thing that is known', () => {
    expect(sent(searchCriteria(generally({ kommunenummer: '4601' })))).toEqual({ kommunenummer: '4601' });
  });

  test.each<[string, Partial<GenerallyKnown>, string, RegExp]>([
    ['nothing', {}, 'navn', /at least one criterion/],
    [
      'only how to search',
      { soekFonetisk: true, inkluderDoede: true, opplysningsgrunnlag: 'historisk' },
      'navn',
      /at least one/,
    ],
    ['a municipality of three digits', { kommunenummer: '301' }, 'kommunenummer', /leading zero/],
    ['a county of one digit', { fylkesnummer: '3' }, 'fylkesnummer', /leading zero/],
  ])('is not %s', async (_what, known, field, action) => {
    expect(await thrownBy(() => searchCriteria(generally(known)))).toMatchObject({
      code: 'ERR_INVALID_INPUT',
      details: { field },
      action: expect.stringMatching(action),
    });
  });
});
