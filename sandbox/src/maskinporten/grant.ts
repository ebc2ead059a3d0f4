import { createHash, type KeyObject } from 'node:crypto';
import { compactVerify, decodeProtectedHeader, type ProtectedHeaderParameters } from 'jose';
import type { SandboxState } from '../state.js';
import { judgeAuthorizationDetails } from './authorizationDetails.js';
import { judgeHeader, type ClientProof } from './clientProof.js';
import type { MaskinportenClient } from './clients.js';
import { judgeDelegation, type Parties } from './delegation.js';
import { GrantRefusal } from './refusals.js';
import type { Registry } from './registry.js';
import { judgeAccess, judgeScopes } from './scopes.js';
import type { SeenGrants } from './seenGrants.js';

export const ALGORITHMS = ['RS256', 'RS384', 'RS512'];
const REGISTERED_CLAIMS = ['aud', 'iss', 'scope', 'iat', 'exp', 'jti'];
const OTHER_CLAIMS = ['resource', 'pid', 'consumer_org', 'iss_onbehalfof', 'authorization_details'];
const DOCUMENTED_CLAIMS = new Set([...REGISTERED_CLAIMS, ...OTHER_CLAIMS]);
const CLOCK_TOLERANCE_SECONDS = 10;
const LONGEST_LIFETIME_SECONDS = 120;

export interface AcceptedGrant extends Parties {
  readonly client: MaskinportenClient;
  readonly provedBy: ClientProof['method'];
  readonly scopes: readonly string[];
  /** What `aud` of the token becomes. */
  readonly resource: string | string[] | undefined;
  readonly pid: string | undefined;
  readonly authorizationDetails: ReturnType<typeof judgeAuthorizationDetails>;
}

type Claims = Readonly<Record<string, unknown>>;

/** Judges a JWT grant in the order Maskinporten is believed to use, and throws the refusal of the first rule it breaks. */
export const judgeGrant = async (assertion: string, state: SandboxState): Promise<AcceptedGrant> => {
  const { registry, seenGrants, maskinportenIssuer, maskinportenTime: now, settings } = state;
  const header = readHeader(assertion);
  const claims = readClaims(assertion);
  if (settings.unknownClaims === 'refused') judgeNames(claims);
  const client = clientOf(claims, registry);
  const proof = judgeHeader(header, client, { ...settings, now });
  await judgeSignature(assertion, proof.publicKey);
  judgeAudience(claims, maskinportenIssuer);
  const expiresAt = judgeTimes(claims, now / 1000);
  judgeFirstUse(assertion, claims, client, expiresAt, seenGrants, now / 1000);
  const scopes = judgeScopes(claims, client);
  const parties = judgeDelegation(claims, client, scopes, registry);
  judgeAccess(scopes, parties.consumer);
  return {
    client,
    provedBy: proof.method,
    scopes,
    ...parties,
    authorizationDetails: judgeAuthorizationDetails(claims.authorization_details),
    resource: resourceOf(claims),
    pid: typeof claims.pid === 'string' ? claims.pid : undefined,
  };
};

const readHeader = (assertion: string): ProtectedHeaderParameters => {
  let header: ProtectedHeaderParameters;
  try {
    header = decodeProtectedHeader(assertion);
  } catch {
    throw malformed('the assertion is not a signed JWT');
  }
  if (!ALGORITHMS.includes(header.alg ?? '')) throw malformed(`alg must be one of ${ALGORITHMS.join(', ')}`);
  return header;
};

const readClaims = (assertion: string): Claims => {
  try {
    const payload: unknown = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (typeof payload === 'object' && payload !== null && !Array.isArray(payload)) return payload as Claims;
  } catch {
    // Falls through to the same refusal as a payload that is not an object.
  }
  throw malformed('the payload of the assertion is not a JSON object');
};

const judgeNames = (claims: Claims): void => {
  if (Object.keys(claims).every((name) => DOCUMENTED_CLAIMS.has(name))) return;
  throw malformed('the assertion has a claim that is not documented');
};

const clientOf = ({ iss }: Claims, registry: Registry): MaskinportenClient => {
  const client = typeof iss === 'string' ? registry.findClient(iss) : undefined;
  if (client) return client;
  throw new GrantRefusal('MP-100', 'iss is not a known client id');
};

const judgeSignature = async (assertion: string, publicKey: KeyObject): Promise<void> => {
  try {
    await compactVerify(assertion, publicKey, { algorithms: ALGORITHMS });
  } catch {
    throw new GrantRefusal('MP-124', 'the private key does not belong to the kid or the certificate');
  }
};

const judgeAudience = (claims: Claims, issuer: string): void => {
  if (claims.aud === issuer) return;
  throw new GrantRefusal('MP-110', `aud must be exactly the string ${issuer}`);
};

const judgeTimes = ({ iat, exp }: Claims, nowSeconds: number): number => {
  if (typeof iat !== 'number' || typeof exp !== 'number') throw malformed('iat and exp must be numbers');
  if (iat - nowSeconds > CLOCK_TOLERANCE_SECONDS) {
    throw new GrantRefusal('MP-130-future', `iat is ${Math.round(iat - nowSeconds)} s ahead of this clock`);
  }
  if (nowSeconds - iat > CLOCK_TOLERANCE_SECONDS) {
    throw new GrantRefusal('MP-130', `iat is ${Math.round(nowSeconds - iat)} s behind this clock`);
  }
  if (exp <= nowSeconds) throw new GrantRefusal('MP-130', 'exp has passed');
  if (exp - iat > LONGEST_LIFETIME_SECONDS) {
    throw new GrantRefusal(
      'MP-130-lifetime',
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
  throw new GrantRefusal('MP-012', 'a grant with this jti was exchanged already');
};

/** Only an array is documented, and libraries in use send a string. */
const resourceOf = ({ resource }: Claims): string | string[] | undefined => {
  if (resource === undefined || typeof resource === 'string') return resource;
  if (Array.isArray(resource) && resource.every((entry) => typeof entry === 'string')) return resource;
  throw malformed('resource must be an array of strings');
};

const malformed = (reason: string): GrantRefusal => new GrantRefusal('MP-011', reason);
