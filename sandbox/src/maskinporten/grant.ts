import { createHash } from 'node:crypto';
import { compactVerify, decodeProtectedHeader, type ProtectedHeaderParameters } from 'jose';
import { findClient, type MaskinportenClient } from './clients.js';
import { GrantRefusal, invalidGrant, malformedGrant } from './grantRefusal.js';
import { judgeScopes } from './scopes.js';
import type { SeenGrants } from './seenGrants.js';

const ALGORITHMS = ['RS256', 'RS384', 'RS512'];
const CLOCK_TOLERANCE_SECONDS = 10;
const LONGEST_LIFETIME_SECONDS = 120;
const KEY_LIFETIME_DAYS = 365;

export interface AcceptedGrant {
  readonly client: MaskinportenClient;
  readonly scopes: readonly string[];
  /** What `aud` of the token becomes. */
  readonly resource: string | string[] | undefined;
  readonly pid: string | undefined;
}

type Claims = Readonly<Record<string, unknown>>;

/** Judges a JWT grant in the order Maskinporten is believed to use, and throws the refusal of the first rule it breaks. */
export const judgeGrant = async (
  assertion: string,
  issuer: string,
  seenGrants: SeenGrants,
  nowSeconds: number,
): Promise<AcceptedGrant> => {
  const header = readHeader(assertion);
  const claims = readClaims(assertion);
  const client = clientOf(claims);
  judgeKey(header, client);
  await judgeSignature(assertion, client);
  judgeAudience(claims, issuer);
  const expiresAt = judgeTimes(claims, nowSeconds);
  judgeFirstUse(assertion, claims, client, expiresAt, seenGrants, nowSeconds);
  return {
    client,
    scopes: judgeScopes(claims, client),
    resource: resourceOf(claims),
    pid: typeof claims.pid === 'string' ? claims.pid : undefined,
  };
};

const readHeader = (assertion: string): ProtectedHeaderParameters => {
  let header: ProtectedHeaderParameters;
  try {
    header = decodeProtectedHeader(assertion);
  } catch {
    throw malformedGrant('the assertion is not a signed JWT');
  }
  if (!ALGORITHMS.includes(header.alg ?? '')) {
    throw malformedGrant(`alg must be one of ${ALGORITHMS.join(', ')}`);
  }
  return header;
};

const readClaims = (assertion: string): Claims => {
  try {
    const payload: unknown = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (typeof payload === 'object' && payload !== null && !Array.isArray(payload)) return payload as Claims;
  } catch {
    // Falls through to the same refusal as a payload that is not an object.
  }
  throw malformedGrant('the payload of the assertion is not a JSON object');
};

const clientOf = (claims: Claims): MaskinportenClient => {
  const client = typeof claims.iss === 'string' ? findClient(claims.iss) : undefined;
  if (client) return client;
  throw invalidGrant('MP-100', 'Client authentication failed. Client not found.', 'iss is not a known client id');
};

const judgeKey = (header: ProtectedHeaderParameters, client: MaskinportenClient): void => {
  const { x5c, kid } = header;
  if (x5c !== undefined && !(Array.isArray(x5c) && x5c.every((certificate) => typeof certificate === 'string'))) {
    throw invalidGrant('MP-123', 'Invalid JWT header x5c.', 'x5c must be an array of strings');
  }
  if (kid !== client.key.kid) {
    throw invalidGrant(
      'no code',
      'Client authentication failed. Unknown key identifier (kid) for client.',
      kid === undefined
        ? 'the client has a registered key, so the header must carry its kid; a certificate in x5c is not enough'
        : 'kid is not registered on this client',
    );
  }
  if (client.key.postedDaysAgo > KEY_LIFETIME_DAYS) {
    throw invalidGrant(
      'MP-121',
      'Client authentication failed. Expired key.',
      'the key was registered over a year ago',
    );
  }
};

const judgeSignature = async (assertion: string, client: MaskinportenClient): Promise<void> => {
  try {
    await compactVerify(assertion, client.key.publicJwk, { algorithms: ALGORITHMS });
  } catch {
    throw invalidGrant('MP-124', 'Invalid JWT signature.', 'the private key does not belong to the kid');
  }
};

const judgeAudience = (claims: Claims, issuer: string): void => {
  if (claims.aud === issuer) return;
  throw invalidGrant('MP-110', 'Invalid JWT claim aud.', `aud must be exactly the string ${issuer}`);
};

const judgeTimes = ({ iat, exp }: Claims, nowSeconds: number): number => {
  if (typeof iat !== 'number' || typeof exp !== 'number') throw malformedGrant('iat and exp must be numbers');
  if (iat - nowSeconds > CLOCK_TOLERANCE_SECONDS) {
    throw invalidGrant(
      'MP-130',
      'Issue time is after now.',
      `iat is ${Math.round(iat - nowSeconds)} s ahead of this clock`,
    );
  }
  if (nowSeconds - iat > CLOCK_TOLERANCE_SECONDS) {
    throw invalidGrant('MP-130', 'JWT is expired.', `iat is ${Math.round(nowSeconds - iat)} s behind this clock`);
  }
  if (exp <= nowSeconds) throw invalidGrant('MP-130', 'JWT is expired.', 'exp has passed');
  if (exp - iat > LONGEST_LIFETIME_SECONDS) {
    throw invalidGrant(
      'MP-130',
      'Invalid JWT lifetime.',
      `exp is ${exp - iat} s after iat; at most ${LONGEST_LIFETIME_SECONDS} s is allowed`,
    );
  }
  return exp;
};

const judgeFirstUse = (
  assertion: string,
  claims: Claims,
  client: MaskinportenClient,
  expiresAt: number,
  seenGrants: SeenGrants,
  nowSeconds: number,
): void => {
  // jti is only recommended; without one the grant itself is what may not be repeated.
  const id = typeof claims.jti === 'string' ? claims.jti : createHash('sha256').update(assertion).digest('hex');
  if (seenGrants.use(`${client.clientId} ${id}`, expiresAt, nowSeconds)) return;
  throw invalidGrant('MP-012', 'Grant is used before.', 'a grant with this jti was exchanged already');
};

const resourceOf = ({ resource }: Claims): string | string[] | undefined => {
  if (resource === undefined || typeof resource === 'string') return resource;
  if (Array.isArray(resource) && resource.every((entry) => typeof entry === 'string')) return resource;
  throw new GrantRefusal('invalid_request', 'Invalid resource.', 'resource must be an array of strings');
};
