import { randomUUID } from 'node:crypto';
import { documentFromBytes } from '../../../../src/http/document';
import { encryptAll } from '../../../../src/svarut/encryption/encryptAll';
import type { Session } from '../../../../src/session';
import { Authority } from '../../../keyFiles/authority';
import { Workshop } from '../../../keyFiles/workshop';
import {
  credentialOf,
  fakeWorld,
  fiksCredential,
  inTurn,
  refillRetries,
  sessionIn,
  thrownBy,
  type Reply,
  type World,
} from '../../fakePorts';
import { certify } from './certified';

const HOUR_MS = 3_600_000;

const { good, soonExpired, expired } = Workshop.use((workshop) => {
  const authority = new Authority(workshop);
  const { key, certificate } = certify(authority);
  return {
    good: certificate,
    soonExpired: certify(authority, key, { to: '20261120091000Z' }).certificate,
    expired: certify(authority, key, { to: '20261120085959Z' }).certificate,
  };
});

beforeEach(() => refillRetries('svarut'));

const documents = ['vedtak.pdf', 'vedlegg.pdf'].map((name) =>
  documentFromBytes(name, 'application/pdf', new TextEncoder().encode(`%PDF-1.7 ${name}`)),
);
const encrypt = (session: Session) => encryptAll(session, documents);
const namesOf = (given: readonly { readonly filnavn: string }[]): string[] => given.map(({ filnavn }) => filnavn);
const serving = (certificate: string): World => fakeWorld(() => ({ text: certificate }));

/** The first request is never answered. `asked` resolves when it has come. */
const silentAtFirst = () => {
  let come = (): void => undefined;
  const asked = new Promise<void>((resolve) => (come = resolve));
  const world = fakeWorld((_request, nth) => {
    if (nth > 1) return { text: good };
    come();
    return new Promise<Reply>(() => undefined);
  });
  return { world, asked };
};

/** A run that can be stopped: its transport gives up as those of the hosts do. */
const stoppable = (world: World, session: Session) => {
  const controller = new AbortController();
  const transport: Session['ports']['transport'] = (request) =>
    Promise.race([
      world.ports.transport(request),
      new Promise<never>((_resolve, reject) =>
        request.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
      ),
    ]);
  return {
    session: { ...session, ports: { ...world.ports, transport }, signal: controller.signal },
    stop: () => controller.abort(),
  };
};

describe('the documents of a letter', () => {
  test('are encrypted one by one, in their order', async () => {
    const encrypted = await encrypt(sessionIn(serving(good)));
    expect(namesOf(encrypted)).toEqual(['vedtak.pdf', 'vedlegg.pdf']);
    expect(encrypted.map(({ size }, at) => size > documents[at]!.size)).toEqual([true, true]);
  });

  test.each([
    ['test', 'https://test.svarut.ks.no/forsendelse/publickey/hent'],
    ['production', 'https://svarut.ks.no/forsendelse/publickey/hent'],
    ['custom', 'https://test.svarut.ks.no/forsendelse/publickey/hent'],
  ] as const)('in the environment %s are encrypted with the key found there', async (environment, url) => {
    const world = serving(good);
    const tokenUrl = 'https://issuer.example/token';
    await encrypt(sessionIn(world, { maskinporten: credentialOf({ environment, tokenUrl }) }));
    expect(world.requests).toMatchObject([{ method: 'GET', url, headers: { accept: '*/*' } }]);
  });

  test('are not encrypted without a Fiks credential, nor is anyone asked', async () => {
    const world = serving(good);
    expect(await thrownBy(() => encrypt(sessionIn(world, { fiks: undefined })))).toMatchObject({
      code: 'ERR_CREDENTIAL_INCOMPLETE',
    });
    expect([...world.requests, ...world.tokenRequests]).toEqual([]);
  });
});

