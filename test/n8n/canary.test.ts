/**
 * Whatever goes wrong, nothing that opens a door is in what n8n shows, logs or stores of it: items, errors that stop the
 * workflow, warnings and hints, the node as it is exported, and the answers of the credential tests.
 */
import type { ICredentialTestFunctions, IDataObject, INodeType } from 'n8n-workflow';
import { MaskinportenApi } from '../../credentials/MaskinportenApi.credentials';
import { Folkeregister } from '../../nodes/Folkeregister/Folkeregister.node';
import { Kjoretoyregister } from '../../nodes/Kjoretoyregister/Kjoretoyregister.node';
import { Krr } from '../../nodes/Krr/Krr.node';
import { SvarUt } from '../../nodes/SvarUt/SvarUt.node';
import { REFUSAL_CODES } from '../../sandbox/src/maskinporten/refusals';
import { GUESSED, opensDoors, secretsIn } from '../canaries';
import { TestIssuer } from '../sandbox/certificates';
import { useSandbox } from '../useSandbox';
import { executeIn, itemsOf, overFetch, type Ran } from './fakeHost';
import { LETTER_FORM, letterTo } from './letter';
import { ORDINARY } from './persons';

jest.setTimeout(60_000);

const sandbox = useSandbox();

let secrets: ReadonlySet<string>;
beforeAll(() => void (secrets = secretsIn(sandbox.get().credentials)));

const person = () => itemsOf({ foedselsnummer: ORDINARY });

interface Asked {
  readonly name: string;
  readonly service: string;
  readonly node: INodeType;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly items: typeof person;
}

const CHECK = { operation: 'checkConnection' };
const ASKED: readonly Asked[] = [
  { name: 'Folkeregister', service: 'folkeregister', node: new Folkeregister(), parameters: {}, items: person },
  { name: 'KRR', service: 'krr', node: new Krr(), parameters: {}, items: person },
  {
    name: 'Kjøretøyregister',
    service: 'kjoretoyregister',
    node: new Kjoretoyregister(),
    parameters: { operation: 'lookUpByKjennemerke', kjennemerke: 'SU00201' },
    items: person,
  },
  { name: 'SvarUt', service: 'svarut', node: new SvarUt(), parameters: LETTER_FORM, items: () => [letterTo()] },
  { name: 'Check Connection', service: 'folkeregister', node: new Folkeregister(), parameters: CHECK, items: person },
];

/** A client id of its own, so that no token of it is known, with a PKCS#12 file and its passphrase. */
const certified = async (): Promise<IDataObject> => {
  const { organisation, scopes, privateKey, passphrase } = sandbox.get().credentials.certificateClient;
  const response = await fetch(`${sandbox.get().url}/admin/clients`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ organisation, scopes }),
  });
  const { clientId } = (await response.json()) as { clientId: string };
  return { clientId, privateKey, passphrase, keyId: '' };
};

/** An error with all that hangs on it, also what JSON leaves out. */
const wholeOf = (error: unknown): string =>
  error instanceof Error
    ? [JSON.stringify(error), String(error), error.stack, wholeOf(error.cause)].join('\n')
    : JSON.stringify(error ?? null);

const shownOf = ({ outputs, warnings, hints }: Ran): string => JSON.stringify([outputs, warnings, hints]);

/** What both ways of going on after an error show. */
const shownBy = async ({ node, parameters, items }: Asked, maskinporten: IDataObject, fiks: object = {}) => {
  const credentials = sandbox.credentials({ maskinporten, fiks });
  const given = { node, parameters, items: items(), credentials };
  const going = await executeIn(sandbox, { ...given, onError: 'continue' }).then(shownOf, wholeOf);
  const stopping = await executeIn(sandbox, given).then(shownOf, wholeOf);
  return `${going}\n${stopping}`;
};

const expectNoneIn = (shown: string): void => expect(opensDoors(shown, secrets)).toEqual([]);

const TROUBLES: readonly object[] = [
  ...[302, 400, 401, 403, 404, 409, 422, 429, 500].map((status) => ({ kind: 'status', status })),
  { kind: 'html', status: 200 },
  { kind: 'drop' },
  { kind: 'dropAfter' },
];

/** n8n's own sleep: nobody waits here for a service to recover. */
jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

