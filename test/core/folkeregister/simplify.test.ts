import { readNumber, type Folkeregisterperson, type PersonDocument } from '../../../src/folkeregister/model';
import { PART_NAMES } from '../../../src/folkeregister/parts';
import { show } from '../../../src/folkeregister/show';
import { ageGroupOf, hasTurned } from '../../../src/folkeregister/simplified/age';
import { START, thrownBy } from '../fakePorts';
import { anyoneNamed } from './personas';

const optIns = { addresses: false, grade: false };
const simplified = (document: PersonDocument, parts: readonly string[]) =>
  show(document, 'simplified', { ...optIns, parts }, START);

const at = (iso: string): number => Date.parse(iso);
const born = (foedselsdato?: string, foedselsaar?: string): Folkeregisterperson => ({
  foedsel: [{ foedselsdato, foedselsaar }],
});

describe('the age group', () => {
  test.each([
    ['2008-11-20', '2026-11-19T23:59:59+01:00', 'minor'],
    ['2008-11-20', '2026-11-20T00:00:00+01:00', 'adult'],
    // Midnight in Oslo, while it is still the day before in UTC.
    ['2008-07-01', '2026-06-30T22:00:00Z', 'adult'],
    ['2008-07-01', '2026-06-30T21:59:59Z', 'minor'],
    ['2008-11-20+01:00', '2026-11-20T12:00:00+01:00', 'adult'],
    ['1938-11-05', '2026-11-20T12:00:00+01:00', 'adult'],
  ])('born %s is at %s %s', (foedselsdato, now, expected) => {
    expect(ageGroupOf(born(foedselsdato), at(now))).toBe(expected);
  });

  test.each([
    ['2007', 'adult'],
    ['2008', 'unknown'],
    ['2009', 'minor'],
    [undefined, 'unknown'],
    ['ukjent', 'unknown'],
  ])('with only the year %s is in 2026 %s', (foedselsaar, expected) => {
    expect(ageGroupOf(born(undefined, foedselsaar), at('2026-11-20T12:00:00+01:00'))).toBe(expected);
  });

  test('is unknown where the register tells nothing of birth', () => {
    expect(ageGroupOf({}, at('2026-11-20T12:00:00+01:00'))).toBe('unknown');
  });

  test('falls back on the year when the date is no date', () => {
    expect(ageGroupOf(born('2008-13-45', '1990'), at('2026-11-20T12:00:00+01:00'))).toBe('adult');
  });

  test('counts other birthdays alike', () => {
    expect(hasTurned(15, born('2011-11-20'), at('2026-11-20T00:00:00+01:00'))).toBe(true);
    expect(hasTurned(15, born('2011-11-21'), at('2026-11-20T23:59:59+01:00'))).toBe(false);
    expect(hasTurned(15, born(undefined, '2011'), at('2026-11-20T12:00:00+01:00'))).toBeUndefined();
  });

  test('is read from the current entry, since birth dates are corrected', () => {
    const corrected: Folkeregisterperson = {
      foedsel: [
        { erGjeldende: false, foedselsdato: '1980-01-01' },
        { erGjeldende: true, foedselsdato: '2012-01-01' },
      ],
    };
    expect(ageGroupOf(corrected, at('2026-11-20T12:00:00+01:00'))).toBe('minor');
  });
});

describe('the name', () => {
  const nameOf = (navn: NonNullable<Folkeregisterperson['navn']>): unknown => simplified({ navn }, ['navn']).name;

  test('is the current one, with its middle name', () => {
    expect(
      nameOf([
        { erGjeldende: false, fornavn: 'GAMMEL' },
        { erGjeldende: true, fornavn: 'KARI', mellomnavn: 'ØY', etternavn: 'NORD' },
      ]),
    ).toBe('KARI ØY NORD');
  });

  test("is the register's short form where it is longer than SvarUt takes, and never longer than that", () => {
    const long = { fornavn: 'A'.repeat(60), etternavn: 'B'.repeat(60) };
    expect(nameOf([{ ...long, forkortetNavn: 'B A' }])).toBe('B A');
    expect(String(nameOf([long]))).toHaveLength(100);
  });

  test('is null where there is none', () => {
    expect(nameOf([])).toBeNull();
  });
});

