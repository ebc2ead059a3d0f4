import type { FastifyRequest } from 'fastify';

/** Who a request says it is from. Whether that is true is for its verdict to say. */
export interface Sender {
  /** Of the client at Maskinporten. */
  readonly clientId: string | null;
  /** Number of the organisation the token was made for. */
  readonly organisation: string | null;
  /** Number of the organisation that uses it on behalf of the other. */
  readonly supplier: string | null;
  readonly integrationId: string | null;
}

interface Claims {
  readonly iss?: unknown;
  readonly client_id?: unknown;
  readonly consumer?: { readonly ID?: unknown };
  readonly supplier?: { readonly ID?: unknown };
}

/** A token tells, and before there is one the grant that asks for it. */
export const senderOf = ({ headers, body }: FastifyRequest): Sender => {
  const grant = body instanceof URLSearchParams ? claimsOf(body.get('assertion')) : {};
  const token = claimsOf(/^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]);
  return {
    clientId: matching(UUID, token.client_id ?? grant.iss),
    organisation: matching(ORGANISATION, token.consumer?.ID),
    supplier: matching(ORGANISATION, token.supplier?.ID),
    integrationId: matching(UUID, headers.integrasjonid),
  };
};

const UUID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const ORGANISATION = /^0192:(\d{9})$/;

/** Nothing but what looks as it should is remembered. */
const matching = (pattern: RegExp, value: unknown): string | null =>
  typeof value === 'string' ? (pattern.exec(value)?.[1] ?? null) : null;

const claimsOf = (jwt: string | null | undefined): Claims => {
  try {
    const claims: unknown = JSON.parse(Buffer.from(jwt?.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? claims : {};
  } catch {
    return {};
  }
};
