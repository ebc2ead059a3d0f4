import type { ConnectionReport } from '../../../src/connection/report';
import type { ExecutionRecord, ImportedCredential } from '../../../scripts/n8n/execute.mts';
import { TestIssuer } from '../../sandbox/certificates';
import { executeOwn } from './ownWorkflow';
import { outputsOf, type OurNode } from './smallWorkflow';
import { useN8n } from './useN8n';

jest.setTimeout(90_000);

const n8n = useN8n();

const check = (name: string, type: OurNode['type'], changes: Partial<OurNode> = {}): OurNode => ({
  name,
  type,
  parameters: { operation: 'checkConnection' },
  ...changes,
});

const maskinporten = (id: string, changes: object): ImportedCredential => ({
  id,
  name: id,
  type: 'maskinportenApi',
  data: { ...n8n().credentials.maskinporten, ...changes },
});

const fiks = (id: string, changes: object): ImportedCredential => ({
  id,
  name: id,
  type: 'fiksIntegrationApi',
  data: { ...n8n().credentials.fiks, ...changes },
});

const reportOf = (record: ExecutionRecord, name: string): ConnectionReport => {
  const [[report, ...more] = []] = outputsOf(record, name);
  expect(more).toEqual([]);
  return report as unknown as ConnectionReport;
};

const outline = ({ steps }: ConnectionReport): string[] => [
  ...new Set(steps.map(({ step, status }) => `${step} ${status}`)),
];

/** What n8n shows beside the output of a node. */
const hintsOf = (record: ExecutionRecord, name: string): string[] => {
  const [run] = record.data.resultData.runData[name] as unknown as { hints?: { message: string }[] }[];
  return (run?.hints ?? []).map(({ message }) => message);
};

/** The certificate of a client of its own, with ten days left. */
const expiringClient = async (): Promise<object> => {
  const { organisation } = n8n().credentials.maskinporten;
  const issuer = new TestIssuer();
  const { privateKey, chain } = issuer.issue(`/CN=Sandkommunen/serialNumber=${organisation}`, 10);
  issuer.remove();
  const response = await fetch(`${n8n().sandbox.url}/admin/clients`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ organisation }),
  });
  const { clientId } = (await response.json()) as { clientId: string };
  return { clientId, privateKey, certificate: chain[0], keyId: '' };
};

let record: ExecutionRecord;
beforeAll(async () => {
  record = await executeOwn(n8n(), {
    id: 'checkconnection0',
    item: { foedselsnummer: '12848539668' },
    ours: [
      check('Folkeregister', 'folkeregister'),
      check('KRR', 'krr'),
      check('Kjøretøyregister', 'kjoretoyregister'),
      check('SvarUt', 'svarUt'),
      check('wrong password', 'svarUt', { fiks: 'wrongpassword000' }),
      check('unreadable key', 'krr', { maskinporten: 'unreadable000000' }),
      check('stopped', 'krr', { maskinporten: 'stopped000000000' }),
      check('expiring', 'krr', { maskinporten: 'expiring00000000' }),
      { name: 'at work', type: 'krr', parameters: { purpose: 'vedtak' }, maskinporten: 'expiring00000000' },
    ],
    credentials: [
      fiks('wrongpassword000', { integrationPassword: 'not-the-password' }),
      maskinporten('unreadable000000', { privateKey: 'not a key' }),
      maskinporten('stopped000000000', { sandboxUrl: 'http://127.0.0.1:9' }),
      maskinporten('expiring00000000', await expiringClient()),
    ],
  });
}, 120_000);

it('ends well, also where a step failed: what is wrong is what was asked for', () => {
  expect(record.status).toBe('success');
});

it.each([
  ['Folkeregister', ['network passed', 'key passed', 'token passed', 'integration passed', 'access passed']],
  ['KRR', ['network passed', 'key passed', 'token passed']],
  ['Kjøretøyregister', ['network passed', 'key passed', 'token passed', 'integration passed', 'access passed']],
  ['SvarUt', ['network passed', 'key passed', 'token passed', 'integration passed', 'access passed']],
  ['wrong password', ['network passed', 'key passed', 'token passed', 'integration failed', 'access skipped']],
  ['unreadable key', ['network passed', 'key failed', 'token skipped']],
  ['stopped', ['network failed', 'key passed', 'token failed']],
  ['expiring', ['network passed', 'key warning', 'token passed']],
])('gives the report of %s as one item', (name, steps) => {
  const report = reportOf(record, name);
  expect(outline(report)).toEqual(steps);
  expect(report.ok).toBe(steps.every((step) => !step.endsWith('failed')));
  for (const { status, action } of report.steps) if (status === 'failed') expect(action).toMatch(/^[A-Z].*\.$/);
});

it('shows a certificate that soon expires beside the result of a node at work', () => {
  expect(outputsOf(record, 'at work')[0]).toEqual([expect.objectContaining({ canBeNotified: true })]);
  expect(hintsOf(record, 'at work')).toEqual([expect.stringMatching(/certificate .* expires in (?:9|10) days/)]);
});

it('shows nothing beside the result where there is nothing to warn of', () => {
  expect(hintsOf(record, 'KRR')).toEqual([]);
});
