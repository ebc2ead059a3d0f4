/** Finding persons, and persons as they were, against the sandbox. */
import { EVERYONE } from '../../sandbox/src/folkeregister/register';
import { NOBODY, numberOf, personaNamed, PERSONAS, REPLACED, SURVIVOR } from './persons';
import { failureOf, valueOf, verdictsOf, World, type Stored } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
afterEach(() => world.reset());

const run = async (operation: string, input: Stored) => (await world.run('folkeregister', operation, [input]))[0];
const role = (name: string): string => world.sandbox.credentials.roles.find((one) => one.name === name)!.rolleId;

describe('Find Exact Person', () => {
  const find = (input: Stored) => run('findExactPerson', input);
  const RASK = numberOf('ordinary-resident');

  it.each<[string, Stored]>([
    ['a name and a date of birth', { foedselsdato: '1985-04-12' }],
    ['a name and a street with a house', { adressenavn: 'Tenkevei', husnummer: '14B' }],
    ['a name and a postal code', { postnummer: '5003' }],
    ['a name and the number', { identifikasjonsnummer: RASK }],
    ['all of it', { foedselsdato: '1985-04-12', adressenavn: 'Tenkeveien', husnummer: '14 B', postnummer: '5003' }],
  ])('finds a person by %s', async (_what, known) => {
    const outcome = await find({ navn: 'Rask Fyrlykt', ...known });
    expect(valueOf(outcome)).toMatchObject({ found: true, foedselsnummer: RASK, name: 'RASK FYRLYKT' });
    expect(await world.asked('folkeregister')).toBe(1);
  });

  it('finds who has the number now by one that was replaced', async () => {
    const outcome = await find({ navn: 'Finurlig Tinnsoldat', identifikasjonsnummer: REPLACED });
    expect(valueOf(outcome)).toMatchObject({ found: true, foedselsnummer: SURVIVOR });
  });

  it.each<[string, Stored]>([
    ['nobody', { navn: 'Ingen Slik', foedselsdato: '1985-04-12' }],
    ['nobody, for the number is that of another', { navn: 'Rask Fyrlykt', identifikasjonsnummer: SURVIVOR }],
  ])('says that it found %s', async (_what, known) => {
    expect(valueOf(await find(known))).toMatchObject({ found: false, reason: 'INGEN_ELLER_FLERE' });
  });

  it.each([
    ['docs', true],
    ['openapi', false],
  ])('a postal code alone is enough by the rule of the %s: %s', async (exactSearchRule, isEnough) => {
    await world.settings({ exactSearchRule });
    const outcome = await find({ navn: 'Rask Fyrlykt', postnummer: '5003' });
    if (isEnough) expect(valueOf(outcome).found).toBe(true);
    else
      expect(failureOf(outcome)).toMatchObject({
        code: 'ERR_REFUSED',
        action: expect.stringMatching(/a name and one of/),
      });
  });

  it('withholds what is protected', async () => {
    const { navn, foedsel } = personaNamed('confidential').folkeregisterperson as Record<string, any[]>;
    const [{ fornavn, etternavn }] = navn!;
    for (const output of ['simplified', 'selected', 'raw', 'xml']) {
      const known = { navn: `${fornavn} ${etternavn}`, foedselsdato: foedsel![0].foedselsdato, output };
      const found = valueOf(await find(known));
      expect(found).toMatchObject({ found: true, handleManually: true });
      expect(JSON.stringify(found)).not.toMatch(/Gjemselveien|HAMAR|Skjulestedet|ortrolig/);
    }
  });

  it('is given in XML too', async () => {
    const { xml, handleManually } = valueOf(
      await find({ navn: 'Rask Fyrlykt', postnummer: '5003', output: 'xml', parts: ['navn'] }),
    );
    expect(xml).toMatch(/^<\?xml .*<etternavn>FYRLYKT<\/etternavn>/);
    expect(handleManually).toBeNull();
    expect(await world.asked('folkeregister')).toBe(1);
  });

  it('a character the firewall does not let through is told as such', async () => {
    const outcome = await find({ navn: 'Rask <Fyrlykt>', postnummer: '5003' });
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_REFUSED', message: expect.stringMatching(/firewall/) });
  });
});

