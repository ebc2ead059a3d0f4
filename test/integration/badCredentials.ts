/**
 * What can be wrong with a credential, and what the user must then be told. The privacy test makes all of it happen again
 * and looks for what must not come out.
 */
import { generateKeyPairSync } from 'node:crypto';
import type { ErrorCode } from '../../src/core';
import { CONTACT, DERIVED, LETTER, PERSON, UNKNOWN_ID, UNKNOWN_INTEGRATION, type Ask, type Told } from './told';
import type { Pasted, Stored, World } from './world';

export interface BadCredential {
  readonly name: string;
  readonly pasted: (world: World) => Pasted;
  readonly ask: Ask;
  readonly told: Told;
}

const pem = (key: { export: (options: { type: 'pkcs8'; format: 'pem' }) => string | Buffer }): string =>
  key.export({ type: 'pkcs8', format: 'pem' }).toString();
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength });
const key = (world: World): Record<string, string> => JSON.parse(world.sandbox.credentials.maskinporten.privateKey);
const publicHalf = (world: World) => {
  const { kty, n, e, kid } = key(world);
  return JSON.stringify({ kty, n, e, kid });
};

const maskinporten =
  (changes: Stored | ((world: World) => Stored)): BadCredential['pasted'] =>
  (world) => ({ maskinporten: typeof changes === 'function' ? changes(world) : changes });
const fiks =
  (changes: Stored): BadCredential['pasted'] =>
  () => ({ fiks: changes });
/** A client of the sandbox that is there to meet one refusal. */
const client =
  (described: RegExp): BadCredential['pasted'] =>
  ({ sandbox }) => {
    const { clientId, keyId } = sandbox.credentials.clients.find(({ description }) => described.test(description))!;
    return { maskinporten: { clientId, keyId } };
  };

const badKey = (code: ErrorCode, action: RegExp, field = 'privateKey'): Told => ({ code, field, action });
const incomplete = (field: string, action: RegExp): Told => ({ code: 'ERR_CREDENTIAL_INCOMPLETE', field, action });

