import { folkeregisterOperations } from '../../../src/folkeregister/operations';
import type { TransportRequest } from '../../../src/http/transport';
import type { Outcome } from '../../../src/operations/operation';
import { runOperation } from '../../../src/operations/run';
import {
  broken,
  failureOf,
  fakeWorld,
  fiksCredential,
  inTurn,
  INTEGRATION,
  jsonOf,
  refillRetries,
  ROLE,
  sessionIn,
  valueOf,
  type Reply,
  type Route,
  type World,
} from '../fakePorts';
import { someNumbers } from '../numbers';
import { currentPersonaOf, numberOf } from './personas';

const [getPerson] = folkeregisterOperations;
if (!getPerson) throw new Error('no operation');

beforeEach(() => refillRetries('folkeregister'));

const runFor = (world: World, numbers: readonly unknown[], settings: Record<string, unknown> = {}, changes = {}) =>
  runOperation(
    getPerson,
    sessionIn(world, changes),
    numbers.map((foedselsnummer) => ({ values: { foedselsnummer, ...settings } })),
    { rules: { realPersons: false } },
  );

const isBulk = ({ url }: TransportRequest): boolean => url.includes('/bulkoppslag?');
const numberIn = ({ url }: TransportRequest): string => /personer\/([^?]+)\?/.exec(url)?.[1] ?? '';
const personWith = (foedselsEllerDNummer: string) => ({
  identifikasjonsnummer: [{ erGjeldende: true, foedselsEllerDNummer }],
  status: [{ erGjeldende: true, status: 'bosatt' }],
});
const askedIn = (request: TransportRequest): string[] =>
  (jsonOf(request) as { foedselsEllerDNummer: string[] }).foedselsEllerDNummer;

/** A register that knows everyone. */
const register =
  (single: (number: string) => Reply | Error = (number) => ({ json: personWith(number) })): Route =>
  (request) =>
    isBulk(request)
      ? {
          json: {
            oppslag: askedIn(request).map((number) => ({
              foedselsEllerDNummer: number,
              folkeregisterperson: personWith(number),
            })),
          },
        }
      : single(numberIn(request));

const bulkAnswers =
  (oppslag: unknown[], single: (number: string) => Reply | Error = (number) => ({ json: personWith(number) })): Route =>
  (request) =>
    isBulk(request) ? { json: { oppslag } } : single(numberIn(request));

const [a = '', b = '', c = '', d = ''] = someNumbers(4);
const ERROR_ID = '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2';
const UNREADABLE = 'ERR_UNEXPECTED_ANSWER';
const codeOf = (outcome: Outcome): string | true => outcome.ok || outcome.error.code;

