import { startSandbox, type SandboxOptions } from '../../sandbox/src/index';
import { readScenario } from '../../sandbox/src/scenario';
import { Caller } from './caller';

const THROTTLED = { service: 'maskinporten', operation: 'token', kind: 'throttle', every: 2 } as const;

describe('a sandbox that starts with faults and settings', () => {
  let caller: Caller;
  beforeAll(async () => {
    caller = await Caller.start({ faults: [THROTTLED], settings: { tokenLifetimeSeconds: 30 } });
  });
  afterAll(() => caller.close());

  const askTwice = async () => [
    await caller.askForToken(await caller.grant()),
    await caller.askForToken(await caller.grant()),
  ];

  it('has them from the first request', async () => {
    const [first, second] = await askTwice();
    expect(first).toMatchObject({ status: 200, body: { expires_in: 30 } });
    expect(second?.status).toBe(429);
  });

  it('has them again after a reset, whatever was changed in between', async () => {
    await caller.call('/admin/faults', { method: 'DELETE' });
    await caller.postJson('/admin/settings', { tokenLifetimeSeconds: 60 });
    await caller.call('/admin/reset', { method: 'POST' });
    expect((await caller.call('/admin/faults')).body).toMatchObject([{ ...THROTTLED, met: 0, played: 0 }]);
    expect((await askTwice()).map(({ status }) => status)).toEqual([200, 429]);
    expect((await caller.call('/admin/settings')).body.tokenLifetimeSeconds).toBe(30);
  });
});

it('what cannot be ordered cannot be started with, and everything wrong is told at once', () => {
  const wrong = {
    faults: [
      { service: 'krr', kind: 'status', status: 99 },
      { service: 'krr', kind: 'drop', time: 2 },
    ],
    settings: { errorJson: 'list' },
  };
  expect(() => readScenario(wrong)).toThrow(
    [
      'The faults and settings to start with cannot be used:',
      '  /faults/0/status must be >= 200',
      '  /faults/1 must NOT have additional properties (time)',
      '  /settings/errorJson must be equal to one of the allowed values',
    ].join('\n'),
  );
});

it('a fault for an operation that its service does not have is told at the start', async () => {
  const options: SandboxOptions = { faults: [{ service: 'krr', operation: 'token', kind: 'drop' }] };
  await expect(startSandbox(options)).rejects.toThrow('/faults/0/operation is none of those krr has');
});
