/**
 * A canary: whatever goes wrong, nothing that identifies a person or opens a door stands in what a host may show, log or
 * store.
 */
import { presentError, type Outcome } from '../../src/core';
import { forgetAll } from '../../src/svarut/sentBefore';
import { BAD_CREDENTIALS } from './badCredentials';
import { BAD_INPUTS } from './badInputs';
import { letter } from './letters';
import { numberOf } from './persons';
import { READS, requestsOf } from './reads';
import { leaksIn, secretsOf } from './secrets';
import { sendingIn, withTransport } from './sending';
import { cold, refillRetries, World, type Fault } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => world.reset());

const { send, onSend, onLookUp } = sendingIn(() => world);

/** Every way an error is shown: as it is stored, as a sentence, and as an Error that a host logs. */
const shown = (error: unknown): string => {
  const presented = presentError(error);
  const { name, message } = error as Error;
  return [JSON.stringify(presented), `${presented.message} ${presented.action}`, name, message].join('\n');
};

const expectNothingTold = (failures: readonly unknown[]): void => {
  expect(failures.length).toBeGreaterThan(0);
  const text = [...failures.map(shown), ...world.warnings].join('\n');
  expect(leaksIn(text, secretsOf(world))).toEqual([]);
};

const errorsOf = (outcomes: readonly Outcome[]): unknown[] =>
  outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error]));

const failuresOf = async (work: () => Promise<Outcome[]>): Promise<unknown[]> => {
  try {
    return errorsOf(await work());
  } catch (error) {
    return [error];
  }
};

describe('the canary', () => {
  it.each([
    ['a number', 'sak 12848539668', '12848539668'],
    ['a number with a gap', 'sak 128485 39668', 'looks secret: 128485 39668'],
    ['a name in another case', 'Rask Fyrlykt', 'FYRLYKT'],
    ['a password', 'sandbox-password-that-opens-nothing', 'sandbox-password-that-opens-nothing'],
  ])('sings at %s', (_name, text, leak) => {
    expect(leaksIn(text, secretsOf(world))).toContain(leak);
  });

  it('knows the grants and tokens of the run', async () => {
    await world.run('svarut', 'findByReference', [{ eksternReferanse: 'sak' }], world.session(cold(world)));
    const tokens = [...secretsOf(world)].filter((secret) => secret.startsWith('eyJ') && secret.includes('.'));
    expect(tokens).toHaveLength(2);
  });
});

describe('nothing is told by', () => {
  it.each(BAD_CREDENTIALS)('$name', async ({ pasted, ask: [service, operation, input] }) => {
    expectNothingTold(
      await failuresOf(async () => world.run(service, operation, [input], world.session(pasted(world)))),
    );
  });

  it.each(BAD_INPUTS)('$name', async ({ ask: [service, operation, input] }) => {
    expectNothingTold(await failuresOf(() => world.run(service, operation, [input])));
  });

  const TROUBLES: readonly Omit<Fault, 'service' | 'operation'>[] = [
    ...[302, 400, 403, 404, 409, 429, 500, 503].map((status) => ({ kind: 'status', status }) as const),
    { kind: 'html', status: 200 },
    { kind: 'html', status: 502 },
    { kind: 'drop' },
    { kind: 'dropAfter' },
  ];

  it.each(READS)('any trouble of a look-up of $name', async (read) => {
    for (const trouble of TROUBLES) {
      await refillRetries(world, read.service);
      const inputs = await read.inputs(world);
      for (const operation of requestsOf(read))
        await world.order({ ...trouble, service: read.service, operation, times: 20 });
      expectNothingTold(await failuresOf(() => world.run(read.service, read.operation, inputs)));
    }
  });

  it('any trouble of Maskinporten', async () => {
    for (const trouble of TROUBLES) {
      await world.reset();
      await world.order({ ...trouble, service: 'maskinporten', times: 9 });
      const session = world.session(cold(world));
      expectNothingTold(
        await failuresOf(() =>
          world.run('krr', 'checkNotificationRules', [{ foedselsnummer: numberOf('confidential') }], session),
        ),
      );
    }
  });

  it('any trouble of a letter', async () => {
    for (const trouble of TROUBLES.filter(({ kind }) => kind !== 'dropAfter')) {
      forgetAll();
      await refillRetries(world, 'svarut');
      await onSend({ ...trouble, times: 9 });
      expectNothingTold(await failuresOf(() => send()));
      forgetAll();
      await refillRetries(world, 'svarut');
      await onLookUp({ ...trouble, times: 9 });
      expectNothingTold(await failuresOf(() => send()));
    }
  });

  it('a reference used for two', async () => {
    expectNothingTold(
      await failuresOf(() => send([letter('sak'), letter('sak', { foedselsnummer: numberOf('confidential') })])),
    );
  });

  it('a fault nobody foresaw, whose text holds everything', async () => {
    const session = world.session();
    const everything = (): never => {
      throw Object.assign(new Error([...secretsOf(world)].join(' ')), {
        name: 'Oops',
        code: 'EWHATEVER',
        input: letter('sak'),
      });
    };
    expectNothingTold(
      await failuresOf(() =>
        send(
          undefined,
          withTransport(session, () => everything),
        ),
      ),
    );
    expectNothingTold(
      await failuresOf(() => send(undefined, { ...session, ports: { ...session.ports, now: everything } })),
    );
  });
});

/** Services have been seen to quote the request in their errors. */
describe('nothing is told by an error that quotes', () => {
  const QUOTED: readonly (readonly [what: string, quote: (world: World) => string])[] = [
    ['the number', () => numberOf('ordinary-resident')],
    ['the number with a gap', () => '128485 39668'],
    ['the address of the request', ({ sandbox }) => `${sandbox.url}/personer/12848539668`],
    ['the token', () => 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzY29wZSI6ImtzOmZpa3MifQ.c2ln'],
    ['the name', () => 'Fant ikke RASK FYRLYKT'],
  ];
  const KEYS = [
    'errorCode',
    'kode',
    'code',
    'feilkode',
    'error',
    'errorId',
    'korrelasjonsid',
    'feilreferanse',
    'trace_id',
    'svvguid',
  ];
  const TEXTS = ['message', 'melding', 'feilmelding', 'error_description', 'errorJson', 'path'];

  const run = (service: Fault['service']) => {
    const person = [{ foedselsnummer: numberOf('ordinary-resident') }];
    if (service === 'svarut') return send();
    if (service === 'krr') return world.run('krr', 'lookUpContactInfo', person);
    if (service === 'kjoretoyregister') return world.run('kjoretoyregister', 'searchByFoedselsnummer', person);
    return world.run(
      'folkeregister',
      'getPerson',
      person,
      world.session(service === 'maskinporten' ? cold(world) : {}),
    );
  };

  it.each(QUOTED)('%s', async (_what, quote) => {
    for (const service of ['folkeregister', 'krr', 'kjoretoyregister', 'svarut', 'maskinporten'] as const) {
      for (const key of [...KEYS, ...TEXTS]) {
        await world.reset();
        await world.order({ service, kind: 'status', status: 400, times: 9, body: { [key]: quote(world) } });
        expectNothingTold(await failuresOf(() => run(service)));
      }
    }
  });
});
