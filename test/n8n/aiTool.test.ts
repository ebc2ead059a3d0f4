import { Folkeregister } from '../../nodes/Folkeregister/Folkeregister.node';
import { Krr } from '../../nodes/Krr/Krr.node';
import { SvarUt } from '../../nodes/SvarUt/SvarUt.node';
import { execute, executeIn, itemsOf, type HttpRequest } from './fakeHost';
import { LETTER_FORM, letterTo } from './letter';
import { ORDINARY } from './persons';
import { useSandbox } from '../useSandbox';

const sandbox = useSandbox();

describe('an AI agent', () => {
  const askToSend = (onError: 'stop' | 'continue', httpRequest: HttpRequest) =>
    execute({
      node: new SvarUt(),
      parameters: LETTER_FORM,
      items: [letterTo()],
      credentials: sandbox.credentials(),
      httpRequest,
      asTool: true,
      onError,
    });

  it('cannot send a letter, and is told who can', async () => {
    await expect(askToSend('stop', jest.fn())).rejects.toMatchObject({
      name: 'NodeOperationError',
      message: 'An AI agent asked for "Send to Person", which cannot be taken back.',
      description: expect.stringMatching(/human.* \(ERR_NOT_ALLOWED_FOR_AI\)$/),
    });
  });

  it('is told so in the item where failed items go on', async () => {
    const { items } = await askToSend('continue', jest.fn());
    expect(items).toEqual([
      { json: { error: expect.objectContaining({ code: 'ERR_NOT_ALLOWED_FOR_AI' }) }, pairedItem: { item: 0 } },
    ]);
  });

  it.each(['stop', 'continue'] as const)(
    'makes nobody be asked anything by trying to (on error: %s)',
    async (onError) => {
      const httpRequest = jest.fn();
      await askToSend(onError, httpRequest).catch(() => undefined);
      expect(httpRequest).not.toHaveBeenCalled();
    },
  );

  it('may look a person up', async () => {
    const { items } = await executeIn(sandbox, {
      node: new Folkeregister(),
      items: itemsOf({ foedselsnummer: ORDINARY }),
      asTool: true,
    });
    expect(items[0]?.json).toMatchObject({ personStatus: 'bosatt' });
  });

  it('may check the rules for notification', async () => {
    const { items } = await executeIn(sandbox, {
      node: new Krr(),
      items: itemsOf({ foedselsnummer: ORDINARY }),
      asTool: true,
    });
    expect(items[0]?.json).toMatchObject({ canBeNotified: true });
  });

  const WITH_ADDRESSES = [
    [
      'protected addresses',
      new Folkeregister(),
      (on: unknown) => ({ options: { includeProtectedAddresses: on } }),
      'includeProtectedAddresses',
    ],
    ['contact addresses', new Krr(), (on: unknown) => ({ includeAddresses: on }), 'includeAddresses'],
  ] as const;

  it.each(WITH_ADDRESSES)('is not given %s, and nobody is asked for them', async (_what, node, asking, field) => {
    const httpRequest = jest.fn();
    const ask = (onError: 'stop' | 'continue') =>
      executeIn(sandbox, {
        node,
        unshown: asking(true),
        items: itemsOf({ foedselsnummer: ORDINARY }),
        httpRequest,
        asTool: true,
        onError,
      });
    const { items } = await ask('continue');
    expect(items).toEqual([
      { json: { error: expect.objectContaining({ code: 'ERR_NOT_ALLOWED_FOR_AI', field }) }, pairedItem: { item: 0 } },
    ]);
    await expect(ask('stop')).rejects.toMatchObject({
      description: expect.stringMatching(/\(ERR_NOT_ALLOWED_FOR_AI\)$/),
    });
    expect(httpRequest).not.toHaveBeenCalled();
  });

  it.each(WITH_ADDRESSES)('is answered where %s are switched off', async (_what, node, asking) => {
    const items = itemsOf({ foedselsnummer: ORDINARY });
    const ran = await executeIn(sandbox, { node, unshown: asking(false), items, asTool: true });
    expect(ran.items[0]?.json).toMatchObject({ foedselsnummer: ORDINARY });
    expect(ran.items[0]?.json).not.toHaveProperty('error');
  });

  it.each(WITH_ADDRESSES)('is the only one who is refused %s', async (_what, node, asking) => {
    const items = itemsOf({ foedselsnummer: ORDINARY });
    const ran = await executeIn(sandbox, { node, parameters: asking(true), items });
    expect(ran.items[0]?.json).toMatchObject({ foedselsnummer: ORDINARY });
  });

  it('is refused one item without harm to the others', async () => {
    const { items } = await executeIn(sandbox, {
      node: new Krr(),
      unshown: { includeAddresses: (json: { line?: unknown }) => json.line === 1 },
      items: itemsOf({ foedselsnummer: ORDINARY, line: 1 }, { foedselsnummer: ORDINARY, line: 2 }),
      asTool: true,
      onError: 'continue',
    });
    expect(items.map(({ json }) => json)).toMatchObject([
      { error: { code: 'ERR_NOT_ALLOWED_FOR_AI', field: 'includeAddresses' } },
      { canBeNotified: true },
    ]);
  });

  it('may find a letter and ask where it is', async () => {
    const sent = await executeIn(sandbox, { node: new SvarUt(), parameters: LETTER_FORM, items: [letterTo()] });
    const { letterId } = sent.items[0]!.json;
    const status = await executeIn(sandbox, {
      node: new SvarUt(),
      parameters: { operation: 'getStatus' },
      items: itemsOf({ letterId }),
      asTool: true,
    });
    expect(status.items[0]?.json).toMatchObject({ letterId, status: expect.any(String) });
    const found = await executeIn(sandbox, {
      node: new SvarUt(),
      parameters: { operation: 'findByReference', eksternReferanse: 'vedtak-1' },
      items: itemsOf({}),
      asTool: true,
    });
    expect(found.items[0]?.json.letters).toMatchObject([{ letterId }]);
  });
});

it.each(['lookUpContactInfo', 'readChanges'])(
  'an agent that asks KRR for addresses with %s is refused',
  async (operation) => {
    const run = executeIn(sandbox, {
      node: new Krr(),
      unshown: { operation },
      items: itemsOf({ foedselsnummer: ORDINARY }),
      asTool: true,
    });
    await expect(run).rejects.toMatchObject({ description: expect.stringContaining('ERR_NOT_ALLOWED_FOR_AI') });
    expect((await sandbox.ledger()).requests).toEqual([]);
  },
);
