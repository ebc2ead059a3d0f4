/**
 * What a refusal of the vehicle register means, whether it comes from Fiks or from Statens vegvesen behind it
 * (fact sheet kjoretoy §4.2, §4.5).
 */
import { parseJson } from '../http/answer';
import { retryAfterMs } from '../http/retry';
import { ServiceError } from '../http/serviceError';
import type { TransportResponse } from '../http/transport';
import { fiksRefusal } from '../fiks/fiksCall';
import { codesIn, isCode } from './untyped';

/** Statens vegvesen's name for one failed request; written in different ways, in the body or in a header. */
const svvguidOf = (body: unknown, headers: TransportResponse['headers']): string | undefined =>
  [...Object.entries(body ?? {}), ...Object.entries(headers)]
    .filter(([name]) => /^(?:x-)?svv-?guid$/i.test(name))
    .map(([, value]: [string, unknown]) => value)
    .find((value): value is string => typeof value === 'string' && /^(?=.*\d)[\w-]{8,64}$/.test(value));

const codeIn = (body: unknown): string | undefined =>
  [(body as { readonly feilmelding?: unknown } | undefined)?.feilmelding, ...codesIn(body)].find(isCode);

const quotaSpent = (response: TransportResponse, now: number): ServiceError => {
  const wait = retryAfterMs(response, 'seconds', now);
  return new ServiceError(
    'ERR_QUOTA_SPENT',
    'The vehicle register gives no more vehicles today: the daily quota is spent.',
    'Run the rest again after midnight, Norwegian time, or ask KS for a larger quota.',
    {
      service: 'kjoretoyregister',
      status: response.status,
      retryAfter: wait === undefined ? undefined : new Date(now + wait).toISOString(),
    },
  );
};

const FORBIDDEN = {
  message:
    'The integration may not use the vehicle register for this organisation, or the organisation id is not one of Fiks.',
  action:
    'Check the Fiks organisation id, and in Fiks Konfigurasjon that the vehicle register is activated and the integration has access to it.',
};

/** @param now milliseconds since the epoch */
export const refused = (response: TransportResponse, now: number): ServiceError => {
  if (response.status === 422) return quotaSpent(response, now);
  const { code, message, action, details } = fiksRefusal('kjoretoyregister', response, FORBIDDEN);
  const parsed = parseJson(response);
  const body = typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  const svvguid = svvguidOf(body, response.headers);
  const serviceCode = details.serviceCode ?? codeIn(body);
  if (svvguid === undefined) return new ServiceError(code, message, action, { ...details, serviceCode });
  return new ServiceError(
    code,
    message,
    `${action} The support reference is Statens vegvesen's: send it to api-kjoretoy@vegvesen.no.`,
    { ...details, serviceCode, supportReference: svvguid },
  );
};
