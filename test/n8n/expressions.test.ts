import { Krr } from '../../nodes/Krr/Krr.node';
import { operationNamed, SERVICES } from '../../src/core';
import { executeIn, itemsOf } from './fakeHost';
import { ORDINARY } from './persons';
import { useSandbox } from '../useSandbox';

const sandbox = useSandbox();

/** n8n's message can quote what the expression was about. */
const failsFor = (line: number) => (json: { line?: number; foedselsnummer?: string }) => {
  if (json.line === line) throw new Error(`cannot read ${json.foedselsnummer} of RASK FYRLYKT`);
  return json.foedselsnummer;
};

const ITEMS = itemsOf({ line: 1, foedselsnummer: ORDINARY }, { line: 2, foedselsnummer: ORDINARY });

describe('an expression that throws', () => {
  it('is the error of its own item, which names the field and says nothing of what n8n said', async () => {
    const { items } = await executeIn(sandbox, {
      node: new Krr(),
      parameters: { foedselsnummer: failsFor(1) },
      items: ITEMS,
      onError: 'continue',
    });
    expect(items[0]?.json).toEqual({
      error: {
        code: 'ERR_INVALID_INPUT',
        kind: 'business',
        retryable: false,
        field: 'foedselsnummer',
        message: '"National Identity Number" could not be worked out.',
        action: 'Check the expression.',
      },
    });
    expect(items[1]?.json).toMatchObject({ canBeNotified: true });
  });

  it('stops the node with the same sentence, and nothing of what n8n said hangs on it', async () => {
    const given = { node: new Krr(), parameters: { foedselsnummer: failsFor(2) }, items: ITEMS };
    const error: any = await executeIn(sandbox, given).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: 'NodeOperationError',
      message: '"National Identity Number" could not be worked out.',
      description: 'Check the expression. (ERR_INVALID_INPUT)',
      context: { itemIndex: 1 },
    });
    expect(`${JSON.stringify(error)}${String(error.stack)}${String(error.cause)}`).not.toMatch(/RASK|1284853/);
  });

  it('under Options names the option', async () => {
    const firstOption = operationNamed(SERVICES.krr, 'checkNotificationRules')?.fields.find(({ group }) => group)?.name;
    const { items } = await executeIn(sandbox, {
      node: new Krr(),
      parameters: {
        options: () => {
          throw new Error(`no ${ORDINARY}`);
        },
      },
      items: ITEMS.slice(0, 1),
      onError: 'continue',
    });
    expect(items[0]?.json.error).toMatchObject({ code: 'ERR_INVALID_INPUT', field: firstOption });
    expect(JSON.stringify(items)).not.toContain(ORDINARY);
  });
});