describe('one number', () => {
  test("is one GET with the integration's headers and explicit parts", async () => {
    const world = fakeWorld(inTurn({ json: currentPersonaOf('ordinary-resident') }));
    const [outcome] = await runFor(world, ['12848539668']);
    expect(valueOf(outcome)).toMatchObject({
      foedselsnummer: '12848539668',
      name: 'RASK FYRLYKT',
      postalAddress: { adresselinje1: 'Tenkeveien 14B' },
    });
    const [request] = world.requests;
    expect(request?.method).toBe('GET');
    expect(request?.headers).toMatchObject({
      IntegrasjonId: INTEGRATION,
      IntegrasjonPassord: fiksCredential.integrationPassword,
      authorization: 'Bearer token-1',
    });
    const url = new URL(request?.url ?? '');
    expect(url.origin + url.pathname).toBe(
      `https://api.fiks.test.ks.no/folkeregister/api/v1/${ROLE}/v1/personer/12848539668`,
    );
    expect(url.searchParams.getAll('part')).toEqual([
      'navn',
      'status',
      'foedsel',
      'bostedsadresse',
      'oppholdsadresse',
      'postadresse',
      'postadresseIUtlandet',
      'adressebeskyttelse',
    ]);
  });

  test('that is historical gives the number that is valid now', async () => {
    const world = fakeWorld(inTurn({ json: currentPersonaOf('historical-identifiers') }));
    expect(valueOf((await runFor(world, ['14867936433']))[0]).foedselsnummer).toBe('15867936634');
  });

  test('that nobody has is not found', async () => {
    const world = fakeWorld(inTurn({ status: 404 }));
    expect(failureOf((await runFor(world, [a]))[0])).toMatchObject({ code: 'ERR_PERSON_NOT_FOUND', kind: 'business' });
  });

  test('is asked for with the role on the node, in the environment of the credential', async () => {
    const role = '5e5e5e5e-0000-4000-8000-000000000005';
    const world = fakeWorld(inTurn({ json: personWith(a) }));
    await runFor(world, [a], { rolleId: role });
    expect(world.requests[0]?.url).toContain(`/api/v1/${role}/v1/`);
  });

  test('without a role is asked of nobody', async () => {
    const world = fakeWorld(inTurn());
    const [outcome] = await runFor(world, [a], {}, { fiks: { ...fiksCredential, rolleId: '' } });
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_CREDENTIAL_INCOMPLETE', details: { field: 'rolleId' } });
    expect(world.requests).toEqual([]);
  });

  test.each([
    [401, 'ERR_UNAUTHORIZED'],
    [403, 'ERR_FORBIDDEN'],
    [406, 'ERR_PART_NOT_ALLOWED'],
    [409, 'ERR_REFUSED'],
  ])("refused with %i is that input's error, and tells nothing of the number", async (status, code) => {
    const world = fakeWorld(() => ({
      status,
      json: { message: `nei ${a}`, path: `/personer/${a}`, errorId: ERROR_ID },
    }));
    const error = failureOf((await runFor(world, [a]))[0]);
    expect(error).toMatchObject({ code, details: { service: 'folkeregister', status, supportReference: ERROR_ID } });
    expect(JSON.stringify([error.message, error.action, error.details])).not.toContain(a);
  });

  test('is asked for again when throttled, after the milliseconds the register names', async () => {
    const world = fakeWorld(inTurn({ status: 429, headers: { 'retry-after': '5000' } }, { json: personWith(a) }));
    expect((await runFor(world, [a]))[0]?.ok).toBe(true);
    expect(world.sleeps).toEqual([5_000]);
  });
});

describe('which parts', () => {
  const partsFor = async (parts: unknown): Promise<string[]> => {
    const world = fakeWorld(inTurn({ json: personWith(a) }));
    await runFor(world, [a], { parts });
    return new URL(world.requests[0]?.url ?? '').searchParams.getAll('part');
  };

  test.each([
    'bostedsadresse',
    'oppholdsadresse',
    'postadresse',
    'postadresseIUtlandet',
    'deltBosted',
    'kontaktinformasjonForDoedsbo',
  ])('protection is asked for together with %s, whatever the author chose', async (part) => {
    expect(await partsFor([part])).toEqual([part, 'adressebeskyttelse']);
    expect(await partsFor(['adressebeskyttelse', part])).toEqual(['adressebeskyttelse', part]);
  });

  test('nothing is asked for that was not chosen', async () => {
    expect(await partsFor(['navn', 'status'])).toEqual(['navn', 'status']);
  });

  test.each([[[]], [''], [undefined], [null], [','], ['  '], [' , ,']])(
    '%j means the small set of the simplified result',
    async (parts) => {
      expect(await partsFor(parts)).toHaveLength(8);
    },
  );
});

describe('the flag that a person must look at the case', () => {
  const protectedPerson = {
    ...personWith(a),
    adressebeskyttelse: [{ erGjeldende: true, graderingsnivaa: 'fortrolig' }],
  };
  const flagFor = async (person: Record<string, unknown>, settings: Record<string, unknown>): Promise<unknown> => {
    const value = valueOf((await runFor(fakeWorld(inTurn({ json: person })), [a], settings))[0]);
    expect(value).toHaveProperty('handleManually');
    return value.handleManually;
  };

  test.each(['simplified', 'raw'])('is null in the %s result when nobody asked about addresses', async (output) => {
    for (const includeProtectedAddresses of [false, true]) {
      const settings = { output, includeProtectedAddresses };
      expect(await flagFor(personWith(a), { ...settings, parts: ['navn', 'status'] })).toBeNull();
      expect(await flagFor(personWith(a), { ...settings, parts: 'doedsfall' })).toBeNull();
    }
  });

  test.each(['simplified', 'raw'])(
    'tells in the %s result when an address or protection was asked for',
    async (output) => {
      for (const parts of [
        ['bostedsadresse'],
        ['kontaktinformasjonForDoedsbo'],
        ['deltBosted', 'navn'],
        ['adressebeskyttelse'],
        [],
      ]) {
        for (const includeProtectedAddresses of [false, true]) {
          const settings = { output, includeProtectedAddresses, parts };
          expect(await flagFor(personWith(a), settings)).toBe(false);
          expect(await flagFor(protectedPerson, settings)).toBe(true);
        }
      }
    },
  );
});

