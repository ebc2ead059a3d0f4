/** A sandbox that is asked directly, without our client, and the descriptions its answers are judged by. */
import type { SandboxOptions } from '../../sandbox/src/index';
import { Caller, type Answer } from '../sandbox/caller';
import { Contract } from './openapi';

export interface Answering {
  readonly caller: Caller;
  /** Token and integration, as every Fiks service wants them. */
  readonly headers: Record<string, string>;
  readonly contract: Contract;
}

/** Sets both up for the tests of a file, and says afterwards how much was checked. */
export const answering = (what: string, options: SandboxOptions = {}): (() => Answering) => {
  let contract: Contract;
  let caller: Caller;
  let headers: Record<string, string>;
  beforeAll(async () => {
    contract = new Contract();
    caller = await Caller.start({ speed: 0, settings: { tokensAge: false }, ...options });
  });
  beforeEach(async () => void (headers = await caller.fiksHeaders()));
  afterEach(() => caller.call('/admin/reset', { method: 'POST' }));
  afterAll(async () => {
    await caller.close();
    contract.answers.report(what);
  });
  return () => ({ caller, headers, contract });
};

export const answered = ({ status, body }: Answer): any => {
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
};

export const personsPath = (caller: Caller, role: string): string => {
  const { rolleId } = caller.credentials.roles.find(({ name }) => name === role)!;
  return `/fiks/folkeregister/api/v1/${rolleId}/v1/personer`;
};

/** The operations of SvarUt in its descriptions. */
export const SEND = ['send', '/v3/kontoer/{kontoId}/forsendelser/person', 'post'] as const;
export const STATUS = ['status', '/v3/kontoer/{kontoId}/forsendelser/status/sok', 'post'] as const;
export const BY_REFERENCE = ['eksternref', '/v2/kontoer/{kontoId}/forsendelser', 'get'] as const;
export const METADATA = ['eksternref', '/v2/kontoer/{kontoId}/forsendelser/metadata', 'get'] as const;
