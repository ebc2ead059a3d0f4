import { FAULT_KINDS, kindOf, type FaultKind } from './faultKinds.js';
import { SERVICES } from './requestLog.js';

/** JSON Schemas of what can be ordered, made from the table of kinds. */

const KINDS = Object.keys(FAULT_KINDS) as FaultKind[];

const operation = { type: 'string', minLength: 1, description: 'any operation of the service when left out' };

const when = {
  times: {
    type: 'integer',
    minimum: 1,
    description:
      'how often at most; when left out once, or until it is called off where `every` or `probability` is given',
  },
  every: { type: 'integer', minimum: 1, description: 'only every so manieth request' },
  probability: {
    type: 'number',
    exclusiveMinimum: 0,
    maximum: 1,
    description: 'only by chance, drawn for each request',
  },
  seed: { type: 'integer', minimum: 0, maximum: 4_294_967_295, description: 'of the chance; 1 when left out' },
};

const orderOf = (kind: FaultKind, more: Readonly<Record<string, object>>) => {
  const { summary, fields, required = [], only } = kindOf(kind);
  return {
    type: 'object',
    description: summary,
    additionalProperties: false,
    required: ['service', 'kind', ...required],
    properties: {
      service: { enum: only ? [only.service] : SERVICES },
      kind: { const: kind },
      ...fields,
      ...more,
    },
  };
};

const anyKind = (more: Readonly<Record<string, object>>) => ({
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: KINDS.map((kind) => orderOf(kind, more)),
});

export const faultOrderSchema = anyKind({ operation, ...when });

/** Of the one request that asks for it in a header. */
export const ownFaultSchema = anyKind({});

export const faultRecordSchema = anyKind({
  operation,
  ...when,
  id: { type: 'integer' },
  met: { type: 'integer', description: 'requests it was asked about' },
  played: { type: 'integer', description: 'requests it happened to' },
  remaining: { type: ['integer', 'null'], description: 'null: until it is called off' },
});
