import { Folkeregister } from '../../nodes/Folkeregister/Folkeregister.node';
import { Krr } from '../../nodes/Krr/Krr.node';
import { SvarUt } from '../../nodes/SvarUt/SvarUt.node';
import { countRequests } from '../../scripts/demo/ledger.mts';
import { executeIn, itemsOf } from './fakeHost';
import { LETTER_FORM, letterTo } from './letter';
import { CONFIDENTIAL, ELEVEN_DIGITS, MALFORMED, NOBODY, NOT_SYNTHETIC, ORDINARY, SHORTENED } from './persons';
import { useSandbox } from '../useSandbox';

const sandbox = useSandbox();
const numbers = (...values: readonly unknown[]) =>
  itemsOf(...values.map((foedselsnummer) => ({ foedselsnummer }) as never));

describe('items that succeed', () => {
  it('give one item each, in order, paired with where they came from', async () => {
    const { items } = await executeIn(sandbox, {
      node: new Folkeregister(),
      items: numbers(CONFIDENTIAL, ORDINARY, CONFIDENTIAL),
    });
    expect(items.map(({ json, pairedItem }) => [json.foedselsnummer, json.handleManually, pairedItem])).toEqual([
      [CONFIDENTIAL, true, { item: 0 }],
      [ORDINARY, false, { item: 1 }],
      [CONFIDENTIAL, true, { item: 2 }],
    ]);
    expect(countRequests(await sandbox.ledger()).folkeregister).toBe(1);
  });

  it('give the result only, unless the incoming fields are asked for', async () => {
    const { items } = await executeIn(sandbox, {
      node: new Krr(),
      items: itemsOf({ foedselsnummer: ORDINARY, line: 7 }),
    });
    expect(items[0]?.json).toMatchObject({ canBeNotified: true, reason: 'KAN_VARSLES' });
    expect(items[0]?.json).not.toHaveProperty('line');
  });

  it('keep the incoming fields when asked, and the result wins over one of the same name', async () => {
    const { items } = await executeIn(sandbox, {
      node: new Krr(),
      parameters: { includeInput: true },
      items: itemsOf({ foedselsnummer: ORDINARY, line: 7, reason: 'from before' }),
    });
    expect(items[0]?.json).toMatchObject({ line: 7, reason: 'KAN_VARSLES' });
  });

  it('may each have settings of their own', async () => {
    const { items } = await executeIn(sandbox, {
      node: new Krr(),
      parameters: { includeAddresses: (json: { wanted?: boolean }) => json.wanted },
      items: itemsOf({ foedselsnummer: ORDINARY, wanted: true }, { foedselsnummer: ORDINARY, wanted: false }),
    });
    expect(items.map(({ json }) => 'address' in (json.email as object))).toEqual([true, false]);
  });

  it('take what is set under Options', async () => {
    const { items } = await executeIn(sandbox, {
      node: new Krr(),
      parameters: { options: { includeMailbox: false } },
      items: numbers(ORDINARY),
    });
    expect(items[0]?.json.hasDigitalMailbox).toBeNull();
  });

  it('none at all give none, and nothing is asked', async () => {
    const { items } = await executeIn(sandbox, {
      node: new Krr(),
      parameters: { operation: 'lookUpContactInfo' },
      items: [],
    });
    expect(items).toEqual([]);
    expect((await sandbox.ledger()).requests).toEqual([]);
  });
});

const WRONG = [
  [MALFORMED, 'ERR_INVALID_IDENTIFIER', /control digits/],
  [SHORTENED, 'ERR_INVALID_IDENTIFIER', /leading zero/],
  [Number(SHORTENED), 'ERR_INVALID_IDENTIFIER', /leading zero/],
  ['', 'ERR_INVALID_IDENTIFIER', /empty/],
  [undefined, 'ERR_INVALID_IDENTIFIER', /empty/],
  [{ a: ORDINARY }, 'ERR_INVALID_IDENTIFIER', /^"National Identity Number" /],
  [NOT_SYNTHETIC, 'ERR_REAL_IDENTIFIER', /real person/],
  [NOBODY, 'ERR_PERSON_NOT_FOUND', /no person/],
] as const;

