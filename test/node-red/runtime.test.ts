import { readFileSync } from 'node:fs';
import { countRequests, readLedger, type Ledger } from '../../scripts/demo/ledger.mts';
import { makeReport, type FlowLine } from '../../scripts/demo/report.mts';
import { EXAMPLE, exampleFor, withDoor } from '../../scripts/node-red/demo.mts';
import { startNodeRed, type NodeRed } from '../../scripts/node-red/host.mts';
import { startSandbox, type Sandbox } from '../../sandbox/src/index';
import { inProject } from '../../scripts/project.mts';

let sandbox: Sandbox;
let nodeRed: NodeRed;
let lines: readonly FlowLine[];
let ledger: Ledger;

const run = async (): Promise<readonly FlowLine[]> => {
  const response = await fetch(`${nodeRed.url}/norsk-kommune/run`, { method: 'POST' });
  expect(response.status).toBe(200);
  return (await response.json()) as FlowLine[];
};

beforeAll(async () => {
  sandbox = await startSandbox({ speed: 600 });
  nodeRed = await startNodeRed();
  const { flow, secrets } = exampleFor(sandbox.url, sandbox.credentials);
  await nodeRed.deploy(withDoor(flow), secrets);
  lines = await run();
  ledger = await readLedger(sandbox.url);
}, 120_000);
afterAll(async () => {
  await nodeRed.stop();
  await sandbox.close();
});

describe('the shipped example flow in a real Node-RED', () => {
  test('has no address that starts it: the door is only of this test and of npm start', () => {
    const shipped = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as { type: string }[];
    expect(shipped.map(({ type }) => type).filter((type) => type.startsWith('http'))).toEqual([]);
  });

  test.each([
    [1, 'digital', 'dpi', 'LEVERT_SDP'],
    [2, 'print', 'print', 'PRINTET'],
    [3, 'held', null, 'dead'],
    [4, 'print', 'print', 'PRINTET'],
    [5, 'digital', 'dpi', 'SENDT_DIGITALT'],
    [6, 'held', null, 'handle manually'],
    [7, 'print', 'print', 'PRINTET'],
    [8, 'held', null, 'minor'],
    [9, 'digital', 'dpi', 'LEVERT_SDP'],
    [10, 'digital', 'altinn', 'LEST'],
    [11, 'held', null, 'minor'],
    [12, 'digital', 'dpi', 'LEVERT_SDP'],
    [13, 'held', null, 'unknown'],
    [14, 'held', null, 'invalid'],
    [15, 'duplicate', 'dpi', 'LEVERT_SDP'],
  ])('line %i ends as %s', (line, outcome, channel, reason) => {
    const report = makeReport('node-red', lines, ledger, 0);
    expect(report.lines.find((one) => one.line === line)).toMatchObject({ outcome, channel, reason });
  });

  test('says of each letter what the ledger says', () => {
    const outcomes = makeReport('node-red', lines, ledger, 0).lines.map(({ line, outcome }) => [line, outcome]);
    expect(lines.map(({ line, outcome }) => [line, outcome])).toEqual(outcomes);
  });

  test('gives line 15 the letter of line 1', () => {
    const letterOf = (wanted: number) => lines.find(({ line }) => line === wanted)?.letterId;
    expect(letterOf(15)).toBe(letterOf(1));
  });

  test('sends eight letters in few calls', () => {
    expect(ledger.letters).toHaveLength(8);
    expect(ledger.letters.filter(({ endpoint }) => endpoint === 'print')).toHaveLength(0);
    const { maskinporten, folkeregister, krr, svarutSend } = countRequests(ledger);
    expect({ folkeregister, krr, svarutSend }).toEqual({ folkeregister: 1, krr: 1, svarutSend: 8 });
    expect(maskinporten).toBeLessThanOrEqual(2);
  });

  test('never prints the letter to the strictly confidential address, nor tells SvarUt of one', () => {
    const line5 = lines.find(({ line }) => line === 5);
    const letter = ledger.letters.find(({ id }) => id === line5?.letterId);
    expect(letter).toMatchObject({ kunDigitalLevering: true, address: null, channel: 'dpi' });
  });

  test('sends the document of the example', () => {
    const size = readFileSync(inProject('examples', 'data', 'vedtak.pdf')).length;
    for (const letter of ledger.letters)
      expect(letter).toMatchObject({ documents: [{ filnavn: 'vedtak.pdf', mimeType: 'application/pdf', size }] });
  });

  test('answers with nothing that identifies a person', () => {
    // Not inside a UUID, whose digits mean nothing.
    expect(JSON.stringify(lines)).not.toMatch(/(?<![\w-])\d{11}(?![\w-])/);
  });
});

test('a second run sends nothing and finds the same letters', async () => {
  const again = await run();
  const after = await readLedger(sandbox.url);
  expect(after.letters).toHaveLength(8);
  expect(again.map(({ letterId }) => letterId)).toEqual(lines.map(({ letterId }) => letterId));
  const { outcomes } = makeReport('node-red', again, after, 0).figures;
  expect(outcomes).toEqual({ digital: 0, print: 0, duplicate: 9, held: 6, failed: 0 });
}, 60_000);

describe('what Node-RED gives out', () => {
  const secrets = (): string[] => {
    const { privateKey } = sandbox.credentials.maskinporten;
    const { integrationPassword, referenceSecret } = sandbox.credentials.fiks;
    return [(JSON.parse(privateKey) as { d: string }).d, integrationPassword, referenceSecret];
  };
  const expectNoSecret = (text: string): void => {
    for (const secret of secrets()) expect(text.includes(secret)).toBe(false);
  };

  test('as flows has no secret', async () => {
    const flows = await (await fetch(`${nodeRed.url}/flows`, { headers: { 'Node-RED-API-Version': 'v2' } })).text();
    expect(flows).toContain('norsk-kommune-maskinporten');
    expectNoSecret(flows);
  });

  test.each([
    ['norsk-kommune-maskinporten/nkmaskinporten01', { has_privateKey: true, has_passphrase: false }],
    ['norsk-kommune-fiks/nkfiks0000000001', { has_integrationPassword: true, has_referenceSecret: true }],
  ])('as the credentials %s says only that there are some', async (path, shown) => {
    expect(await (await fetch(`${nodeRed.url}/credentials/${path}`)).json()).toEqual(shown);
  });

  test.each([
    ['maskinporten', 'nkmaskinporten01', ['privateKey'], {}],
    ['fiks', 'nkfiks0000000001', ['integrationPassword', 'referenceSecret'], { maskinporten: 'nkmaskinporten01' }],
  ])('as the answer to a check of %s with what is stored has no secret', async (name, id, stored, more) => {
    const deployed = exampleFor(sandbox.url, sandbox.credentials).flow.find((node) => node.id === id);
    const unchanged = Object.fromEntries(stored.map((secret) => [secret, '__PWRD__']));
    const response = await fetch(`${nodeRed.url}/norsk-kommune/${name}/test`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...deployed, ...unchanged, ...more }),
    });
    const answer = await response.text();
    expect(JSON.parse(answer)).toMatchObject({ ok: true });
    expectNoSecret(answer);
  });

  test('in its log identifies nobody and has no secret', () => {
    const log = nodeRed.log();
    expect(log).toContain('Started flows');
    expect(log).not.toMatch(/(?<![\w-])\d{6}[ .-]?\d{5}(?![\w-])/);
    expect(log).not.toMatch(/eyJ[\w-]{5,}|BEGIN [A-Z ]*PRIVATE KEY|"d":/);
    expectNoSecret(log);
  });
});
