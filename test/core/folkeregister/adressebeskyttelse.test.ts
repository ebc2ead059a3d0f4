import fc from 'fast-check';
import { ADDRESS_PARTS, graderingsnivaaOf, protect } from '../../../src/folkeregister/adressebeskyttelse/protect';
import type { PersonDocument } from '../../../src/folkeregister/model';

const NOTHING = { addresses: false, grade: false };
const ADDRESSES = { addresses: true, grade: false };
const GRADE = { addresses: false, grade: true };
const EVERYTHING = { addresses: true, grade: true };

const withheldFrom = (person: PersonDocument) => protect(person, NOTHING);

// A blank around the word, and its capitals, do not make it another grade.
const OPEN: readonly unknown[] = ['ugradert', 'UGRADERT', 'Ugradert', 'ugradert ', '\tugradert'];
const CLOSED: readonly unknown[] = [
  'fortrolig',
  'FORTROLIG',
  'strengtFortrolig',
  'STRENGTFORTROLIG',
  'klientadresse',
  'KLIENTADRESSE',
  'hemmelig',
  '',
  ' ',
  'ikke ugradert',
  'ugradert fortrolig',
  'u gradert',
  null,
  0,
  true,
  ['ugradert'],
  { verdi: 'ugradert' },
];

const ESTATE = 'kontaktinformasjonForDoedsbo';
/** The last is what the register may come to send. */
const PARTS = [...ADDRESS_PARTS, 'nyttOppholdssted'];

type Shape = 'list' | 'object';

interface Entry {
  readonly erGjeldende?: boolean;
  readonly adressegradering?: unknown;
  readonly who: object;
  readonly mark: string;
}

const LAWYER = { advokat: { personnavn: { fornavn: 'GRUNDIG', etternavn: 'PARAGRAF' } } };
const ORGANISATION = { organisasjon: { organisasjonsnavn: 'TINGRETT' } };
const SOMEBODY = { person: { personnavn: { fornavn: 'FJERN', etternavn: 'SLEKTNING' } } };

const current = fc.constantFrom(true, false, undefined);
const grade = fc.constantFrom<unknown>(...OPEN, ...CLOSED, undefined);
const who = fc.constantFrom<object>(LAWYER, ORGANISATION, SOMEBODY, {}, { ...SOMEBODY, ...LAWYER });
const entries = (part: string): fc.Arbitrary<Entry[]> =>
  fc.array(fc.record({ erGjeldende: current, adressegradering: grade, who }), { maxLength: 3 }).map((list) =>
    list.map(({ erGjeldende, adressegradering, who }, at) => ({
      erGjeldende,
      who,
      ...(adressegradering === undefined && at > 0 ? {} : { adressegradering }),
      mark: `MARK-${part}-${at}-END`,
    })),
  );

const addressOf = (part: string, { mark, who, ...dated }: Entry): Record<string, unknown> =>
  part === 'postadresseIUtlandet'
    ? { ...dated, utenlandskAdresse: { adressenavn: mark, byEllerStedsnavn: mark, landkode: 'SE' } }
    : part === ESTATE
      ? { ...dated, ...who, adresse: { adresselinje: [mark], poststedsnavn: mark } }
      : {
          ...dated,
          vegadresse: { adressenavn: mark, kommunenummer: mark, poststed: { postnummer: '0001', poststedsnavn: mark } },
        };

/** Without a grade only where those who answer for estates by profession may be reached. */
const mayBeShown = (part: string, { adressegradering, who }: Entry): boolean =>
  adressegradering === undefined
    ? part === ESTATE && (who === LAWYER || who === ORGANISATION)
    : OPEN.includes(adressegradering);

const person = fc
  .record({
    addresses: fc.tuple(...PARTS.map((part) => fc.option(entries(part), { nil: undefined }))),
    shape: fc.constantFrom<Shape>('list', 'object'),
    protection: fc.option(fc.array(fc.record({ erGjeldende: current, graderingsnivaa: grade }), { maxLength: 2 }), {
      nil: undefined,
    }),
  })
  .map(({ addresses, shape, protection }) => {
    const written = (list: readonly Record<string, unknown>[]): unknown =>
      shape === 'object' && list.length === 1 ? list[0] : list;
    const marked = PARTS.flatMap((part, at) => (addresses[at] ?? []).map((entry) => ({ part, entry })));
    const document: PersonDocument = { navn: [{ erGjeldende: true, fornavn: 'RASK', etternavn: 'FYRLYKT' }] };
    PARTS.forEach((part, at) => {
      const list = addresses[at];
      if (list) document[part] = written(list.map((entry) => addressOf(part, entry)));
    });
    if (protection) document.adressebeskyttelse = written(protection);
    const isProtected = (protection ?? []).some(
      ({ erGjeldende, graderingsnivaa }) => erGjeldende !== false && !OPEN.includes(graderingsnivaa),
    );
    const mayShow = marked.filter(({ part, entry }) => !isProtected && mayBeShown(part, entry));
    return { document, marked, mayShow, isProtected };
  });

