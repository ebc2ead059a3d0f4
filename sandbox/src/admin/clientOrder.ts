import { createPublicKey, randomUUID, X509Certificate, type JsonWebKey, type KeyObject } from 'node:crypto';
import {
  DEFAULT_SCOPES,
  INTEGRATION_TYPES,
  registeredDaysAgo,
  type IntegrationType,
  type MaskinportenClient,
} from '../maskinporten/clients.js';
import { Refusal } from '../refusal.js';

interface KeyOrder {
  kid: string;
  publicJwk: JsonWebKey;
  registeredDaysAgo: number;
}

/** A client to register with the sandbox's Maskinporten, or to replace there. */
export interface ClientOrder {
  clientId?: string;
  organisation: string;
  scopes?: string[];
  integrationType: IntegrationType;
  keys: KeyOrder[];
  /** Locks a client without keys to this certificate: PEM, or DER as base64. */
  certificate?: string;
}

const organisation = { type: 'string', pattern: '^\\d{9}$' } as const;
const scope = { type: 'string', pattern: '^\\S+$' } as const;

export const clientSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['organisation'],
  properties: {
    clientId: { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' },
    organisation,
    scopes: { type: 'array', items: scope },
    integrationType: { enum: INTEGRATION_TYPES, default: 'maskinporten' },
    keys: {
      type: 'array',
      maxItems: 5,
      default: [],
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['kid', 'publicJwk'],
        properties: {
          kid: { type: 'string', minLength: 1 },
          publicJwk: { type: 'object' },
          registeredDaysAgo: { type: 'number', minimum: 0, default: 0 },
        },
      },
    },
    certificate: { type: 'string', minLength: 1 },
  },
} as const;

export const delegationSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['consumer', 'supplier', 'scope'],
  properties: { consumer: organisation, supplier: organisation, scope },
} as const;

/** @throws Refusal 400 with a sentence that repeats nothing of what was sent */
export const readClient = (order: ClientOrder): MaskinportenClient => {
  if (order.certificate !== undefined && order.keys.length > 0) {
    throw refused('A client has either keys or a certificate. Leave one of them out.');
  }
  if (new Set(order.keys.map(({ kid }) => kid)).size < order.keys.length) {
    throw refused('Two keys have the same kid. Give each its own.');
  }
  return {
    clientId: order.clientId ?? randomUUID(),
    organisation: order.organisation,
    scopes: order.scopes ?? DEFAULT_SCOPES,
    integrationType: order.integrationType,
    keys: order.keys.map(({ kid, publicJwk, registeredDaysAgo: days }) => ({
      kid,
      publicKey: readPublicKey(publicJwk),
      registeredAt: registeredDaysAgo(days),
    })),
    ...(order.certificate !== undefined && { certificate: readCertificate(order.certificate) }),
  };
};

const refused = (sentence: string): Refusal => new Refusal(400, sentence);

const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const SMALLEST_BITS = 2048;

const readPublicKey = (jwk: JsonWebKey): KeyObject => {
  if (PRIVATE_MEMBERS.some((member) => member in jwk)) {
    throw refused('The key holds its private half. Send only the public half: kty, n and e.');
  }
  let key: KeyObject | undefined;
  try {
    key = createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    // Refused below, as a key of another kind is.
  }
  if (key?.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= SMALLEST_BITS) return key;
  throw refused(`The key is no public RSA key of ${SMALLEST_BITS} bits or more. Maskinporten takes no other kind.`);
};

const readCertificate = (text: string): X509Certificate => {
  try {
    return new X509Certificate(text.startsWith('-----BEGIN ') ? text : Buffer.from(text, 'base64'));
  } catch {
    throw refused('The certificate could not be read. Send PEM, or DER as base64.');
  }
};
