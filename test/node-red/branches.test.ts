import helper from 'node-red-node-test-helper';
import { SERVICES, type Operation, type Session } from '../../src/core';
import { outputsOf } from '../../node-red/src/branches';
import type { ServiceDefinition } from '../../node-red/src/serviceConfig';
import { loadBench, useNodeRed, type Message, type Properties } from './bench';
import { MALFORMED, ORDINARY, RESERVED } from './persons';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

/** Where the outputs are wired to, in order. */
const OUTPUTS = ['mayBeNotified', 'paperOnly', 'noChannel', 'rest'];
const SPLIT = { split: true, outputs: OUTPUTS.length, wires: OUTPUTS.map((id) => [id]) };

const line = (foedselsnummer: string, more: object = {}) => ({ foedselsnummer, ...more });
const PERSONS = [line(RESERVED, { line: 1 }), line(ORDINARY, { line: 2 }), line(MALFORMED, { line: 3 })];

const load = async (changes: Properties = {}) => {
  const others = OUTPUTS.map((id) => ({ id, type: 'helper', z: 'tab', x: 0, y: 0 }));
  const bench = await loadBench(sandbox.get(), 'krr', { ...SPLIT, ...changes }, { others });
  const outputs = Object.fromEntries(OUTPUTS.map((id) => [id, [] as Message[]]));
  for (const id of OUTPUTS) helper.getNode(id).on('input', (message: Message) => outputs[id]!.push(message));
  return async (message: Message) => ({ ...(await bench.receive(message)), outputs });
};

const payloadsOf = (outputs: Readonly<Record<string, readonly Message[]>>): Record<string, unknown[]> =>
  Object.fromEntries(Object.entries(outputs).map(([id, messages]) => [id, messages.map(({ payload }) => payload)]));

describe('a list, with separate outputs', () => {
  test('comes out as one message for each output that has any, each item with its result', async () => {
    const receive = await load();
    const { outputs, completions } = await receive({ payload: PERSONS });
    expect(payloadsOf(outputs)).toMatchObject({
      mayBeNotified: [[{ line: 2, canBeNotified: true }]],
      paperOnly: [[{ line: 1, reserved: true }]],
      noChannel: [],
      rest: [[{ line: 3, error: { code: 'ERR_INVALID_IDENTIFIER' } }]],
    });
    expect(completions).toBe(1);
  });

  test('keeps its order within an output', async () => {
    const receive = await load();
    const payload = [4, 1, 3].flatMap((at) => [line(ORDINARY, { line: at }), line(RESERVED, { line: at + 10 })]);
    const { outputs } = await receive({ payload });
    const linesOf = (output: string) => outputs[output]![0]!.payload.map((item: Message) => item.line);
    expect([linesOf('mayBeNotified'), linesOf('paperOnly')]).toEqual([
      [4, 1, 3],
      [14, 11, 13],
    ]);
  });

  test('is asked about in one call all the same', async () => {
    const receive = await load();
    await receive({ payload: PERSONS });
    const { requests } = await sandbox.ledger();
    expect(requests.filter(({ service }) => service === 'krr')).toHaveLength(1);
  });

  test('takes no person of one output along to another', async () => {
    const receive = await load({ list: 'cases', result: 'answer.krr' });
    const { outputs } = await receive({ cases: PERSONS, answer: { earlier: 'kept' } });
    const [message] = outputs.mayBeNotified!;
    expect(message).toMatchObject({ answer: { earlier: 'kept', krr: [{ foedselsnummer: ORDINARY }] } });
    expect(message).not.toHaveProperty('cases');
    expect(outputs.paperOnly![0]!.answer.krr).toMatchObject([{ foedselsnummer: RESERVED }]);
  });

  test('shares nothing between the messages', async () => {
    const receive = await load();
    const { outputs } = await receive({ payload: PERSONS, trail: { steps: [] } });
    expect(outputs.mayBeNotified![0]!.trail).toEqual({ steps: [] });
    expect(outputs.mayBeNotified![0]!.trail).not.toBe(outputs.paperOnly![0]!.trail);
  });

  test('gives no output a message when it is empty, and is done', async () => {
    const receive = await load();
    const { outputs, completions } = await receive({ payload: [] });
    expect(Object.values(outputs).flat()).toEqual([]);
    expect(completions).toBe(1);
  });

  test('comes out as one message per item where that is chosen, with parts that count the whole list', async () => {
    const receive = await load({ mode: 'messages' });
    const { outputs } = await receive({ payload: [...PERSONS, line(ORDINARY, { line: 4 })] });
    expect(payloadsOf(outputs)).toMatchObject({
      mayBeNotified: [{ line: 2 }, { line: 4 }],
      paperOnly: [{ line: 1 }],
      noChannel: [],
      rest: [{ line: 3, error: { code: 'ERR_INVALID_IDENTIFIER' } }],
    });
    const parts = Object.values(outputs).flatMap((messages) => messages.map((message) => message.parts as Message));
    expect(parts.map(({ index }) => index as number).sort()).toEqual([0, 1, 2, 3]);
    expect(new Set(parts.map(({ id, count }) => `${id} ${count}`)).size).toBe(1);
  });
});

