import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { SandboxState } from '../state.js';
import type { RefusalBody } from '../traffic/service.js';

/** The error object of the Fiks platform. */
export const fiksError =
  (state: SandboxState): RefusalBody =>
  (refusal, request) => ({
    timestamp: Date.now(),
    status: refusal.status,
    error: STATUS_CODES[refusal.status] ?? 'Error',
    errorId: randomUUID(),
    path: request.url.split('?', 1)[0],
    message: refusal.message,
    ...errorJson(state.settings.errorJson, refusal.message),
  });

const errorJson = (form: SandboxState['settings']['errorJson'], melding: string): { errorJson?: unknown } => {
  if (form === 'absent') return {};
  return { errorJson: form === 'object' ? { melding } : JSON.stringify({ melding }) };
};
