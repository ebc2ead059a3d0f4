/**
 * The test buttons of the config dialogs. A stored secret is used only together with the stored address: what a browser
 * sends can never direct it elsewhere.
 */
import type { NodeAPI } from 'node-red';
import {
  checkMaskinporten,
  FIKS_CREDENTIAL,
  MASKINPORTEN_CREDENTIAL,
  presentError,
  readFiksCredential,
  readMaskinportenCredential,
  type CredentialDeclaration,
} from '../../src/core';
import { isSecret, proxyNamed, type MaskinportenNode } from './credentialNodes';
import { connect, portsOver, type Connection } from './transport';

type Form = Readonly<Record<string, unknown>>;

/** What Node-RED's editor shows in place of a stored secret. */
const UNCHANGED = '__PWRD__';

/** Fields that decide where a request goes. */
const WHERE = ['environment', 'sandboxUrl', 'proxy'] as const;

export type TestAnswer =
  | { readonly ok: true; readonly detail: string }
  | { readonly ok: false; readonly message: string; readonly action: string };

const usesStoredSecret = (declaration: CredentialDeclaration, form: Form): boolean =>
  declaration.fields.some(({ name, kind }) => isSecret(kind) && form[name] === UNCHANGED);

const DEPLOY_FIRST: TestAnswer = {
  ok: false,
  message: 'The stored secret is tested only with the stored settings.',
  action: 'Deploy the change first, or paste the secret again.',
};

/** As the runtime does for a deployed node: `${NAME}` is an environment variable. */
const resolved = (RED: NodeAPI, form: Form): Form =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => {
      const variable = typeof value === 'string' ? /^\$\{([^}]+)\}$/.exec(value)?.[1] : undefined;
      return [name, variable === undefined ? value : RED.util.getSetting({} as never, variable)];
    }),
  );

/** The form with stored secrets filled in, or nothing where that is not safe. */
const completed = (declaration: CredentialDeclaration, form: Form, stored: Form | undefined): Form | undefined => {
  if (!usesStoredSecret(declaration, form)) return form;
  if (!stored || WHERE.some((field) => field in form && (form[field] ?? '') !== (stored[field] ?? '')))
    return undefined;
  const secrets = declaration.fields.filter(({ name, kind }) => isSecret(kind) && form[name] === UNCHANGED);
  return { ...form, ...Object.fromEntries(secrets.map(({ name }) => [name, stored[name]])) };
};

const failure = (error: unknown): TestAnswer => {
  const { message, action } = presentError(error);
  return { ok: false, message, action };
};

const testMaskinporten = async (RED: NodeAPI, form: Form): Promise<TestAnswer> => {
  let connection: Connection | undefined;
  try {
    connection = connect(proxyNamed(RED, form.proxy));
    const scope = await checkMaskinporten(
      portsOver(connection, () => undefined),
      readMaskinportenCredential(form),
    );
    return { ok: true, detail: scope };
  } catch (error) {
    return failure(error);
  } finally {
    await connection?.close();
  }
};

const testFiks = (form: Form): TestAnswer => {
  try {
    readFiksCredential(form);
    return { ok: true, detail: '' };
  } catch (error) {
    return failure(error);
  }
};

export const registerCredentialTests = (RED: NodeAPI): void => {
  const write = RED.auth.needsPermission('norsk-kommune.write');
  const storedFormOf = (declaration: CredentialDeclaration, form: Form): Form | undefined => {
    const id = typeof form.id === 'string' ? form.id : '';
    if (declaration === MASKINPORTEN_CREDENTIAL) return (RED.nodes.getNode(id) as MaskinportenNode | null)?.stored;
    return RED.nodes.getCredentials(id) as Form | undefined;
  };
  const route = (
    path: string,
    declaration: CredentialDeclaration,
    test: (form: Form) => TestAnswer | Promise<TestAnswer>,
  ): void => {
    RED.httpAdmin.post(path, write, (request, response) => {
      const form = resolved(RED, (request.body ?? {}) as Form);
      const whole = completed(declaration, form, storedFormOf(declaration, form));
      Promise.resolve(whole ? test(whole) : DEPLOY_FIRST).then(
        (answer) => response.json(answer),
        (error: unknown) => response.json(failure(error)),
      );
    });
  };
  route('/norsk-kommune/maskinporten/test', MASKINPORTEN_CREDENTIAL, (form) => testMaskinporten(RED, form));
  route('/norsk-kommune/fiks/test', FIKS_CREDENTIAL, testFiks);
};
