import sandboxCertificate from '../data/sandbox-certificate.json' with { type: 'json' };
import { INTEGRATION, OTHER_INTEGRATIONS, REFERENCE_SECRET } from '../fiks/integration.js';
import { DEFAULT_ROLE, ROLES } from '../folkeregister/roles.js';
import {
  CERTIFICATE_CLIENT,
  DEFAULT_CLIENT,
  OTHER_CLIENTS,
  PRIVATE_KEY_TEXT,
  type BuiltInClient,
} from '../maskinporten/clients.js';
import { list, object, text } from '../schema.js';
import { ACCOUNTS } from '../svarut/accounts.js';

/** Everything a user pastes into the credentials of a flow. */
export const credentialsFor = (url: string) => ({
  maskinporten: {
    environment: 'sandbox',
    sandboxUrl: url,
    clientId: DEFAULT_CLIENT.clientId,
    keyId: keyIdOf(DEFAULT_CLIENT),
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
  integrations: OTHER_INTEGRATIONS.map(({ name, id, password, description }) => ({
    name,
    integrationId: id,
    integrationPassword: password,
    description,
  })),
  accounts: ACCOUNTS.map(({ name, kontoId, description }) => ({ name, kontoId, description })),
  roles: ROLES.map(({ name, rolleId, description }) => ({ name, rolleId, description })),
  clients: OTHER_CLIENTS.map(describeClient),
  certificateClient: {
    ...describeClient(CERTIFICATE_CLIENT),
    privateKey: sandboxCertificate.pkcs12,
    passphrase: sandboxCertificate.passphrase,
    privateKeyAsPem: sandboxCertificate.pem,
  },
});

/** Empty when none is registered. */
const keyIdOf = ({ keys }: BuiltInClient): string => keys[0]?.kid ?? '';

const describeClient = (client: BuiltInClient) => ({
  clientId: client.clientId,
  organisation: client.organisation,
  scopes: client.scopes,
  keyId: keyIdOf(client),
  description: client.description,
});

const described = { description: text };
const clientSchema = { clientId: text, organisation: text, scopes: list(text), keyId: text, ...described };

export const credentialsSchema = object({
  maskinporten: object({
    environment: text,
    sandboxUrl: text,
    clientId: text,
    keyId: text,
    privateKey: text,
    organisation: text,
  }),
  fiks: object({
    integrationId: text,
    integrationPassword: text,
    rolleId: text,
    kontoId: text,
    fiksOrgId: text,
    referenceSecret: text,
  }),
  integrations: list(object({ name: text, integrationId: text, integrationPassword: text, ...described })),
  accounts: list(object({ name: text, kontoId: text, ...described })),
  roles: list(object({ name: text, rolleId: text, ...described })),
  clients: list(object(clientSchema)),
  certificateClient: object({ ...clientSchema, privateKey: text, passphrase: text, privateKeyAsPem: text }),
});