describe('items that fail', () => {
  const givenAll = () => numbers(...WRONG.flatMap(([value]) => [value, ORDINARY]));

  it('are told apart by an error that is all they hold, while their neighbours go on', async () => {
    const { items } = await executeIn(sandbox, {
      node: new Folkeregister(),
      parameters: { includeInput: true },
      items: givenAll(),
      onError: 'continue',
    });
    expect(items).toHaveLength(WRONG.length * 2);
    WRONG.forEach(([, code, message], at) => {
      const [failed, neighbour] = [items[at * 2]!, items[at * 2 + 1]!];
      expect(Object.keys(failed.json)).toEqual(['error']);
      expect(failed.json.error).toMatchObject({
        code,
        message: expect.stringMatching(message),
        action: expect.any(String),
        kind: 'business',
        retryable: false,
      });
      // n8n would keep no more than the message of an Error beside it.
      expect(failed.error).toBeUndefined();
      expect(failed.pairedItem).toEqual({ item: at * 2 });
      expect(neighbour.json).toMatchObject({ foedselsnummer: ORDINARY, name: 'RASK FYRLYKT' });
    });
  });

  it('say nothing of the number, and name the field it stood in', async () => {
    const { items } = await executeIn(sandbox, {
      node: new Krr(),
      items: numbers(MALFORMED, NOT_SYNTHETIC, SHORTENED),
      onError: 'continue',
    });
    for (const { json } of items) {
      expect(json.error).toMatchObject({
        field: 'foedselsnummer',
        message: expect.stringContaining('National Identity Number'),
      });
      expect(JSON.stringify(json)).not.toMatch(ELEVEN_DIGITS);
      expect(JSON.stringify(json)).not.toContain(SHORTENED);
    }
  });

  it.each(WRONG)('stop the node with the item, what happened and what to do: %p', async (value, code, message) => {
    const error: any = await executeIn(sandbox, { node: new Folkeregister(), items: numbers(ORDINARY, value) }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error?.name).toBe('NodeOperationError');
    expect(error.message).toMatch(message);
    expect(error.context.itemIndex).toBe(1);
    expect(error.description).toMatch(new RegExp(`^[A-Z].*\\. \\(${code}(, support reference [\\w-]+)?\\)$`));
    expect(error.node.name).toBe('Folkeregister');
    // A UUID's digits are no identity number.
    const { timestamp: _milliseconds, node: _node, ...told } = error;
    expect(JSON.stringify(told) + String(error.stack)).not.toMatch(ELEVEN_DIGITS);
  });

  it('that the service refused carry the reference its support asks for', async () => {
    await sandbox.orderFault({ service: 'svarut', operation: 'sendPerson', kind: 'status', status: 400 });
    const given = { node: new SvarUt(), parameters: LETTER_FORM, items: [letterTo()] };
    const error: any = await executeIn(sandbox, given).catch((thrown: unknown) => thrown);
    expect(error.description).toMatch(/ \(ERR_REFUSED, support reference [\w-]{8,}\)$/);
  });
});

describe('a letter', () => {
  const send = (...cases: readonly string[]) =>
    executeIn(sandbox, {
      node: new SvarUt(),
      parameters: { ...LETTER_FORM, options: { avgivendeSystem: 'n8n' } },
      items: cases.map((name) => letterTo({ case: name })),
    });

  it('goes out once in an execution, and the second line gets the id of the first', async () => {
    const { items } = await send('vedtak-1', 'vedtak-2', 'vedtak-1');
    expect(items.map(({ json }) => json.outcome)).toEqual(['sent', 'sent', 'duplicate']);
    expect(items[2]?.json.letterId).toBe(items[0]?.json.letterId);
    expect((await sandbox.ledger()).letters).toHaveLength(2);
  });

  it('goes out once in two executions', async () => {
    const [first] = (await send('vedtak-1')).items;
    const [second] = (await send('vedtak-1')).items;
    expect(second?.json).toMatchObject({ outcome: 'duplicate', letterId: first?.json.letterId });
    expect((await sandbox.ledger()).letters).toHaveLength(1);
  });
});
