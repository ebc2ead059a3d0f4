import { loadBench, useNodeRed, type Message, type Properties } from './bench';
import { letterTo, PDF } from './letter';
import { ORDINARY, RESERVED } from './persons';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

const lookUp = async (value: string, type: string, message: Message): Promise<unknown> => {
  const bench = await loadBench(sandbox.get(), 'krr', { foedselsnummer: value, foedselsnummerType: type });
  const { messages } = await bench.receive(message);
  return messages[0]?.payload;
};

const send = async (properties: Properties, item: object = {}) => {
  const bench = await loadBench(sandbox.get(), 'svarut', properties);
  const { messages } = await bench.receive({ payload: [letterTo(item)], documents: PDF });
  return messages[0]!.payload[0];
};

const letters = async (): Promise<readonly Message[]> => (await sandbox.ledger()).letters;

describe('a field takes its value', () => {
  test('from a property of each item', async () => {
    const payload = [{ person: { id: ORDINARY } }, { person: { id: RESERVED } }];
    expect(await lookUp('person.id', 'item', { payload })).toMatchObject([
      { foedselsnummer: ORDINARY },
      { foedselsnummer: RESERVED },
    ]);
  });

  test('from a property of the message', async () => {
    expect(await lookUp('asked.id', 'msg', { payload: {}, asked: { id: ORDINARY } })).toMatchObject({
      foedselsnummer: ORDINARY,
    });
  });

  test('as a text on the node', async () => {
    expect(await lookUp(ORDINARY, 'str', { payload: {} })).toMatchObject({ foedselsnummer: ORDINARY });
  });

  test('from a JSONata expression', async () => {
    const message = { payload: {}, halves: [ORDINARY.slice(0, 6), ORDINARY.slice(6)] };
    expect(await lookUp('$join(halves)', 'jsonata', message)).toMatchObject({ foedselsnummer: ORDINARY });
  });

  test('from an environment variable', async () => {
    process.env.NORSK_KOMMUNE_TEST_PERSON = ORDINARY;
    try {
      expect(await lookUp('NORSK_KOMMUNE_TEST_PERSON', 'env', { payload: {} })).toMatchObject({
        foedselsnummer: ORDINARY,
      });
    } finally {
      delete process.env.NORSK_KOMMUNE_TEST_PERSON;
    }
  });

  test.each(['flow', 'global'] as const)('from the %s context', async (scope) => {
    const bench = await loadBench(sandbox.get(), 'krr', { foedselsnummer: 'asked', foedselsnummerType: scope });
    bench.node.context()[scope].set('asked', ORDINARY);
    const { messages } = await bench.receive({ payload: {} });
    expect(messages[0]!.payload).toMatchObject({ foedselsnummer: ORDINARY });
  });

  test('as a choice on the node, or by name from the item', async () => {
    const bench = await loadBench(sandbox.get(), 'krr', { purpose: 'purpose', purposeType: 'item' });
    const payload = ['vedtak', 'servicemelding'].map((purpose) => ({ foedselsnummer: RESERVED, purpose }));
    const { messages } = await bench.receive({ payload });
    expect(messages[0]!.payload.map((item: Message) => item.canBeNotified)).toEqual([false, true]);
  });

  test('as choices on the node', async () => {
    const bench = await loadBench(sandbox.get(), 'folkeregister', { parts: 'navn', partsType: 'choices' });
    const { messages } = await bench.receive({ payload: { foedselsnummer: ORDINARY } });
    expect(messages[0]!.payload).toMatchObject({ name: expect.any(String) });
    expect(messages[0]!.payload).not.toHaveProperty('postalAddress');
  });

  test.each(['true', 'false'])('as the boolean %s', async (value) => {
    await send({ kunDigitalLevering: value, kunDigitalLeveringType: 'bool' });
    expect(await letters()).toMatchObject([{ kunDigitalLevering: value === 'true' }]);
  });

  test('as a boolean of the item', async () => {
    await send({}, { kunDigitalLevering: true });
    expect(await letters()).toMatchObject([{ kunDigitalLevering: true }]);
  });

  test('as a number, which must be in its range', async () => {
    expect(await send({ windowDays: '0', windowDaysType: 'num' })).toMatchObject({
      error: { code: 'ERR_INVALID_INPUT', field: 'windowDays' },
    });
    expect(await letters()).toHaveLength(0);
  });

  test('as a number of the item', async () => {
    const properties = { windowDays: 'days', windowDaysType: 'item' };
    expect(await send(properties, { days: 30 })).toMatchObject({ outcome: 'sent' });
  });

  test('as JSON on the node', async () => {
    const address = { adresselinje1: 'Lyngveien 2', postnummer: '5003', poststed: 'BERGEN' };
    await send({ postalAddress: JSON.stringify(address), postalAddressType: 'json' });
    expect(await letters()).toMatchObject([{ address }]);
  });
});

describe('a field that is not there', () => {
  test('has its default in a flow made before the field was', async () => {
    const bench = await loadBench(sandbox.get(), 'krr', {
      includeAddresses: undefined,
      includeAddressesType: undefined,
    });
    const { messages } = await bench.receive({ payload: { foedselsnummer: ORDINARY } });
    expect(messages[0]!.payload).toMatchObject({ canBeNotified: true });
    expect(messages[0]!.payload.email).not.toHaveProperty('address');
  });

  test('is empty where an item has no such depth, which an optional one may be', async () => {
    const properties = { konteringskode: 'billing.code', konteringskodeType: 'item' };
    expect(await send(properties)).toMatchObject({ outcome: 'sent' });
  });

  test('is empty where an item has no such depth, and a required one says so', async () => {
    expect(await lookUp('person.id', 'item', { payload: [{}] })).toMatchObject([
      { error: { code: 'ERR_INVALID_IDENTIFIER', message: expect.stringContaining('empty') } },
    ]);
  });
});