const marksIn = (value: unknown): Set<string> => new Set(JSON.stringify(value).match(/MARK-[A-Za-z]+-\d+-END/g) ?? []);

const GRADE_WORDS = /beskyttelse|fortrolig|klientadresse|hemmelig/i;

describe('any person with any grades', () => {
  test('shows exactly the addresses graded "ugradert", and none when the person is protected', () => {
    fc.assert(
      fc.property(person, ({ document, mayShow }) => {
        expect(marksIn(withheldFrom(document).person)).toEqual(new Set(mayShow.map(({ entry }) => entry.mark)));
      }),
      { numRuns: 1000 },
    );
  });

  test('does not tell the grade unless asked: no part and no word of it is left', () => {
    fc.assert(
      fc.property(person, fc.constantFrom(NOTHING, ADDRESSES), ({ document }, optIns) => {
        expect(JSON.stringify(protect(document, optIns).person)).not.toMatch(GRADE_WORDS);
      }),
      { numRuns: 500 },
    );
  });

  test('shows no address more to an author who asks for the grade alone', () => {
    fc.assert(
      fc.property(person, ({ document, mayShow }) => {
        const shown = protect(document, GRADE);
        expect(marksIn(shown.person)).toEqual(new Set(mayShow.map(({ entry }) => entry.mark)));
        expect(shown.person.adressebeskyttelse).toEqual(document.adressebeskyttelse);
      }),
      { numRuns: 500 },
    );
  });

  test('is to be handled manually when protected, or when every current address is withheld, and not otherwise', () => {
    fc.assert(
      fc.property(person, ({ document, marked, mayShow, isProtected }) => {
        const counts = ({ part, entry }: (typeof marked)[number]): boolean =>
          part !== ESTATE && entry.erGjeldende !== false;
        const nothingLeft = marked.some(counts) && !mayShow.some(counts);
        for (const optIns of [NOTHING, ADDRESSES, GRADE, EVERYTHING])
          expect(protect(document, optIns).handleManually).toBe(isProtected || nothingLeft);
      }),
      { numRuns: 1000 },
    );
  });

  test('keeps no history when protected', () => {
    fc.assert(
      fc.property(person, ({ document, isProtected }) => {
        fc.pre(isProtected);
        const withPast = {
          ...document,
          navn: [
            { erGjeldende: true, fornavn: 'NY' },
            { erGjeldende: false, fornavn: 'GAMMEL' },
          ],
        };
        expect(JSON.stringify(withheldFrom(withPast).person)).not.toContain('GAMMEL');
      }),
    );
  });

  test('is shown whole when the author has asked for addresses and grades, and with every address for the former', () => {
    fc.assert(
      fc.property(person, ({ document, marked }) => {
        expect(protect(document, EVERYTHING).person).toEqual(document);
        expect(marksIn(protect(document, ADDRESSES).person)).toEqual(new Set(marked.map(({ entry }) => entry.mark)));
      }),
    );
  });

  test('is never changed itself', () => {
    fc.assert(
      fc.property(person, ({ document }) => {
        const before = structuredClone(document);
        for (const optIns of [NOTHING, ADDRESSES, GRADE, EVERYTHING]) protect(document, optIns);
        expect(document).toEqual(before);
      }),
    );
  });
});

