import type { Readable } from 'node:stream';
import { REFUSAL_CODES, type RefusalCode } from '../maskinporten/refusals.js';
import { dripped, halfOf } from './brokenDelivery.js';

/** What a fault can be told, beside its kind. Each kind has some of it. */
export interface FaultFields {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The service handles the request before its answer is replaced. */
  readonly handled?: boolean;
  readonly contentType?: string;
  readonly retryAfter?: keyof typeof RETRY_AFTER;
  readonly waitSeconds?: number;
  readonly delayMs?: number;
  readonly durationMs?: number;
  /** What Maskinporten says no with. */
  readonly code?: RefusalCode;
}

/** An answer the service did not give. */
export interface FalseAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly type: string;
  readonly body: string | Buffer;
}

/** The service's own answer on its way out. */
export interface Delivery {
  readonly type?: string;
  readonly body: Buffer | Readable;
}

interface KindOfFault {
  readonly summary: string;
  /** JSON Schemas of its fields. */
  readonly fields: Readonly<Partial<Record<keyof FaultFields, object>>>;
  /** Fields it cannot do without. */
  readonly required?: readonly (keyof FaultFields)[];
  readonly only?: { readonly service: 'maskinporten'; readonly operation: string };
  /** When the connection is cut: before the request is handled, or with the answer ready. */
  readonly cut?: 'before' | 'after';
  /** Milliseconds before the request is handled. */
  readonly wait?: (fault: FaultFields) => number;
  /** @param wording the body of the service's own error with this status */
  readonly answer?: (fault: FaultFields, wording: (status: number) => unknown) => FalseAnswer;
  /** @param cut ends the connection once everything written so far has left */
  readonly deliver?: (fault: FaultFields, answer: Buffer, cut: () => void) => Delivery;
  /** For the request log. */
  readonly reason: (fault: FaultFields) => string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const TEXT_TYPE = 'text/plain; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';

const RETRY_AFTER = {
  seconds: (waitSeconds: number) => ({ 'retry-after': String(Math.ceil(waitSeconds)) }),
  date: (waitSeconds: number) => ({ 'retry-after': new Date(Date.now() + waitSeconds * 1000).toUTCString() }),
  milliseconds: (waitSeconds: number) => ({ 'retry-after': String(Math.round(waitSeconds * 1000)) }),
  none: () => ({}),
};

/** Neither text nor JSON, as of an answer that was damaged on the way. */
const GARBAGE = Buffer.from('7b22d8fe00ff1f8b0800c328e28228a1fcfdfe22', 'hex');

const LONGEST_MS = 1_200_000;

const status = (usual: number) => ({
  type: 'integer',
  minimum: 200,
  maximum: 599,
  description: `${usual} when left out`,
});
const milliseconds = (usual: number) => ({
  type: 'integer',
  minimum: 0,
  maximum: LONGEST_MS,
  description: `${usual} when left out`,
});
const headers = {
  type: 'object',
  propertyNames: { pattern: '^[A-Za-z0-9-]+$' },
  additionalProperties: { type: 'string', pattern: '^[\\t -~]*$' },
};
const handled = { type: 'boolean', description: 'let the service handle the request first, and replace its answer' };

const page = (code: number): string => `<html><head><title>${code}</title></head><body><h1>${code}</h1></body></html>`;

const asText = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

/** Everything that can be ordered to go wrong. A new kind is a new row. */
export const FAULT_KINDS = {
  drop: {
    summary: 'cuts the connection before the request is handled',
    fields: {},
    cut: 'before',
    reason: () => 'the connection was cut before the request was handled',
  },
  dropAfter: {
    summary: 'handles it, accepts the letter, and then cuts the connection: the trap that makes duplicates',
    fields: {},
    cut: 'after',
    reason: () => 'handled, then the connection was cut before the answer',
  },
  dropHalfway: {
    summary: 'handles it, sends half of the answer and then cuts the connection',
    fields: {},
    deliver: (_fault, answer, cut) => ({ body: halfOf(answer, cut) }),
    reason: () => 'handled, then the connection was cut in the middle of the answer',
  },
  status: {
    summary: "answers `status` with `headers` and `body`; without a body, in the service's own error shape",
    fields: { status: status(503), headers, body: {}, handled },
    answer: ({ status: code = 503, headers: extra, body }, wording) => ({
      status: code,
      headers: extra,
      type: typeof body === 'string' ? TEXT_TYPE : JSON_TYPE,
      body: asText(body === undefined ? wording(code) : body),
    }),
    reason: ({ status: code = 503 }) => `status ${code} instead of an answer`,
  },
  throttle: {
    summary:
      'answers 429, with Retry-After in `seconds`, as a `date`, in `milliseconds` as Folkeregisteret counts it, or with `none`',
    fields: {
      retryAfter: { enum: Object.keys(RETRY_AFTER), description: 'seconds when left out' },
      waitSeconds: { type: 'number', minimum: 0, maximum: 86_400, description: '2 when left out' },
    },
    answer: ({ retryAfter = 'seconds', waitSeconds = 2 }, wording) => ({
      status: 429,
      headers: RETRY_AFTER[retryAfter](waitSeconds),
      type: JSON_TYPE,
      body: asText(wording(429)),
    }),
    reason: () => 'too many requests, although there were not',
  },
  html: {
    summary: 'answers a page of HTML with `status`, as a gateway would',
    fields: { status: status(502), headers, body: { type: 'string' }, handled },
    answer: ({ status: code = 502, headers: extra, body = page(code) }) => ({
      status: code,
      headers: extra,
      type: HTML_TYPE,
      body: asText(body),
    }),
    reason: ({ status: code = 502 }) => `an HTML page with status ${code} instead of an answer`,
  },
  empty: {
    summary: 'answers `status` with nothing after the headers',
    fields: { status: status(200), handled },
    answer: ({ status: code = 200 }) => ({ status: code, type: JSON_TYPE, body: '' }),
    reason: () => 'an empty answer',
  },
  garbage: {
    summary: 'answers `status` with bytes that are neither text nor the JSON they are said to be',
    fields: { status: status(200), handled },
    answer: ({ status: code = 200 }) => ({ status: code, type: JSON_TYPE, body: GARBAGE }),
    reason: () => 'garbage instead of an answer',
  },
  contentType: {
    summary: 'handles it and answers as always, but calls it `contentType`',
    fields: {
      contentType: {
        type: 'string',
        pattern: '^[\\w.+-]+/[\\w.+-]+(; ?[\\w-]+=[\\w-]+)?$',
        description: 'text/plain when left out',
      },
    },
    deliver: ({ contentType = 'text/plain' }, answer) => ({ type: contentType, body: answer }),
    reason: () => 'handled, and answered with the wrong content type',
  },
  trickle: {
    summary: 'handles it and lets the answer drip, in pieces over `durationMs`',
    fields: { durationMs: milliseconds(3000) },
    deliver: ({ durationMs = 3000 }, answer) => ({ body: dripped(answer, durationMs) }),
    reason: () => 'handled, and answered drop by drop',
  },
  delay: {
    summary: 'waits `delayMs`, then goes on',
    fields: { delayMs: milliseconds(1000) },
    wait: ({ delayMs = 1000 }) => delayMs,
    reason: ({ delayMs = 1000 }) => `waited ${delayMs} ms`,
  },
  refusal: {
    summary: '`maskinporten` only: refuses the request for a token with `code`',
    fields: { code: { enum: REFUSAL_CODES } },
    required: ['code'],
    // Played by Maskinporten, whose words it needs.
    only: { service: 'maskinporten', operation: 'token' },
    reason: ({ code }) => `refused with ${code}`,
  },
} as const satisfies Record<string, KindOfFault>;

export type FaultKind = keyof typeof FAULT_KINDS;

export const kindOf = (kind: FaultKind): KindOfFault => FAULT_KINDS[kind];
