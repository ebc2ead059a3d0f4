import { fakeWorld, failureOf, inTurn, refillRetries, sessionIn, valueOf } from '../fakePorts';
import { someNumbers } from '../numbers';
import { asking, urlOf } from './asking';
import { folkeregisterOperations } from '../../../src/folkeregister/operations';
import { personWith, register } from './register';

beforeEach(() => refillRetries('folkeregister'));

const [a = '', b = '', c = ''] = someNumbers(3);
const EXACT = { navn: 'Rask Fyrlykt', foedselsdato: '1985-04-12', parts: ['navn', 'status'] };
const DIRECT = { route: 'skatteetaten', rettighetspakke: 'offentligutenhjemmel' };
const queryOf = (world: ReturnType<typeof fakeWorld>) => Object.fromEntries(urlOf(world).searchParams);

describe('an exact search', () => {
  const search = async (reply: object, input: object = EXACT) => {
    const world = fakeWorld(inTurn(reply));
    const [outcome] = await asking(world, 'findExactPerson', [{ ...input }]);
    return { world, outcome };
  };

  test('gives the one person who fits', async () => {
    const { world, outcome } = await search({ json: personWith(a) });
    expect(valueOf(outcome)).toMatchObject({ found: true, foedselsnummer: a, personStatus: 'bosatt' });
    expect(urlOf(world).pathname).toMatch(/\/v1\/personer\/entydigsoek$/);
    expect(urlOf(world).search).toBe('?navn=Rask+Fyrlykt&foedselsdato=19850412&part=navn&part=status');
  });

  test.each([{ status: 404 }, { status: 404, json: { kode: 'FREG-001', melding: 'x' } }])(
    'that nobody fits, or several, is a result and no error: %j',
    async (reply) => {
      const { outcome } = await search(reply);
      expect(valueOf(outcome)).toMatchObject({
        found: false,
        reason: 'INGEN_ELLER_FLERE',
        reasonText: { en: expect.stringMatching(/Nobody fits/), nb: expect.stringMatching(/Ingen passer/) },
      });
    },
  );

  test('sorts what it finds and what it does not', async () => {
    const { branches } = folkeregisterOperations.find(({ name }) => name === 'findExactPerson')!;
    const sortOf = async (reply: object) => branches?.of({ ...valueOf((await search(reply)).outcome) } as never);
    expect([await sortOf({ json: personWith(a) }), await sortOf({ status: 404 })]).toEqual(['found', 'notFound']);
    expect(branches?.names.map(({ value }) => value)).toEqual(['found', 'notFound']);
  });

  test('with a page for an answer has not found that nobody fits', async () => {
    const { outcome } = await search({ status: 404, text: '<html></html>' });
    expect(failureOf(outcome).code).toBe('ERR_NOT_FOUND');
  });

  test('that the register does not accept says what it wants', async () => {
    const { outcome } = await search({ status: 400, json: { kode: 'FREG-001' } });
    expect(failureOf(outcome)).toMatchObject({
      code: 'ERR_REFUSED',
      action: expect.stringMatching(/a name and one of/),
      details: { serviceCode: 'FREG-001' },
    });
  });

  test('by sound is spelt as the description of the package has it', async () => {
    const { world } = await search({ json: personWith(a) }, { ...EXACT, soekFonetisk: true });
    expect(queryOf(world)).toMatchObject({ soekFonetisk: 'true' });
    const { world: without } = await search({ json: personWith(a) }, { ...EXACT, ...DIRECT, soekFonetisk: true });
    expect(queryOf(without)).toMatchObject({ soekfonetisk: 'true' });
    expect(queryOf(without)).not.toHaveProperty('soekFonetisk');
  });

  test('that has too little is not sent', async () => {
    const world = fakeWorld(inTurn());
    const [outcome] = await asking(world, 'findExactPerson', [{ navn: 'Rask Fyrlykt' }]);
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field: 'foedselsdato' } });
    expect(world.requests).toEqual([]);
  });

  test('for a protected person withholds the address, and says that somebody must look', async () => {
    const person = {
      ...personWith(a),
      adressebeskyttelse: [{ erGjeldende: true, graderingsnivaa: 'fortrolig' }],
      bostedsadresse: [
        { erGjeldende: true, adressegradering: 'fortrolig', vegadresse: { adressenavn: 'Skjulestedet' } },
      ],
    };
    for (const output of ['simplified', 'raw', 'selected']) {
      const { outcome } = await search({ json: person }, { ...EXACT, output, parts: ['bostedsadresse'] });
      expect(valueOf(outcome)).toMatchObject({ found: true, handleManually: true });
      expect(JSON.stringify(outcome)).not.toMatch(/Skjulestedet|ortrolig/);
    }
  });
});

describe('a search for all who fit', () => {
  const search = async (reply: object, input: object = {}) => {
    const world = fakeWorld(inTurn(reply));
    const [outcome] = await asking(world, 'searchPersons', [{ navn: 'Fyrlykt', ...input }]);
    return { world, outcome };
  };

  test('gives their numbers, and asks for no more than the limit', async () => {
    const { world, outcome } = await search({ json: { foedselsEllerDNummer: [a, b] } });
    expect(valueOf(outcome)).toEqual({ foedselsnumre: [a, b], count: 2, mayBeMore: false, persons: null });
    expect(queryOf(world)).toEqual({ navn: 'Fyrlykt', maksTreff: '50' });
  });

  test.each([{}, { foedselsEllerDNummer: [] }, { foedselsEllerDNummer: null }])(
    'that finds nobody gives an empty list: %j',
    async (json) => {
      expect(valueOf((await search({ json })).outcome)).toMatchObject({
        foedselsnumre: [],
        count: 0,
        mayBeMore: false,
      });
    },
  );

  test('says that there may be more where the limit was reached', async () => {
    const { outcome } = await search({ json: { foedselsEllerDNummer: [a, b] } }, { limit: 2 });
    expect(valueOf(outcome)).toMatchObject({ count: 2, mayBeMore: true });
  });

  test('for all asks for as many as the register gives', async () => {
    const { world } = await search({ json: {} }, { returnAll: true, limit: 7 });
    expect(queryOf(world)).toMatchObject({ maksTreff: '10000' });
  });

  test('that too many fit says how to narrow it', async () => {
    const { outcome } = await search({ status: 400, json: { melding: 'For mange treff' } });
    expect(failureOf(outcome)).toMatchObject({
      code: 'ERR_REFUSED',
      action: expect.stringMatching(/narrow the search/),
    });
  });

  test('looks the persons up too where that is wanted, in the order found', async () => {
    const known = register('foedselsEllerDNummer', (id) => (id === b ? { status: 404 } : id));
    const world = fakeWorld((request, nth) =>
      request.url.includes('/soek?') ? { json: { foedselsEllerDNummer: [c, b, a] } } : known(request, nth),
    );
    const input = { navn: 'Fyrlykt', includePersons: true, parts: ['navn'] };
    const [outcome] = await asking(world, 'searchPersons', [input], sessionIn(world));
    const { foedselsnumre, persons } = valueOf(outcome) as Record<string, any[]>;
    expect(foedselsnumre).toEqual([c, b, a]);
    expect(persons?.map((person) => person.error?.code ?? person.foedselsnummer)).toEqual([
      c,
      'ERR_PERSON_NOT_FOUND',
      a,
    ]);
  });

  test('of nothing is not sent', async () => {
    const world = fakeWorld(inTurn());
    const [outcome] = await asking(world, 'searchPersons', [{}]);
    expect(failureOf(outcome).code).toBe('ERR_INVALID_INPUT');
    expect(world.requests).toEqual([]);
  });
});
