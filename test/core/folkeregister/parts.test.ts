import { askFor, type Chosen } from '../../../src/folkeregister/chosenParts';
import { RIGHTS_PACKAGES } from '../../../src/folkeregister/client/packages';
import { throughFiks } from '../../../src/folkeregister/client/way';
import { membersOf, PART_NAMES, PARTS } from '../../../src/folkeregister/parts';
import { fakeWorld, fiksCredential, inTurn, ROLE, sessionIn, thrownBy } from '../fakePorts';
import { asking, partsIn } from './asking';

const session = (parts: readonly string[] = []) =>
  sessionIn(fakeWorld(inTurn()), {
    fiks: { ...fiksCredential, roles: [{ name: 'Barnevern', rolleId: ROLE, purpose: '', parts }] },
  });

const chosen = (parts: readonly string[], changes: Partial<Chosen> = {}): Chosen => ({
  ...throughFiks(),
  parts,
  historikk: false,
  ...changes,
});

const asked = (parts: readonly string[], allowed: readonly string[] = [], changes: Partial<Chosen> = {}) =>
  askFor(session(allowed), chosen(parts, changes)).parts;

const refused = (parts: readonly string[], allowed: readonly string[], changes: Partial<Chosen> = {}) =>
  thrownBy(() => askFor(session(allowed), chosen(parts, changes)));

/** As the fact sheet has them. */
const PERSON_BASIS = [
  'identifikasjonsnummer',
  'identitetsgrunnlag',
  'status',
  'doedsfall',
  'sivilstand',
  'foedsel',
  'statsborgerskap',
  'kjoenn',
  'navn',
  'bostedsadresse',
  'oppholdsadresse',
  'deltBosted',
  'postadresse',
  'postadresseIUtlandet',
  'adressebeskyttelse',
  'kontaktinformasjonForDoedsbo',
];

describe('the parts one can choose', () => {
  test('are 33, and three collections of them', () => {
    expect(PART_NAMES).toHaveLength(33);
    expect(new Set(PART_NAMES).size).toBe(33);
    expect(PARTS.map(({ value }) => value)).toEqual([
      ...PART_NAMES,
      'person-basis',
      'identitetsgrunnlag-utvidet',
      'relasjon-utvidet',
    ]);
  });

  test('are told in plain words in both languages, with the name the register uses', () => {
    for (const { value, label, help } of PARTS) {
      expect([label.en, label.nb].every((text) => text.endsWith(`(${value})`))).toBe(true);
      expect(help?.en).toBeTruthy();
      expect(help?.nb).toBeTruthy();
    }
  });

  test('are sent with letters that need no care', () => {
    for (const name of PART_NAMES) expect(name).toMatch(/^[a-zA-Z]+$/);
  });
});

describe('a collective name', () => {
  test('stands for its parts, each by its own name', () => {
    expect([...membersOf('person-basis')].sort()).toEqual([...PERSON_BASIS].sort());
    expect([...asked(['person-basis'])].sort()).toEqual([...PERSON_BASIS].sort());
    expect(asked(['identitetsgrunnlag-utvidet'])).toEqual([
      'falskIdentitet',
      'legitimasjonsdokument',
      'utenlandskPersonidentifikasjon',
    ]);
    expect(asked(['relasjon-utvidet'])).toEqual([
      'familierelasjon',
      'foreldreansvar',
      'vergemaalEllerFremtidsfullmakt',
      'adressebeskyttelse',
    ]);
  });

  test('stands for what of it the role may see, as the credential says', () => {
    expect(asked(['person-basis'], ['navn', 'status', 'opphold'])).toEqual(['navn', 'identifikasjonsnummer', 'status']);
    expect(asked(['relasjon-utvidet'], ['navn', 'foreldreansvar'])).toEqual(['foreldreansvar']);
  });

  test('of which the role may see nothing is refused', async () => {
    expect(await refused(['relasjon-utvidet'], ['navn'])).toMatchObject({ code: 'ERR_PART_NOT_ALLOWED' });
  });

  test('in the credential opens its parts', () => {
    expect(asked(['navn', 'familierelasjon'], ['person-basis', 'relasjon-utvidet'])).toEqual([
      'navn',
      'familierelasjon',
    ]);
  });

  test.each(RIGHTS_PACKAGES.map(({ value }) => value))(
    'of relations means at Skatteetaten what %s knows',
    (rettighetspakke) => {
      const parts = asked(['relasjon-utvidet'], [], { route: 'skatteetaten', rettighetspakke });
      expect(parts.length).toBe(rettighetspakke === 'offentligmedhjemmel' ? 4 : 2);
      expect(parts).toContain('vergemaalEllerFremtidsfullmakt');
    },
  );
});

