import fc from 'fast-check';
import { ADDRESS_PARTS, showProtected, withholdProtected } from '../../../src/folkeregister/adressebeskyttelse';
import type { PersonDocument } from '../../../src/folkeregister/model';
import { simplify } from '../../../src/folkeregister/simplify';
import { START } from '../fakePorts';

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

/** Parts whose entries are shown without a grade: the contact of an estate, and what the register may come to send. */
const UNGRADED = ['kontaktinformasjonForDoedsbo', 'nyttOppholdssted'];
const PARTS = [...ADDRESS_PARTS, 'nyttOppholdssted'];

type Shape = 'list' | 'object';

interface Entry {
  readonly erGjeldende?: boolean;
  readonly adressegradering?: unknown;
  readonly mark: string;
}

const current = fc.constantFrom(true, false, undefined);
const grade = fc.constantFrom<unknown>(...OPEN, ...CLOSED, undefined);
const entries = (part: string): fc.Arbitrary<Entry[]> =>
  fc.array(fc.record({ erGjeldende: current, adressegradering: grade }), { maxLength: 3 }).map((list) =>
    list.map(({ erGjeldende, adressegradering }, at) => ({
      erGjeldende,
      ...(adressegradering === undefined && at > 0 ? {} : { adressegradering }),
      mark: `MARK-${part}-${at}-END`,
    })),
  );

const addressOf = (part: string, { mark, ...dated }: Entry): Record<string, unknown> =>
  part === 'postadresseIUtlandet'
    ? { ...dated, utenlandskAdresse: { adressenavn: mark, byEllerStedsnavn: mark, landkode: 'SE' } }
    : part === 'kontaktinformasjonForDoedsbo'
      ? { ...dated, adresse: { adresselinje: [mark], poststedsnavn: mark } }
      : {
          ...dated,
          vegadresse: { adressenavn: mark, kommunenummer: mark, poststed: { postnummer: '0001', poststedsnavn: mark } },
        };

const mayBeShown = (part: string, { adressegradering }: Entry): boolean =>
  adressegradering === undefined ? UNGRADED.includes(part) : OPEN.includes(adressegradering);