describe('a protection', () => {
  const home = {
    bostedsadresse: [{ erGjeldende: true, adressegradering: 'ugradert', vegadresse: { adressenavn: 'Hjemveien' } }],
  };

  test('that has ended protects no longer', () => {
    const shown = withheldFrom({
      ...home,
      adressebeskyttelse: [{ erGjeldende: false, graderingsnivaa: 'strengtFortrolig' }],
    });
    expect(shown).toEqual({ person: home, handleManually: false });
  });

  test('without a mark of its time or its grade protects', () => {
    expect(withheldFrom({ ...home, adressebeskyttelse: [{}] })).toEqual({ person: {}, handleManually: true });
  });

  test.each<[unknown, string | null]>([
    [{ erGjeldende: true, graderingsnivaa: 'fortrolig' }, 'fortrolig'],
    [
      [{ erGjeldende: false, graderingsnivaa: 'fortrolig' }, { graderingsnivaa: 'strengtFortrolig' }],
      'strengtFortrolig',
    ],
    [{}, null],
    [0, null],
    // KS' Oppvekst API has the word alone.
    ['fortrolig', 'fortrolig'],
    [['hemmelig'], 'hemmelig'],
    [[null], null],
    [[['ugradert']], null],
    [[[{ erGjeldende: false }]], null],
    [[{ erGjeldende: 'false', graderingsnivaa: 'fortrolig' }], 'fortrolig'],
  ])('written as %j protects too, and is graded %j', (adressebeskyttelse, expected) => {
    expect(withheldFrom({ ...home, adressebeskyttelse })).toEqual({ person: {}, handleManually: true });
    expect(graderingsnivaaOf({ ...home, adressebeskyttelse })).toBe(expected);
  });

  test.each([
    [[]],
    [undefined],
    [null],
    [{ erGjeldende: false }],
    [{ graderingsnivaa: 'ugradert' }],
    ['ugradert'],
    [['UGRADERT']],
  ])('written as %j is none', (adressebeskyttelse) => {
    expect(withheldFrom({ ...home, adressebeskyttelse })).toEqual({ person: home, handleManually: false });
    expect(graderingsnivaaOf({ ...home, adressebeskyttelse })).toBe('ugradert');
  });

  test('among others that have ended protects', () => {
    const adressebeskyttelse = [
      { erGjeldende: false, graderingsnivaa: 'fortrolig' },
      { erGjeldende: true, graderingsnivaa: 'fortrolig' },
    ];
    expect(withheldFrom({ ...home, adressebeskyttelse })).toEqual({ person: {}, handleManually: true });
  });
});

