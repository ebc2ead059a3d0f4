/** What can be wrong between a credential and an answer, and in which step a check of the connection must find it. */
import { UNKNOWN_ID, UNKNOWN_INTEGRATION } from './told';
import type { Fault, Pasted, World } from './world';

/** A client of the sandbox that is there to meet one refusal. */
const client = ({ sandbox }: World, described: RegExp): Pasted => {
  const { clients } = sandbox.credentials;
  const { clientId, keyId } = clients.find(({ description }) => described.test(description))!;
  return { maskinporten: { clientId, keyId } };
};

/** With a PKCS#12 file and its passphrase. */
export const certificateClient = ({ sandbox }: World): Pasted => {
  const { clientId, privateKey, passphrase } = sandbox.credentials.certificateClient;
  return { maskinporten: { clientId, privateKey, passphrase, keyId: '' } };
};

/** What is wrong, which steps tell, and what the first of them says and asks for. */
export interface Wrong {
  readonly name: string;
  readonly pasted: (world: World) => Pasted;
  readonly faults?: readonly Fault[];
  readonly outline: readonly string[];
  readonly message: RegExp;
  readonly action: RegExp;
}

const AFTER_THE_TOKEN = ['network passed', 'key passed', 'token passed'];
const WITHOUT_A_KEY = ['network passed', 'key failed', 'token skipped', 'access skipped'];
const WITHOUT_A_TOKEN = ['network passed', 'key passed', 'token failed', 'access skipped'];

export const WRONG: readonly Wrong[] = [
  {
    name: 'the integration password',
    pasted: () => ({ fiks: { integrationPassword: 'guessed-password' } }),
    outline: [...AFTER_THE_TOKEN, 'integration failed', 'access skipped'],
    message: /did not accept the integration.* The token belongs to organisation 310475025\.$/,
    action: /^Check id and password in the Fiks credential/,
  },
  {
    name: 'the integration id',
    pasted: () => ({ fiks: { integrationId: UNKNOWN_INTEGRATION } }),
    outline: [...AFTER_THE_TOKEN, 'integration failed', 'access skipped'],
    message: /its id, its password or its authorised organisation is wrong/,
    action: /Fiks forvaltning/,
  },
  {
    name: 'the organisation that asks',
    pasted: (world) => client(world, /another organisation/),
    // It has no scope of KRR's.
    outline: [...AFTER_THE_TOKEN, 'token failed', 'integration failed', 'access skipped'],
    message: /scope is not registered/,
    action: /Add the scope to the client/,
  },
  {
    name: 'the role',
    pasted: () => ({ fiks: { rolleId: UNKNOWN_ID } }),
    outline: [...AFTER_THE_TOKEN, 'integration passed', 'access failed', 'access passed'],
    message: /^About the Folkeregister role of the credential: /,
    action: /role/,
  },
  {
    name: 'the account',
    pasted: () => ({ fiks: { kontoId: UNKNOWN_ID } }),
    outline: [...AFTER_THE_TOKEN, 'integration passed', 'access passed', 'access failed'],
    message: /^About the SvarUt account of the credential: /,
    action: /account/,
  },
  {
    name: 'one of the named roles',
    pasted: () => ({ fiks: { roles: [{ name: 'Barnevern', rolleId: UNKNOWN_ID }] } }),
    outline: [...AFTER_THE_TOKEN, 'integration passed', 'access passed', 'access failed'],
    message: /^About the Folkeregister role Barnevern: /,
    action: /role/,
  },
  {
    name: 'the key, which cannot be read',
    pasted: () => ({ maskinporten: { privateKey: 'my secret key' } }),
    outline: WITHOUT_A_KEY,
    message: /no known key format/,
    action: /^Paste the private key/,
  },
  {
    name: 'the passphrase',
    pasted: (world) => ({ maskinporten: { ...certificateClient(world).maskinporten, passphrase: 'guessed-password' } }),
    outline: WITHOUT_A_KEY,
    message: /passphrase does not open/,
    action: /^Check the passphrase/,
  },
  {
    name: 'the client',
    pasted: () => ({ maskinporten: { clientId: UNKNOWN_ID } }),
    outline: WITHOUT_A_TOKEN,
    message: /does not know the client id/,
    action: /^Check the client id and the environment/,
  },
  {
    name: 'the key id',
    pasted: () => ({ maskinporten: { keyId: 'another' } }),
    outline: WITHOUT_A_TOKEN,
    message: /does not know the key id/,
    action: /^Check the key id/,
  },
  {
    name: 'what the owner of the scope has granted',
    pasted: (world) => client(world, /MP-250/),
    outline: WITHOUT_A_TOKEN,
    message: /has not been given the scope/,
    action: /KS Digital for ks:fiks/,
  },
  {
    name: 'Folkeregister, which is out',
    pasted: () => ({}),
    faults: [{ service: 'folkeregister', kind: 'status', status: 503, times: 9 }],
    outline: [...AFTER_THE_TOKEN, 'integration passed', 'access failed', 'access passed'],
    message: /^About the Folkeregister role of the credential: /,
    action: /\.$/,
  },
  {
    name: 'what answers in place of Maskinporten',
    pasted: () => ({}),
    faults: [{ service: 'maskinporten', operation: 'token', kind: 'html', status: 200, times: 9 }],
    outline: WITHOUT_A_TOKEN,
    message: /not JSON, such as a web page/,
    action: /\.$/,
  },
];
