import { fakeWorld, failureOf, inTurn, refillRetries, ROLE, valueOf, type Reply } from '../fakePorts';
import { someNumbers } from '../numbers';
import { asking, urlOf } from './asking';
import { idsIn, isBulk, personWith, register } from './register';

beforeEach(() => refillRetries('folkeregister'));

const [one = '', two = '', three = ''] = someNumbers(3);
const idOf = (at: number): string => at.toString(16).padStart(32, 'a');
const [first, second, third] = [idOf(1), idOf(2), idOf(3)];
const OWNERS: Readonly<Record<string, string>> = { [first]: one, [second]: two, [third]: three };
const UNKNOWN: Reply = { status: 404, json: { kode: 'FREG-001' } };
const archive = register('dokumentidentifikator', (id) => OWNERS[id] ?? UNKNOWN);

const runFor = async (ids: readonly unknown[], route = archive, changes: object = {}) => {
  const world = fakeWorld(route);
  const inputs = ids.map((persondokument) => ({ persondokument, parts: ['navn', 'status'], ...changes }));
  return { world, outcomes: await asking(world, 'getHistoricalVersion', inputs) };
};
const codesOf = (outcomes: Awaited<ReturnType<typeof asking>>) =>
  outcomes.map((outcome) => (outcome.ok ? outcome.value.foedselsnummer : outcome.error.code));

describe('a version of a person', () => {
  test('is one GET in the archive, with the parts that are wanted', async () => {
    const { world, outcomes } = await runFor([first]);
    expect(valueOf(outcomes[0])).toMatchObject({ foedselsnummer: one, personStatus: 'bosatt' });
    expect(urlOf(world).pathname).toBe(`/folkeregister/api/v1/${ROLE}/v1/personer/arkiv/${first}`);
    expect(urlOf(world).searchParams.getAll('part')).toEqual(['navn', 'status']);
  });

  test('may be written as a UUID, and never as anything else', async () => {
    const uuid = '348f272f-118e-c08f-36d9-995336d904ca';
    const { world } = await runFor([uuid], inTurn({ json: personWith(one) }));
    expect(urlOf(world).pathname).toMatch(new RegExp(`${uuid}$`));
    for (const wrong of ['', 'sak-1', `${first}0`, '../xsd', 'g'.repeat(32)]) {
      const { world: none, outcomes } = await runFor([wrong]);
      expect(failureOf(outcomes[0]).details.field).toBe('persondokument');
      expect(none.requests).toEqual([]);
    }
  });

  test.each<[string, Reply]>([
    ['that nobody knows', UNKNOWN],
    ['that is older than three years', { status: 400, json: { kode: 'FREG-001', melding: 'For gammelt' } }],
  ])('%s is not found, and it is said what may be wrong', async (_what, reply) => {
    const { outcomes } = await runFor([first], () => reply);
    expect(failureOf(outcomes[0])).toMatchObject({
      code: 'ERR_VERSION_NOT_FOUND',
      kind: 'business',
      action: expect.stringMatching(/not its hendelsesdokument/),
    });
  });
});

describe('many versions', () => {
  test('are one POST, answered by the id asked for', async () => {
    const { world, outcomes } = await runFor([third, first, second]);
    expect(codesOf(outcomes)).toEqual([three, one, two]);
    expect(world.requests).toHaveLength(1);
    expect(urlOf(world).pathname).toMatch(/\/personer\/bulkoppslag\/arkiv$/);
    expect(urlOf(world).searchParams.has('somBestilt')).toBe(false);
    expect(idsIn(world.requests[0]!)).toEqual([third, first, second]);
  });

  test('of which one is unknown leave the others alone', async () => {
    const { outcomes } = await runFor([first, idOf(9), second]);
    expect(codesOf(outcomes)).toEqual([one, 'ERR_VERSION_NOT_FOUND', two]);
  });

  test('of which one is too old, so that all are refused, are found apart', async () => {
    const refuses = register('dokumentidentifikator', (id) => OWNERS[id] ?? { status: 400 });
    const { outcomes } = await runFor([first, idOf(9), second, third], refuses);
    expect(codesOf(outcomes)).toEqual([one, 'ERR_VERSION_NOT_FOUND', two, three]);
  });

  test('answered with one document alone, as the description has it, are asked for one by one, and so are later ones', async () => {
    const single = (request: Parameters<typeof archive>[0], nth: number) =>
      isBulk(request) ? { json: personWith(one) } : archive(request, nth);
    const { world, outcomes } = await runFor([first, second], single);
    expect(codesOf(outcomes)).toEqual([one, two]);
    expect(world.requests.map(isBulk)).toEqual([true, false, false]);
  });

  test('are not tied to the order in which they come', async () => {
    const backwards = (request: Parameters<typeof archive>[0], nth: number) => {
      const { json } = archive(request, nth) as { json: { oppslag: unknown[] } };
      return { json: { oppslag: [...json.oppslag].reverse() } };
    };
    const { outcomes } = await runFor([first, second, third], backwards);
    expect(codesOf(outcomes)).toEqual([one, two, three]);
  });
});