describe('Search Persons', () => {
  const search = async (input: Stored) => valueOf(await run('searchPersons', input));

  it('finds everyone with a name, and nobody else', async () => {
    const named = EVERYONE.filter(({ folkeregisterperson: { navn } }) => JSON.stringify(navn).includes('"FYRLYKT"'));
    const { foedselsnumre, count, mayBeMore } = await search({ navn: 'Fyrlykt', inkluderDoede: true });
    expect(foedselsnumre.length).toBeGreaterThan(1);
    expect(foedselsnumre.every((number: string) => named.some((one) => one.foedselsEllerDNummer === number))).toBe(
      true,
    );
    expect([count, mayBeMore]).toEqual([foedselsnumre.length, false]);
  });

  it('takes every criterion there is', async () => {
    const everything = {
      navn: 'Rask Fyrlykt',
      kjoenn: 'kvinne',
      foedselsdato: '1985-04-12',
      foedselsaarFraOgMed: 1980,
      foedselsaarTilOgMed: 1990,
      adressenavn: 'Tenkeveien',
      husnummer: '14B',
      postnummer: '5003',
      kommunenummer: '4601',
      fylkesnummer: '46',
      inkluderOppholdsadresse: true,
      inkluderDoede: true,
      soekFonetisk: true,
      opplysningsgrunnlag: 'historisk',
    };
    const { foedselsnumre } = await search(everything);
    expect(foedselsnumre).toEqual([numberOf('ordinary-resident')]);
  });

  it.each(['empty', 'missing'])(
    'finds nobody as an empty list, where the register gives none (%s)',
    async (searchWithoutHits) => {
      await world.settings({ searchWithoutHits });
      expect(await search({ navn: 'Ingenslik' })).toEqual({
        foedselsnumre: [],
        count: 0,
        mayBeMore: false,
        persons: null,
      });
    },
  );

  it('stops at the limit and says so', async () => {
    expect(await search({ kommunenummer: '4601', limit: 1 })).toMatchObject({ count: 1, mayBeMore: true });
  });

  it('looks everyone up in one more call, with what is protected withheld', async () => {
    const { foedselsnumre, persons } = await search({ kommunenummer: '4601', returnAll: true, includePersons: true });
    expect(persons.map(({ foedselsnummer }: any) => foedselsnummer)).toEqual(foedselsnumre);
    expect(await world.asked('folkeregister')).toBe(2);
    expect(JSON.stringify(persons)).not.toMatch(/ortrolig|klientadresse/);
  });

  it('that too many fit is told, with what to do', async () => {
    await world.settings({ searchHitLimit: 1 });
    expect(failureOf(await run('searchPersons', { kommunenummer: '4601' }))).toMatchObject({
      code: 'ERR_REFUSED',
      action: expect.stringMatching(/narrow the search/),
    });
  });
});

describe('Get Historical Version', () => {
  const { persondokument } = personaNamed('ordinary-resident') as unknown as { persondokument: string };
  const versions = (ids: readonly string[], settings: Stored = {}) =>
    world.run(
      'folkeregister',
      'getHistoricalVersion',
      ids.map((id) => ({ persondokument: id, ...settings })),
    );
  const ALL = PERSONAS.map((persona) => (persona as unknown as { persondokument: string }).persondokument);
  const UNKNOWN = 'f'.repeat(32);

  it('gives a person by the document of an event', async () => {
    const [outcome] = await versions([persondokument]);
    expect(valueOf(outcome)).toMatchObject({ foedselsnummer: numberOf('ordinary-resident') });
  });

  it.each(['list', 'single'])(
    'gives many, each to its own id, where the register answers with a %s',
    async (documentBulk) => {
      await world.settings({ documentBulk });
      const outcomes = await versions([...ALL, UNKNOWN]);
      expect(outcomes.slice(0, -1).map((outcome) => valueOf(outcome).foedselsnummer)).toEqual(
        PERSONAS.map(({ foedselsEllerDNummer }) => foedselsEllerDNummer),
      );
      expect(verdictsOf(outcomes).at(-1)).toBe('ERR_VERSION_NOT_FOUND');
    },
  );

  it('withholds what is protected in every form', async () => {
    const { persondokument: ofProtected } = personaNamed('confidential') as unknown as { persondokument: string };
    for (const output of ['simplified', 'selected', 'raw', 'xml']) {
      const [outcome] = await versions([ofProtected], { output });
      expect(valueOf(outcome)).toMatchObject({ handleManually: true });
      expect(JSON.stringify(outcome)).not.toMatch(/Gjemselveien|HAMAR|Skjulestedet|ortrolig/);
    }
  });

  it('is not there without legal basis, and it is said so', async () => {
    const [outcome] = await versions([persondokument], { rolleId: role('without-legal-basis') });
    expect(failureOf(outcome)).toMatchObject({
      code: 'ERR_VERSION_NOT_FOUND',
      action: expect.stringMatching(/only the package with legal basis/),
    });
  });

  it('is asked for one by one where the role refuses many', async () => {
    const outcomes = await versions(ALL.slice(0, 3), { rolleId: role('single-lookups') });
    expect(verdictsOf(outcomes)).toEqual(['ok', 'ok', 'ok']);
    expect(world.exchanges.filter(({ request }) => request.url.includes('/bulkoppslag/arkiv'))).toHaveLength(1);
  });
});