describe('the raw result', () => {
  test('is the document as it came, with its number beside it', async () => {
    const person = {
      ...personWith(a),
      bostedsadresse: [
        {
          erGjeldende: true,
          adressegradering: 'ugradert',
          flyttedato: '2020-01-01',
          vegadresse: { adressenavn: ' Storgata ', adressenummer: { husnummer: 14 }, poststed: { postnummer: null } },
        },
      ],
      nyOpplysning: { verdi: 7 },
    };
    const world = fakeWorld(inTurn({ json: person }));
    expect(valueOf((await runFor(world, [a], { output: 'raw' }))[0])).toEqual({
      foedselsnummer: a,
      handleManually: false,
      person,
    });
  });

  test('has of a protected person no part that is new to us', async () => {
    const person = {
      ...personWith(a),
      adressebeskyttelse: [{ erGjeldende: true, graderingsnivaa: 'strengtFortrolig' }],
      nyttOppholdssted: { vegadresse: { adressenavn: 'Skjulestedet' } },
    };
    expect(valueOf((await runFor(fakeWorld(inTurn({ json: person })), [a], { output: 'raw' }))[0])).toEqual({
      foedselsnummer: a,
      handleManually: true,
      person: personWith(a),
    });
  });
});

describe('many numbers', () => {
  test('are one bulk look-up in the order asked, as JSON', async () => {
    const world = fakeWorld(register());
    const outcomes = await runFor(world, [a, b, c]);
    expect(outcomes.map((outcome) => valueOf(outcome).foedselsnummer)).toEqual([a, b, c]);
    expect(world.requests).toHaveLength(1);
    const [request] = world.requests;
    expect(request).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
    const url = new URL(request?.url ?? '');
    expect(url.pathname).toBe(`/folkeregister/api/v1/${ROLE}/v1/personer/bulkoppslag`);
    expect(url.searchParams.get('somBestilt')).toBe('true');
    expect(url.searchParams.getAll('part')).toContain('adressebeskyttelse');
    expect(jsonOf(request)).toEqual({ foedselsEllerDNummer: [a, b, c] });
  });

  test('are paired by number, in whatever order the register answers', async () => {
    const world = fakeWorld(
      bulkAnswers(
        [c, a, b].map((number) => ({ foedselsEllerDNummer: number, folkeregisterperson: personWith(number) })),
      ),
    );
    expect((await runFor(world, [a, b, c])).map((outcome) => valueOf(outcome).foedselsnummer)).toEqual([a, b, c]);
    expect(world.requests).toHaveLength(1);
  });

  test('that are the same are asked for once and answered every time', async () => {
    const world = fakeWorld(register());
    const outcomes = await runFor(world, [a, b, `${a.slice(0, 6)} ${a.slice(6)}`, b, a]);
    expect(outcomes.map((outcome) => valueOf(outcome).foedselsnummer)).toEqual([a, b, a, b, a]);
    expect(world.requests.map(askedIn)).toEqual([[a, b]]);
  });

  test('are asked for a thousand at a time', async () => {
    const numbers = someNumbers(1_001);
    expect(numbers).toHaveLength(1_001);
    const world = fakeWorld(register());
    const outcomes = await runFor(world, numbers);
    expect(outcomes.map((outcome) => valueOf(outcome).foedselsnummer)).toEqual(numbers);
    expect(world.requests.filter(isBulk).map((request) => askedIn(request).length)).toEqual([1_000]);
    expect(world.requests.filter((request) => !isBulk(request)).map(numberIn)).toEqual([numbers[1_000]]);
  });

  test('of which one is unknown or malformed leave the others alone', async () => {
    const oppslag = [
      { foedselsEllerDNummer: a, folkeregisterperson: personWith(a) },
      { foedselsEllerDNummer: b, feilmelding: { feilmelding: 'ukjent' } },
      { foedselsEllerDNummer: c, folkeregisterperson: personWith(c) },
    ];
    const world = fakeWorld(bulkAnswers(oppslag));
    const outcomes = await runFor(world, [a, '123', b, c]);
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.foedselsnummer : outcome.error.code))).toEqual([
      a,
      'ERR_INVALID_IDENTIFIER',
      'ERR_PERSON_NOT_FOUND',
      c,
    ]);
    expect(world.requests).toHaveLength(1);
    expect(askedIn(world.requests[0] as TransportRequest)).toEqual([a, b, c]);
  });

  test('have protected addresses withheld, one by one', async () => {
    const slugs = ['ordinary-resident', 'confidential', 'client-address', 'strictly-confidential'];
    const persons = slugs.map(currentPersonaOf);
    const numbers = slugs.map(numberOf);
    const oppslag = persons.map((folkeregisterperson, at) => ({
      foedselsEllerDNummer: numbers[at],
      folkeregisterperson,
    }));
    for (const output of ['simplified', 'raw']) {
      const values = (await runFor(fakeWorld(bulkAnswers(oppslag)), numbers, { output })).map(valueOf);
      expect(values.map(({ handleManually }) => handleManually)).toEqual([false, true, false, true]);
      expect(JSON.stringify(values)).not.toMatch(
        /Gjemselveien|Skjulestedet|Mottakskollen|KONSTRUERT DISTRIBUSJON|ortrolig/,
      );
      expect(JSON.stringify(values)).toContain('Tenkeveien');
    }
    const opened = (
      await runFor(fakeWorld(bulkAnswers(oppslag)), numbers, { output: 'raw', includeProtectedAddresses: true })
    ).map(valueOf);
    expect(JSON.stringify(opened)).toMatch(/Gjemselveien.*Mottakskollen.*KONSTRUERT DISTRIBUSJON/);
    expect(opened.map(({ handleManually }) => handleManually)).toEqual([false, true, false, true]);
  });
});

