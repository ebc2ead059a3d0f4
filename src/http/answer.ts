/**
 * Reads answers: the documented shape, or an error that says what came instead.
 */
import { z } from 'zod/v4';
import { SERVICE_TITLES } from './call';
import { type ErrorCode, ServiceError, type ServiceName } from './serviceError';
import { textOf, type TransportResponse } from './transport';

/** The body as JSON, or undefined when it is none. */
export const parseJson = (response: TransportResponse): unknown => {
  try {
    return JSON.parse(textOf(response));
  } catch {
    return undefined;
  }
};

/** @throws ServiceError ERR_UNEXPECTED_ANSWER when `json` has not the shape in `schema` */
export const readAs = <T>(service: ServiceName, schema: z.ZodType<T>, json: unknown, status?: number): T => {
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const where = read.error.issues[0]?.path.filter((step) => typeof step === 'string').join('.') || 'the top level';
  throw new ServiceError(
    'ERR_UNEXPECTED_ANSWER',
    `${SERVICE_TITLES[service]} answered in a shape these nodes do not know (at ${where}).`,
    'Report it with the version of the package; the service may have changed.',
    { service, status },
  );
};

/** @throws ServiceError ERR_UNEXPECTED_ANSWER when the body is not JSON of the shape in `schema` */
export const readAnswer = <T>(service: ServiceName, schema: z.ZodType<T>, response: TransportResponse): T => {
  const json = parseJson(response);
  if (json !== undefined) return readAs(service, schema, json, response.status);
  throw new ServiceError(
    'ERR_UNEXPECTED_ANSWER',
    `${SERVICE_TITLES[service]} answered ${response.status} with something that is not JSON, such as a web page from a proxy or firewall.`,
    'Check the address in the credential and any proxy in between, then run it again.',
    { service, status: response.status },
  );
};

// Seven shapes of error bodies are known (fact sheet folkeregister §8.2); these are all their names for the same two things.
const CODE_KEYS = ['errorCode', 'kode', 'code', 'feilkode'];
const REFERENCE_KEYS = ['errorId', 'korrelasjonsid', 'feilreferanse', 'trace_id'];

// Only what has the form of a code or a handle is passed on: a name or a sentence in its place is not.
const CODE = /^(?=.*[\d_])[A-Z][A-Z0-9_-]{1,59}$/;
const REFERENCE = /^(?=.*\d)[\w-]{8,64}$/;

const pick = (body: Record<string, unknown>, keys: readonly string[], form: RegExp): string | undefined =>
  keys.map((key) => body[key]).find((value): value is string => typeof value === 'string' && form.test(value));

/** The machine code and support handle of an error body, never its text: that may quote what we sent. */
export const errorMarks = (response: TransportResponse): { serviceCode?: string; supportReference?: string } => {
  const body = parseJson(response);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return {};
  const marks = body as Record<string, unknown>;
  return { serviceCode: pick(marks, CODE_KEYS, CODE), supportReference: pick(marks, REFERENCE_KEYS, REFERENCE) };
};

interface Sentence {
  readonly code: ErrorCode;
  readonly message: string;
  readonly action: string;
}

/** What a status means where a service has nothing more precise to say. */
const sentenceFor = (title: string, status: number): Sentence => {
  if (status === 401)
    return {
      code: 'ERR_UNAUTHORIZED',
      message: `${title} did not accept the token.`,
      action:
        'Check that the environment of the Maskinporten credential is the right one and that the client has the scope.',
    };
  if (status === 403)
    return {
      code: 'ERR_FORBIDDEN',
      message: `${title} says that your organisation or integration may not do this.`,
      action: `Ask the owner of ${title} to grant the access.`,
    };
  if (status === 404)
    return {
      code: 'ERR_NOT_FOUND',
      message: `${title} has nothing at that address.`,
      action: 'Check the ids in the credential and the environment.',
    };
  if (status === 429)
    return {
      code: 'ERR_THROTTLED',
      message: `${title} asked us to slow down, and still did after several tries.`,
      action: 'Run it again later, with fewer at a time.',
    };
  if (status >= 500)
    return {
      code: 'ERR_SERVICE_FAILURE',
      message: `${title} failed with status ${status}, and still did after several tries.`,
      action: 'Run it again later; if it goes on, contact the service with the support reference.',
    };
  if (status >= 300 && status < 400)
    return {
      code: 'ERR_UNEXPECTED_ANSWER',
      message: `${title} answered with a redirect, which is never followed with credentials.`,
      action: 'Check the address in the credential.',
    };
  return {
    code: 'ERR_REFUSED',
    message: `${title} refused the request as invalid (status ${status}).`,
    action: 'Check the values of this case; if they are right, contact the service with the support reference.',
  };
};

/** The error for an answer that is not a success. `known` gives the service's own meaning of a status. */
export const refusal = (
  service: ServiceName,
  response: TransportResponse,
  known?: Partial<Record<number, Sentence>>,
): ServiceError => {
  const { code, message, action } = known?.[response.status] ?? sentenceFor(SERVICE_TITLES[service], response.status);
  return new ServiceError(code, message, action, { service, status: response.status, ...errorMarks(response) });
};

export const isSuccess = (response: TransportResponse): boolean => response.status >= 200 && response.status < 300;
