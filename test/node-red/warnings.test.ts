import helper from 'node-red-node-test-helper';
import { loadBench, useNodeRed, type Bench, type Properties, type Setup } from './bench';
import { MALFORMED, ORDINARY, RESERVED } from './persons';
import { TestIssuer, type Certified } from '../sandbox/certificates';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

const WARNING = 'norsk-kommune-krr.status.warning';

let issuer: TestIssuer;
let expiring: Certified;

beforeAll(() => {
  issuer = new TestIssuer();
  const { organisation } = sandbox.get().credentials.maskinporten;
  expiring = issuer.issue(`/CN=Sandkommunen/serialNumber=${organisation}`, 10);
});
afterAll(() => issuer.remove());

/** The client without a registered key, whose certificate expires in ten days. */
const withExpiringCertificate = (): Setup => {
  const { clientId } = sandbox.get().credentials.certificateClient;
  return {
    maskinporten: { clientId, keyId: '', certificate: expiring.chain[0] },
    privateKey: expiring.privateKey,
  };
};

const load = (changes: Properties = {}): Promise<Bench> =>
  loadBench(sandbox.get(), 'krr', changes, withExpiringCertificate());

const warningsOf = ({ node }: Bench): string[] =>
  (node as unknown as { warn: { args: [string][] } }).warn.args.map(([sentence]) => sentence);

const line = (foedselsnummer: string) => ({ foedselsnummer });

describe('a certificate that soon expires', () => {
  test('is warned of with every message, also when the token is an old one', async () => {
    const bench = await load();
    await bench.receive({ payload: line(ORDINARY) });
    await bench.receive({ payload: line(RESERVED) });
    expect(warningsOf(bench)).toEqual([expect.stringContaining('expires in'), expect.stringContaining('expires in')]);
  });

  test('is warned of once for a hundred items that take a hundred calls', async () => {
    const purposes = ['vedtak', 'servicemelding'];
    const payload = Array.from({ length: 100 }, (_, at) => ({ ...line(ORDINARY), purpose: purposes[at % 2] }));
    const bench = await load({ purpose: 'purpose', purposeType: 'item' });
    const { messages } = await bench.receive({ payload });
    expect(messages[0]!.payload).toHaveLength(100);
    expect(warningsOf(bench)).toHaveLength(1);
  });

  test('leaves a mark on the status, and the result comes all the same', async () => {
    const bench = await load();
    const { messages, statuses } = await bench.receive({ payload: line(ORDINARY) });
    expect(messages[0]!.payload).toMatchObject({ canBeNotified: true });
    expect(statuses.at(-1)).toBe(WARNING);
  });

  test('does not hide on the status that some items failed', async () => {
    const bench = await load();
    const { statuses } = await bench.receive({ payload: [line(ORDINARY), line(MALFORMED)] });
    expect(statuses.at(-1)).toBe('1 ✓  1 ✗  ⚠');
  });

  test('is told without anything of the key', async () => {
    const bench = await load();
    await bench.receive({ payload: line(ORDINARY) });
    const log = JSON.stringify(helper.log().args.map(([entry]) => (entry as { msg?: unknown }).msg));
    const { d, n } = JSON.parse(expiring.privateKey) as Record<string, string>;
    for (const secret of [d, n, expiring.chain[0].slice(0, 40)]) expect(log).not.toContain(secret);
  });
});

test('a message that brings no warning takes the mark away', async () => {
  const bench = await load({ list: 'payload' });
  await bench.receive({ payload: line(ORDINARY) });
  const { statuses } = await bench.receive({ payload: [] });
  expect(statuses.at(-1)).toBe('0');
});
