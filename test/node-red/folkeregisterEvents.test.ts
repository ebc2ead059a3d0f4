// First, before anything else has taken hold of the timers.
import { startTrigger, until, type TriggerBench } from './triggerBench';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import helper from 'node-red-node-test-helper';
import { SERVICES } from '../../src/core';
import { Caller } from '../sandbox/caller';
import { useNodeRed } from './bench';
import { temporaryFolder } from './temporaryFolder';

useNodeRed();
const userDir = temporaryFolder();
const FILE = path.join(userDir, 'norsk-kommune', 'node.json');
const ORDINARY = '12848539668';

let caller: Caller;
beforeAll(async () => void (caller = await Caller.start({ speed: 0 })));
afterAll(() => caller.close());
beforeEach(async () => {
  await caller.call('/admin/reset', { method: 'POST' });
  rmSync(userDir, { recursive: true, force: true });
  mkdirSync(userDir);
  helper.settings({ userDir });
});

/** Empty, as they are before anybody has touched them. */
const UNTOUCHED = Object.fromEntries(
  SERVICES.folkeregister.trigger.fields.flatMap(({ name }) => [
    [name, ''],
    [`${name}Type`, 'str'],
  ]),
);

const start = (node: object = {}): Promise<TriggerBench> =>
  startTrigger(caller.credentials, {
    node: { ...UNTOUCHED, type: 'norsk-kommune-folkeregister-events', minutesBetween: '1', ...node },
  });
const happens = (times: number, type = 'endringINavn') =>
  caller.postJson('/admin/events', { type, person: ORDINARY, times });
const eventsIn = ({ messages }: TriggerBench) =>
  messages.map(({ payload: { sekvensnummer, hendelsetype, foedselsnummer } }) => [
    sekvensnummer,
    hendelsetype,
    foedselsnummer,
  ]);
const stored = () => JSON.parse(readFileSync(FILE, 'utf8'));

describe('the node for events in Folkeregisteret', () => {
  test('sends a message for each event from now on', async () => {
    const flow = await start();
    expect(flow.messages).toEqual([]);
    await happens(2);
    await flow.nextLook();
    expect(eventsIn(flow)).toEqual([
      [40_016, 'endringINavn', ORDINARY],
      [40_017, 'endringINavn', ORDINARY],
    ]);
  });

  test('sends only events of the chosen types, with their persons where they are wanted', async () => {
    const flow = await start({
      eventTypes: 'personErDoed',
      includePerson: 'true',
      includePersonType: 'bool',
      parts: 'navn',
    });
    await happens(3);
    await happens(1, 'personErDoed');
    await flow.nextLook();
    await until('sent it', () => flow.messages.length > 0);
    expect(flow.messages).toHaveLength(1);
    expect(flow.messages[0]?.payload).toMatchObject({
      hendelsetype: 'personErDoed',
      person: { foedselsnummer: ORDINARY, name: expect.any(String) },
    });
  });

  test('goes on after a restart where it was, and what it keeps identifies nobody', async () => {
    await start();
    await until('kept its place', () => existsSync(FILE));
    expect(JSON.stringify(stored())).not.toMatch(/(?<![\w-])\d{11}(?![\w-])/);
    await helper.unload();
    await happens(2);
    const flow = await start();
    await until('sent them', () => flow.messages.length === 2);
    expect(eventsIn(flow).map(([number]) => number)).toEqual([40_016, 40_017]);
  });

  test('goes directly to Skatteetaten where that is chosen, with no integration', async () => {
    const flow = await start({ route: 'skatteetaten', fiks: '' });
    await happens(1);
    await flow.nextLook();
    expect(eventsIn(flow)).toEqual([[40_016, 'endringINavn', ORDINARY]]);
  });

  test('tells once, by a Catch node, that its place is older than the register remembers', async () => {
    const flow = await start({ start: 'number', fromNumber: '1', fromNumberType: 'num' });
    await until('told', () => flow.caught.length > 0);
    expect(flow.caught[0]?.error.message).toMatch(/36 months/);
    await flow.nextLook();
    expect(flow.caught).toHaveLength(1);
    expect(flow.messages).toEqual([]);
  });
});