describe('a historical number among many', () => {
  // Which number the register repeats for a historical one is not known: each way must give the right person, and only
  // the number ties an answer to its question.
  const old = a;
  const now = d;
  const answered = (echo: string | undefined) => ({
    ...(echo === undefined ? {} : { foedselsEllerDNummer: echo }),
    folkeregisterperson: personWith(now),
  });
  const others = [b, c].map((number) => ({ foedselsEllerDNummer: number, folkeregisterperson: personWith(number) }));

  test.each<[string, string | undefined, string[]]>([
    ['repeated as asked is paired with its question', old, []],
    ['answered under the current number is asked for by itself', now, [old]],
    ['answered without a number is asked for by itself', undefined, [old]],
    ['answered under an empty number is asked for by itself', '', [old]],
  ])('%s, wherever it stands', async (_what, echo, alone) => {
    for (const at of [0, 1, 2]) {
      const oppslag = [...others.slice(0, at), answered(echo), ...others.slice(at)];
      const asked = [...[b, c].slice(0, at), old, ...[b, c].slice(at)];
      const world = fakeWorld(bulkAnswers(oppslag, (number) => ({ json: personWith(number === old ? now : number) })));
      const outcomes = await runFor(world, asked);
      expect(outcomes.map((outcome) => valueOf(outcome).foedselsnummer)).toEqual(
        asked.map((number) => (number === old ? now : number)),
      );
      expect(world.requests.filter(isBulk)).toHaveLength(1);
      expect(world.requests.slice(1).map(numberIn)).toEqual(alone);
    }
  });

  test('never gets the person that stood in its place, but what the register says of it alone', async () => {
    for (const echo of [now, undefined]) {
      const world = fakeWorld(bulkAnswers([others[0], answered(echo), others[1]], () => ({ status: 404 })));
      expect((await runFor(world, [b, old, c])).map(codeOf)).toEqual([true, 'ERR_PERSON_NOT_FOUND', true]);
      expect(world.requests.slice(1).map(numberIn)).toEqual([old]);
    }
  });

  test('refused without a number is asked for by itself', async () => {
    const refusal = { feilmelding: { feilmelding: 'ukjent' } };
    const world = fakeWorld(bulkAnswers([others[0], refusal, others[1]], () => ({ json: personWith(now) })));
    expect((await runFor(world, [b, old, c])).map((outcome) => valueOf(outcome).foedselsnummer)).toEqual([b, now, c]);
    expect(world.requests.slice(1).map(numberIn)).toEqual([old]);
  });

  test('is asked for by itself when the answers come in another order', async () => {
    const [first, second] = others;
    const world = fakeWorld(
      bulkAnswers([second, answered(now), first], (number) => ({ json: personWith(number === old ? now : number) })),
    );
    const outcomes = await runFor(world, [b, old, c]);
    expect(outcomes.map((outcome) => valueOf(outcome).foedselsnummer)).toEqual([b, now, c]);
    expect(world.requests.slice(1).map(numberIn)).toEqual([old]);
  });

  test("is asked for by itself when answers are missing, so that nobody gets the next one's person", async () => {
    // Both are historical; the answer for the first is left out.
    const world = fakeWorld(bulkAnswers([answered(now)], (number) => ({ json: personWith(number === old ? c : now) })));
    const outcomes = await runFor(world, [old, b]);
    expect(outcomes.map((outcome) => valueOf(outcome).foedselsnummer)).toEqual([c, now]);
    expect(world.requests.slice(1).map(numberIn)).toEqual([old, b]);
  });

  test('together with the current one gives the same person twice', async () => {
    const world = fakeWorld(
      bulkAnswers([answered(now), answered(now), ...others], (number) => ({
        json: personWith(number === old ? now : number),
      })),
    );
    expect((await runFor(world, [old, now, b, c])).map((outcome) => valueOf(outcome).foedselsnummer)).toEqual([
      now,
      now,
      b,
      c,
    ]);
    expect(world.requests.slice(1).map(numberIn)).toEqual([old]);
  });

  test('and numbers left out of the answer are asked for one by one', async () => {
    const world = fakeWorld(bulkAnswers([others[0]]));
    expect((await runFor(world, [old, b, c])).map((outcome) => valueOf(outcome).foedselsnummer)).toEqual([old, b, c]);
    expect(world.requests.slice(1).map(numberIn)).toEqual([old, c]);
  });
});

