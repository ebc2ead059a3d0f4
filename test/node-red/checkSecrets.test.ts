/**
 * Whatever is checked and whatever is wrong with it: no secret is in an answer, a status or the log.
 */
import { createPrivateKey } from 'node:crypto';
import helper from 'node-red-node-test-helper';
import { loadBench, useNodeRed, type Properties } from './bench';
import { clientIn, integrationIn, pressFiks, pressMaskinporten, STORED, type CheckAnswer } from './pressing';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

const CANARY = 'CANARY-7f3a9c';
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

const pem = (): string => {
  const key = createPrivateKey({ key: JSON.parse(sandbox.get().credentials.maskinporten.privateKey), format: 'jwk' });
  return String(key.export({ type: 'pkcs8', format: 'pem' }));
};

/** Longer texts in pieces: a part that leaks is a leak. */
const pieces = (text: string): string[] => text.match(/[^\s]{24}/g) ?? [text];

const secrets = (): string[] => {
  const { maskinporten, fiks, certificateClient } = sandbox.get().credentials;
  const { d, p, q, dp, dq, qi } = JSON.parse(maskinporten.privateKey) as Record<string, string>;
  return [
    ...[d, p, q, dp, dq, qi, certificateClient.privateKey].flatMap((text = '') => pieces(text)),
    ...pieces(pem().replace(/-----[^-]+-----/g, '')),
    ...[certificateClient.passphrase, fiks.integrationPassword, fiks.referenceSecret, CANARY],
  ];
};

const MASKINPORTEN: readonly (readonly [what: string, changes: () => Properties])[] = [
  ['that is right', () => ({})],
  ['with the stored key', () => ({ id: 'client', privateKey: STORED })],
  ['with the stored key for elsewhere', () => ({ id: 'client', privateKey: STORED, environment: 'production' })],
  ['with a passphrase for a key without one', () => ({ passphrase: CANARY })],
  ['with a key cut short', () => ({ privateKey: pem().slice(0, 900) })],
  ['with a key that is damaged', () => ({ privateKey: pem().replace(/\n/g, '').replaceAll('A', '*') })],
  ['with a key that is something else', () => ({ privateKey: `${CANARY} is my key` })],
  ['with a JWK that is cut short', () => ({ privateKey: String(clientIn(sandbox.get()).privateKey).slice(0, -20) })],
  ['with a PKCS#12', () => ({ ...certified(), keyId: '' })],
  ['with a PKCS#12 and the wrong passphrase', () => ({ ...certified(), passphrase: CANARY })],
  ['with a certificate of another key', () => ({ certificate: CANARY })],
  ['with an unknown client', () => ({ clientId: UNKNOWN })],
  ['with an unknown key id', () => ({ keyId: 'another' })],
  ['with secrets in the wrong fields', () => ({ clientId: pem(), keyId: CANARY, sandboxUrl: `http://x:${CANARY}@y` })],
  ['with expert fields that are wrong', () => ({ expert: true, authorizationDetails: CANARY })],
];

const certified = (): Properties => {
  const { clientId, privateKey, passphrase } = sandbox.get().credentials.certificateClient;
  return { clientId, privateKey, passphrase };
};

const FIKS: readonly (readonly [what: string, changes: () => Properties])[] = [
  ['that is right', () => ({})],
  ['with the stored password', () => ({ id: 'integration', integrationPassword: STORED, referenceSecret: STORED })],
  ['with the wrong password', () => ({ integrationPassword: CANARY })],
  ['with a password that cannot be sent', () => ({ integrationPassword: `${CANARY}\n` })],
  ['with a role it may not use', () => ({ rolleId: UNKNOWN })],
  ['with the password in the wrong field', () => ({ rolleId: sandbox.get().credentials.fiks.integrationPassword })],
  ['with no client', () => ({ maskinporten: '' })],
];

const FAULTS: readonly (object | undefined)[] = [
  undefined,
  { service: 'maskinporten', kind: 'html', status: 200, times: 6 },
  { service: 'maskinporten', kind: 'drop', times: 6 },
  { service: 'folkeregister', kind: 'status', status: 500, times: 6 },
];

beforeEach(() => loadBench(sandbox.get(), 'folkeregister'));

const expectNoSecretIn = (answer: CheckAnswer): void => {
  const log = JSON.stringify(helper.log().args);
  const { status } = helper.getNode('node') as unknown as { status: { args: unknown[] } };
  const shown = [JSON.stringify(answer), log, JSON.stringify(status.args)].join('\n');
  expect(secrets().filter((secret) => shown.includes(secret))).toEqual([]);
  expect(shown).not.toMatch(/eyJ[\w-]{5,}|BEGIN [A-Z ]*PRIVATE KEY|\\"d\\":/);
};

describe.each(FAULTS)('with the fault %j', (fault) => {
  beforeEach(async () => {
    if (fault) await sandbox.orderFault(fault);
  });

  test.each(MASKINPORTEN)('a Maskinporten form %s shows no secret', async (_what, changes) => {
    expectNoSecretIn(await pressMaskinporten(clientIn(sandbox.get(), changes())));
  });

  test.each(FIKS)('a Fiks form %s shows no secret', async (_what, changes) => {
    expectNoSecretIn(await pressFiks(integrationIn(sandbox.get(), changes())));
  });
});
