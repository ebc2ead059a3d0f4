/**
 * Tokens of this process, in memory only (fact sheet maskinporten §3).
 */
import { createHash } from 'node:crypto';
import type { Ports } from '../http/transport';
import { certificateWarning } from './certificateWarning';
import type { MaskinportenCredential } from './credential';
import { requestToken, scopesOf, type Token } from './grant';
import { issuerOf, tokenUrlOf } from './issuer';

interface Kept {
  readonly token: Promise<Token>;
  /** Milliseconds since the epoch from which a new token is fetched; unknown while the first is under way. */
  staleAt: number;
}

const kept = new Map<string, Kept>();

/** Everything that changes the token; hashed, because it holds the key. */
const keyOf = (credential: MaskinportenCredential, scope: string): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        tokenUrlOf(credential),
        issuerOf(credential),
        credential.clientId,
        credential.privateKey,
        credential.passphrase,
        credential.keyId,
        credential.keyName,
        credential.certificate,
        credential.consumerOrg,
        credential.resource,
        credential.authorizationDetails,
        scopesOf(credential, scope).sort(),
      ]),
    )
    .digest('base64url');

/** Short tokens exist (119 s), so the margin is a part of the lifetime and never more than half a minute. */
const marginS = (lifetimeS: number): number => Math.min(30, lifetimeS * 0.2);

/** A supplier has tokens for many customers; none is kept longer than it can be used. */
const forgetStale = (nowMs: number): void => {
  for (const [key, { staleAt }] of kept) if (staleAt <= nowMs) kept.delete(key);
};

/** Told with every use, not only when a token is new: most runs find theirs in the cache. */
const valueOf = (ports: Ports, token: Token): string => {
  const warning = certificateWarning(token, ports.now());
  if (warning !== undefined) ports.warn(warning);
  return token.value;
};

/** One request at a time per token: those who come meanwhile wait for the same answer. */
export const tokenFor = async (ports: Ports, credential: MaskinportenCredential, scope: string): Promise<string> => {
  const key = keyOf(credential, scope);
  const known = kept.get(key);
  if (known && ports.now() < known.staleAt) return valueOf(ports, await known.token);
  forgetStale(ports.now());
  const entry: Kept = { token: requestToken(ports, credential, scope), staleAt: Infinity };
  kept.set(key, entry);
  try {
    const token = await entry.token;
    entry.staleAt = ports.now() + (token.lifetimeS - marginS(token.lifetimeS)) * 1000;
    return valueOf(ports, token);
  } catch (error) {
    if (kept.get(key) === entry) kept.delete(key);
    throw error;
  }
};

/** Forgets a token the service refused, unless somebody has already replaced it. */
export const dropToken = async (credential: MaskinportenCredential, scope: string, refused: string): Promise<void> => {
  const key = keyOf(credential, scope);
  const entry = kept.get(key);
  const current = await entry?.token.catch(() => undefined);
  if (entry && current?.value === refused && kept.get(key) === entry) kept.delete(key);
};
