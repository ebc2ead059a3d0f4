import type { ConnectionReport, Step } from '../../src/connection/report';
import { checkConnection, CONNECTION_PLANS, SERVICES, type ServiceKey } from '../../src/core';
import { TestIssuer } from '../sandbox/certificates';
import { opensDoors, secretsIn } from '../canaries';
import { certificateClient, WRONG } from './wrongConnections';
import { valueOf, World, type Pasted } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => world.reset());

const check = (pasted: Pasted = {}): Promise<ConnectionReport> =>
  checkConnection(world.session(pasted), CONNECTION_PLANS);

const of = ({ steps }: ConnectionReport, step: Step['step']): Step[] => steps.filter((one) => one.step === step);
/** As in "token failed", each once and in order. */
const outline = ({ steps }: ConnectionReport): string[] => [
  ...new Set(steps.map(({ step, status }) => `${step} ${status}`)),
];

const ALL_PASSED = ['network passed', 'key passed', 'token passed', 'integration passed', 'access passed'];

describe('where everything is right, a check', () => {
  it('passes every step and tells what it found', async () => {
    const report = await check();
    const { fiks, maskinporten } = world.sandbox.credentials;
    expect(fiks.fiksOrgId).toBeTruthy();
    expect(outline(report)).toEqual(ALL_PASSED);
    expect(report).toMatchObject({
      ok: true,
      summary: `All ${report.steps.length} steps passed.`,
      key: { type: 'RSA', publicJwk: { kid: maskinporten.keyId } },
      tokens: [
        { organisation: maskinporten.organisation, scope: 'ks:fiks', lifetimeSeconds: 119 },
        { organisation: maskinporten.organisation, scope: 'krr:global/kontaktinformasjon.read', lifetimeSeconds: 119 },
      ],
    });
    expect(of(report, 'access')).toHaveLength(3);
  });

  it('shows of the key only what is public', async () => {
    const { key } = await check();
    expect(Object.keys(key!.publicJwk).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  it('tells whose certificate it is and how long it lasts', async () => {
    const report = await check(certificateClient(world));
    expect(outline(report)).toEqual(ALL_PASSED);
    expect(report.key?.certificate).toMatchObject({ organisation: '310475025', daysLeft: expect.any(Number) });
    expect(of(report, 'key')[0]?.message).toMatch(/signs with its certificate \(x5c\)/);
  });

  it.each(Object.keys(SERVICES) as ServiceKey[])(
    'is offered by the node of %s, and asks about nobody',
    async (service) => {
      const outcomes = await world.run(service, 'checkConnection', [{}, {}, {}]);
      expect(outcomes.map((outcome) => valueOf(outcome).ok)).toEqual([true, true, true]);
      // Once for all items; a number of a person is in none of the requests.
      expect(await world.asked('maskinporten', 'token')).toBe(1);
      for (const { request } of world.exchanges)
        expect(`${request.url} ${request.body as string}`).not.toMatch(/\b\d{11}\b/);
      expect(await world.ledger()).toEqual([]);
    },
  );
});

describe('where something is wrong, a check', () => {
  it.each(WRONG)(
    'finds it in the step it belongs to: $name',
    async ({ pasted, faults = [], outline: steps, message, action }) => {
      await world.order(...faults);
      const report = await check(pasted(world));
      expect(outline(report)).toEqual(steps);
      const [first] = report.steps.filter(({ status }) => status === 'failed');
      expect(first).toMatchObject({ message: expect.stringMatching(message), action: expect.stringMatching(action) });
      expect(report.ok).toBe(false);
      expect(report.summary).toContain(`First: ${first!.message} ${first!.action!}`);
      expect(opensDoors(JSON.stringify(report), secretsIn(world.sandbox.credentials))).toEqual([]);
      for (const { action: advice } of report.steps.filter(({ status }) => status === 'failed'))
        expect(advice).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('stops at nothing where nobody answers, and says what to open', async () => {
    const gone = await World.start();
    await gone.sandbox.close();
    const report = await checkConnection(
      { ...gone.session(), ports: { ...gone.session().ports, sleep: async () => undefined } },
      CONNECTION_PLANS,
    );
    await gone.close();
    expect(outline(report)).toEqual(['network failed', 'key passed', 'token failed', 'access skipped']);
    const { host } = new URL(gone.sandbox.url);
    expect(of(report, 'network')[0]).toMatchObject({
      host,
      message: `${host}: the name was resolved, but no connection could be made.`,
      action: expect.stringMatching(/^Have your IT department open TCP port/),
    });
  });
});

describe('what is right, but not for long or not quite', () => {
  it('is warned of: a certificate with ten days left', async () => {
    const issuer = new TestIssuer();
    const { privateKey, chain } = issuer.issue('/CN=Sandkommunen/serialNumber=310475025', 10);
    issuer.remove();
    const clientId = await world.register({ organisation: '310475025' });
    const report = await check({ maskinporten: { clientId, privateKey, keyId: '', certificate: chain[0] } });
    expect(report).toMatchObject({ ok: true, summary: expect.stringMatching(/passed, 1 with a warning\.$/) });
    expect(of(report, 'key')).toEqual([
      expect.objectContaining({ status: 'warning', action: expect.stringMatching(/expires in (?:9|10) days/) }),
    ]);
  });

  it('is warned of: a clock that had to be corrected', async () => {
    await world.settings({ maskinportenClockOffsetSeconds: 60 });
    const report = await check();
    expect(report.ok).toBe(true);
    expect(of(report, 'token')[0]).toMatchObject({
      status: 'warning',
      message: expect.stringMatching(/60 seconds behind|61 seconds behind|59 seconds behind/),
    });
  });
});