describe('numbers that a bulk look-up calls unknown', () => {
  const oppslag = [
    { foedselsEllerDNummer: a, folkeregisterperson: personWith(a) },
    { foedselsEllerDNummer: b, feilmelding: { feilmelding: 'ukjent' } },
    { foedselsEllerDNummer: c, feilmelding: { feilmelding: 'ukjent' } },
  ];
  const single = (number: string): Reply => (number === b ? { json: personWith(d) } : { status: 404 });

  test('are asked for once more, one by one, when the author wants that', async () => {
    const world = fakeWorld(bulkAnswers(oppslag, single));
    const outcomes = await runFor(world, [a, b, c], { recheckUnknown: true });
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.foedselsnummer : outcome.error.code))).toEqual([
      a,
      d,
      'ERR_PERSON_NOT_FOUND',
    ]);
    expect(world.requests.slice(1).map(numberIn)).toEqual([b, c]);
  });

  test("are taken at the register's word otherwise", async () => {
    const world = fakeWorld(bulkAnswers(oppslag, single));
    const outcomes = await runFor(world, [a, b, c]);
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, false, false]);
    expect(world.requests).toHaveLength(1);
  });
});

describe('a role without bulk look-ups', () => {
  test('is asked one by one, never two at once, and the refusal is met once', async () => {
    let underWay = 0;
    let most = 0;
    const world = fakeWorld(async (request) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return isBulk(request) ? { status: 403 } : { json: personWith(numberIn(request)) };
    });
    const session = sessionIn(world);
    const run = (numbers: string[]) =>
      runOperation(
        getPerson,
        session,
        numbers.map((foedselsnummer) => ({ values: { foedselsnummer } })),
        { rules: { realPersons: false } },
      );
    expect((await run([a, b, c])).map((outcome) => valueOf(outcome).foedselsnummer)).toEqual([a, b, c]);
    expect((await run([b, d])).map((outcome) => valueOf(outcome).foedselsnummer)).toEqual([b, d]);
    expect(most).toBe(1);
    expect(world.requests.filter(isBulk)).toHaveLength(1);
    expect(world.requests.filter((request) => !isBulk(request)).map(numberIn)).toEqual([a, b, c, b, d]);
  });

  test('that refuses a part as well refuses it once, and everyone hears of it', async () => {
    const world = fakeWorld(() => ({ status: 403, json: { errorId: ERROR_ID } }));
    const outcomes = await runFor(world, [a, b, c]);
    expect(outcomes.map((outcome) => failureOf(outcome).code)).toEqual(Array(3).fill('ERR_FORBIDDEN'));
    expect(world.requests).toHaveLength(2);
  });

  test('gives each number its own answer', async () => {
    const world = fakeWorld((request) =>
      isBulk(request)
        ? { status: 403 }
        : numberIn(request) === b
          ? { status: 404 }
          : { json: personWith(numberIn(request)) },
    );
    const outcomes = await runFor(world, [a, b, c]);
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.foedselsnummer : outcome.error.code))).toEqual([
      a,
      'ERR_PERSON_NOT_FOUND',
      c,
    ]);
  });
});

