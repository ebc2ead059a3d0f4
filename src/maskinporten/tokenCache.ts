/**
 * Tokens of this process, in memory only (fact sheet maskinporten §3).
 */
import { createHash } from 'node:crypto';
import type { Ports } from '../http/transport';
import type { MaskinportenCredential } from './credential';
import { requestToken, type Token } from './grant';

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
        credential.environment,
        credential.sandboxUrl,
        credential.clientId,
        credential.keyId,
        credential.privateKey,
        scope,
      ]),
    )
    .digest('base64url');

/** Short tokens exist (119 s), so the margin is a part of the lifetime and never more than half a minute. */
const marginS = (lifetimeS: number): number => Math.min(30, lifetimeS * 0.2);

/** One request at a time per token: those who come meanwhile wait for the same answer. */
export const tokenFor = async (ports: Ports, credential: MaskinportenCredential, scope: string): Promise<string> => {
  const key = keyOf(credential, scope);
  const known = kept.get(key);
  if (known && ports.now() < known.staleAt) return (await known.token).value;
  const entry: Kept = { token: requestToken(ports, credential, scope), staleAt: Infinity };
  kept.set(key, entry);
  try {
    const { value, lifetimeS } = await entry.token;
    entry.staleAt = ports.now() + (lifetimeS - marginS(lifetimeS)) * 1000;
    return value;
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
