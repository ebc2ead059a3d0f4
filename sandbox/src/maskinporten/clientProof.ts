import type { KeyObject } from 'node:crypto';
import type { ProtectedHeaderParameters } from 'jose';
import { judgeCertificates } from './certificate.js';
import type { Settings } from '../settings.js';
import type { MaskinportenClient, RegisteredKey } from './clients.js';
import { GrantRefusal } from './refusals.js';

const KEY_LIFETIME_MS = 365 * 86_400_000;

/** What the client claims to have signed with. */
export interface ClientProof {
  /** As `client_amr` of the token says it. */
  readonly method: 'private_key_jwt' | 'virksomhetssertifikat';
  readonly publicKey: KeyObject;
}

interface Manner extends Pick<Settings, 'kidWithX5c' | 'newKeyActiveAfterMs'> {
  /** By Maskinporten's clock, in milliseconds since 1970. */
  readonly now: number;
}

/** Either a key that is registered and named by `kid`, or, on a client without any, a certificate in `x5c`. */
export const judgeHeader = (
  { kid, x5c }: ProtectedHeaderParameters,
  client: MaskinportenClient,
  { now, kidWithX5c, newKeyActiveAfterMs }: Manner,
): ClientProof => {
  if (x5c !== undefined && !isListOfTexts(x5c)) {
    throw new GrantRefusal('MP-123', 'x5c must be an array of strings, with at least one');
  }
  if (kid !== undefined && x5c !== undefined && kidWithX5c === 'refused') {
    throw new GrantRefusal('MP-123', 'the header must carry kid or x5c, never both');
  }
  if (client.keys.length === 0 && (kid === undefined || x5c !== undefined)) {
    if (x5c === undefined) throw unknownKey('nothing is registered on the client, so the header must carry x5c');
    return { method: 'virksomhetssertifikat', publicKey: judgeCertificates(x5c, client, now).publicKey };
  }
  return { method: 'private_key_jwt', publicKey: judgeKey(kid, client, newKeyActiveAfterMs).publicKey };
};

/** The header is a stranger's JSON, whatever its type says. */
const isListOfTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === 'string');

const judgeKey = (
  kid: string | undefined,
  { keys }: MaskinportenClient,
  newKeyActiveAfterMs: number,
): RegisteredKey => {
  if (kid === undefined) throw unknownKey('the client has a registered key, so the header must carry its kid');
  if (keys.length === 0)
    throw unknownKey('nothing is registered on the client; a certificate is sent in x5c, without kid');
  const key = keys.find((registered) => registered.kid === kid);
  if (!key) throw unknownKey('kid is not registered on this client');
  // The age of a key is real, whatever the clock that judges grants has been set to.
  const age = Date.now() - key.registeredAt;
  if (age < newKeyActiveAfterMs) throw unknownKey('the key was registered just now and is not active yet');
  if (age > KEY_LIFETIME_MS) throw new GrantRefusal('MP-121', 'the key was registered over a year ago');
  return key;
};

const unknownKey = (reason: string): GrantRefusal => new GrantRefusal('unknown-kid', reason);
