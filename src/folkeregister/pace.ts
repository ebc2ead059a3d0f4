/**
 * How fast one person after the other is asked for. The test environment takes 1200 requests a minute from an address, and
 * through Fiks all municipalities may share one (fact sheet folkeregister §8.3); production takes far more.
 */
import { transportFailure } from '../http/call';
import { executionOf, type Session } from '../session';

const APART_MS = 50;

/** When an execution may ask again, milliseconds since the epoch. */
const next = new WeakMap<Session, number>();

/** @throws ServiceError ERR_CANCELLED */
export const pause = async ({ ports, signal }: Session, ms: number): Promise<void> =>
  ports.sleep(ms, signal).catch((error: unknown) => {
    throw transportFailure('folkeregister', error, signal);
  });

/**
 * Resolves when it is this request's turn: however many wait in an execution, they go one by one.
 * @throws ServiceError ERR_CANCELLED
 */
export const turn = async (session: Session): Promise<void> => {
  const execution = executionOf(session);
  const now = session.ports.now();
  const at = Math.max(now, next.get(execution) ?? 0);
  next.set(execution, at + APART_MS);
  if (at > now) await pause(session, at - now);
};
