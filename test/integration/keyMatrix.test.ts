/**
 * Every key of the matrix is pasted into a credential and used: with its public half registered on a client of its own, or
 * with nothing registered where its certificate is to vouch for it.
 */
import { decodeProtectedHeader } from 'jose';
import { keyMatrix, type KeyCase } from '../keyMatrix';
import { failureOf, valueOf, World } from './world';
import type { Outcome } from '../../src/core';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => world.reset());

const matrix = keyMatrix();
const valid = matrix.filter(({ expected }) => 'ok' in expected);
const invalid = matrix.filter(({ expected }) => 'error' in expected);
const table: string[] = [];

afterAll(() => {
  process.stdout.write(`${matrix.length} keys, and what the sandbox gave for them:\n${table.sort().join('\n')}\n`);
});

const use = async ({ material }: KeyCase, clientId?: string): Promise<Outcome | undefined> => {
  const pasted = { ...material, expert: true, ...(clientId !== undefined && { clientId }) };
  const session = world.session({ maskinporten: pasted });
  return (await world.run('svarut', 'findByReference', [{ eksternReferanse: 'sak' }], session))[0];
};

const registerFor = ({ publicJwk, certificateOrg, expected }: KeyCase): Promise<string> => {
  // The one organisation of the sandbox that may both have ks:fiks and use its integration.
  const { organisation } = world.sandbox.credentials.maskinporten;
  const { kid } = publicJwk as { kid: string };
  return 'ok' in expected && expected.ok === 'kid'
    ? world.register({ organisation, keys: [{ kid, publicJwk: publicJwk! }] })
    : world.register({ organisation: certificateOrg! });
};

const sentHeader = () => {
  const [{ request }] = world.exchanges.filter((exchange) => exchange.request.url.endsWith('/token')) as [
    (typeof world.exchanges)[0],
  ];
  return decodeProtectedHeader(new URLSearchParams(String(request.body)).get('assertion') ?? '');
};

const note = (result: string, { name }: KeyCase): void => void table.push(`  ${result.padEnd(30)} ${name}`);

it('the matrix has at least sixty keys', () => {
  expect(matrix.length).toBeGreaterThanOrEqual(60);
});

describe('a token is given for', () => {
  it.each(valid)('$name', async (entry) => {
    const clientId = await registerFor(entry);
    valueOf(await use(entry, clientId));
    const { kid, x5c } = sentHeader();
    expect([kid && 'kid', x5c && 'x5c'].filter(Boolean)).toEqual([(entry.expected as { ok: string }).ok]);
    expect(await world.asked('maskinporten', 'token')).toBe(1);
    note(`token (${x5c ? 'x5c' : 'kid'})`, entry);
  });
});

describe('nobody is asked, and it is said what is wrong with', () => {
  it.each(invalid)('$name', async (entry) => {
    const failure = await use(entry)
      .then(failureOf)
      .catch((error: unknown) => failureOf({ ok: false, error: error as never }));
    expect({ error: failure.code }).toEqual(entry.expected);
    expect(world.exchanges).toEqual([]);
    note(failure.code, entry);
  });
});