describe.each(ASKED)('$name', (asked) => {
  it('fails in the ways below, and says so', async () => {
    await sandbox.orderFault({ service: 'maskinporten', kind: 'refusal', code: 'MP-250', times: 9 });
    expect(await shownBy(asked, await certified())).toMatch(/has not been given the scope/);
  });

  it.each(TROUBLES)('shows none when its service fails with %j', async (trouble) => {
    await sandbox.orderFault({ ...trouble, service: asked.service, times: 20 });
    expectNoneIn(await shownBy(asked, await certified()));
  });

  it.each(TROUBLES)('shows none when Maskinporten fails with %j', async (trouble) => {
    await sandbox.orderFault({ ...trouble, service: 'maskinporten', times: 20 });
    expectNoneIn(await shownBy(asked, await certified()));
  });

  it('shows none whatever Maskinporten refuses', async () => {
    for (const code of REFUSAL_CODES) {
      await sandbox.orderFault({ service: 'maskinporten', kind: 'refusal', code, times: 4 });
      expectNoneIn(await shownBy(asked, await certified()));
    }
  });

  it.each([
    ['passphrase', { passphrase: GUESSED }, {}],
    ['key', { privateKey: GUESSED }, {}],
    ['sandbox address', { sandboxUrl: `http://kommune:${GUESSED}@127.0.0.1` }, {}],
    ['integration password', {}, { integrationPassword: GUESSED }],
    ['integration password of two lines', {}, { integrationPassword: `${GUESSED}\n` }],
  ])('shows none where the %s is wrong', async (_what, maskinporten, fiks) => {
    expectNoneIn(await shownBy(asked, { ...(await certified()), ...maskinporten }, fiks));
  });

  it('shows none in a warning', async () => {
    const issuer = new TestIssuer();
    const { organisation } = sandbox.get().credentials.maskinporten;
    const { privateKey, chain } = issuer.issue(`/CN=Sandkommunen/serialNumber=${organisation}`, 10);
    issuer.remove();
    const shown = await shownBy(asked, { ...(await certified()), privateKey, passphrase: '', certificate: chain[0] });
    expect(shown).toMatch(/expires in \d+ days/);
    const { d, p } = JSON.parse(privateKey) as Record<'d' | 'p', string>;
    expect(opensDoors(shown, new Set([...secrets, d, p]))).toEqual([]);
  });
});

describe('the test of a credential', () => {
  const testOf = async (changes: IDataObject): Promise<string> =>
    new MaskinportenApi().preAuthentication
      .call(
        { helpers: { httpRequest: overFetch } },
        { ...sandbox.credentials({ maskinporten: changes }).maskinportenApi },
      )
      .then((kept) => JSON.stringify(kept), wholeOf);

  it.each(TROUBLES)('shows none when Maskinporten fails with %j', async (trouble) => {
    await sandbox.orderFault({ ...trouble, service: 'maskinporten', times: 20 });
    expectNoneIn(await testOf(await certified()));
  });

  it('shows none whatever Maskinporten refuses, and keeps none when all is well', async () => {
    for (const code of REFUSAL_CODES) {
      await sandbox.orderFault({ service: 'maskinporten', kind: 'refusal', code, times: 4 });
      expectNoneIn(await testOf(await certified()));
    }
    const response = await fetch(`${sandbox.get().url}/admin/reset`, { method: 'POST' });
    expect(response.ok).toBe(true);
    expect(await testOf(await certified())).toBe('{"checked":""}');
  });

  it.each(['integrationId', 'integrationPassword', 'rolleId', 'kontoId', 'fiksOrgId'])(
    'shows none that stands in %s of Fiks',
    async (field) => {
      const { certificateClient } = sandbox.get().credentials;
      for (const secret of [GUESSED, certificateClient.privateKeyAsPem, certificateClient.privateKey]) {
        const data = sandbox.credentials({ fiks: { [field]: secret } }).fiksIntegrationApi as never;
        const { credentialTest } = new Folkeregister().methods;
        const answer = await credentialTest.fiksForm.call({} as ICredentialTestFunctions, {
          id: '1',
          name: '',
          type: '',
          data,
        });
        expectNoneIn(JSON.stringify(answer));
      }
    },
  );
});