describe('a protected person', () => {
  const adressebeskyttelse = [{ erGjeldende: true, graderingsnivaa: 'fortrolig' }];
  const now = { erGjeldende: true };
  const name = { fornavn: 'RASK', etternavn: 'FYRLYKT' };
  const unnumbered = { navn: name, foedselsdato: '1980-01-01', kjoenn: 'kvinne', statsborgerskap: 'POL' };
  // Fact sheet folkeregister §5.1: none of these tells where the person is.
  const kept = {
    identifikasjonsnummer: [{ ...now, foedselsEllerDNummer: '1', identifikatortype: 'dNummer', status: 'iBruk' }],
    identitetsgrunnlag: [{ ...now, identitetsgrunnlagstatus: 'kontrollert' }],
    status: [{ ...now, status: 'bosatt' }],
    doedsfall: { ...now, doedsdato: '2026-05-03' },
    foedsel: [{ ...now, foedselsdato: '1980-01-01', foedselsaar: '1980', foedeland: 'NOR' }],
    statsborgerskap: [{ ...now, statsborgerskap: 'NOR', ervervsdato: '1980-01-01' }],
    kjoenn: [{ ...now, kjoenn: 'kvinne' }],
    navn: [{ ...now, ...name, kilde: 'KILDE', aarsak: 'Vigsel', ajourholdstidspunkt: '2015-06-20T09:14:27+02:00' }],
    sivilstand: [{ ...now, sivilstand: 'gift', sivilstandsdato: '2016-05-21', relatertVedSivilstand: '2' }],
    familierelasjon: [
      { ...now, relatertPerson: '2', relatertPersonsRolle: 'mor', minRolleForPerson: 'barn' },
      { ...now, relatertPersonUtenFolkeregisteridentifikator: unnumbered, relatertPersonsRolle: 'far' },
    ],
    foreldreansvar: [
      { ...now, ansvar: 'felles', ansvarlig: '2', ansvarssubjekt: '1' },
      { ...now, ansvar: 'felles', ansvarligUtenIdentifikator: unnumbered, ansvarssubjekt: '1' },
    ],
    vergemaalEllerFremtidsfullmakt: [
      {
        ...now,
        vergemaaltype: 'voksen',
        verge: {
          foedselsEllerDNummer: '2',
          navn: name,
          omfang: 'oekonomiskeInteresser',
          omfangetErInnenPersonligOmraade: false,
          tjenesteomraade: [{ vergeTjenestevirksomhet: 'bank', vergeTjenesteoppgave: 'laaneopptak' }],
        },
      },
    ],
    kontaktinformasjonForDoedsbo: [{ ...now, skifteform: 'offentlig', ...LAWYER }],
  };

  test('keeps who it is and who belongs to whom', () => {
    expect(withheldFrom({ ...kept, adressebeskyttelse })).toEqual({ person: kept, handleManually: true });
  });

  test.each(Object.keys(kept) as (keyof typeof kept)[])('keeps nothing of %s that could tell where', (part) => {
    const places = {
      adresse: { adresselinje: ['Skjulestedet'] },
      oppholdssted: 'Skjulestedet',
      embete: 'Skjulestedet',
      kommune: 'Skjulestedet',
      sted: 'Skjulestedet',
      nytt: [{ navn: 'Skjulestedet' }],
      adressegradering: 'ugradert',
    };
    const withPlaces = [kept[part]].flat().map((entry) => ({ ...entry, ...places }));
    expect(withheldFrom({ ...kept, [part]: withPlaces, adressebeskyttelse }).person).toEqual({
      ...kept,
      [part]: [kept[part]].flat(),
    });
  });

  test('has relatives without addresses, at whatever depth', () => {
    const verge = { ...kept.vergemaalEllerFremtidsfullmakt[0]?.verge, bostedsadresse: { adressenavn: 'Skjulestedet' } };
    const vergemaalEllerFremtidsfullmakt = [{ ...kept.vergemaalEllerFremtidsfullmakt[0], verge }];
    expect(withheldFrom({ vergemaalEllerFremtidsfullmakt, adressebeskyttelse }).person).toEqual({
      vergemaalEllerFremtidsfullmakt: kept.vergemaalEllerFremtidsfullmakt,
    });
  });

  test.each([
    ...ADDRESS_PARTS.filter((part) => part !== ESTATE),
    'foedselINorge',
    'falskIdentitet',
    'legitimasjonsdokument',
    'utenlandskPersonidentifikasjon',
    'utlendingsmyndighetenesIdentifikasjonsnummer',
    'innflytting',
    'utflytting',
    'opphold',
    'oppholdPaaSvalbard',
    'bibehold',
    'brukAvSamiskSpraak',
    'forholdTilSametingetsValgmanntall',
    'nyttOppholdssted',
    'Navn',
    '__proto__',
    'constructor',
  ])('loses %s, whatever its shape and its grade', (part) => {
    const address = { erGjeldende: true, adressegradering: 'ugradert', vegadresse: { adressenavn: 'Skjulestedet' } };
    const { adressegradering: _grade, ...ungraded } = address;
    for (const value of [
      [address],
      address,
      [ungraded],
      ungraded,
      'Skjulestedet',
      ['Skjulestedet'],
      { liste: [address] },
    ]) {
      const document = Object.fromEntries([...Object.entries({ ...kept, adressebeskyttelse }), [part, value]]);
      const shown = withheldFrom(document);
      expect(shown).toEqual({ person: kept, handleManually: true });
      expect(JSON.stringify(shown)).not.toContain('Skjulestedet');
    }
  });

  test('loses the history of the parts that are kept, in whatever shape it is written', () => {
    const past = { erGjeldende: false, fornavn: 'GAMMEL', doedsdato: '1999-01-01' };
    const document = { ...kept, navn: [past, ...kept.navn], status: [past], doedsfall: past, adressebeskyttelse };
    const { status: _status, doedsfall: _death, ...left } = kept;
    expect(withheldFrom(document).person).toEqual(left);
  });
});

