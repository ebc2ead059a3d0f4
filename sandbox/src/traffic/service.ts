import { STATUS_CODES } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import type { Fault } from './faults.js';
import type { ServiceName } from './requestLog.js';

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

const operationOf = (request: FastifyRequest): string => request.routeOptions.config.operation ?? 'unknown';

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '';

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
  const record = (request: FastifyRequest, status: number | null, verdict: 'accepted' | 'refused', reason: string) =>
    state.requests.record({
      service,
      operation: operationOf(request),
      method: request.method,
      path: pathOf(request),
      status,
      verdict,
      reason,
    });

  app.addHook('onRequest', async (request, reply) => {
    const fault = state.faults.take(service, operationOf(request));
    if (!fault) return;
    request.fault = fault;
    if (fault.kind === 'drop') {
      record(request, null, 'refused', 'fault: the connection was cut before the request was handled');
      reply.hijack();
      request.raw.socket.destroy();
      return;
    }
    await playFault(fault, request, reply);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const verdict = reply.statusCode < 400 ? 'accepted' : 'refused';
    if (request.fault?.kind === 'dropAfter') {
      record(request, reply.statusCode, verdict, 'fault: handled, then the connection was cut before the answer');
      request.raw.socket.destroy();
    } else {
      record(request, reply.statusCode, verdict, request.reason);
    }
    return payload;
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

const playFault = async (fault: Fault, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  switch (fault.kind) {
    case 'delay':
      await sleep(fault.delayMs ?? 1000);
      return;
    case 'status': {
      const status = fault.status ?? 503;
      request.reason = `fault: status ${status} instead of an answer`;
      reply.headers(fault.headers ?? {});
      if (fault.body === undefined) throw new Refusal(status, STATUS_CODES[status] ?? 'Error');
      await reply.code(status).send(fault.body);
      return;
    }
    case 'html': {
      const status = fault.status ?? 502;
      request.reason = `fault: an HTML page with status ${status} instead of an answer`;
      await reply
        .code(status)
        .headers(fault.headers ?? {})
        .type('text/html; charset=utf-8')
        .send(fault.body ?? `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`);
      return;
    }
    // Played elsewhere: the first two by the hooks above, a refusal by Maskinporten, whose words it needs.
    case 'drop':
    case 'dropAfter':
    case 'refusal':
      return;
  }
};
