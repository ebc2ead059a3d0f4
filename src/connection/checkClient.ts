/**
 * A check of the Maskinporten client alone: it may have the scopes of some services and not of others, and be right.
 */
import { ABOUT_THE_SCOPE } from '../maskinporten/tokenRefusal';
import type { Session } from '../session';
import { checkConnection, once } from './checkConnection';
import type { ConnectionPlan } from './plan';
import { reportOf, type ConnectionReport, type Step } from './report';

const refusedScope = ({ scope, serviceCode = '' }: Step): string | undefined =>
  ABOUT_THE_SCOPE.includes(serviceCode) ? scope : undefined;

const retell = (step: Step, hasToken: boolean): Step => {
  const scope = refusedScope(step);
  if (scope === undefined) return step;
  const message = `About ${scope}: ${step.message}`;
  if (!hasToken) return { ...step, message };
  const action = [step.action, 'If no flow needs this scope, nothing is wrong.'].filter(Boolean).join(' ');
  return { ...step, status: 'warning', message, action };
};

/**
 * As `checkConnection`, without a Fiks integration; but where some token is issued, a scope the client does not have is only
 * a warning.
 */
export const checkClient = async (
  session: Omit<Session, 'fiks'>,
  plans: readonly ConnectionPlan[],
): Promise<ConnectionReport> => {
  const withoutFiks = plans.map(({ address, scope }): ConnectionPlan => ({ address, scope }));
  const { steps, key, tokens } = await checkConnection(session, withoutFiks);
  return reportOf(once(steps.map((step) => retell(step, tokens.length > 0))), { key, tokens });
};
