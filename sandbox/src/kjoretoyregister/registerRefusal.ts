import { randomUUID } from 'node:crypto';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
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
export const registerFailure = (feilmelding: string, { settings }: SandboxState) => ({
  feilmelding,
  [settings.vehicleTraceName]: randomUUID(),
});

export const unreadableRequest = (reason: string, state: SandboxState): RegisterRefusal =>
  new RegisterRefusal(400, registerFailure('UGYLDIG_FORESPORSEL', state), reason);

/**
 * Chooses between the shapes a caller meets: what the register said, its own failure for a 500, and that of Fiks in front
 * of it for everything else.
 */
export const kjoretoyregisterError =
  (fiksError: RefusalBody, state: SandboxState): RefusalBody =>
  (refusal, request) => {
    if (refusal instanceof RegisterRefusal) return refusal.body;
    return refusal.status === 500 ? registerFailure('TEKNISK_FEIL', state) : fiksError(refusal, request);
  };
