import type { Settings } from '../settings.js';
import type { FaultKind } from '../traffic/faults.js';
import type { ServiceName } from '../traffic/requestLog.js';

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

export interface FaultOrder {
  service: ServiceName;
  operation?: string;
  times: number;
  kind: FaultKind;
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  delayMs?: number;
}

export const faultSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['service', 'kind'],
  properties: {
    service: { enum: ['maskinporten', 'folkeregister', 'krr', 'svarut'] },
    operation: { type: 'string', minLength: 1 },
    times: { type: 'integer', minimum: 1, default: 1 },
    kind: { enum: ['status', 'html', 'drop', 'dropAfter', 'delay'] },
    status: { type: 'integer', minimum: 200, maximum: 599 },
    headers: { type: 'object', additionalProperties: { type: 'string' } },
    body: {},
    delayMs: { type: 'integer', minimum: 0, maximum: 1_200_000 },
  },
} as const;

export type SettingsOrder = Partial<Settings>;

export const settingsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    filtrerUtgaatt: { type: 'boolean' },
    eksternRefVisibleAfterMs: { type: 'number', minimum: 0 },
    tokenLifetimeSeconds: { type: 'integer', minimum: 1, maximum: 86_400 },
    historicalNumberInBulk: { enum: ['asked', 'current', 'error'] },
    errorJson: { enum: ['absent', 'string', 'object'] },
  },
} as const;