describe('what was asked for', () => {
  const everything = ['historikk', ...PART_NAMES];

  test('is all there is in it', () => {
    const document = anyoneNamed('ordinary-resident');
    expect(simplified(document, [])).toEqual({
      foedselsnummer: '12848539668',
      identifikatortype: 'foedselsnummer',
      handleManually: null,
    });
    expect(Object.keys(simplified(document, ['navn', 'kjoenn']))).toEqual([
      'foedselsnummer',
      'identifikatortype',
      'name',
      'nameParts',
      'gender',
      'handleManually',
    ]);
    expect(simplified(document, ['deltBosted', 'adressebeskyttelse'])).toEqual({
      foedselsnummer: '12848539668',
      identifikatortype: 'foedselsnummer',
      addresses: { deltBosted: null },
      handleManually: false,
    });
  });

  test('is null or an empty list where the register has nothing, and nothing fails', () => {
    expect(simplified({}, everything)).toEqual({
      foedselsnummer: undefined,
      identifikatortype: null,
      formerNumbers: [],
      identityBasis: null,
      name: null,
      nameParts: null,
      personStatus: null,
      death: null,
      ageGroup: 'unknown',
      birth: null,
      gender: null,
      citizenships: [],
      civilStatus: null,
      postalAddress: null,
      addresses: {
        bostedsadresse: null,
        oppholdsadresse: null,
        deltBosted: null,
        postadresse: null,
        postadresseIUtlandet: null,
        preferertKontaktadresse: null,
      },
      family: [],
      parentalResponsibility: [],
      guardianships: [],
      estateContact: null,
      rettsligHandleevne: null,
      falskIdentitet: null,
      legitimasjonsdokument: null,
      utenlandskPersonidentifikasjon: null,
      utlendingsmyndighetenesIdentifikasjonsnummer: null,
      innflytting: null,
      utflytting: null,
      foedselINorge: null,
      opphold: null,
      oppholdPaaSvalbard: null,
      bibehold: null,
      brukAvSamiskSpraak: null,
      forholdTilSametingetsValgmanntall: null,
      handleManually: false,
    });
    expect(readNumber({})).toBeUndefined();
  });

  test.each(PART_NAMES.filter((part) => part !== 'identifikasjonsnummer'))(
    'makes %s change the result, so that no part is asked for in vain',
    (part) => {
      const before = Object.keys(simplified({}, []));
      const { handleManually, ...after } = simplified({}, [part]);
      const more = [...Object.keys(after).filter((name) => !before.includes(name)), handleManually];
      expect(more).not.toEqual([null]);
    },
  );
});

