import { INTEGRATION, REFERENCE_SECRET } from '../fiks/integration.js';
import { DEFAULT_ROLE, ROLES } from '../folkeregister/roles.js';
import { DEFAULT_CLIENT, OTHER_CLIENTS, PRIVATE_KEY_TEXT, type MaskinportenClient } from '../maskinporten/clients.js';

/** Everything a user pastes into the credentials of a flow. */
export const credentialsFor = (url: string) => ({
  maskinporten: {
    environment: 'sandbox',
    sandboxUrl: url,
    clientId: DEFAULT_CLIENT.clientId,
    keyId: DEFAULT_CLIENT.key.kid,
    privateKey: PRIVATE_KEY_TEXT,
    organisation: DEFAULT_CLIENT.organisation,
  },
  fiks: {
    integrationId: INTEGRATION.id,
    integrationPassword: INTEGRATION.password,
    rolleId: DEFAULT_ROLE.rolleId,
    kontoId: INTEGRATION.kontoId,
    fiksOrgId: INTEGRATION.fiksOrgId,
    referenceSecret: REFERENCE_SECRET,
  },
  roles: ROLES.map(({ name, rolleId, description }) => ({ name, rolleId, description })),
  clients: OTHER_CLIENTS.map(describeClient),
});

/** They all sign with the same private key. */
const describeClient = ({ clientId, organisation, scopes, key, description }: MaskinportenClient) => ({
  clientId,
  organisation,
  scopes,
  keyId: key.kid,
  description,
});
