import { generateKeyPairSync } from 'node:crypto';
import type { ExecutionRecord, ImportedCredential } from '../../../scripts/n8n/execute.mts';
import { executeLines, outputsOf, type OurNode } from './smallWorkflow';
import { useN8n } from './useN8n';

jest.setTimeout(90_000);

const n8n = useN8n();

const ORDINARY = '12848539668';
/** Valid and not synthetic, of somebody to be born on the last day of 2039: nobody has it yet. */
const NOT_SYNTHETIC = '31123950057';
const LINES = [
  ['1', ORDINARY],
  ['malformed', '16903349845'],
  ['unknown', '30823299997'],
  ['shortened by a spreadsheet', '3928338788'],
  ['real', NOT_SYNTHETIC],
  ['empty', ''],
  ['7', ORDINARY],
] as const;
const NUMBERS = LINES.map(([, number]) => number).filter(Boolean);

const lookUp = (name: string, changes: Partial<OurNode> = {}): OurNode => ({
  name,
  type: 'folkeregister',
  parameters: { operation: 'getPerson', includeInput: true },
  onError: 'continueErrorOutput',
  ...changes,
});

const UNKNOWN_ID = '11111111-2222-4333-8444-555555555555';
const otherKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const maskinporten = (id: string, changes: object): ImportedCredential => {
  return { id, name: id, type: 'maskinportenApi', data: { ...n8n().credentials.maskinporten, ...changes } };
};
const fiks = (id: string, changes: object): ImportedCredential => {
  return { id, name: id, type: 'fiksIntegrationApi', data: { ...n8n().credentials.fiks, ...changes } };
};

/** Set-up that is wrong: the node, its credential, and what is to be said. */
const WRONG = [
  [
    'a wrong key',
    { maskinporten: 'wrongkey00000000' },
    'ERR_TOKEN_REFUSED',
    /private key does not belong to the key id/,
  ],
  ['a wrong client', { maskinporten: 'wrongclient00000' }, 'ERR_TOKEN_REFUSED', /does not know the client id/],
  ['a wrong password', { fiks: 'wrongpassword000' }, 'ERR_UNAUTHORIZED', /did not accept the integration/],
  ['an unknown role', { fiks: 'unknownrole00000' }, 'ERR_FORBIDDEN', /role/],
] as const;

const wrongCredentials = (): ImportedCredential[] => [
  maskinporten('wrongkey00000000', { privateKey: otherKey() }),
  maskinporten('wrongclient00000', { clientId: UNKNOWN_ID }),
  fiks('wrongpassword000', { integrationPassword: 'not-the-password' }),
  fiks('unknownrole00000', { rolleId: UNKNOWN_ID }),
  maskinporten('incomplete000000', { privateKey: '' }),
];

describe('a workflow that goes on where a line fails', () => {
  let record: ExecutionRecord;

  beforeAll(async () => {
    record = await executeLines(
      n8n(),
      LINES,
      [
        lookUp('Look up'),
        lookUp('incomplete', { maskinporten: 'incomplete000000' }),
        ...WRONG.map(([name, credential]) => lookUp(name, credential)),
      ],
      wrongCredentials(),
    );
  });

  it('ends well', () => {
    expect(record.status).toBe('success');
    expect(record.data.resultData.error).toBeUndefined();
  });

  it('gives the good lines to the first output, with the fields they came with', () => {
    expect(outputsOf(record, 'Look up')[0]).toEqual(
      ['1', '7'].map((line) => expect.objectContaining({ line, name: 'RASK FYRLYKT', foedselsnummer: ORDINARY })),
    );
  });

  it('gives each bad line to the error output, with the fields it came with and what is wrong', () => {
    const codes = [
      ['malformed', 'ERR_INVALID_IDENTIFIER', /control digits/],
      ['unknown', 'ERR_PERSON_NOT_FOUND', /no person/],
      ['shortened by a spreadsheet', 'ERR_INVALID_IDENTIFIER', /leading zero/],
      ['real', 'ERR_REAL_IDENTIFIER', /real person/],
      ['empty', 'ERR_INVALID_IDENTIFIER', /empty/],
    ] as const;
    expect(outputsOf(record, 'Look up')[1]).toEqual(
      codes.map(([line, code, message]) => ({
        line,
        // n8n leaves an empty cell out.
        foedselsnummer: LINES.find(([name]) => name === line)?.[1] || undefined,
        error: expect.objectContaining({ code, kind: 'business', message: expect.stringMatching(message) }),
      })),
    );
  });

  it.each(WRONG)('says of %s in one sentence what is wrong, and what to do', (name, _credential, code, message) => {
    const [good, bad] = outputsOf(record, name);
    expect(good).toEqual([]);
    const tried = bad!.filter(({ line }) => ['1', 'unknown', '7'].includes(line as string));
    expect(tried).toHaveLength(3);
    for (const { error } of tried) {
      expect(error).toMatchObject({ code, kind: 'system', message: expect.stringMatching(message) });
      expect(error.message).toMatch(/^[A-Z][^\n]*\.$/);
      expect(error.action).toMatch(/^[A-Z][^\n]*\.$/);
    }
  });

  it('gives no line to the first output where the credential is incomplete', () => {
    const [good, bad = []] = outputsOf(record, 'incomplete');
    expect(good).toEqual([]);
    expect(bad.map(({ line }) => line)).toEqual(LINES.map(([line]) => line));
    for (const { error } of bad)
      expect(error).toMatchObject({
        code: 'ERR_KEY_MISSING',
        kind: 'system',
        field: 'privateKey',
        message: expect.stringMatching(/has no private key\.$/),
        action: expect.stringMatching(/^Paste the private key/),
      });
  });

  it('names no number, key or password in any error', () => {
    const nodes = ['Look up', 'incomplete', ...WRONG.map(([name]) => name)];
    const errors = nodes.flatMap((name) => outputsOf(record, name).flat()).map(({ error }) => JSON.stringify([error]));
    const secrets = [...NUMBERS, 'not-the-password', 'BEGIN', 'eyJ', UNKNOWN_ID];
    for (const secret of secrets) expect(errors.filter((error) => error.includes(secret))).toEqual([]);
  });

  it('asks the register for no malformed or real number', async () => {
    const { requests } = await n8n().ledger();
    const refused = requests as unknown as { service: string; status: number }[];
    expect(refused.filter(({ service, status }) => service === 'folkeregister' && status === 400)).toEqual([]);
  });
});

describe('a workflow that stops where a line fails, as it does unless told otherwise', () => {
  it.each([
    ['a bad line', {}, 'has control digits that do not fit', 'ERR_INVALID_IDENTIFIER'],
    ['a wrong key', { maskinporten: 'wrongkey00000000' }, 'does not belong to the key id', 'ERR_TOKEN_REFUSED'],
  ])('says of %s what is wrong and what to do, and no number', async (_name, credential, message, code) => {
    const record = await executeLines(
      n8n(),
      LINES,
      [lookUp('Look up', { ...credential, onError: 'stopWorkflow' })],
      wrongCredentials(),
    );
    expect(record.status).toBe('error');
    const { timestamp: _milliseconds, ...error } = record.data.resultData.error as Record<string, any>;
    expect(error.message).toContain(message);
    expect(error.description).toMatch(new RegExp(`^[A-Z].*\\. \\(${code}(, support reference [\\w-]+)?\\)$`));
    expect(error.node.name).toBe('Look up');
    for (const number of NUMBERS) expect(JSON.stringify(error)).not.toContain(number);
  });
});