describe('the whole of a person', () => {
  const everything = ['historikk', ...PART_NAMES];
  const wholeOf = (slug: string) => simplified(anyoneNamed(slug), everything);

  test('tells who it is: numbers, names, status, birth, gender, citizenship and civil status', () => {
    expect(wholeOf('historical-identifiers')).toMatchObject({
      foedselsnummer: '15867936634',
      formerNumbers: ['14867936433', '54867931298'],
    });
    expect(wholeOf('co-mother')).toMatchObject({
      name: 'LUN SEILBÅT',
      nameParts: { fornavn: 'LUN', mellomnavn: null, etternavn: 'SEILBÅT', forkortetNavn: null },
      personStatus: 'bosatt',
      death: null,
      ageGroup: 'adult',
      birth: {
        foedselsdato: '1987-09-09',
        foedselsaar: '1987',
        foedested: null,
        foedekommuneINorge: null,
        foedeland: 'NOR',
      },
      gender: 'kvinne',
      citizenships: ['NOR'],
      civilStatus: { sivilstand: 'gift', sivilstandsdato: null, relatertVedSivilstand: '28818649829' },
    });
    expect(wholeOf('child-two-parents').citizenships).toEqual(['NOR', 'SWE']);
    expect(wholeOf('deceased')).toMatchObject({ personStatus: 'doed', death: { doedsdato: '2026-05-03' } });
  });

  test('tells each kind of address in plain form', () => {
    expect(wholeOf('shared-residence').addresses).toEqual({
      bostedsadresse: {
        lines: ['Delebakken 30'],
        postnummer: '5034',
        poststed: 'BERGEN',
        landkode: null,
        kommunenummer: '4601',
        bruksenhetsnummer: 'H0101',
        since: '2014-02-01',
        until: null,
        unknown: false,
      },
      oppholdsadresse: null,
      deltBosted: {
        lines: ['Tenkeveien 14B'],
        postnummer: '5003',
        poststed: 'BERGEN',
        landkode: null,
        kommunenummer: '4601',
        bruksenhetsnummer: 'H0101',
        since: '2018-08-01',
        until: null,
        unknown: false,
      },
      postadresse: null,
      postadresseIUtlandet: null,
      preferertKontaktadresse: null,
    });
    expect(wholeOf('child-of-unknown').addresses).toMatchObject({
      bostedsadresse: { lines: ['Gnr. 12 bnr. 40'], kommunenummer: '4699' },
    });
    expect(wholeOf('newborn').addresses).toMatchObject({
      bostedsadresse: { lines: [], postnummer: null, kommunenummer: '4699', unknown: true },
    });
  });

  test('tells of relatives, by number and with the role of each', () => {
    expect(wholeOf('child-of-two-mothers')).toMatchObject({
      family: [
        { role: 'mor', foedselsnummer: '28818649829', name: null },
        { role: 'medmor', foedselsnummer: '09898749867', name: null },
      ],
      parentalResponsibility: [
        {
          ansvar: 'felles',
          child: { foedselsnummer: '12861989648' },
          responsible: { foedselsnummer: '28818649829', organisasjonsnummer: null },
        },
        { ansvar: 'felles', responsible: { foedselsnummer: '09898749867' } },
      ],
    });
    expect(wholeOf('child-of-organisation').parentalResponsibility).toMatchObject([
      { ansvar: 'andre', responsible: { foedselsnummer: null, organisasjonsnummer: '310475025' } },
    ]);
    const unnumbered = { navn: { fornavn: 'FJERN', etternavn: 'FAR' }, foedselsdato: '1980-01-01' };
    const document = {
      familierelasjon: [{ relatertPersonUtenFolkeregisteridentifikator: unnumbered, relatertPersonsRolle: 'far' }],
      foreldreansvar: [{ ansvar: 'far', ansvarligUtenIdentifikator: unnumbered }],
    };
    const person = { foedselsnummer: null, name: 'FJERN FAR', foedselsdato: '1980-01-01' };
    expect(simplified(document, everything)).toMatchObject({
      family: [{ role: 'far', ...person }],
      parentalResponsibility: [{ ansvar: 'far', responsible: person }],
    });
  });

  test('tells of guardians, with scope and tasks', () => {
    expect(wholeOf('ward-with-tasks').guardianships).toEqual([
      {
        foedselsnummer: '03867549993',
        name: 'HJELPSOM REKKVERK',
        foedselsdato: '1975-06-03',
        vergemaaltype: 'midlertidigForVoksen',
        embete: 'Konstruert statsforvalter',
        omfang: 'oekonomiskeInteresser',
        omfangetErInnenPersonligOmraade: false,
        tasks: [
          { vergeTjenestevirksomhet: 'skatteetaten', vergeTjenesteoppgave: 'innkrevingOgTvangsfullbyrdelse' },
          { vergeTjenestevirksomhet: 'bank', vergeTjenesteoppgave: 'laaneopptak' },
        ],
      },
    ]);
    expect(wholeOf('legal-capacity-limited').rettsligHandleevne).toEqual([
      { rettsligHandleevneomfang: 'delvisFratatt' },
    ]);
  });

  test('tells who answers for an estate, and where, unless that is a private person', () => {
    expect(wholeOf('estate-with-lawyer').estateContact).toEqual({
      kind: 'lawyer',
      foedselsnummer: null,
      name: 'KONSTRUERT ADVOKATFIRMA AS',
      foedselsdato: null,
      organisasjonsnummer: '313055108',
      contactName: 'GRUNDIG PARAGRAF',
      skifteform: 'annet',
      attestutstedelsesdato: '2024-02-01',
      postalAddress: { adresselinje1: 'Rettsgata 1', postnummer: '0150', poststed: 'OSLO' },
    });
    expect(wholeOf('estate-with-organisation').estateContact).toMatchObject({
      kind: 'organisation',
      name: 'KONSTRUERT TINGRETT',
      contactName: 'PRESIS SKIFTE',
      postalAddress: { adresselinje1: 'Tinghuset' },
    });
    expect(wholeOf('deceased').estateContact).toMatchObject({
      kind: 'person',
      foedselsnummer: '14857232233',
      postalAddress: null,
    });
    const shown = show(
      anyoneNamed('deceased'),
      'simplified',
      { addresses: true, grade: false, parts: PART_NAMES },
      START,
    );
    expect(shown.estateContact).toMatchObject({
      postalAddress: {
        adresselinje1: 'c/o VENNLIG PENNESKAFT',
        adresselinje2: 'Oppdiktaveien 21',
        postnummer: '7014',
        poststed: 'TRONDHEIM',
      },
    });
    const { advokat, adresse } = {
      advokat: { personnavn: { fornavn: 'A', etternavn: 'B' } },
      adresse: { landkode: 'SWE' },
    };
    const abroad = { kontaktinformasjonForDoedsbo: [{ advokat, adresse: { ...adresse, adresselinje: ['Gatan 1'] } }] };
    expect(simplified(abroad, everything).estateContact).toMatchObject({ name: 'A B', postalAddress: null });
  });

  test('of a protected one has relatives and no address', () => {
    expect(wholeOf('confidential-child')).toMatchObject({
      name: 'VÅKEN GJEMSEL',
      parentalResponsibility: [{ ansvar: 'mor', responsible: { foedselsnummer: '13839149896' } }],
      postalAddress: null,
      addresses: { bostedsadresse: null },
      handleManually: true,
    });
  });

  test('tells grades where they are asked for, and with the addresses how each is graded', () => {
    const graded = (slug: string, addresses: boolean) =>
      show(anyoneNamed(slug), 'simplified', { addresses, grade: true, parts: PART_NAMES }, START);
    expect(graded('confidential-child', false)).toMatchObject({ graderingsnivaa: 'fortrolig', postalAddress: null });
    expect(graded('confidential-child', true)).toMatchObject({
      graderingsnivaa: 'fortrolig',
      addresses: { bostedsadresse: { lines: ['Skjermveien 4'], adressegradering: 'fortrolig' } },
    });
    expect(graded('ordinary-resident', false)).toMatchObject({
      graderingsnivaa: 'ugradert',
      addresses: { bostedsadresse: { adressegradering: 'ugradert' } },
    });
  });
});

