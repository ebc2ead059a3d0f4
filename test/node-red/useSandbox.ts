/**
 * A sandbox for the tests of a file, forgetful between them.
 */
import { readLedger, type Ledger } from '../../scripts/demo/ledger.mts';
import { startSandbox, type Sandbox } from '../../sandbox/src/index';

export interface UsedSandbox {
  readonly get: () => Sandbox;
  readonly ledger: () => Promise<Ledger>;
  readonly orderFault: (fault: Readonly<Record<string, unknown>>) => Promise<void>;
}

export const useSandbox = (): UsedSandbox => {
  let sandbox: Sandbox;
  const post = async (path: string, body?: unknown): Promise<void> => {
    const response = await fetch(`${sandbox.url}/admin/${path}`, {
      method: 'POST',
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${path}.`);
  };
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  beforeEach(() => post('reset'));
  afterAll(() => sandbox.close());
  return { get: () => sandbox, ledger: () => readLedger(sandbox.url), orderFault: (fault) => post('faults', fault) };
};
