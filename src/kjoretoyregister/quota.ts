/**
 * A spent quota is spent until midnight: asking on in vain would only add load (fact sheet kjoretoy §4.5).
 */
import { isServiceError, type ServiceError } from '../http/serviceError';
import { executionOf, type Session } from '../session';

const executions = new WeakMap<Session, Map<string, ServiceError>>();

/** The refusals of an execution, by Fiks organisation: one may have vehicles left where another has none. */
const refusalsIn = (session: Session): Map<string, ServiceError> => {
  const refusals = executions.get(executionOf(session)) ?? new Map<string, ServiceError>();
  executions.set(executionOf(session), refusals);
  return refusals;
};

/**
 * Runs `ask` unless this execution was already told that the organisation's quota is spent.
 * @throws ServiceError ERR_QUOTA_SPENT, as it was told then
 */
export const withinQuota = async <Answer>(
  session: Session,
  fiksOrgId: string,
  ask: () => Promise<Answer>,
): Promise<Answer> => {
  const refusals = refusalsIn(session);
  const spent = refusals.get(fiksOrgId);
  if (spent) throw spent;
  try {
    return await ask();
  } catch (error) {
    if (isServiceError(error) && error.code === 'ERR_QUOTA_SPENT') refusals.set(fiksOrgId, error);
    throw error;
  }
};
