/**
 * The client and a sandbox, which know each other only over real HTTP: the transport is the one Node-RED ships. Waits take
 * no time; they are written down, and the letters in the sandbox grow older by as much.
 */
import { connect, portsOver, type Connection } from '../../node-red/src/transport';
import { startSandbox, type Sandbox } from '../../sandbox/src/index';
import {
  inputRulesFor,
  operationNamed,
  readFiksCredential,
  readMaskinportenCredential,
  runOperation,
  SERVICES,
  type Outcome,
  type PresentedError,
  presentError,
  type ServiceKey,
  type Session,
  type TransportRequest,
  type TransportResponse,
} from '../../src/core';

export type Stored = Readonly<Record<string, unknown>>;

/** What a user has pasted otherwise than the sandbox printed it. */
export interface Pasted {
  readonly maskinporten?: Stored;
  readonly fiks?: Stored;
}

export interface Exchange {
  readonly request: TransportRequest;
  /** Absent when no answer came. */
  readonly response?: TransportResponse;
}

export interface Fault {
  readonly service: 'maskinporten' | ServiceKey;
  readonly operation?: string;
  readonly kind: 'drop' | 'dropAfter' | 'status' | 'html' | 'delay' | 'refusal';
  /** Which of Maskinporten's refusals. */
  readonly code?: string;
  readonly times?: number;
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** Size and hash are those of the document itself, and beside them those of what came, where that was encrypted. */
export interface LedgerDocument {
  readonly filnavn: string;
  readonly mimeType: string;
  readonly size: number;
  readonly sha256: string;
  readonly encrypted?: { readonly size: number; readonly sha256: string };
}

export interface LedgerLetter {
  readonly id: string;
  readonly kontoId: string;
  readonly endpoint: string;
  readonly tittel: string;
  readonly eksternReferanse: string;
  readonly channel: string;
  readonly state: string;
  readonly recipient: string;
  readonly recipientIdHash: string;
  readonly address: unknown;
  readonly kunDigitalLevering: boolean;
  /** What else the sender chose, in the wire's words. */
  readonly options: Stored;
  readonly documents: readonly LedgerDocument[];
}

/** As `POST /admin/clients` takes it. */
export interface ClientOrder {
  readonly clientId?: string;
  readonly organisation: string;
  readonly scopes?: readonly string[];
  readonly integrationType?: 'maskinporten' | 'krr' | 'idporten';
  readonly keys?: readonly { kid: string; publicJwk: object; registeredDaysAgo?: number }[];
  readonly certificate?: string;
}

interface LoggedRequest {
  readonly service: string;
  readonly operation: string;
  readonly status: number | null;
}

export class World {
  readonly waits: number[] = [];
  readonly warnings: string[] = [];
  readonly exchanges: Exchange[] = [];
  readonly #connection: Connection = connect();

  private constructor(readonly sandbox: Sandbox) {}

  /** The letters' clock stands still except when a test or a wait of the client moves it. */
  static async start(port = 0, persons = 0): Promise<World> {
    return new World(await startSandbox({ port, persons, speed: 0 }));
  }

  async close(): Promise<void> {
    await this.#connection.close();
    await this.sandbox.close();
  }