describe('the contract', () => {
  const XSD = '<?xml version="1.0"?><xs:schema/>';

  test.each([
    ['persons', 'personer/xsd'],
    ['events', 'hendelser/xsd'],
    ['feed', 'hendelser/feedxsd'],
  ])('of %s is asked for as XML and given as it is', async (contract, path) => {
    const world = fakeWorld(inTurn({ text: XSD }));
    expect(valueOf((await asking(world, 'getContract', [{ contract }]))[0])).toEqual({ contract, xsd: XSD });
    expect(urlOf(world).pathname).toMatch(new RegExp(`/v1/${path}$`));
    expect(world.requests[0]?.headers).toMatchObject({ accept: 'application/xml' });
  });

  test('is asked for once, however many items come in', async () => {
    const world = fakeWorld(() => ({ text: XSD }));
    expect(await asking(world, 'getContract', [{}, {}, {}])).toHaveLength(3);
    expect(world.requests).toHaveLength(1);
  });

  test('that is a web page is none', async () => {
    const world = fakeWorld(inTurn({ text: ' <!DOCTYPE html><html></html>' }));
    expect(failureOf((await asking(world, 'getContract', [{}]))[0])).toMatchObject({ code: 'ERR_UNEXPECTED_ANSWER' });
  });
});

describe('a version from before the person was protected', () => {
  const HOME = [{ erGjeldende: true, adressegradering: 'ugradert', vegadresse: { adressenavn: 'Gamleveien' } }];
  const version = { ...personWith(one), bostedsadresse: HOME };
  const today = (grade?: string): Reply => ({
    json: {
      ...personWith(one),
      ...(grade && { adressebeskyttelse: [{ erGjeldende: true, graderingsnivaa: grade }] }),
    },
  });
  const show = async (now: Reply, changes: object = {}) => {
    const world = fakeWorld(({ url }) => (url.includes('/arkiv/') ? { json: version } : now));
    const input = { persondokument: first, parts: ['bostedsadresse'], output: 'raw', ...changes };
    const [outcome] = await asking(world, 'getHistoricalVersion', [input]);
    return { world, value: valueOf(outcome) };
  };

  test('shows no address, for the person was there and may be found there', async () => {
    const { world, value } = await show(today('strengtFortrolig'));
    expect(value).toMatchObject({ foedselsnummer: one, handleManually: true });
    expect(JSON.stringify(value)).not.toMatch(/Gamleveien|ortrolig/);
    expect(urlOf(world, 1).searchParams.getAll('part')).toEqual(['adressebeskyttelse']);
  });

  test('shows what it had when the person is not protected', async () => {
    expect(JSON.stringify((await show(today())).value)).toContain('Gamleveien');
  });

  test.each<[string, Reply]>([
    ['is not found any more', { status: 404 }],
    ['is refused', { status: 400 }],
  ])('shows no address where the person %s', async (_what, reply) => {
    const { value } = await show(reply);
    expect(value.handleManually).toBe(true);
    expect(JSON.stringify(value)).not.toContain('Gamleveien');
  });

  test('is not asked about when no address was', async () => {
    const { world } = await show(today('fortrolig'), { parts: ['navn'] });
    expect(world.requests).toHaveLength(1);
  });

  test('is nothing at all in XML', async () => {
    const text =
      '<?xml version="1.0"?><folkeregisterperson>' +
      `<identifikasjonsnummer><erGjeldende>true</erGjeldende><foedselsEllerDNummer>${one}</foedselsEllerDNummer></identifikasjonsnummer>` +
      '<bostedsadresse><erGjeldende>true</erGjeldende><adressegradering>ugradert</adressegradering>' +
      '<vegadresse><adressenavn>Gamleveien</adressenavn></vegadresse></bostedsadresse></folkeregisterperson>';
    const xmlOf = async (now: Reply) => {
      const world = fakeWorld(({ url }) => (url.includes('/arkiv/') ? { text } : now));
      const input = { persondokument: first, parts: ['bostedsadresse'], output: 'xml' };
      return valueOf((await asking(world, 'getHistoricalVersion', [input]))[0]);
    };
    expect(await xmlOf(today())).toEqual({ foedselsnummer: one, handleManually: false, xml: text });
    expect(await xmlOf(today('fortrolig'))).toEqual({ foedselsnummer: one, handleManually: true, xml: null });
    expect(await xmlOf({ status: 404 })).toMatchObject({ xml: null });
  });
});
