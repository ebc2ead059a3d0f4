import type { ConnectionPlan, Probe } from '../connection/plan';
import { FIKS_SCOPE, fiksCredentialOf } from '../fiks/fiksCall';
import { isServiceError } from '../http/serviceError';
import { hostOf } from '../maskinporten/credential';
import type { Session } from '../session';
import { KJORETOYREGISTER_HOSTS, lookUpMany } from './client';

/** No vehicle has it. */
const NO_VEHICLE = '0';

const askForNoVehicle = async (session: Session, fiksOrgId: string): Promise<void> => {
  try {
    await lookUpMany(session, fiksOrgId, 'kuid', [{ kuid: NO_VEHICLE }]);
  } catch (error) {
    // That the id is refused shows that everything before it was accepted.
    if (!isServiceError(error) || error.code !== 'ERR_REFUSED') throw error;
  }
};

const probesOf = (session: Session): Probe[] => {
  const { fiksOrgId } = fiksCredentialOf(session);
  if (!fiksOrgId) return [];
  const run = (asking: Session): Promise<void> => askForNoVehicle(asking, fiksOrgId);
  return [{ what: 'the vehicle register for the Fiks organisation of the credential', run }];
};

export const kjoretoyregisterConnection: ConnectionPlan = {
  address: (credential) => hostOf(credential, KJORETOYREGISTER_HOSTS),
  scope: () => FIKS_SCOPE,
  probes: probesOf,
};