  /** As a host makes one for each execution. */
  session({ maskinporten, fiks }: Pasted = {}, signal?: AbortSignal): Session {
    const { credentials } = this.sandbox;
    return {
      ports: {
        ...portsOver({ ...this.#connection, transport: (request) => this.#exchange(request) }, (sentence) =>
          this.warnings.push(sentence),
        ),
        sleep: (ms) => this.#wait(ms),
      },
      signal,
      maskinporten: readMaskinportenCredential({ ...credentials.maskinporten, ...maskinporten }),
      fiks: readFiksCredential({ ...credentials.fiks, ...fiks }),
    };
  }

  /** One execution with these inputs. A session may be given to have several executions of one operation count as one run. */
  async run(
    service: ServiceKey,
    operationName: string,
    inputs: readonly Stored[],
    session: Session = this.session(),
  ): Promise<Outcome[]> {
    const operation = operationNamed(SERVICES[service], operationName);
    if (!operation) throw new Error(`${service} has no operation ${operationName}`);
    return runOperation(
      operation,
      session,
      inputs.map((values) => ({ values })),
      { rules: inputRulesFor(session.maskinporten), signal: session.signal },
    );
  }

  async order(...faults: readonly Fault[]): Promise<void> {
    for (const fault of faults) await this.#post('/admin/faults', fault);
  }

  settings(settings: Stored): Promise<void> {
    return this.#post('/admin/settings', settings);
  }

  advance(seconds: number): Promise<void> {
    return this.#post('/admin/clock', { advanceSeconds: seconds });
  }

  /** @returns the client id */
  async register(client: ClientOrder): Promise<string> {
    return (await this.#post<{ clientId: string }>('/admin/clients', client)).clientId;
  }

  ledger(): Promise<LedgerLetter[]> {
    return this.#get('/admin/letters');
  }

  /** How often the sandbox was asked for this, whatever it answered. */
  async asked(service: Fault['service'], operation?: string): Promise<number> {
    const requests = await this.#get<LoggedRequest[]>('/admin/requests');
    return requests.filter((one) => one.service === service && (operation ?? one.operation) === one.operation).length;
  }

  /** Forgets everything but the tokens the client holds, which stay valid. */
  async reset(): Promise<void> {
    await this.#post('/admin/reset');
    for (const record of [this.waits, this.warnings, this.exchanges]) record.length = 0;
  }

  async #exchange(request: TransportRequest): Promise<TransportResponse> {
    const at = this.exchanges.push({ request }) - 1;
    const response = await this.#connection.transport(request);
    this.exchanges[at] = { request, response };
    return response;
  }

  async #wait(ms: number): Promise<void> {
    this.waits.push(ms);
    await this.advance(ms / 1000);
  }

  async #get<T>(path: string): Promise<T> {
    return (await (await this.#fetch(path)).json()) as T;
  }

  async #post<T = void>(path: string, body?: unknown): Promise<T> {
    const response = await this.#fetch(path, {
      method: 'POST',
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  async #fetch(path: string, init?: RequestInit): Promise<Response> {
    const response = await fetch(this.sandbox.url + path, init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  }
}

export const valueOf = (outcome: Outcome | undefined): any => {
  if (!outcome?.ok) throw new Error(`the input failed: ${outcome?.error.code} ${outcome?.error.message}`);
  return outcome.value;
};

/** The failure as a host shows it. */
export const failureOf = (outcome: Outcome | undefined): PresentedError => {
  if (!outcome) throw new Error('the input was lost');
  if (outcome.ok) throw new Error('the input succeeded');
  return presentError(outcome.error);
};

/** `ok`, or the code of the failure, for each input: a lost input shows as `lost`. */
export const verdictsOf = (outcomes: readonly (Outcome | undefined)[]): string[] =>
  Array.from(outcomes, (outcome) => (!outcome ? 'lost' : outcome.ok ? 'ok' : outcome.error.code));

export const HARMLESS: Record<ServiceKey, readonly [operation: string, input: Stored]> = {
  folkeregister: ['getPerson', { foedselsnummer: '12848539668' }],
  krr: ['checkNotificationRules', { foedselsnummer: '12848539668' }],
  kjoretoyregister: ['lookUpByKjennemerke', { kjennemerke: 'DN00101' }],
  svarut: ['findByReference', { eksternReferanse: 'nothing' }],
};

/** Retries of a process share one budget per service; a test that needs its retries fills it first. */
export const refillRetries = async (world: World, service: ServiceKey): Promise<void> => {
  const [operation, input] = HARMLESS[service];
  await world.reset();
  for (let times = 0; times < 20; times += 1) valueOf((await world.run(service, operation, [input]))[0]);
  await world.reset();
};

/** The same credential with a key text of its own, so that no token of another test is known to the client. */
export const cold = (world: World): Pasted => {
  const { privateKey } = world.sandbox.credentials.maskinporten;
  return { maskinporten: { privateKey: JSON.stringify({ ...JSON.parse(privateKey), madeFor: crypto.randomUUID() }) } };
};
