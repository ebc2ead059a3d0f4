/**
 * One request with the retry policy of reads, and every failure to get an answer as a ServiceError.
 */
import { isTransient, MAX_ATTEMPTS, RetryBudget, type RetryAfterUnit, waitBeforeRetry } from './retry';
import { ServiceError, type ServiceName } from './serviceError';
import type { Ports, TransportRequest, TransportResponse } from './transport';

export interface Call extends TransportRequest {
  readonly service: ServiceName;
  /** `read`: repeated on transient failures. `never`: the caller decides what a failure means. */
  readonly retry: 'read' | 'never';
  readonly retryAfterUnit?: RetryAfterUnit;
  /** By status: how many requests its answer is worth, where that is fewer than for other transient failures. */
  readonly attempts?: Readonly<Partial<Record<number, number>>>;
}

/** Names for humans, in the sentences of errors. */
export const SERVICE_TITLES: Record<ServiceName, string> = {
  maskinporten: 'Maskinporten',
  fiks: 'Fiks',
  folkeregister: 'Folkeregisteret',
  krr: 'KRR',
  kjoretoyregister: 'Kjøretøyregisteret',
  svarut: 'SvarUt',
};

const budgets = new Map<ServiceName, RetryBudget>();

const budgetOf = (service: ServiceName): RetryBudget => {
  const budget = budgets.get(service) ?? new RetryBudget();
  budgets.set(service, budget);
  return budget;
};

const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);
/** A proxy that does not open the way has not passed anything on. */
const REFUSED_BY_PROXY = /^PROXY_\d{3}$/;
const LOST_ROUTE = new Set(['EHOSTUNREACH', 'ENETUNREACH']);
const TIMED_OUT = new Set([
  'ETIMEDOUT',
  'ECONNABORTED',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'TimeoutError',
  'ERR_CANCELED_BY_TIMEOUT',
]);

/** Codes and names along the chain of causes, which hosts wrap in different ways. */
export const codesOf = (error: unknown): string[] => {
  const codes: string[] = [];
  for (let at: unknown = error, depth = 0; at && typeof at === 'object' && depth < 6; depth += 1) {
    const { code, name, syscall, errors, cause } = at as Record<
      'code' | 'name' | 'syscall' | 'errors' | 'cause',
      unknown
    >;
    // A route that is lost ends open connections too; only while connecting does it prove that nothing was received.
    const mark = LOST_ROUTE.has(String(code)) && syscall !== 'connect' ? 'ECONNRESET' : code;
    for (const text of [mark, name]) if (typeof text === 'string') codes.push(text);
    at = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
  }
  return codes;
};

/** @returns ERR_UNREACHABLE when nothing can have been received, ERR_TIMEOUT or ERR_CONNECTION_LOST when it may have been */
export const transportFailure = (service: ServiceName, error: unknown, signal?: AbortSignal): ServiceError => {
  const title = SERVICE_TITLES[service];
  const codes = codesOf(error);
  if (signal?.aborted) {
    return new ServiceError(
      'ERR_CANCELLED',
      `The run was stopped while ${title} was asked.`,
      'Start it again when you are ready.',
      { service },
    );
  }
  const unreachable = codes.find((code) => NEVER_CONNECTED.has(code) || REFUSED_BY_PROXY.test(code));
  if (unreachable) {
    return new ServiceError(
      'ERR_UNREACHABLE',
      `${title} could not be reached.`,
      'Check that this machine may connect to it: address, firewall, proxy. If you use the sandbox, check that it is running.',
      { service, serviceCode: unreachable },
    );
  }
  if (codes.some((code) => TIMED_OUT.has(code))) {
    return new ServiceError('ERR_TIMEOUT', `${title} did not answer in time.`, 'Run it again later.', { service });
  }
  return new ServiceError(
    'ERR_CONNECTION_LOST',
    `The connection to ${title} broke before the answer had come.`,
    'Run it again.',
    { service },
  );
};

const attemptOnce = async (ports: Ports, call: Call): Promise<TransportResponse | ServiceError> => {
  try {
    return await ports.transport(call);
  } catch (error) {
    return transportFailure(call.service, error, call.signal);
  }
};

/**
 * @returns the last answer, whatever its status
 * @throws ServiceError ERR_UNREACHABLE, ERR_TIMEOUT, ERR_CONNECTION_LOST, ERR_CANCELLED
 */
export const send = async (ports: Ports, call: Call): Promise<TransportResponse> => {
  const budget = budgetOf(call.service);
  for (let attempt = 0; ; attempt += 1) {
    if (call.signal?.aborted) throw transportFailure(call.service, undefined, call.signal);
    const outcome = await attemptOnce(ports, call);
    const response = outcome instanceof ServiceError ? undefined : outcome;
    const transient = response
      ? isTransient(response.status)
      : outcome instanceof ServiceError && outcome.code !== 'ERR_CANCELLED';
    if (response && !transient) budget.success();
    const most = (response && call.attempts?.[response.status]) ?? MAX_ATTEMPTS;
    const again = transient && call.retry === 'read' && attempt + 1 < most && budget.take();
    if (!again) {
      if (outcome instanceof ServiceError) throw outcome;
      return outcome;
    }
    const wait = waitBeforeRetry(attempt, response, call.retryAfterUnit ?? 'seconds', ports);
    await ports.sleep(wait, call.signal).catch((error: unknown) => {
      throw transportFailure(call.service, error, call.signal);
    });
  }
};
