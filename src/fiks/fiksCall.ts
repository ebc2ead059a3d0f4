/**
 * A call to any Fiks service: token, the two integration headers, and the meaning of Fiks' refusals
 * (fact sheet fiks-platform §3, §4).
 */
import { refusal } from '../http/answer';
import type { Call } from '../http/call';
import { ServiceError, type ServiceName } from '../http/serviceError';
import { textOf, type TransportResponse } from '../http/transport';
import { authorizedCall } from '../maskinporten/authorizedCall';
import type { Session } from '../session';
import type { FiksCredential } from './credential';

export const FIKS_SCOPE = 'ks:fiks';

/** @throws ServiceError ERR_CREDENTIAL_INCOMPLETE */
export const fiksCredentialOf = ({ fiks }: Session): FiksCredential => {
  if (fiks) return fiks;
  throw new ServiceError(
    'ERR_CREDENTIAL_INCOMPLETE',
    'The node has no Fiks integration.',
    'Choose a Fiks Integration (KS) API credential on the node.',
    { service: 'fiks' },
  );
};

/** How the integrations of every sandbox begin; they are public and open nothing. */
const OF_THE_SANDBOX = '44a7b17e-d521-4ba0-';

/**
 * Whoever may use a Fiks credential without reading it could otherwise have its password sent to a "sandbox" of their own.
 * @throws ServiceError ERR_CREDENTIAL_INCOMPLETE
 */
const keepFromSandbox = ({ maskinporten }: Session, { integrationId }: FiksCredential): void => {
  if (maskinporten.environment !== 'sandbox' || integrationId.toLowerCase().startsWith(OF_THE_SANDBOX)) return;
  throw new ServiceError(
    'ERR_CREDENTIAL_INCOMPLETE',
    'The Fiks integration is not the one of the sandbox, and its password is not sent to one.',
    'With the environment Sandbox, use the integration the sandbox printed; for a real integration choose Test or Production.',
    { service: 'fiks', field: 'integrationId' },
  );
};

/** The integration is refused, which no new token will change. */
const refusesIntegration = (response: TransportResponse): boolean =>
  response.status === 401 && /integrasjon/i.test(textOf(response));

export const fiksCall = async (session: Session, call: Omit<Call, 'signal'>): Promise<TransportResponse> => {
  const fiks = fiksCredentialOf(session);
  keepFromSandbox(session, fiks);
  const { integrationId, integrationPassword } = fiks;
  const headers = { ...call.headers, IntegrasjonId: integrationId, IntegrasjonPassord: integrationPassword };
  return authorizedCall(session, FIKS_SCOPE, { ...call, headers }, refusesIntegration);
};

/** The error for a refusal from a Fiks service; `forbidden` says who must grant what. */
export const fiksRefusal = (
  service: ServiceName,
  response: TransportResponse,
  forbidden: { message: string; action: string },
): ServiceError => {
  return refusal(service, response, {
    401: refusesIntegration(response)
      ? {
          code: 'ERR_UNAUTHORIZED',
          message:
            'Fiks did not accept the integration: its id, its password or its authorised organisation is wrong (Fiks does not say which).',
          action:
            'Check id and password in the Fiks credential, and in Fiks forvaltning that the authorised organisation is the one that owns the Maskinporten client (or the consumer organisation, where one is filled in).',
        }
      : {
          code: 'ERR_UNAUTHORIZED',
          message: 'Fiks did not accept the Maskinporten token.',
          action:
            'Check that the environment is the right one and that KS has opened the scope ks:fiks for your organisation there.',
        },
    403: { code: 'ERR_FORBIDDEN', ...forbidden },
  });
};