describe('address protection', () => {
  test.each([
    'bostedsadresse',
    'oppholdsadresse',
    'deltBosted',
    'postadresse',
    'postadresseIUtlandet',
    'preferertKontaktadresse',
    'kontaktinformasjonForDoedsbo',
    'innflytting',
    'utflytting',
    'oppholdPaaSvalbard',
    'vergemaalEllerFremtidsfullmakt',
    'sivilstand',
    'foedselINorge',
  ])('is asked for with %s', (part) => {
    expect(asked([part])).toEqual([part, 'adressebeskyttelse']);
  });

  test('that the role may not see keeps addresses from being asked for', async () => {
    const error = await refused(['bostedsadresse'], ['navn', 'bostedsadresse']);
    expect(error).toMatchObject({
      code: 'ERR_PART_NOT_ALLOWED',
      message: expect.stringContaining('adressebeskyttelse'),
    });
  });
});

describe('history', () => {
  test('is asked for by a word of its own, after the parts', () => {
    expect(asked(['navn'], [], { historikk: true })).toEqual(['navn', 'historikk']);
    expect(asked(['navn'])).toEqual(['navn']);
  });

  test('is never asked for alone', () => {
    expect(asked([], [], { historikk: true })).toEqual(['identifikasjonsnummer', 'historikk']);
  });

  test('must be allowed where the credential says what is', async () => {
    expect(asked(['navn'], ['navn', 'historikk'], { historikk: true })).toEqual(['navn', 'historikk']);
    expect(await refused(['navn'], ['navn'], { historikk: true })).toMatchObject({
      message: expect.stringContaining('historikk'),
    });
  });
});

describe('a part that the credential does not list', () => {
  test('is refused with its name, the role and who can widen it, before anything is asked', async () => {
    const error = await refused(['navn', 'kjoenn', 'opphold'], ['navn']);
    expect(error).toMatchObject({
      code: 'ERR_PART_NOT_ALLOWED',
      message: 'The Folkeregister role Barnevern may not see: kjoenn, opphold (so says the Fiks credential).',
      details: { field: 'parts' },
    });
    expect(error.action).toMatch(/fewer parts.*another role.*administers Fiks Folkeregister/);
  });

  test('is asked for at Skatteetaten, where the credential of Fiks says nothing', () => {
    expect(asked(['opphold'], ['navn'], { route: 'skatteetaten' })).toEqual(['opphold']);
  });

  test('does not matter for the number, which comes along whatever is asked', () => {
    expect(asked(['identifikasjonsnummer', 'navn'], ['navn'])).toEqual(['identifikasjonsnummer', 'navn']);
  });
});

test('what is chosen on a node is what goes in the address, each once', async () => {
  const world = fakeWorld(inTurn({ json: { identifikasjonsnummer: [] } }));
  const parts = ['navn', 'person-basis', 'navn'];
  await asking(world, 'getPerson', [{ foedselsnummer: '12848539668', parts, historikk: true }]);
  const sent = partsIn(world);
  expect(sent).toHaveLength(17);
  expect(new Set(sent)).toEqual(new Set([...PERSON_BASIS, 'historikk']));
});
