import { randomUUID } from 'node:crypto';
import { Refusal } from '../refusal.js';
import type { RefusalBody } from '../traffic/service.js';

/** A refusal that comes from the register itself and passes through Fiks unchanged. */
export class RegisterRefusal extends Refusal {}

/** No list of the register's codes is public; this is the only one seen with a malformed request. */
const CODE = 'FREG-001';

const registerError = (refusal: Refusal): unknown => ({
  kode: CODE,
  melding: refusal.message,
  korrelasjonsid: randomUUID(),
});

/** Chooses between the two shapes a caller meets: the register's own, and that of Fiks in front of it. */
export const folkeregisterError =
  (fiksError: RefusalBody): RefusalBody =>
  (refusal, request) =>
    refusal instanceof RegisterRefusal ? registerError(refusal) : fiksError(refusal, request);
