/**
 * A world for the core without a network: scripted answers, a clock that only sleeps move, and a record of all that was
 * asked.
 */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { FiksCredential } from '../../src/fiks/credential';
import { send } from '../../src/http/call';
import { isServiceError, type ServiceError, type ServiceName } from '../../src/http/serviceError';
import type { Part, Ports, TransportRequest, TransportResponse } from '../../src/http/transport';
import type { MaskinportenCredential } from '../../src/maskinporten/credential';
import type { Outcome } from '../../src/operations/operation';
import type { Session } from '../../src/session';

export const START = Date.parse('2026-11-20T10:00:00+01:00');

export interface Reply {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const answer = ({ status = 200, json, text, headers = {} }: Reply): TransportResponse => ({
  status,
  headers,
  body: new TextEncoder().encode(text ?? (json === undefined ? '' : JSON.stringify(json))),
});

/** What a host throws when no answer came. */
export const broken = (code: string): Error => Object.assign(new Error('the transport failed'), { code });

export type Route = (request: TransportRequest, nth: number) => Reply | Error | Promise<Reply | Error>;

export interface World {
  readonly ports: Ports;
  /** Requests to services, without those for tokens. */
  readonly requests: TransportRequest[];
  readonly tokenRequests: TransportRequest[];
  readonly sleeps: number[];
  readonly warnings: string[];
  readonly clock: { ms: number };
}

export interface WorldOptions {
  readonly now?: number;
  readonly random?: number;
  readonly token?: Route;
}

const isTokenRequest = (request: TransportRequest): boolean => request.url.endsWith('/token');

export const fakeWorld = (route: Route, { now = START, random = 0.5, token }: WorldOptions = {}): World => {
  const clock = { ms: now };
  const requests: TransportRequest[] = [];
  const tokenRequests: TransportRequest[] = [];
  const sleeps: number[] = [];
  const warnings: string[] = [];
  const giveToken: Route =
    token ?? ((_request, nth) => ({ json: { access_token: `token-${nth}`, token_type: 'Bearer', expires_in: 599 } }));
  const ports: Ports = {
    transport: async (request) => {
      const [seen, next] = isTokenRequest(request) ? [tokenRequests, giveToken] : [requests, route];
      seen.push(request);
      const reply = await next(request, seen.length);
      if (reply instanceof Error) throw reply;
      return answer(reply);
    },
    now: () => clock.ms,
    sleep: async (ms, signal) => {
      if (signal?.aborted) throw new Error('aborted');
      sleeps.push(ms);
      clock.ms += ms;
    },
    random: () => random,
    warn: (sentence) => void warnings.push(sentence),
  };
  return { ports, requests, tokenRequests, sleeps, warnings, clock };
};

/** Gives the replies one after the other; asking for more is a fault of the test. */
export const inTurn =
  (...replies: readonly (Reply | Error)[]): Route =>
  (_request, nth) => {
    const reply = replies[nth - 1];
    if (!reply) throw new Error(`no reply for request ${nth}`);
    return reply;
  };

const makeKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
let madeKey: string | undefined;
export const testKey = (): string => (madeKey ??= makeKey());

/** Its client id is new each time, so that no test meets another's token. */
export const credentialOf = (changes: Partial<MaskinportenCredential> = {}): MaskinportenCredential => ({
  environment: 'test',
  sandboxUrl: '',
  clientId: randomUUID(),
  issuer: '',
  tokenUrl: '',
  privateKey: testKey(),
  passphrase: '',
  keyId: 'kommune-2026',
  certificate: '',
  keyName: '',
  consumerOrg: '',
  resource: '',
  extraScopes: [],
  ...changes,
});

export const INTEGRATION = '1a1a1a1a-0000-4000-8000-000000000001';
export const ROLE = '2b2b2b2b-0000-4000-8000-000000000002';
export const KONTO = '3c3c3c3c-0000-4000-8000-000000000003';

export const ORGANISATION = '4d4d4d4d-0000-4000-8000-000000000004';

export const fiksCredential: FiksCredential = {
  integrationId: INTEGRATION,
  integrationPassword: 'integration-password',
  rolleId: ROLE,
  roles: [],
  kontoId: KONTO,
  accounts: [],
  fiksOrgId: ORGANISATION,
  referenceSecret: 'a secret of many characters',
  allowProductionSends: false,
  redirectLettersTo: '',
};

export const sessionIn = (world: World, changes: Partial<Session> = {}): Session => ({
  ports: world.ports,
  maskinporten: credentialOf(),
  fiks: fiksCredential,
  ...changes,
});

/** Retries share one budget in the process; a test that needs its retries fills it first. */
export const refillRetries = async (service: ServiceName): Promise<void> => {
  const { ports } = fakeWorld(() => ({ status: 200 }));
  for (let times = 0; times < 20; times += 1) {
    await send(ports, {
      service,
      method: 'GET',
      url: 'https://service.example/',
      headers: {},
      timeoutMs: 1,
      retry: 'never',
    });
  }
};

export const jsonOf = (request: TransportRequest | undefined): unknown => {
  if (typeof request?.body !== 'string') throw new Error('the request has no text body');
  return JSON.parse(request.body);
};

export const partsOf = (request: TransportRequest | undefined): readonly Part[] => {
  if (!Array.isArray(request?.body)) throw new Error('the request has no parts');
  return request.body as readonly Part[];
};

export const failureOf = (outcome: Outcome | undefined): ServiceError => {
  if (!outcome || outcome.ok) throw new Error('the input succeeded');
  return outcome.error;
};

export const valueOf = (outcome: Outcome | undefined): Record<string, unknown> => {
  if (!outcome?.ok) throw new Error(`the input failed: ${outcome?.error.code} ${outcome?.error.message}`);
  return { ...outcome.value };
};

/** The ServiceError that `work` throws; anything else is a failure of the test. */
export const thrownBy = async (work: () => unknown): Promise<ServiceError> => {
  try {
    await work();
  } catch (error) {
    if (isServiceError(error)) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};