describe('a skipped item, with separate outputs', () => {
  test('comes out last, untouched, whatever an earlier run found out about it', async () => {
    const receive = await load({ skip: 'held' });
    const held = line(ORDINARY, { held: 'dead', canBeNotified: true, notification: 'mayBeNotified' });
    const { outputs } = await receive({ payload: [held, line(ORDINARY)] });
    expect(outputs.rest).toMatchObject([{ payload: [held] }]);
    expect(outputs.mayBeNotified![0]!.payload).toHaveLength(1);
  });

  test('comes out last when it is single too', async () => {
    const receive = await load({ skip: 'held' });
    const payload = line(ORDINARY, { held: true, notification: 'mayBeNotified' });
    const { outputs } = await receive({ payload });
    expect(payloadsOf(outputs)).toEqual({ mayBeNotified: [], paperOnly: [], noChannel: [], rest: [payload] });
  });
});

describe('a single item, with separate outputs', () => {
  test.each([
    [ORDINARY, 'vedtak', 'mayBeNotified'],
    [RESERVED, 'vedtak', 'paperOnly'],
    [RESERVED, 'servicemelding', 'mayBeNotified'],
  ])('%s on %s comes out as %s', async (foedselsnummer, purpose, output) => {
    const receive = await load({ purpose });
    const { outputs } = await receive({ payload: line(foedselsnummer) });
    expect(outputs[output]).toMatchObject([{ payload: { foedselsnummer, notification: output } }]);
    expect(Object.values(outputs).flat()).toHaveLength(1);
  });

  test('that fails goes to Catch and to no output', async () => {
    const receive = await load();
    const { outputs, caught } = await receive({ payload: line(MALFORMED) });
    expect(caught).toMatchObject([{ error: { code: 'ERR_INVALID_IDENTIFIER' } }]);
    expect(Object.values(outputs).flat()).toEqual([]);
  });
});

test('a set-up that is wrong for everyone goes to Catch and to no output', async () => {
  const receive = await load({ maskinporten: '' });
  const { outputs, caught } = await receive({ payload: PERSONS });
  expect(caught).toMatchObject([{ error: { code: 'ERR_CREDENTIAL_INCOMPLETE' } }]);
  expect(Object.values(outputs).flat()).toEqual([]);
});

test('an operation that tells no kinds apart has one output, whatever is ticked', async () => {
  const receive = await load({ operation: 'lookUpContactInfo' });
  const { outputs } = await receive({ payload: PERSONS });
  expect(outputs.mayBeNotified![0]!.payload.map((item: Message) => item.line)).toEqual([1, 2, 3]);
  expect(Object.values(outputs).flat()).toHaveLength(1);
});

test('a kind of result that is new comes out last', () => {
  const operation = SERVICES.krr.operations.find(({ branches }) => branches) as Operation<Session>;
  const { of } = outputsOf({ split: true } as unknown as ServiceDefinition, operation);
  expect(of({ ok: true, value: { notification: 'paperOnly' } })).toBe(1);
  expect(of({ ok: true, value: { notification: 'byPigeon' } })).toBe(3);
  expect(of({ ok: true, value: {} })).toBe(3);
});
