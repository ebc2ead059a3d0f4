import { randomUUID } from 'node:crypto';
import {
  calculateJwkThumbprint,
  decodeJwt,
  errors,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  type JWK,
} from 'jose';
import type { SandboxState } from '../state.js';
import type { AcceptedGrant } from './grant.js';

const ALGORITHM = 'RS256';
/** Of a token that was asked for without `resource`. */
export const NO_AUDIENCE = 'unspecified';
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
  /** Whom the token was made for, or NO_AUDIENCE. */
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

  async issue(grant: AcceptedGrant, { maskinportenIssuer, settings, tokenAges }: SandboxState): Promise<string> {
    const issuedAt = Math.floor(Date.now() / 1000);
    const expiresAt = issuedAt + settings.tokenLifetimeSeconds;
    const jti = randomUUID();
    tokenAges.remember(jti, expiresAt, issuedAt);
    return new SignJWT({
      iss: maskinportenIssuer,
      aud: grant.resource ?? NO_AUDIENCE,
      client_id: grant.client.clientId,
      client_amr: grant.provedBy,
      consumer: party(grant.consumer),
      ...(grant.supplier && { supplier: party(grant.supplier), delegation_source: DELEGATION_SOURCE }),
      scope: grant.scopes.join(' '),
      token_type: 'Bearer',
      iat: issuedAt,
      exp: expiresAt,
      jti,
      ...(grant.pid !== undefined && { pid: grant.pid }),
      ...(grant.authorizationDetails && { authorization_details: grant.authorizationDetails }),
    })
      .setProtectedHeader({ alg: ALGORITHM, kid: this.publicJwk.kid })
      .sign(this.#privateKey);
  }

  /** Reads the value of an Authorization header; throws InvalidAccessToken with a reason a developer can use. */
  async check(authorization: string | undefined, state: SandboxState): Promise<AccessToken> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new InvalidAccessToken('the Authorization header is not "Bearer <token>"');
    try {
      const addedAge = state.settings.tokensAge ? state.tokenAges.addedTo(decodeJwt(token).jti) : 0;
      const { payload } = await jwtVerify<{ consumer: { ID: string }; scope: string }>(token, this.#publicKey, {
        issuer: state.maskinportenIssuer,
        currentDate: new Date(Date.now() + addedAge),
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