describe('a register that fails', () => {
  test.each<[string, Reply | Error, string]>([
    ['with 503', { status: 503 }, 'ERR_SERVICE_FAILURE'],
    ['by not answering', broken('UND_ERR_HEADERS_TIMEOUT'), 'ERR_TIMEOUT'],
    ['by being away', broken('ECONNREFUSED'), 'ERR_UNREACHABLE'],
    ['with a web page', { status: 200, text: '<html></html>' }, 'ERR_UNEXPECTED_ANSWER'],
  ])('%s gives every input an error, and is not asked for each by itself', async (_what, reply, code) => {
    const world = fakeWorld(() => reply);
    const outcomes = await runFor(world, [a, b, c, d]);
    expect(outcomes.map((outcome) => failureOf(outcome).code)).toEqual(Array(4).fill(code));
    expect(world.requests.every(isBulk)).toBe(true);
    expect(world.requests.length).toBeLessThanOrEqual(3);
  });

  test('in the middle of single look-ups is asked no further, and those before keep their answers', async () => {
    const world = fakeWorld((request) =>
      isBulk(request)
        ? { status: 403 }
        : numberIn(request) === b
          ? { status: 401 }
          : { json: personWith(numberIn(request)) },
    );
    const outcomes = await runFor(world, [a, b, c, d]);
    expect(outcomes.map(codeOf)).toEqual([true, ...Array(3).fill('ERR_UNAUTHORIZED')]);
    expect(world.requests.map(numberIn)).not.toContain(c);
  });

  const answering = (reply: Reply): World =>
    fakeWorld((request) =>
      isBulk(request) ? { status: 403 } : numberIn(request) === b ? reply : { json: personWith(numberIn(request)) },
    );

  test.each<[string, Reply]>([
    ['a web page', { status: 200, text: '<html></html>' }],
    ['a list', { json: [] }],
    ['null', { json: null }],
  ])('and answers a single look-up with %s, which is no document, is asked no further', async (_what, reply) => {
    const world = answering(reply);
    expect((await runFor(world, [a, b, c])).map(codeOf)).toEqual([true, UNREADABLE, UNREADABLE]);
    expect(world.requests.slice(1).map(numberIn)).toEqual([a, b]);
  });

  test('and answers a single look-up with a document in a shape nobody knows is asked for the others all the same', async () => {
    const world = answering({ json: { navn: 'KARI' } });
    expect((await runFor(world, [a, b, c])).map(codeOf)).toEqual([true, UNREADABLE, true]);
    expect(world.requests.slice(1).map(numberIn)).toEqual([a, b, c]);
  });
});