/** @param shapes how a part with a single entry is written */
const personWritten = (...shapes: readonly Shape[]) =>
  fc
    .record({
      addresses: fc.tuple(...PARTS.map((part) => fc.option(entries(part), { nil: undefined }))),
      shape: fc.constantFrom(...shapes),
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
const person = personWritten('list', 'object');

const marksIn = (value: unknown): Set<string> => new Set(JSON.stringify(value).match(/MARK-[A-Za-z]+-\d+-END/g) ?? []);

describe('any person with any grades', () => {
  test('shows exactly the addresses graded "ugradert", and none when the person is protected', () => {
    fc.assert(
      fc.property(person, ({ document, mayShow }) => {
        expect(marksIn(withholdProtected(document).person)).toEqual(new Set(mayShow.map(({ entry }) => entry.mark)));
      }),
      { numRuns: 1000 },
    );
  });

  test('has no protected address in the simplified result either', () => {
    fc.assert(
      fc.property(personWritten('list'), ({ document, mayShow }) => {
        const allowed = new Set(mayShow.map(({ entry }) => entry.mark));
        for (const mark of marksIn(simplify(withholdProtected(document).person, START)))
          expect(allowed).toContain(mark);
      }),
      { numRuns: 500 },
    );
  });

  test('does not tell the grade: no part and no word of it is left', () => {
    fc.assert(
      fc.property(person, ({ document }) => {
        expect(JSON.stringify(withholdProtected(document).person)).not.toMatch(
          /beskyttelse|fortrolig|klientadresse|hemmelig/i,
        );
      }),
      { numRuns: 500 },
    );
  });

  test('is to be handled manually when protected, or when every current address is withheld, and not otherwise', () => {
    fc.assert(
      fc.property(person, ({ document, marked, mayShow, isProtected }) => {
        const counts = ({ part, entry }: (typeof marked)[number]): boolean =>
          !UNGRADED.includes(part) && entry.erGjeldende !== false;
        const nothingLeft = marked.some(counts) && !mayShow.some(counts);
        expect(withholdProtected(document).handleManually).toBe(isProtected || nothingLeft);
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
        expect(JSON.stringify(withholdProtected(withPast).person)).not.toContain('GAMMEL');
      }),
    );
  });

  test('is shown whole when the author has opted in, with the same flag', () => {
    fc.assert(
      fc.property(person, ({ document }) => {
        const shown = showProtected(document);
        expect(shown.person).toEqual(document);
        expect(shown.handleManually).toBe(withholdProtected(document).handleManually);
      }),
    );
  });

  test('is never changed itself', () => {
    fc.assert(
      fc.property(person, ({ document }) => {
        const before = structuredClone(document);
        withholdProtected(document);
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
    const shown = withholdProtected({
      ...home,
      adressebeskyttelse: [{ erGjeldende: false, graderingsnivaa: 'strengtFortrolig' }],
    });
    expect(shown).toEqual({ person: home, handleManually: false });
  });

  test('without a mark of its time or its grade protects', () => {
    expect(withholdProtected({ ...home, adressebeskyttelse: [{}] })).toEqual({ person: {}, handleManually: true });
  });

  test.each([
    [{ erGjeldende: true, graderingsnivaa: 'fortrolig' }],
    [{}],
    [null],
    ['fortrolig'],
    ['ugradert'],
    [[null]],
    [['ugradert']],
    [[{ erGjeldende: 'false', graderingsnivaa: 'fortrolig' }]],
    [[[{ erGjeldende: false }]]],
  ])('written as %j protects too', (adressebeskyttelse) => {
    expect(withholdProtected({ ...home, adressebeskyttelse })).toEqual({ person: {}, handleManually: true });
  });

  test.each([[[]], [undefined], [{ erGjeldende: false }], [{ graderingsnivaa: 'ugradert' }]])(
    'written as %j is none',
    (adressebeskyttelse) => {
      expect(withholdProtected({ ...home, adressebeskyttelse })).toEqual({ person: home, handleManually: false });
    },
  );

  test('among others that have ended protects', () => {
    const adressebeskyttelse = [
      { erGjeldende: false, graderingsnivaa: 'fortrolig' },
      { erGjeldende: true, graderingsnivaa: 'fortrolig' },
    ];
    expect(withholdProtected({ ...home, adressebeskyttelse })).toEqual({ person: {}, handleManually: true });
  });
});

describe('a protected person', () => {
  const adressebeskyttelse = [{ erGjeldende: true, graderingsnivaa: 'fortrolig' }];
  const entry = { erGjeldende: true, verdi: 'x' };
  // Fact sheet folkeregister §5.1: none of these tells where the person is.
  const kept = {
    identifikasjonsnummer: [entry],
    identitetsgrunnlag: [entry],
    status: [entry],
    doedsfall: entry,
    foedsel: [entry],
    statsborgerskap: [entry],
    kjoenn: [entry],
    navn: [entry],
  };

  test('keeps the parts that hold no address', () => {
    expect(withholdProtected({ ...kept, adressebeskyttelse })).toEqual({ person: kept, handleManually: true });
  });

  test.each([
    ...ADDRESS_PARTS,
    'familierelasjon',
    'foreldreansvar',
    'vergemaalEllerFremtidsfullmakt',
    'foedselINorge',
    'falskIdentitet',
    'legitimasjonsdokument',
    'utenlandskPersonidentifikasjon',
    'utlendingsmyndighetenesIdentifikasjonsnummer',
    'sivilstand',
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
      const shown = withholdProtected(document);
      expect(shown).toEqual({ person: kept, handleManually: true });
      expect(JSON.stringify(shown)).not.toContain('Skjulestedet');
    }
  });

  test('loses the history of the parts that are kept, in whatever shape it is written', () => {
    const past = { erGjeldende: false, verdi: 'GAMMEL' };
    const document = { ...kept, navn: [past, entry], status: [past], doedsfall: past, adressebeskyttelse };
    const { status: _status, doedsfall: _death, ...left } = kept;
    expect(withholdProtected(document).person).toEqual(left);
  });

  test('loses an entry that is graded, also of a part that is kept', () => {
    const graded = { ...entry, adressegradering: 'fortrolig', verdi: 'Skjulestedet' };
    expect(withholdProtected({ ...kept, navn: [graded, entry], adressebeskyttelse }).person).toEqual(kept);
  });
});

describe('a person who is not protected', () => {
  const open = { erGjeldende: true, adressegradering: 'ugradert', vegadresse: { adressenavn: 'Hjemveien' } };
  const ungraded = { erGjeldende: true, verdi: 'x' };
  const graded = { erGjeldende: true, adressegradering: 'klientadresse', vegadresse: { adressenavn: 'Skjulestedet' } };

  test.each(['nyttOppholdssted', 'navn', 'utflytting', 'kontaktinformasjonForDoedsbo'])(
    'loses of %s just the entries that are graded and not open',
    (part) => {
      const rest = { bostedsadresse: [open], status: [ungraded] };
      expect(withholdProtected({ ...rest, [part]: [open, graded, ungraded] })).toEqual({
        person: { ...rest, [part]: [open, ungraded] },
        handleManually: false,
      });
      expect(withholdProtected({ ...rest, [part]: [graded] })).toEqual({ person: rest, handleManually: false });
      expect(withholdProtected({ ...rest, [part]: graded })).toEqual({ person: rest, handleManually: false });
      expect(withholdProtected({ ...rest, [part]: open }).person).toEqual({ ...rest, [part]: open });
    },
  );

  test.each(ADDRESS_PARTS.filter((part) => part !== 'kontaktinformasjonForDoedsbo'))(
    'loses %s without a grade, whatever its shape, and is to be handled manually',
    (part) => {
      const { adressegradering: _grade, ...address } = graded;
      for (const value of [[address], address, 'Skjulestedet', ['Skjulestedet'], [[graded]], { liste: [open] }])
        expect(withholdProtected({ status: [ungraded], [part]: value })).toEqual({
          person: { status: [ungraded] },
          handleManually: true,
        });
    },
  );

  test.each<[string, unknown]>([
    ['an object around a list', { liste: [graded] }],
    ['a list in a list', [[graded]]],
    ['an entry around an address', [{ erGjeldende: true, adresse: graded }]],
  ])('loses an address with a grade of its own inside a part that is new to us: %s', (_what, value) => {
    expect(JSON.stringify(withholdProtected({ nyttOppholdssted: value }).person)).not.toMatch(
      /Skjulestedet|klientadresse/,
    );
  });
});

test('the contact of an estate is withheld when it is graded after all', () => {
  const graded = {
    kontaktinformasjonForDoedsbo: [
      { erGjeldende: true, adressegradering: 'fortrolig', adresse: { adresselinje: ['Skjulestedet'] } },
    ],
  };
  expect(withholdProtected(graded)).toEqual({ person: {}, handleManually: false });
});

test('an address part in a shape nobody expects is withheld', () => {
  const shown = withholdProtected({
    preferertKontaktadresse: { adressegradering: 'strengtFortrolig', vegadresse: { adressenavn: 'Skjulestedet' } },
  });
  expect(shown).toEqual({ person: {}, handleManually: true });
});
