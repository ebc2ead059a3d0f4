import type { SandboxOptions } from '../../sandbox/src/index';
import { Caller, type Answer } from './caller';

/** Asks the sandbox's Folkeregister, through Fiks in a role or directly in a package. */
export class RegisterCaller {
  private constructor(
    readonly caller: Caller,
    private readonly headers: Record<string, string>,
  ) {}

  static async start(options: SandboxOptions = {}): Promise<RegisterCaller> {
    // Virtual time stands still until a test moves it, and one token lasts through the years it is moved.
    const caller = await Caller.start({ speed: 0, settings: { tokensAge: false }, ...options });
    return new RegisterCaller(caller, await caller.fiksHeaders());
  }

  close(): Promise<void> {
    return this.caller.close();
  }

  async reset(): Promise<void> {
    await this.caller.call('/admin/reset', { method: 'POST' });
  }

  async set(settings: object): Promise<void> {
    const { status } = await this.caller.postJson('/admin/settings', settings);
    if (status !== 200) throw new Error(`the settings were refused: ${status}`);
  }

  async advance(seconds: number): Promise<void> {
    await this.caller.postJson('/admin/clock', { advanceSeconds: seconds });
  }

  async happens(order: object): Promise<number> {
    return (await this.caller.postJson('/admin/events', order)).body.sekvensnummer;
  }

  path(resource: string, role = 'full'): string {
    const found = this.caller.credentials.roles.find(({ name }) => name === role);
    if (!found) throw new Error(`no role is called ${role}`);
    return `/fiks/folkeregister/api/v1/${found.rolleId}/v1${resource}`;
  }

  get(resource: string, { role = 'full', ...headers }: Record<string, string> = {}) {
    return this.caller.call(this.path(resource, role), { headers: { ...this.headers, ...headers } });
  }

  post(resource: string, body: unknown, { role = 'full', ...headers }: Record<string, string> = {}) {
    return this.caller.postJson(this.path(resource, role), body, { ...this.headers, ...headers });
  }

  /** One of KS' own services, with the Fiks organisation in its path where it says so. */
  ks(method: string, resource: string, body?: unknown): Promise<Answer> {
    const { fiksOrgId, rolleId } = this.caller.credentials.fiks;
    const path = resource.replace(':fiksOrgId', fiksOrgId).replace(':rolleId', rolleId);
    return this.caller.call(`/fiks/folkeregister/api/v1${path}`, {
      method,
      headers: { ...this.headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  async lastReason(): Promise<string> {
    return (await this.caller.lastRequest()).reason;
  }
}
