import type { FastifyRequest } from 'fastify';
import { CUSTOMER_WITHOUT_DELEGATION, SUPPLIER } from './clients.js';
import { GrantRefusal } from './refusals.js';

/** Whom an ordered refusal is about: the grant it answers is not read. */
const EXAMPLE = { scope: 'ks:fiks', consumer: CUSTOMER_WITHOUT_DELEGATION, supplier: SUPPLIER };

/** Answers with the refusal a test has ordered for this request. */
export const playOrderedRefusal = async ({ fault }: FastifyRequest): Promise<void> => {
  if (fault?.code !== undefined) throw new GrantRefusal(fault.code, 'ordered as a fault', EXAMPLE);
};
