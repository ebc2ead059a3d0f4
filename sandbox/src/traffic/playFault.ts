import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from './faultBook.js';
import { kindOf, type FalseAnswer } from './faultKinds.js';

/** The body of the service's own error with this status. */
export type Wording = (status: number) => unknown;

export const reasonOf = (fault: Fault): string => {
  const reason = `fault: ${kindOf(fault.kind).reason(fault)}`;
  return fault.handled ? `${reason}, which was handled first` : reason;
};

/** Whether the service hears of the request at all. */
export const reachesService = ({ kind, handled = false }: Fault): boolean => {
  const { cut, answer } = kindOf(kind);
  return cut !== 'before' && (!answer || handled);
};

/** Before the request is handled, which it is not once there is an answer. */
export const playBefore = async (fault: Fault, reply: FastifyReply, wording: Wording): Promise<void> => {
  const { wait, answer } = kindOf(fault.kind);
  if (wait) await sleep(wait(fault), undefined, { ref: false });
  if (answer && !reachesService(fault)) {
    const instead = answer(fault, wording);
    await dress(reply, instead).send(instead.body);
  }
};

/** With the service's answer ready. @returns what is sent instead of it */
export const playAfter = (
  fault: Fault,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  wording: Wording,
): unknown => {
  const { cut, answer, deliver } = kindOf(fault.kind);
  const { socket } = request.raw;
  if (cut === 'after') socket.destroy();
  if (answer && fault.handled) {
    const instead = answer(fault, wording);
    dress(reply, instead);
    return instead.body;
  }
  if (!deliver) return payload;
  const whole = asBytes(payload);
  const { type, body } = deliver(fault, whole, () => socket.destroySoon());
  if (type !== undefined) reply.type(type);
  // The length is that of the whole answer, so that a caller can tell when some of it is missing.
  reply.header('content-length', whole.length);
  return body;
};

/** Headers that were ordered go before the type that the kind has by itself. */
const dress = (reply: FastifyReply, { status, headers = {}, type }: FalseAnswer): FastifyReply =>
  reply.code(status).type(type).headers(headers);

const asBytes = (payload: unknown): Buffer => {
  if (Buffer.isBuffer(payload)) return payload;
  return Buffer.from(typeof payload === 'string' ? payload : '');
};
