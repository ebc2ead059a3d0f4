import { Refusal } from '../refusal.js';

type OAuthError = 'invalid_request' | 'invalid_grant' | 'invalid_scope' | 'unsupported_grant_type' | 'forbidden';

interface Row {
  readonly error: OAuthError;
  /** `<scope>`, `<consumer>` and `<supplier>` are filled in. */
  readonly text: string;
}

const row = (error: OAuthError, text: string): Row => ({ error, text });

/**
 * Everything Maskinporten says no with (fact sheet maskinporten §4), for the judge of grants and for whoever orders a refusal.
 * Several texts can belong to one MP code, and a few have none.
 */
export const REFUSALS = {
  'unsupported-grant-type': row('unsupported_grant_type', 'Unsupported grant type.'),
  'MP-011': row('invalid_request', 'Invalid assertion. Invalid parameter value.'),
  'MP-012': row('invalid_grant', 'Invalid assertion. Grant is used before.'),
  'MP-100': row('invalid_grant', 'Invalid assertion. Client authentication failed. Client not found.'),
  'unknown-kid': row(
    'invalid_grant',
    'Invalid assertion. Client authentication failed. Unknown key identifier (kid) for client.',
  ),
  'MP-110': row('invalid_grant', 'Invalid assertion. Invalid JWT claim aud.'),
  'MP-120': row('invalid_grant', 'Invalid assertion. JWT is signed with an invalid certificate.'),
  'MP-121': row('invalid_grant', 'Invalid assertion. Client authentication failed. Expired key.'),
  'MP-122': row('invalid_grant', 'Invalid assertion. Organisation number does not match certificate.'),
  'MP-123': row('invalid_grant', 'Invalid assertion. Invalid JWT header x5c.'),
  'MP-124': row('invalid_grant', 'Invalid assertion. Invalid JWT signature.'),
  'MP-130': row('invalid_grant', 'Invalid assertion. JWT is expired.'),
  'MP-130-future': row('invalid_grant', 'Invalid assertion. Issue time is after now.'),
  'MP-130-lifetime': row('invalid_grant', 'Invalid assertion. Invalid JWT lifetime.'),
  'MP-200': row('invalid_scope', 'Invalid scopes for client.'),
  'MP-201': row('invalid_scope', 'Scopes not allowed for maskinporten.'),
  'MP-250': row('forbidden', 'Consumer has not been granted access to the scope <scope>.'),
  'MP-251': row('forbidden', 'Consumer <consumer> has not delegated scope <scope> to supplier <supplier>.'),
  'consumer-org-own': row(
    'invalid_request',
    'The combination of consumer_org in claim and delegation scope on client is invalid.',
  ),
  'MP-301': row('invalid_request', 'Unknown type in authorization details.'),
  'MP-302': row('invalid_request', 'Unknown fields in authorization details.'),
  'MP-303': row('invalid_request', 'Invalid values in authorization details.'),
} as const satisfies Record<string, Row>;

export type RefusalCode = keyof typeof REFUSALS;

export const REFUSAL_CODES = Object.keys(REFUSALS) as RefusalCode[];

/** Whom and what a text is about. */
interface Concerned {
  readonly scope?: string;
  readonly consumer?: string;
  readonly supplier?: string;
}

/** A grant that is turned away. `reason` goes to the request log only, behind the code the documentation is sorted by. */
export class GrantRefusal extends Refusal {
  readonly error: OAuthError;
  /** `MP-130`; absent where Digdir's list has no code. */
  readonly mpCode: string | undefined;

  constructor(code: RefusalCode, reason: string, concerned: Concerned = {}) {
    const { error, text } = REFUSALS[code];
    const mpCode = /^MP-\d{3}/.exec(code)?.[0];
    super(error === 'forbidden' ? 403 : 400, fill(text, concerned), mpCode ? `${mpCode}: ${reason}` : reason);
    this.error = error;
    this.mpCode = mpCode;
  }
}

const fill = (text: string, concerned: Concerned): string =>
  text.replace(/<(scope|consumer|supplier)>/g, (_, name: keyof Concerned) => concerned[name] ?? 'unknown');
