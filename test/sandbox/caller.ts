import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/src/index';

export const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
export const ALL_SCOPES = 'ks:fiks krr:global/kontaktinformasjon.read krr:global/digitalpost.read';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
}

interface GrantChanges {
  readonly claims?: JWTPayload;
  readonly header?: Partial<JWTHeaderParameters>;
  readonly privateKey?: string;
}

/** A caller that knows the wire format and nothing of our own client, so that the two are not judged by each other. */
export class Caller {
  private constructor(readonly sandbox: Sandbox) {}

  static async start(options?: SandboxOptions): Promise<Caller> {
    return new Caller(await startSandbox(options));
  }

  /** Of a sandbox that was started by someone else, who ends it. */
  static of(sandbox: Sandbox): Caller {
    return new Caller(sandbox);
  }

  get url(): string {
    return this.sandbox.url;
  }

  get credentials() {
    return this.sandbox.credentials;
  }

  /** The half of the key pair the sandbox prints that a client is registered with. */
  get publicJwk() {
    const { kty, n, e } = JSON.parse(this.credentials.maskinporten.privateKey);
    return { kty, n, e };
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  /** A grant that is right in everything except what a test changes; a claim set to undefined is left out. */
  async grant({ claims = {}, header = {}, privateKey }: GrantChanges = {}): Promise<string> {
    const { clientId, keyId, privateKey: ownKey } = this.credentials.maskinporten;
    const now = Math.floor(Date.now() / 1000);
    const payload: JWTPayload = {
      aud: `${this.url}/maskinporten/`,
      iss: clientId,
      scope: ALL_SCOPES,
      iat: now,
      exp: now + 100,
      jti: randomUUID(),
      ...claims,
    };
    const fullHeader = { alg: 'RS256', kid: keyId, ...header };
    const key = await importJWK({ ...JSON.parse(privateKey ?? ownKey), alg: fullHeader.alg }, fullHeader.alg);
    return new SignJWT(payload).setProtectedHeader(fullHeader).sign(key);
  }

  askForToken(assertion: string): Promise<Answer> {
    return this.call('/maskinporten/token', {
      method: 'POST',
      body: new URLSearchParams({ grant_type: GRANT_TYPE, assertion }),
    });
  }

  async token(claims?: JWTPayload): Promise<string> {
    const answer = await this.askForToken(await this.grant({ claims }));
    if (answer.status !== 200) throw new Error(`no token: ${JSON.stringify(answer.body)}`);
    return answer.body.access_token;
  }

  /** Registers a client with the sandbox's Maskinporten and returns its id. */
  async register(order: object): Promise<string> {
    const answer = await this.postJson('/admin/clients', order);
    if (answer.status !== 201) throw new Error(`not registered: ${JSON.stringify(answer.body)}`);
    return answer.body.clientId;
  }

  /** A client of the sandbox that is there to meet what its description says, as changes to a grant. */
  grantOf(described: string): { claims: JWTPayload; header: { kid: string } } {
    const client = this.credentials.clients.find(({ description }) => description.includes(described));
    if (!client) throw new Error(`no client is described as ${described}`);
    return { claims: { iss: client.clientId, scope: 'ks:fiks' }, header: { kid: client.keyId } };
  }

  async fiksHeaders(claims?: JWTPayload): Promise<Record<string, string>> {
    const { integrationId, integrationPassword } = this.credentials.fiks;
    return {
      authorization: `Bearer ${await this.token(claims)}`,
      IntegrasjonId: integrationId,
      IntegrasjonPassord: integrationPassword,
    };
  }

  async call(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  postJson(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  async lastRequest(): Promise<any> {
    return (await this.call('/admin/requests')).body.at(-1);
  }
}