describe('the selected parts', () => {
  const selected = (slug: string, parts: readonly string[], grade = false) =>
    show(anyoneNamed(slug), 'selected', { addresses: false, grade, parts }, START);

  test("have the current entries of each part under the register's own names", () => {
    const shown = selected('historical-identifiers', [
      'navn',
      'doedsfall',
      'status',
      'historikk',
      'adressebeskyttelse',
    ]);
    expect(Object.keys(shown)).toEqual(['foedselsnummer', 'handleManually', 'navn', 'doedsfall', 'status']);
    expect(shown).toMatchObject({ navn: [{ fornavn: 'FINURLIG', etternavn: 'TINNSOLDAT' }], doedsfall: null });
    expect(shown.navn).toHaveLength(1);
    expect(selected('deceased', ['doedsfall']).doedsfall).toMatchObject({ doedsdato: '2026-05-03' });
  });

  test('have of a protected person no address, and the grade only where it is asked for', () => {
    const parts = ['bostedsadresse', 'adressebeskyttelse'];
    expect(selected('confidential-child', parts)).toEqual({
      foedselsnummer: '06921689800',
      handleManually: true,
      bostedsadresse: null,
    });
    expect(selected('confidential-child', parts, true)).toMatchObject({
      graderingsnivaa: 'fortrolig',
      bostedsadresse: null,
      adressebeskyttelse: [{ graderingsnivaa: 'fortrolig' }],
    });
  });
});

