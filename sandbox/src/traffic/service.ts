import { STATUS_CODES } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import type { Fault } from './faultBook.js';
import { kindOf } from './faultKinds.js';
import { ownFaultOf } from './ownFault.js';
import { playAfter, playBefore, reachesService, reasonOf } from './playFault.js';
import type { LoggedRequest, ServiceName } from './requestLog.js';
import { senderOf } from './sender.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The name of this route in the request log and in faults. */
    operation?: string;
  }
  interface FastifyRequest {
    reason: string;
    fault: Fault | null;
  }
}

/** How a service words a refusal in its own error shape. */
export type RefusalBody = (refusal: Refusal, request: FastifyRequest) => unknown;

const UNKNOWN = 'unknown';

const operationOf = (request: FastifyRequest): string => request.routeOptions.config.operation ?? UNKNOWN;

const asRefusal = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  const { statusCode = 500, message = 'unknown error' } = error as { statusCode?: number; message?: string };
  return statusCode < 500
    ? new Refusal(statusCode, message)
    : new Refusal(500, 'Internal Server Error', `the sandbox itself failed: ${message}`);
};

/**
 * What the services have in common: every request meets the ordered faults first, and every answer is written to the
 * request log before the caller can see it.
 */
export const observeService = (
  app: FastifyInstance,
  state: SandboxState,
  service: ServiceName,
  refusalBody: RefusalBody,
): void => {
  const record = (
    request: FastifyRequest,
    reply: FastifyReply,
    outcome: Pick<LoggedRequest, 'status' | 'verdict' | 'reason'>,
  ): void => {
    const [path = '', ...query] = request.url.split('?');
    state.requests.record({
      duration: Math.round(reply.elapsedTime),
      service,
      operation: operationOf(request),
      method: request.method,
      path,
      query: query.join('?'),
      sender: senderOf(request),
      fault: request.fault?.kind ?? null,
      ...outcome,
    });
  };

  const wordingFor = (request: FastifyRequest) => (status: number) =>
    refusalBody(new Refusal(status, STATUS_CODES[status] ?? 'Error'), request);

  state.operations.add(service, UNKNOWN);
  app.addHook('onRoute', ({ config }) => {
    if (config?.operation !== undefined) state.operations.add(service, config.operation);
  });

  app.addHook('onRequest', async (request, reply) => {
    const fault = ownFaultOf(request, service) ?? state.faults.take(service, operationOf(request));
    if (!fault) return;
    request.fault = fault;
    if (kindOf(fault.kind).cut === 'before') {
      record(request, reply, { status: null, verdict: 'refused', reason: reasonOf(fault) });
      reply.hijack();
      request.raw.socket.destroy();
      return;
    }
    await playBefore(fault, reply, wordingFor(request));
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const { fault } = request;
    const judged = !fault || reachesService(fault);
    const verdict = judged && reply.statusCode < 400 ? 'accepted' : 'refused';
    const sent = fault ? playAfter(fault, request, reply, payload, wordingFor(request)) : payload;
    const reasons = [request.reason, ...(fault ? [reasonOf(fault)] : [])];
    record(request, reply, { status: reply.statusCode, verdict, reason: reasons.filter(Boolean).join('; ') });
    return sent;
  });

  app.setErrorHandler((error, request, reply) => {
    const refusal = asRefusal(error);
    request.reason ||= refusal.reason;
    return reply.code(refusal.status).send(refusalBody(refusal, request));
  });

  app.setNotFoundHandler((request, reply) => {
    const refusal = new Refusal(404, 'Not Found', 'no such path in the sandbox');
    request.reason ||= refusal.reason;
    return reply.code(refusal.status).send(refusalBody(refusal, request));
  });
};
