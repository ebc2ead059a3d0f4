import { folkeregisterSettingsSchema } from '../folkeregister/settings.js';
import { REFUSAL_CODES } from '../maskinporten/refusals.js';
import type { Settings } from '../settings.js';
import { svarutSettingsSchema } from '../svarut/settings.js';
import type { Fault } from '../traffic/faults.js';

/** What the administration can be asked to do, and the schemas its requests must follow. */

export interface ClockOrder {
  advanceSeconds?: number;
  speed?: number;
}

export const clockSchema = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    advanceSeconds: { type: 'number', minimum: 0 },
    speed: { type: 'number', minimum: 0, maximum: 1_000_000 },
  },
} as const;

export interface FaultOrder extends Fault {
  times: number;
}

export const faultSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['service', 'kind'],
  properties: {
    service: { enum: ['maskinporten', 'folkeregister', 'krr', 'svarut', 'kjoretoyregister'] },
    operation: { type: 'string', minLength: 1 },
    times: { type: 'integer', minimum: 1, default: 1 },
    kind: { enum: ['status', 'html', 'drop', 'dropAfter', 'delay', 'refusal'] },
    status: { type: 'integer', minimum: 200, maximum: 599 },
    headers: { type: 'object', additionalProperties: { type: 'string' } },
    body: {},
    delayMs: { type: 'integer', minimum: 0, maximum: 1_200_000 },
    code: { enum: REFUSAL_CODES },
  },
  if: { properties: { kind: { const: 'refusal' } } },
  then: { properties: { service: { const: 'maskinporten' } }, required: ['code'] },
  else: { properties: { code: false } },
} as const;

export type SettingsOrder = Partial<Settings>;

export const settingsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    ...folkeregisterSettingsSchema,
    filtrerUtgaatt: { type: 'boolean' },
    duplisertInV1: { type: 'boolean' },
    fiksKrrAbsent: { enum: ['empty', 'null', 'missing'] },
    ...svarutSettingsSchema,
    tokenLifetimeSeconds: { type: 'integer', minimum: 1, maximum: 86_400 },
    maskinportenClockOffsetSeconds: { type: 'number', minimum: -31_536_000, maximum: 31_536_000 },
    newKeyActiveAfterMs: { type: 'number', minimum: 0, maximum: 86_400_000 },
    mpCodeInDescription: { type: 'boolean' },
    traceStyle: { enum: ['trace_id', 'correlation id'] },
    errorJson: { enum: ['absent', 'string', 'object'] },
    bulkEnvelope: { enum: ['v3', 'v2'] },
    vehicleBulkLimit: { type: 'integer', minimum: 1, maximum: 10_000 },
    vehicleQuota: { type: 'integer', minimum: 0, nullable: true },
    vehicleOwnerNumbers: { type: 'boolean' },
  } satisfies Record<keyof Settings, object>,
} as const;