describe('a document the register has changed', () => {
  const PARTS = ['navn', 'status', 'foedsel', 'bostedsadresse'];
  const home = (vegadresse: Record<string, unknown>) => ({
    bostedsadresse: [{ erGjeldende: true, adressegradering: 'ugradert', vegadresse }],
  });

  test('with numbers where text is documented is read as if they were text', () => {
    const document = {
      identifikasjonsnummer: [{ erGjeldende: true, foedselsEllerDNummer: 12848539668 }],
      foedsel: [{ erGjeldende: true, foedselsaar: 1990 }],
      ...home({
        adressenavn: 'Storgata',
        adressenummer: { husnummer: 14, husbokstav: 'B' },
        poststed: { postnummer: 5003, poststedsnavn: 'BERGEN' },
      }),
    };
    expect(simplified(document, PARTS)).toMatchObject({
      foedselsnummer: '12848539668',
      ageGroup: 'adult',
      postalAddress: { adresselinje1: 'Storgata 14B', postnummer: '5003', poststed: 'BERGEN' },
    });
    expect(readNumber(document)).toBe('12848539668');
  });

  test('with nulls and blanks where text is documented is read as if they were not there', () => {
    const document = {
      navn: [{ erGjeldende: true, fornavn: ' KARI ', mellomnavn: null, etternavn: '  ', forkortetNavn: null }],
      status: [{ erGjeldende: true, status: ' ' }],
      foedsel: [{ erGjeldende: true, foedselsdato: null, foedselsaar: '' }],
      ...home({
        adressenavn: 'Storgata 1',
        coAdressenavn: null,
        adressetilleggsnavn: ' ',
        poststed: { postnummer: null, poststedsnavn: 'BERGEN ' },
      }),
    };
    expect(simplified(document, PARTS)).toMatchObject({
      name: 'KARI',
      personStatus: null,
      ageGroup: 'unknown',
      postalAddress: { adresselinje1: 'Storgata 1', poststed: 'BERGEN' },
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a part that is no list', { navn: { fornavn: 'KARI' } }, 'navn'],
    ['an entry that is no object', { status: ['KARI'] }, 'status'],
    ['an object for a text', { navn: [{ fornavn: { nynorsk: 'KARI' } }] }, 'navn.fornavn'],
    ['a text for a mark', { navn: [{ erGjeldende: 'KARI' }] }, 'navn.erGjeldende'],
    [
      'a text for an address',
      { bostedsadresse: [{ adressegradering: 'ugradert', vegadresse: 'KARI' }] },
      'bostedsadresse.vegadresse',
    ],
  ])('with %s cannot be read: the error says where, and not what stood there', async (_what, document, where) => {
    const error = await thrownBy(() => simplified(document, PARTS));
    expect(error).toMatchObject({ code: 'ERR_UNEXPECTED_ANSWER', details: { service: 'folkeregister' } });
    expect(error.message).toContain(`(at ${where})`);
    expect(JSON.stringify([error.message, error.action, error.details])).not.toContain('KARI');
    // As it came it can be shown all the same.
    expect(show(document, 'raw', { ...optIns, parts: [] }, START)).toHaveProperty('person');
  });
});
