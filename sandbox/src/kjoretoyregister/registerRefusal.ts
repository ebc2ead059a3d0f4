import { randomUUID } from 'node:crypto';
import { Refusal } from '../refusal.js';
import type { RefusalBody } from '../traffic/service.js';

/** A refusal that comes from Statens vegvesen and passes through Fiks unchanged, whatever its body. */
export class RegisterRefusal extends Refusal {
  constructor(
    status: number,
    readonly body: unknown,
    reason: string,
  ) {
    super(status, reason);
  }
}

/** The register's failures carry a trace id that one is to report. The rest of the object is not documented. */
const failure = (feilmelding: string) => ({ feilmelding, svvguid: randomUUID() });

export const unreadableRequest = (reason: string): RegisterRefusal =>
  new RegisterRefusal(400, failure('UGYLDIG_FORESPORSEL'), reason);

/**
 * Chooses between the shapes a caller meets: what the register said, its own failure for a 500, and that of Fiks in front
 * of it for everything else.
 */
export const kjoretoyregisterError =
  (fiksError: RefusalBody): RefusalBody =>
  (refusal, request) => {
    if (refusal instanceof RegisterRefusal) return refusal.body;
    return refusal.status === 500 ? failure('TEKNISK_FEIL') : fiksError(refusal, request);
  };