describe('Get Contract', () => {
  it.each(['persons', 'events', 'feed'])('gives the schema of %s', async (contract) => {
    const { xsd } = valueOf(await run('getContract', { contract }));
    expect(xsd).toMatch(/<xsd?:schema .*targetNamespace="folkeregisteret:/);
  });
});

describe('the forms of a person', () => {
  const get = async (slug: string, settings: Stored) =>
    valueOf(await run('getPerson', { foedselsnummer: numberOf(slug), ...settings }));

  it('selected has the current entries of each part, under the names of the register', async () => {
    const person = await get('ordinary-resident', { output: 'selected', parts: ['navn', 'sivilstand', 'deltBosted'] });
    expect(person).toMatchObject({ navn: [{ etternavn: 'FYRLYKT' }], sivilstand: [{}], deltBosted: null });
  });

  it('XML is the whole text of the register for a person who has nothing to hide', async () => {
    const { xml, foedselsnummer, handleManually } = await get('ordinary-resident', { output: 'xml' });
    expect(xml).toContain('<adressenavn>Tenkeveien</adressenavn>');
    expect([foedselsnummer, handleManually]).toEqual([numberOf('ordinary-resident'), false]);
  });

  it.each(['confidential', 'strictly-confidential', 'client-address'])('XML is nothing at all for %s', async (slug) => {
    expect(await get(slug, { output: 'xml' })).toMatchObject({ foedselsnummer: numberOf(slug), xml: null });
  });

  it('XML of a protected person is given to an author who has opted in to address and grade', async () => {
    const optIns = { includeProtectedAddresses: true, includeProtectionGrade: true };
    expect((await get('confidential', { output: 'xml', ...optIns })).xml).toContain('Gjemselveien');
    expect((await get('confidential', { output: 'xml', includeProtectedAddresses: true })).xml).toBeNull();
  });

  it('the grade is told only where it is asked for', async () => {
    expect(await get('confidential', {})).not.toHaveProperty('graderingsnivaa');
    expect(await get('confidential', { includeProtectionGrade: true })).toMatchObject({ graderingsnivaa: 'fortrolig' });
  });

  it('history is there when it is asked for', async () => {
    const now = await get('historical-identifiers', { output: 'raw', parts: ['identifikasjonsnummer'] });
    const ever = await get('historical-identifiers', {
      output: 'raw',
      parts: ['identifikasjonsnummer'],
      historikk: true,
    });
    expect(now.person.identifikasjonsnummer).toHaveLength(1);
    expect(ever.person.identifikasjonsnummer.length).toBeGreaterThan(1);
  });
});

describe('a list in one input', () => {
  it('has persons, those nobody knows and those that are wrong, each in its place', async () => {
    const foedselsnumre = [numberOf('deceased'), NOBODY, 'feil', REPLACED];
    const { persons, found, failed } = valueOf(await run('getManyPersons', { foedselsnumre }));
    expect(persons.map((person: any) => person.error?.code ?? person.foedselsnummer)).toEqual([
      numberOf('deceased'),
      'ERR_PERSON_NOT_FOUND',
      'ERR_INVALID_IDENTIFIER',
      SURVIVOR,
    ]);
    expect([found, failed]).toEqual([2, 2]);
  });

  it('withholds what is protected', async () => {
    const foedselsnumre = EVERYONE.map(({ foedselsEllerDNummer }) => foedselsEllerDNummer);
    for (const output of ['simplified', 'selected', 'raw']) {
      const { persons } = valueOf(await run('getManyPersons', { foedselsnumre, output }));
      expect(JSON.stringify(persons)).not.toMatch(/Gjemselveien|Skjulestedet|Mottakskollen|ortrolig|klientadresse/);
    }
  });
});

describe('what the credential says of a role', () => {
  const roles = () => [
    { name: 'Skole', rolleId: role('narrow'), purpose: 'Opplæringsloven', parts: 'navn status adressebeskyttelse' },
  ];
  const ask = async (settings: Stored) => {
    const input = { foedselsnummer: numberOf('ordinary-resident'), rolleId: 'skole', ...settings };
    return (await world.run('folkeregister', 'getPerson', [input], world.session({ fiks: { roles: roles() } })))[0];
  };

  it('narrows a collective name to what the role may see, so that the register does not refuse', async () => {
    expect(valueOf(await ask({ parts: ['person-basis'] }))).toMatchObject({
      name: 'RASK FYRLYKT',
      personStatus: 'bosatt',
    });
  });

  it('refuses another part before anything is asked, with its name and the role', async () => {
    expect(failureOf(await ask({ parts: ['navn', 'bostedsadresse'] }))).toMatchObject({
      code: 'ERR_PART_NOT_ALLOWED',
      message: expect.stringMatching(/role Skole may not see: bostedsadresse/),
    });
    expect(await world.asked('folkeregister')).toBe(0);
  });
});
