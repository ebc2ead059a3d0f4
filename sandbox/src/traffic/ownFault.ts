import { Ajv, type ValidateFunction } from 'ajv';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.js';
import type { Fault } from './faultBook.js';
import { ownFaultSchema } from './faultSchema.js';
import type { ServiceName } from './requestLog.js';

const HEADER = 'x-sandbox-fault';

let validator: ValidateFunction<Fault> | undefined;

/** Made when it is first needed, so that a start does not wait for it. */
const faultValidator = (): ValidateFunction<Fault> =>
  (validator ??= new Ajv({ discriminator: true }).compile<Fault>(ownFaultSchema));

/**
 * The fault a request asks for itself: a kind alone, or JSON as in an order to the administration. No real service knows
 * such a header.
 *
 * @throws Refusal 400 when it cannot be read, for a fault that silently does not happen proves nothing
 */
export const ownFaultOf = ({ headers }: FastifyRequest, service: ServiceName): Fault | undefined => {
  const text = headers[HEADER];
  if (typeof text !== 'string') return undefined;
  const fault = { ...asObject(text.trim()), service };
  const isFault = faultValidator();
  if (isFault(fault)) return fault;
  const [problem] = isFault.errors ?? [];
  throw unreadable(`${problem?.instancePath ?? ''} ${problem?.message ?? ''}`.trim());
};

const asObject = (text: string): object => {
  if (/^\w+$/.test(text)) return { kind: text };
  try {
    return JSON.parse(text) as object;
  } catch {
    throw unreadable('it is neither one word nor JSON');
  }
};

const unreadable = (problem: string): Refusal =>
  new Refusal(400, 'Bad Request', `the header ${HEADER} cannot be read: ${problem}`);
