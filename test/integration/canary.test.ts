/**
 * Whatever goes wrong, nothing that opens a door is in an error, a warning or a result: every trouble the sandbox can make,
 * with every operation. What identifies persons is watched over by the privacy test.
 */
import { REFUSAL_CODES } from '../../sandbox/src/maskinporten/refusals';
import { operationNamed, presentError, SERVICES, type Outcome, type Session } from '../../src/core';
import { GUESSED, opensDoors, piecesOf, secretsIn } from '../canaries';
import { EVERY_OPERATION, type Asked } from './everyOperation';
import { World, type Fault, type Pasted } from './world';

jest.setTimeout(60_000);

let world: World;
let secrets: ReadonlySet<string>;
beforeAll(async () => {
  world = await World.start();
  secrets = secretsIn(world.sandbox.credentials);
});
afterAll(() => world.close());
beforeEach(() => world.reset());

/** The client with a PKCS#12 file and its passphrase, under a client id of its own so that no token of it is known. */
const certified = async (): Promise<Pasted> => {
  const { organisation, scopes, privateKey, passphrase } = world.sandbox.credentials.certificateClient;
  const clientId = await world.register({ organisation, scopes: [...scopes, 'krr:global/hentendring.read'] });
  return { maskinporten: { clientId, privateKey, passphrase, keyId: '' } };
};

/** Grants and tokens that went over the wire, in pieces. */
const sent = (): string[] =>
  world.exchanges
    .filter(({ request }) => request.url.endsWith('/token'))
    .flatMap(({ request, response }) => {
      const grant = new URLSearchParams(String(request.body)).get('assertion') ?? '';
      const [, token = ''] = /"access_token":"([^"]+)"/.exec(new TextDecoder().decode(response?.body)) ?? [];
      return [grant, token].flatMap(piecesOf);
    });

/** As it is stored, and as a host logs it. */
const shownOf = (outcome: Outcome): string => {
  if (outcome.ok) return JSON.stringify(outcome.value);
  const { error } = outcome;
  return [JSON.stringify(presentError(error)), JSON.stringify(error), String(error), error.stack].join('\n');
};

const shownBy = async ({ service, operation, input }: Asked, session: () => Session): Promise<string> => {
  const outcomes = await Promise.resolve()
    .then(() => world.run(service, operation, [input], session()))
    .catch((error: unknown): Outcome[] => [{ ok: false, error: error as never }]);
  expect(outcomes).toHaveLength(1);
  return [...outcomes.map(shownOf), ...world.warnings].join('\n');
};

const expectNoneIn = (shown: string): void => expect(opensDoors(shown, new Set([...secrets, ...sent()]))).toEqual([]);

const TROUBLES: readonly Omit<Fault, 'service'>[] = [
  ...[302, 400, 401, 403, 404, 409, 422, 429, 500, 503].map((status) => ({ kind: 'status', status }) as const),
  { kind: 'html', status: 200 },
  { kind: 'html', status: 502 },
  { kind: 'status', status: 200, body: { unexpected: true } },
  { kind: 'drop' },
  { kind: 'dropAfter' },
];

describe('the canaries', () => {
  it('sing at every secret, whole and in part', () => {
    const { maskinporten, fiks, certificateClient } = world.sandbox.credentials;
    const { privateKey, passphrase, privateKeyAsPem } = certificateClient;
    const all = [maskinporten.privateKey, privateKey, privateKeyAsPem, privateKey.slice(900, 1000)];
    for (const secret of [...all, passphrase, fiks.integrationPassword, fiks.referenceSecret, GUESSED])
      expect(opensDoors(`about ${secret}.`, secrets)).not.toEqual([]);
  });

  it('know the grants and tokens of the run', async () => {
    await shownBy(EVERY_OPERATION[0]!, () => world.session());
    const [grant, token] = [/assertion=([^&]+)/, /"access_token":"([^"]+)/].map((pattern) =>
      world.exchanges
        .map(({ request, response }) => `${String(request.body)} ${new TextDecoder().decode(response?.body)}`)
        .map((text) => pattern.exec(text)?.[1])
        .find(Boolean),
    );
    for (const secret of [grant!, token!]) {
      expect(opensDoors(secret, new Set())).not.toEqual([]);
      expect(opensDoors(secret.slice(-100), new Set(sent()))).not.toEqual([]);
    }
  });

  it('are silent about what may be shown', async () => {
    const { privateKeyAsPem } = world.sandbox.credentials.certificateClient;
    expectNoneIn(privateKeyAsPem.replace(/-----BEGIN PRIVATE KEY[^]*END PRIVATE KEY-----/, ''));
  });
});

