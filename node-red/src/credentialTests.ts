/**
 * The checks of the config dialogs.
 */
import type { NodeAPI } from 'node-red';
import {
  checkClient,
  checkConnection,
  CONNECTION_PLANS,
  FIKS_CREDENTIAL,
  MASKINPORTEN_CREDENTIAL,
  presentError,
  readFiksCredential,
  readMaskinportenCredential,
  ServiceError,
  SERVICES,
  type ConnectionReport,
  type CredentialDeclaration,
  type Ports,
  type Step,
} from '../../src/core';
import { fiksNamed, maskinportenNamed, proxyNamed } from './credentialNodes';
import { withSecrets, withVariables, type Form } from './dialogForm';
import { connect, portsOver, type Connection } from './transport';

/** Without a step: the form is right, and nobody was asked. */
type CheckAnswer = ConnectionReport | { readonly ok: boolean; readonly steps: readonly Omit<Step, 'step'>[] };

const stopped = (message: string, action: string): CheckAnswer => ({
  ok: false,
  steps: [{ status: 'failed', message, action }],
});

const DEPLOY_FIRST = stopped(
  'The stored secret is tested only with the stored settings.',
  'Deploy the change first, or paste the secret again.',
);

const VARIABLE_NOT_DEPLOYED = stopped(
  'A value from an environment variable is tested only as it was deployed.',
  'Deploy the change first, or fill in the value itself.',
);

const failure = (error: unknown): CheckAnswer => {
  const { message, action } = presentError(error);
  return stopped(message, action);
};

/** What there is to warn of stands in the report. */
const quietPorts = (connection: Connection): Ports => portsOver(connection, () => undefined);

const checkMaskinportenForm = async (RED: NodeAPI, form: Form): Promise<CheckAnswer> => {
  const maskinporten = readMaskinportenCredential(form);
  const connection = connect(proxyNamed(RED, form.proxy));
  try {
    return await checkClient({ ports: quietPorts(connection), maskinporten }, CONNECTION_PLANS);
  } finally {
    await connection.close();
  }
};

/** Where Fiks is asked, and with whose token, is that of a deployed Maskinporten configuration and of nothing in the form. */
const checkFiksForm = async (RED: NodeAPI, form: Form): Promise<CheckAnswer> => {
  const fiks = readFiksCredential(form);
  if (!form.maskinporten) return { ok: true, steps: [] };
  const client = maskinportenNamed(RED, form.maskinporten);
  if (!client) {
    throw new ServiceError(
      'ERR_CREDENTIAL_INCOMPLETE',
      'The Maskinporten configuration to check with is not deployed.',
      'Deploy it first, or choose another.',
    );
  }
  const services = Object.values(SERVICES).filter(({ needsFiks }) => needsFiks);
  const maskinporten = client.credential();
  const session = { ports: quietPorts(client.connection()), maskinporten, fiks };
  return checkConnection(
    session,
    services.map((service) => service.connection),
  );
};

interface Check {
  readonly path: string;
  readonly declaration: CredentialDeclaration;
  readonly storedIn: typeof maskinportenNamed | typeof fiksNamed;
  readonly run: (RED: NodeAPI, form: Form) => Promise<CheckAnswer>;
}

const CHECKS: readonly Check[] = [
  {
    path: '/norsk-kommune/maskinporten/test',
    declaration: MASKINPORTEN_CREDENTIAL,
    storedIn: maskinportenNamed,
    run: checkMaskinportenForm,
  },
  { path: '/norsk-kommune/fiks/test', declaration: FIKS_CREDENTIAL, storedIn: fiksNamed, run: checkFiksForm },
];

const answerTo = async (RED: NodeAPI, { declaration, storedIn, run }: Check, sent: unknown): Promise<CheckAnswer> => {
  const given = (sent ?? {}) as Form;
  const stored = storedIn(RED, given.id)?.stored;
  const form = withVariables(RED, given, stored);
  if (!form) return VARIABLE_NOT_DEPLOYED;
  const whole = withSecrets(declaration, form, stored);
  return whole ? run(RED, whole) : DEPLOY_FIRST;
};

export const registerCredentialTests = (RED: NodeAPI): void => {
  const write = RED.auth.needsPermission('norsk-kommune.write');
  for (const check of CHECKS) {
    RED.httpAdmin.post(check.path, write, (request, response) => {
      answerTo(RED, check, request.body).then(
        (answer) => response.json(answer),
        (error: unknown) => response.json(failure(error)),
      );
    });
  }
};
