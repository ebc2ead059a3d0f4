import helper from 'node-red-node-test-helper';
import { loadBench, useNodeRed, type Properties } from './bench';
import { integrationIn, outline, pressFiks, STORED, wrongIn } from './pressing';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

const check = (changes: Properties = {}) => pressFiks(integrationIn(sandbox.get(), changes));
const requests = async () => (await sandbox.ledger()).requests;

beforeEach(() => loadBench(sandbox.get(), 'folkeregister'));

describe('checked with a deployed Maskinporten configuration, an integration', () => {
  test('that works passes every step', async () => {
    const answer = await check();
    expect(answer.ok).toBe(true);
    expect(outline(answer)).toEqual([
      'network passed',
      'key passed',
      'token passed',
      'integration passed',
      'access passed',
    ]);
  });

  test('is tried with each named role and account of the form, stored or not', async () => {
    const { rolleId, kontoId } = sandbox.get().credentials.fiks;
    const roles = [
      { name: 'Innbygger', rolleId, purpose: '', parts: '' },
      { name: 'Barnevern', rolleId: UNKNOWN, purpose: '', parts: '' },
    ];
    const answer = await check({ roles, accounts: [{ name: 'Byggesak', kontoId }], fiksOrgId: '' });
    const access = answer.steps.filter(({ step }) => step === 'access');
    expect(access.map(({ status, message }) => [status, message])).toEqual([
      ['passed', expect.stringContaining('Innbygger')],
      ['failed', expect.stringContaining('Barnevern')],
      ['passed', expect.stringContaining('Byggesak')],
    ]);
  });

  test('whose password is wrong is told whose token it was, and its roles are not tried', async () => {
    const answer = await check({ integrationPassword: 'another' });
    expect(outline(answer)).toEqual([
      'network passed',
      'key passed',
      'token passed',
      'integration failed',
      'access skipped',
    ]);
    expect(wrongIn(answer)).toEqual([expect.stringContaining(sandbox.get().credentials.maskinporten.organisation)]);
  });

  test('that names neither role nor account is told that nothing was tried', async () => {
    expect(outline(await check({ rolleId: '', kontoId: '', fiksOrgId: '' }))).toContain('integration skipped');
  });
});

describe('checked without one, an integration', () => {
  test('whose form is right is told so without a step, and nobody is asked', async () => {
    expect(await check({ maskinporten: '' })).toEqual({ ok: true, steps: [] });
    expect(await requests()).toHaveLength(0);
  });

  test.each([
    ['integrationId', '', 'integration id'],
    ['integrationPassword', '', 'password'],
    ['rolleId', 'c74d', 'role id'],
    ['roles', [{ name: 'Barnevern', rolleId: 'c74d' }], 'role'],
    ['roles', [{ name: '', rolleId: UNKNOWN }], 'no name'],
    ['accounts', [{ name: 'Byggesak', kontoId: 'c74d' }], 'account'],
  ])('whose %s is %j is told what is wrong', async (name, value, words) => {
    expect(wrongIn(await check({ maskinporten: '', [name]: value }))).toEqual([expect.stringContaining(words)]);
  });
});

test.each(['notDeployed', 'integration', 'node', 'constructor', '__proto__'])(
  'with the Maskinporten configuration %p nobody is asked',
  async (maskinporten) => {
    expect(wrongIn(await check({ maskinporten }))).toEqual([expect.stringContaining('not deployed')]);
    expect(await requests()).toHaveLength(0);
  },
);

test('with a Maskinporten configuration that is not whole, what it lacks is told', async () => {
  await helper.unload();
  await loadBench(sandbox.get(), 'folkeregister', {}, { maskinporten: { clientId: '' } });
  expect(wrongIn(await check())).toEqual([expect.stringContaining('client id')]);
});

describe('the stored password', () => {
  const stored = { id: 'integration', integrationPassword: STORED, referenceSecret: STORED };

  test('is used where the form leaves it unchanged', async () => {
    expect(outline(await check(stored))).toContain('integration passed');
  });

  test('may come from the environment', async () => {
    process.env.NORSK_KOMMUNE_TEST_PASSWORD = sandbox.get().credentials.fiks.integrationPassword;
    try {
      await helper.unload();
      const secrets = { integration: { integrationPassword: '${NORSK_KOMMUNE_TEST_PASSWORD}' } };
      await loadBench(sandbox.get(), 'folkeregister', {}, { secrets });
      expect(outline(await check(stored))).toContain('integration passed');
    } finally {
      delete process.env.NORSK_KOMMUNE_TEST_PASSWORD;
    }
  });
});
