import { presentError } from '../../src/core';
import { BAD_CREDENTIALS } from './badCredentials';
import { World } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
afterEach(() => world.reset());

describe('a credential with', () => {
  it.each(BAD_CREDENTIALS)('$name fails every line with one clear sentence', async ({ pasted, ask, told }) => {
    const [service, operation, input] = ask;
    const lines = Array.from({ length: 3 }, (_, at) =>
      input.eksternReferanse ? { ...input, eksternReferanse: `sak-${at}` } : input,
    );
    const outcomes = await Promise.resolve()
      .then(() => world.run(service, operation, lines, world.session(pasted(world))))
      .catch((error: unknown) => lines.map(() => ({ ok: false as const, error })));
    const failures = outcomes.map((outcome) => (outcome.ok ? undefined : presentError(outcome.error)));
    expect(failures).toEqual(
      lines.map(() =>
        expect.objectContaining({
          code: told.code,
          action: expect.stringMatching(told.action),
          message: expect.stringMatching(/^[^.]+.*\.$/),
        }),
      ),
    );
    expect(failures[0]?.field).toBe(told.field);
    expect(await world.ledger()).toEqual([]);
  });

  it('everything in order fails none', async () => {
    for (const [service, operation, input] of new Set(BAD_CREDENTIALS.map(({ ask }) => ask))) {
      expect(await world.run(service, operation, [input])).toEqual([expect.objectContaining({ ok: true })]);
    }
  });

  it('a PEM of the right key works as well as the JWK', async () => {
    const { createPrivateKey } = await import('node:crypto');
    const { privateKey } = world.sandbox.credentials.maskinporten;
    const key = createPrivateKey({ key: JSON.parse(privateKey), format: 'jwk' });
    for (const type of ['pkcs8', 'pkcs1'] as const) {
      const session = world.session({ maskinporten: { privateKey: key.export({ type, format: 'pem' }) } });
      expect(await world.run('svarut', 'findByReference', [{ eksternReferanse: 'sak' }], session)).toMatchObject([
        { ok: true },
      ]);
    }
    expect(await world.asked('maskinporten', 'token')).toBe(2);
  });
});