test('a single look-up that fails takes nothing from those whom the bulk look-up found', async () => {
  const oppslag = [a, c].map((number) => ({ foedselsEllerDNummer: number, folkeregisterperson: personWith(number) }));
  const world = fakeWorld(bulkAnswers(oppslag, () => ({ status: 401 })));
  const outcomes = await runFor(world, [a, b, c, d]);
  expect(outcomes.map(codeOf)).toEqual([true, 'ERR_UNAUTHORIZED', true, 'ERR_UNAUTHORIZED']);
  expect(world.requests.map(numberIn)).not.toContain(d);
});

describe('one person among many whose answer cannot be read', () => {
  const answering = (entry: Record<string, unknown>): World =>
    fakeWorld(
      bulkAnswers(
        [a, b, c].map((number) => ({
          foedselsEllerDNummer: number,
          ...(number === b ? entry : { folkeregisterperson: personWith(number) }),
        })),
        // Asked for alone, the register says the same of the one.
        (number) => ({ json: number === b ? (entry.folkeregisterperson ?? null) : personWith(number) }),
      ),
    );

  test.each<[string, Record<string, unknown>]>([
    ['a part that is no list', { navn: { fornavn: 'KARI' } }],
    ['an entry that is no object', { navn: ['KARI'] }],
    ['an object for a text', { navn: [{ fornavn: { nynorsk: 'KARI' } }] }],
    ['a text for a number of the person', { identifikasjonsnummer: b }],
  ])('(%s) is alone in that', async (_what, more) => {
    const world = answering({ folkeregisterperson: { ...personWith(b), ...more } });
    const outcomes = await runFor(world, [a, b, c]);
    expect(outcomes.map(codeOf)).toEqual([true, UNREADABLE, true]);
    const error = failureOf(outcomes[1]);
    expect(error).toMatchObject({ kind: 'system', details: { service: 'folkeregister' } });
    expect(JSON.stringify([error.message, error.action, error.details])).not.toMatch(new RegExp(`KARI|${b}`));
    expect(world.requests).toHaveLength(1);
  });

  test('is not lost for a number where text is documented', async () => {
    const bostedsadresse = [
      {
        adressegradering: 'ugradert',
        vegadresse: { adressenavn: 'Storgata', adressenummer: { husnummer: 14 }, poststed: { poststedsnavn: 'OSLO' } },
      },
    ];
    const outcomes = await runFor(answering({ folkeregisterperson: { ...personWith(b), bostedsadresse } }), [a, b, c]);
    expect(outcomes.map((outcome) => valueOf(outcome).foedselsnummer)).toEqual([a, b, c]);
    expect(valueOf(outcomes[1]).postalAddress).toEqual({ adresselinje1: 'Storgata 14', poststed: 'OSLO' });
  });

  test.each<[string, Record<string, unknown>]>([
    ['null', { folkeregisterperson: null, feilmelding: { feilmelding: 'ukjent' } }],
    ['a text', { folkeregisterperson: 'KARI' }],
    ['a list', { folkeregisterperson: [personWith(b)] }],
    ['a number of the person that is an object', { foedselsEllerDNummer: {}, folkeregisterperson: 'KARI' }],
  ])('(%s for a person) is alone in that', async (_what, entry) => {
    const outcomes = await runFor(answering(entry), [a, b, c]);
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, false, true]);
  });

  test('leaves a neighbour who is unknown, and one who is asked for alone, what they have', async () => {
    const oppslag = [
      { foedselsEllerDNummer: a, folkeregisterperson: { navn: 'KARI' } },
      { foedselsEllerDNummer: b, feilmelding: { feilmelding: 'ukjent' } },
      { foedselsEllerDNummer: c, folkeregisterperson: personWith(c) },
    ];
    const world = fakeWorld(bulkAnswers(oppslag));
    expect((await runFor(world, [a, b, c, d])).map(codeOf)).toEqual([UNREADABLE, 'ERR_PERSON_NOT_FOUND', true, true]);
    expect(world.requests.slice(1).map(numberIn)).toEqual([d]);
  });
});
