import type { ConnectionPlan } from '../connection/plan';
import { FIKS_SCOPE } from '../fiks/fiksCall';
import { isServiceError } from '../http/serviceError';
import { hostOf } from '../maskinporten/credential';
import type { Session } from '../session';
import { KRR_HOSTS } from './client';
import { FIKS_REGISTER_HOSTS, getPersonThroughFiks } from './fiksClient';
import { krrScopes } from './scopes';

/** KRR has no call that asks about nobody; a token with its scope is as far as a check goes. */
const krrWith = (includeMailbox: boolean): ConnectionPlan => ({
  address: (credential) => hostOf(credential, KRR_HOSTS),
  scope: (credential) => krrScopes(credential, includeMailbox),
});

/** What every use of KRR needs. */
export const krrConnection = krrWith(false);

/** What the operations need with the same choices. */
export const krrFor = (input: Readonly<Record<string, unknown>>): ConnectionPlan =>
  input.route === 'fiks' ? krrThroughFiks(input.rolleId as string | undefined) : krrWith(input.includeMailbox === true);

/** No number begins so, and none ever will. */
const NOBODY = '00000000000';

const askForNobody = async (session: Session, rolleId: string | undefined): Promise<void> => {
  try {
    await getPersonThroughFiks(session, rolleId, NOBODY);
  } catch (error) {
    // That the number is refused shows that everything before it was accepted.
    if (!isServiceError(error) || error.code !== 'ERR_REFUSED') throw error;
  }
};

/** @param rolleId a Folkeregister role, or its name; the credential's own when absent */
export const krrThroughFiks = (rolleId: string | undefined): ConnectionPlan => ({
  address: (credential) => hostOf(credential, FIKS_REGISTER_HOSTS),
  scope: () => FIKS_SCOPE,
  probes: () => [{ what: 'KRR with the Folkeregister role', run: (session) => askForNobody(session, rolleId) }],
});
