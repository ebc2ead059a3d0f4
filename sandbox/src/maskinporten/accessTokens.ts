import { randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, errors, exportJWK, generateKeyPair, jwtVerify, SignJWT, type JWK } from 'jose';
import type { AcceptedGrant } from './grant.js';

const ALGORITHM = 'RS256';
const ORGANISATION_PREFIX = '0192:';
/** Where delegations of the test environment are made. */
const DELEGATION_SOURCE = 'https://tt02.altinn.no/';

const party = (organisation: string) => ({
  authority: 'iso6523-actorid-upis',
  ID: `${ORGANISATION_PREFIX}${organisation}`,
});

/** What a resource server learns from a valid token. */
export interface AccessToken {
  /** Organisation number of the consumer, also when a supplier uses the token. */
  readonly organisation: string;
  readonly scopes: readonly string[];
  /** Whom the token was made for; `unspecified` when it was asked for without `resource`. */
  readonly audience: string | readonly string[] | undefined;
}

export class InvalidAccessToken extends Error {}

/** Issues access tokens and, on behalf of the resource servers, checks them. The signing key lives as long as the process. */
export class AccessTokens {
  readonly #privateKey: CryptoKey;
  readonly #publicKey: CryptoKey;
  readonly publicJwk: JWK & { readonly kid: string };

  private constructor(privateKey: CryptoKey, publicKey: CryptoKey, publicJwk: AccessTokens['publicJwk']) {
    this.#privateKey = privateKey;
    this.#publicKey = publicKey;
    this.publicJwk = publicJwk;
  }

  static async create(): Promise<AccessTokens> {
    const { privateKey, publicKey } = await generateKeyPair(ALGORITHM);
    const jwk = await exportJWK(publicKey);
    const kid = await calculateJwkThumbprint(jwk);
    return new AccessTokens(privateKey, publicKey, { ...jwk, kid, use: 'sig', alg: ALGORITHM });
  }

  async issue(grant: AcceptedGrant, issuer: string, lifetimeSeconds: number): Promise<string> {
    const issuedAt = Math.floor(Date.now() / 1000);
    return new SignJWT({
      iss: issuer,
      aud: grant.resource ?? 'unspecified',
      client_id: grant.client.clientId,
      client_amr: grant.provedBy,
      consumer: party(grant.consumer),
      ...(grant.supplier && { supplier: party(grant.supplier), delegation_source: DELEGATION_SOURCE }),
      scope: grant.scopes.join(' '),
      token_type: 'Bearer',
      iat: issuedAt,
      exp: issuedAt + lifetimeSeconds,
      jti: randomUUID(),
      ...(grant.pid !== undefined && { pid: grant.pid }),
      ...(grant.authorizationDetails && { authorization_details: grant.authorizationDetails }),
    })
      .setProtectedHeader({ alg: ALGORITHM, kid: this.publicJwk.kid })
      .sign(this.#privateKey);
  }

  /** Reads the value of an Authorization header; throws InvalidAccessToken with a reason a developer can use. */
  async check(authorization: string | undefined, issuer: string): Promise<AccessToken> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new InvalidAccessToken('the Authorization header is not "Bearer <token>"');
    try {
      const { payload } = await jwtVerify<{ consumer: { ID: string }; scope: string }>(token, this.#publicKey, {
        issuer,
        algorithms: [ALGORITHM],
        requiredClaims: ['exp', 'consumer', 'scope'],
      });
      return {
        organisation: payload.consumer.ID.slice(ORGANISATION_PREFIX.length),
        scopes: payload.scope.split(' '),
        audience: payload.aud,
      };
    } catch (error) {
      throw new InvalidAccessToken(
        error instanceof errors.JWTExpired
          ? 'the access token has expired'
          : 'the access token was not issued by this sandbox (tokens do not survive a restart)',
      );
    }
  }
}