export const BAD_CREDENTIALS: readonly BadCredential[] = [
  {
    name: 'no environment',
    pasted: maskinporten({ environment: '' }),
    ask: PERSON,
    told: incomplete('environment', /Choose one of/),
  },
  {
    name: 'a sandbox address that is none',
    pasted: maskinporten({ sandboxUrl: 'localhost' }),
    ask: PERSON,
    told: incomplete('sandboxUrl', /address the sandbox printed/),
  },
  {
    name: 'a sandbox address on another machine',
    pasted: maskinporten({ sandboxUrl: 'https://sandbox.example.com' }),
    ask: PERSON,
    told: incomplete('sandboxUrl', /address the sandbox printed/),
  },
  {
    name: 'a sandbox that is not running',
    pasted: maskinporten({ sandboxUrl: 'http://127.0.0.1:9' }),
    ask: PERSON,
    told: { code: 'ERR_UNREACHABLE', action: /sandbox, check that it is running/ },
  },
  {
    name: 'a client id that is no UUID',
    pasted: maskinporten({ clientId: 'oidc_kommune' }),
    ask: PERSON,
    told: incomplete('clientId', /Integrasjonens identifikator/),
  },
  {
    name: 'a wrong client id',
    pasted: maskinporten({ clientId: UNKNOWN_ID }),
    ask: PERSON,
    told: { code: 'ERR_TOKEN_REFUSED', action: /client id and the environment/ },
  },
  {
    name: 'no key',
    pasted: maskinporten({ privateKey: ' ' }),
    ask: PERSON,
    told: badKey('ERR_KEY_MISSING', /Paste the private key/),
  },
  {
    name: 'a key that is none',
    pasted: maskinporten({ privateKey: 'my secret key 12848539668' }),
    ask: PERSON,
    told: badKey('ERR_KEY_FORMAT', /Paste the private key/),
  },
  {
    name: 'half a JWK',
    pasted: maskinporten((world) => ({ privateKey: JSON.stringify(key(world)).slice(0, -40) })),
    ask: PERSON,
    told: badKey('ERR_KEY_DAMAGED', /Copy the whole key again/),
  },
  {
    name: 'half a PEM',
    pasted: maskinporten(() => ({ privateKey: pem(rsa(2048).privateKey).slice(0, 500) })),
    ask: PERSON,
    told: badKey('ERR_KEY_DAMAGED', /Copy the whole key again/),
  },
  {
    name: 'a public JWK',
    pasted: maskinporten((world) => ({ privateKey: publicHalf(world) })),
    ask: PERSON,
    told: badKey('ERR_KEY_PUBLIC', /Paste the private key/),
  },
  {
    name: 'a public PEM',
    pasted: maskinporten(() => ({ privateKey: rsa(2048).publicKey.export({ type: 'spki', format: 'pem' }) })),
    ask: PERSON,
    told: badKey('ERR_KEY_PUBLIC', /Paste the private key/),
  },
  {
    name: 'a key with a passphrase',
    pasted: maskinporten(() => ({
      privateKey: rsa(2048).privateKey.export({
        type: 'pkcs8',
        format: 'pem',
        cipher: 'aes-256-cbc',
        passphrase: 'hemmelig',
      }),
    })),
    ask: PERSON,
    told: badKey('ERR_KEY_PASSPHRASE_MISSING', /Fill in the passphrase/, 'passphrase'),
  },
  {
    name: 'a key of 1024 bits',
    pasted: maskinporten(() => ({ privateKey: pem(rsa(1024).privateKey) })),
    ask: PERSON,
    told: badKey('ERR_KEY_TOO_SHORT', /2048 bits/),
  },
  {
    name: 'a key of another kind',
    pasted: maskinporten(() => ({ privateKey: pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey) })),
    ask: PERSON,
    told: badKey('ERR_KEY_NOT_RSA', /RSA key/),
  },
  {
    name: "somebody else's key",
    pasted: maskinporten(() => ({ privateKey: pem(rsa(2048).privateKey) })),
    ask: PERSON,
    told: { code: 'ERR_TOKEN_REFUSED', action: /public half is registered under that key id/ },
  },
  {
    name: 'no key id',
    pasted: maskinporten(() => ({ privateKey: pem(rsa(2048).privateKey), keyId: '' })),
    ask: PERSON,
    told: badKey('ERR_KEY_ID_MISSING', /key id shown beside the key/, 'keyId'),
  },
  {
    name: 'a wrong key id',
    pasted: maskinporten({ keyId: 'kommune-2031' }),
    ask: PERSON,
    told: { code: 'ERR_TOKEN_REFUSED', action: /Check the key id/ },
  },
  {
    name: 'an expired key',
    pasted: client(/MP-121/),
    ask: PERSON,
    told: { code: 'ERR_TOKEN_REFUSED', action: /Register the public key again/ },
  },
  {
    name: 'a scope the client does not have',
    pasted: client(/MP-200/),
    ask: CONTACT,
    told: { code: 'ERR_TOKEN_REFUSED', action: /Add the scope to the client/ },
  },
  {
    name: 'a scope the organisation was not given',
    pasted: client(/MP-250/),
    ask: PERSON,
    told: { code: 'ERR_TOKEN_REFUSED', action: /Ask the owner of the API/ },
  },
  {
    name: 'a client of another organisation than the integration',
    pasted: client(/another organisation/),
    ask: PERSON,
    told: { code: 'ERR_UNAUTHORIZED', action: /authorised organisation/ },
  },
  {
    name: 'an integration id that is no UUID',
    pasted: fiks({ integrationId: '42' }),
    ask: PERSON,
    told: incomplete('integrationId', /Fiks forvaltning/),
  },
  {
    name: 'an unknown integration id',
    pasted: fiks({ integrationId: UNKNOWN_INTEGRATION }),
    ask: PERSON,
    told: { code: 'ERR_UNAUTHORIZED', action: /id and password/ },
  },
  {
    name: 'no integration password',
    pasted: fiks({ integrationPassword: '' }),
    ask: PERSON,
    told: incomplete('integrationPassword', /Paste the password/),
  },
  {
    name: 'a wrong integration password',
    pasted: fiks({ integrationPassword: 'guessed-password' }),
    ask: PERSON,
    told: { code: 'ERR_UNAUTHORIZED', action: /id and password/ },
  },
  {
    name: 'no role',
    pasted: fiks({ rolleId: '' }),
    ask: PERSON,
    told: incomplete('rolleId', /role id in the Fiks credential/),
  },
  {
    name: 'a role id that is no UUID',
    pasted: fiks({ rolleId: 'saksbehandler' }),
    ask: PERSON,
    told: incomplete('rolleId', /36 characters/),
  },
  {
    name: 'an unknown role',
    pasted: fiks({ rolleId: UNKNOWN_ID }),
    ask: PERSON,
    told: { code: 'ERR_FORBIDDEN', action: /Check the role id/ },
  },
  {
    name: 'no account',
    pasted: fiks({ kontoId: '' }),
    ask: LETTER,
    told: incomplete('kontoId', /account id in the Fiks credential/),
  },
  {
    name: 'an unknown account',
    pasted: fiks({ kontoId: UNKNOWN_ID }),
    ask: LETTER,
    told: { code: 'ERR_FORBIDDEN', action: /Check the account id/ },
  },
  {
    name: 'no reference secret where one is needed',
    pasted: fiks({ referenceSecret: '' }),
    ask: DERIVED,
    told: incomplete('referenceSecret', /reference of your own/),
  },
];