describe.each(EVERY_OPERATION)('$service $operation', (asked) => {
  it('reaches its service, unless it is one that asks nobody', async () => {
    const pasted = await certified();
    await shownBy(asked, () => world.session(pasted));
    const { offline = false } = operationNamed(SERVICES[asked.service], asked.operation)!;
    expect(world.exchanges.some(({ request }) => !request.url.endsWith('/token'))).toBe(!offline);
    if (offline) expect(world.exchanges).toEqual([]);
  });

  it('shows none where all is well', async () => {
    const pasted = await certified();
    expectNoneIn(await shownBy(asked, () => world.session(pasted)));
  });

  it.each(TROUBLES)('shows none when its service fails with %j', async (trouble) => {
    await world.order({ ...trouble, service: asked.service, times: 9 });
    const pasted = await certified();
    expectNoneIn(await shownBy(asked, () => world.session(pasted)));
  });

  it.each(TROUBLES)('shows none when Maskinporten fails with %j', async (trouble) => {
    await world.order({ ...trouble, service: 'maskinporten', times: 9 });
    const pasted = await certified();
    expectNoneIn(await shownBy(asked, () => world.session(pasted)));
  });

  it('shows none whatever Maskinporten refuses', async () => {
    for (const code of REFUSAL_CODES) {
      await world.reset();
      await world.settings({ mpCodeInDescription: code.length % 2 === 0 });
      await world.order({ service: 'maskinporten', kind: 'refusal', code, times: 9 });
      const pasted = await certified();
      expectNoneIn(await shownBy(asked, () => world.session(pasted)));
    }
  });

  it.each(['string', 'object'])('shows none when Fiks explains itself in an %s', async (errorJson) => {
    await world.settings({ errorJson });
    const pasted = { ...(await certified()), fiks: { integrationPassword: GUESSED } };
    expectNoneIn(await shownBy(asked, () => world.session(pasted)));
  });
});

/** People paste what they were given into the field that looks right. */
describe('a secret in the wrong field', () => {
  const keys = (): string[] => {
    const { certificateClient, maskinporten } = world.sandbox.credentials;
    return [certificateClient.privateKeyAsPem, certificateClient.privateKey, maskinporten.privateKey];
  };
  const everything = (): string[] => [
    ...keys(),
    world.sandbox.credentials.fiks.integrationPassword,
    `http://kommune:${GUESSED}@127.0.0.1:8440`,
  ];
  const MASKINPORTEN = ['sandboxUrl', 'clientId', 'passphrase', 'certificate', 'consumerOrg', 'authorizationDetails'];
  const FIKS = ['integrationId', 'rolleId', 'kontoId', 'fiksOrgId'];
  const CHECK = EVERY_OPERATION.filter(({ operation }) => operation === 'checkConnection');
  const asking = [EVERY_OPERATION[0]!, ...CHECK];

  const expectNoneShown = async (fields: readonly Pasted[]): Promise<void> => {
    for (const pasted of fields) {
      for (const asked of asking) {
        await world.reset();
        expectNoneIn(await shownBy(asked, () => world.session(pasted)));
      }
    }
  };

  it.each(MASKINPORTEN)('%s of Maskinporten is not shown', (field) =>
    expectNoneShown(everything().map((secret) => ({ maskinporten: { expert: true, [field]: secret } }))),
  );

  it.each(FIKS)('%s of Fiks is not shown', (field) =>
    expectNoneShown(everything().map((secret) => ({ fiks: { [field]: secret } }))),
  );

  it('the key id, which is otherwise shown, is not shown where it is a key', () =>
    expectNoneShown(keys().map((keyId) => ({ maskinporten: { keyId } }))));
});