describe('the key', () => {
  test('is asked for with all that could be needed for it', async () => {
    const world = serving(good);
    await encrypt(sessionIn(world));
    expect(world.requests[0]?.headers).toMatchObject({
      authorization: 'Bearer token-1',
      IntegrasjonId: fiksCredential.integrationId,
      IntegrasjonPassord: fiksCredential.integrationPassword,
    });
  });

  test('is fetched once for many letters, also when they come at once', async () => {
    const world = serving(good);
    const session = sessionIn(world);
    await Promise.all(Array.from({ length: 100 }, () => encrypt(session)));
    await encrypt({ ...session });
    expect(world.requests).toHaveLength(1);
  });

  test('is fetched again after an hour', async () => {
    const world = serving(good);
    const session = sessionIn(world);
    await encrypt(session);
    world.clock.ms += HOUR_MS;
    await encrypt(session);
    expect(world.requests).toHaveLength(1);
    world.clock.ms += 1;
    await Promise.all([encrypt(session), encrypt(session)]);
    expect(world.requests).toHaveLength(2);
  });

  test('is fetched again as soon as its certificate has expired, and refused when it is still the same', async () => {
    const world = fakeWorld(inTurn({ text: soonExpired }, { text: soonExpired }, { text: good }));
    const session = sessionIn(world);
    await encrypt(session);
    world.clock.ms = Date.parse('2026-11-20T09:10:00Z');
    await encrypt(session);
    expect(world.requests).toHaveLength(1);
    world.clock.ms += 1;
    expect(await thrownBy(() => encrypt(session))).toMatchObject({ code: 'ERR_ENCRYPTION_KEY' });
    expect(namesOf(await encrypt(session))).toEqual(['vedtak.pdf', 'vedlegg.pdf']);
    expect(world.requests).toHaveLength(3);
  });

  test.each<[string, object]>([
    ['environment', { maskinporten: { environment: 'production' } }],
    ['client', { maskinporten: { clientId: randomUUID() } }],
    ['customer', { maskinporten: { consumerOrg: '310475025' } }],
    ['integration', { fiks: { integrationId: randomUUID() } }],
  ])('is fetched anew for another %s', async (_what, changes: { maskinporten?: object; fiks?: object }) => {
    const world = serving(good);
    const session = sessionIn(world);
    await encrypt(session);
    await encrypt({
      ...session,
      maskinporten: { ...session.maskinporten, ...changes.maskinporten },
      fiks: { ...fiksCredential, ...changes.fiks },
    });
    expect(world.requests).toHaveLength(2);
  });
});

describe('a key that cannot be had', () => {
  test.each<[string, Reply, string, number]>([
    ['it is refused', { status: 403 }, 'ERR_FORBIDDEN', 1],
    ['it is not where it was', { status: 404 }, 'ERR_NOT_FOUND', 1],
    ['SvarUt is down', { status: 503 }, 'ERR_SERVICE_FAILURE', 3],
    ['a page to log in on is shown', { status: 302 }, 'ERR_UNEXPECTED_ANSWER', 1],
    ['the certificate has expired', { text: expired }, 'ERR_ENCRYPTION_KEY', 1],
    ['the answer is a web page', { text: '<html>' }, 'ERR_ENCRYPTION_KEY', 1],
  ])('because %s fails all letters that wait for it, and is not remembered', async (_why, reply, code, asked) => {
    let mended = false;
    const world = fakeWorld(() => (mended ? { text: good } : reply));
    const session = sessionIn(world);
    const failures = await Promise.all([1, 2, 3].map(() => thrownBy(() => encrypt(session))));
    expect(failures.map((failure) => failure.code)).toEqual([code, code, code]);
    expect(world.requests).toHaveLength(asked);
    mended = true;
    expect(namesOf(await encrypt(session))).toEqual(['vedtak.pdf', 'vedlegg.pdf']);
    expect(world.requests).toHaveLength(asked + 1);
  });

  test('is asked for again after a passing failure', async () => {
    const world = fakeWorld(inTurn({ status: 502 }, { text: good }));
    await encrypt(sessionIn(world));
    expect(world.requests).toHaveLength(2);
  });

  test('is not said to concern an account', async () => {
    const error = await thrownBy(() => encrypt(sessionIn(fakeWorld(() => ({ status: 403 })))));
    expect(error.message).toBe('SvarUt does not give the integration its key for encryption.');
  });
});

describe('a run that is stopped while it waits for the key', () => {
  test('fails alone: another run with the same credentials asks for itself', async () => {
    const { world, asked } = silentAtFirst();
    const other = sessionIn(world);
    const first = stoppable(world, other);
    const stopped = thrownBy(() => encrypt(first.session));
    await asked;
    const waiting = encrypt(other);
    first.stop();
    expect(await stopped).toMatchObject({ code: 'ERR_CANCELLED' });
    expect(namesOf(await waiting)).toEqual(['vedtak.pdf', 'vedlegg.pdf']);
    expect(world.requests).toHaveLength(2);
  });

  test('ends for all its letters', async () => {
    const { world, asked } = silentAtFirst();
    const run = stoppable(world, sessionIn(world));
    const stopped = Promise.all([1, 2, 3].map(() => thrownBy(() => encrypt(run.session))));
    await asked;
    run.stop();
    expect((await stopped).map(({ code }) => code)).toEqual(['ERR_CANCELLED', 'ERR_CANCELLED', 'ERR_CANCELLED']);
    expect(world.requests).toHaveLength(1);
  });
});
