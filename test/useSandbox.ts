/**
 * A sandbox for the tests of a file, forgetful between them.
 */
import { startSandbox, type Sandbox } from '../sandbox/src/index';
import { readLedger, type Ledger } from '../scripts/demo/ledger.mts';

export interface UsedSandbox {
  readonly get: () => Sandbox;
  /** What it printed, as n8n hands it to a node, with changes. */
  readonly credentials: (changes?: { maskinporten?: object; fiks?: object }) => Record<string, object>;
  readonly ledger: () => Promise<Ledger>;
  readonly orderFault: (fault: object) => Promise<void>;
  readonly change: (settings: object) => Promise<void>;
}

export const useSandbox = (): UsedSandbox => {
  let sandbox: Sandbox;
  const post = async (path: string, body?: object): Promise<void> => {
    const response = await fetch(`${sandbox.url}/admin/${path}`, {
      method: 'POST',
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${path}.`);
  };
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  beforeEach(() => post('reset'));
  afterAll(() => sandbox.close());
  return {
    get: () => sandbox,
    credentials: ({ maskinporten, fiks } = {}) => ({
      maskinportenApi: { ...sandbox.credentials.maskinporten, ...maskinporten },
      fiksIntegrationApi: { ...sandbox.credentials.fiks, ...fiks },
    }),
    ledger: () => readLedger(sandbox.url),
    orderFault: (fault) => post('faults', fault),
    change: (settings) => post('settings', settings),
  };
};
