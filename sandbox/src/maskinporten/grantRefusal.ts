import { Refusal } from '../refusal.js';

type OAuthError = 'invalid_request' | 'invalid_grant' | 'invalid_scope' | 'unsupported_grant_type' | 'forbidden';

/** A refusal with the `error` code that OAuth 2.0 asks for. */
export class GrantRefusal extends Refusal {
  constructor(
    readonly error: OAuthError,
    description: string,
    reason: string,
    status = error === 'forbidden' ? 403 : 400,
  ) {
    super(status, description, reason);
  }
}

/** Maskinporten does not print its MP numbers; the request log does, because that is what the documentation is sorted by. */
export const invalidGrant = (code: string, text: string, reason: string): GrantRefusal =>
  new GrantRefusal('invalid_grant', `Invalid assertion. ${text}`, `${code}: ${reason}`);

export const malformedGrant = (reason: string): GrantRefusal =>
  new GrantRefusal('invalid_request', 'Invalid assertion. Invalid parameter value.', `MP-011: ${reason}`);