describe('a person who is not protected', () => {
  const open = { erGjeldende: true, adressegradering: 'ugradert', vegadresse: { adressenavn: 'Hjemveien' } };
  const ungraded = { erGjeldende: true, verdi: 'x' };
  const graded = { erGjeldende: true, adressegradering: 'klientadresse', vegadresse: { adressenavn: 'Skjulestedet' } };

  test.each(['nyOpplysning', 'navn', 'utflytting', ESTATE])(
    'loses of %s just the entries that are graded and not open',
    (part) => {
      const rest = { bostedsadresse: [open], status: [ungraded] };
      expect(withheldFrom({ ...rest, [part]: [open, graded, ungraded] })).toEqual({
        person: { ...rest, [part]: [open, ungraded] },
        handleManually: false,
      });
      expect(withheldFrom({ ...rest, [part]: [graded] })).toEqual({ person: rest, handleManually: false });
      expect(withheldFrom({ ...rest, [part]: graded })).toEqual({ person: rest, handleManually: false });
      expect(withheldFrom({ ...rest, [part]: open }).person).toEqual({ ...rest, [part]: open });
    },
  );

  test.each([...ADDRESS_PARTS.filter((part) => part !== ESTATE), 'nyttOppholdssted', 'nyAdresse', 'deltBosted2'])(
    'loses %s without a grade, whatever its shape, and is to be handled manually',
    (part) => {
      const { adressegradering: _grade, ...address } = graded;
      for (const value of [[address], address, 'Skjulestedet', ['Skjulestedet'], [[graded]], { liste: [open] }])
        expect(withheldFrom({ status: [ungraded], [part]: value })).toEqual({
          person: { status: [ungraded] },
          handleManually: true,
        });
    },
  );

  test.each<[string, unknown]>([
    ['an object around a list', { liste: [graded] }],
    ['a list in a list', [[graded]]],
    ['an entry around an address', [{ erGjeldende: true, adresse: graded }]],
    ['an entry around addresses', [{ erGjeldende: true, adresser: [graded] }]],
    ['an open address around a closed one', [{ ...open, tidligere: graded }]],
  ])('loses an address with a grade of its own inside a part that is new to us: %s', (_what, value) => {
    expect(JSON.stringify(withheldFrom({ nyOpplysning: value }).person)).not.toMatch(/Skjulestedet|klientadresse/);
  });

  test.each<[string, Record<string, unknown>]>([
    ['foreldreansvar', { ansvarlig: { foedselsEllerDNummer: '2', bostedsadresse: { adressenavn: 'Skjulestedet' } } }],
    ['vergemaalEllerFremtidsfullmakt', { verge: { navn: {}, adresse: { adresselinje: ['Skjulestedet'] } } }],
    ['familierelasjon', { relatertPerson: '2', postnummer: '9999', poststed: 'Skjulestedet' }],
    ['foreldreansvarlige', { navn: {}, bostedsadresse: { ...graded, adressegradering: 'fortrolig' } }],
    ['nyOpplysning', { adresser: ['Skjulestedet', { adressenavn: 'Skjulestedet' }] }],
  ])('loses the ungraded or closed addresses of others in %s, and keeps who they are', (part, entry) => {
    const { person } = withheldFrom({ [part]: [{ erGjeldende: true, ...entry }] });
    expect(JSON.stringify(person)).not.toMatch(/Skjulestedet|9999|fortrolig/);
    expect(person).toHaveProperty([part, '0', 'erGjeldende'], true);
  });

  test("keeps another's address that is graded open", () => {
    const foreldreansvarlige = [{ navn: { fornavn: 'RASK' }, bostedsadresse: open, adresser: [open] }];
    expect(withheldFrom({ foreldreansvarlige }).person).toEqual({ foreldreansvarlige });
  });
});

describe('the contact of an estate', () => {
  const adresse = { adresselinje: ['Rettsgata 1'], poststedsnavn: 'OSLO', postnummer: '0150' };
  const contact = (...them: object[]) => ({ [ESTATE]: them.map((one) => ({ skifteform: 'annet', ...one })) });

  test('who answers by profession is shown with the address', () => {
    const both = contact({ ...LAWYER, adresse }, { ...ORGANISATION, adresse });
    expect(withheldFrom(both)).toEqual({ person: both, handleManually: false });
  });

  test('who is a private person, or is not told, is shown without it: they may be protected', () => {
    const them = [SOMEBODY, { ...SOMEBODY, ...LAWYER }, {}, { advokat: 'GRUNDIG' }];
    expect(withheldFrom(contact(...them.map((one) => ({ ...one, adresse }))))).toEqual({
      person: contact(...them),
      handleManually: false,
    });
  });

  test('is withheld when it is graded after all', () => {
    expect(withheldFrom(contact({ ...LAWYER, adressegradering: 'fortrolig', adresse }))).toEqual({
      person: {},
      handleManually: false,
    });
    expect(withheldFrom(contact({ ...LAWYER, adresse: { ...adresse, adressegradering: 'fortrolig' } }))).toEqual({
      person: contact(LAWYER),
      handleManually: false,
    });
  });

  test('is shown whole to an author who has asked for it', () => {
    const them = contact({ ...SOMEBODY, adresse });
    expect(protect(them, ADDRESSES)).toEqual({ person: them, handleManually: false });
  });
});

test('an address part in a shape nobody expects is withheld', () => {
  const shown = withheldFrom({
    preferertKontaktadresse: { adressegradering: 'strengtFortrolig', vegadresse: { adressenavn: 'Skjulestedet' } },
  });
  expect(shown).toEqual({ person: {}, handleManually: true });
});
