/**
 * What a config dialog sent, as the values it stands for. What a browser sends can neither direct a stored secret elsewhere
 * nor ask for an environment variable that nobody has deployed.
 */
import type { NodeAPI, NodeDef } from 'node-red';
import type { CredentialDeclaration } from '../../src/core';
import { isSecret } from './credentialNodes';

export type Form = Readonly<Record<string, unknown>>;

/** What Node-RED's editor shows in place of a stored secret. */
const UNCHANGED = '__PWRD__';

/** Fields that decide where a request goes. */
const WHERE = ['environment', 'sandboxUrl', 'issuer', 'tokenUrl', 'proxy'] as const;

/** `${NAME}`, which Node-RED replaces by an environment variable when it deploys; in the rows of a list too. */
const namesVariable = (value: unknown): boolean => {
  if (typeof value === 'string') return /^\$\{[^}]+\}$/.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(namesVariable);
};

/** As it stands in the flow, with the names of variables and not their values. */
const deployedForm = (RED: NodeAPI, id: unknown): Form => {
  let found: Form = {};
  RED.nodes.eachNode((node: NodeDef) => {
    if (node.id === id) found = { ...node };
  });
  return found;
};

/**
 * The form with the values of variables, as far as it was deployed so; undefined where it names another. Variables are for
 * those who run Node-RED to give out, and what a check shows must not be a way to read them.
 */
export const withVariables = (RED: NodeAPI, form: Form, stored: Form | undefined): Form | undefined => {
  const named = Object.keys(form).filter((name) => namesVariable(form[name]));
  if (named.length === 0) return form;
  const deployed = deployedForm(RED, form.id);
  const isDeployed = (name: string): boolean => JSON.stringify(deployed[name]) === JSON.stringify(form[name]);
  if (!stored || !named.every(isDeployed)) return undefined;
  return { ...form, ...Object.fromEntries(named.map((name) => [name, stored[name]])) };
};

/** The form with stored secrets filled in, or nothing where that is not safe. */
export const withSecrets = (
  declaration: CredentialDeclaration,
  form: Form,
  stored: Form | undefined,
): Form | undefined => {
  const unchanged = declaration.fields.filter(({ name, kind }) => isSecret(kind) && form[name] === UNCHANGED);
  if (unchanged.length === 0) return form;
  if (!stored || WHERE.some((field) => (form[field] ?? '') !== (stored[field] ?? ''))) return undefined;
  return { ...form, ...Object.fromEntries(unchanged.map(({ name }) => [name, stored[name]])) };
};
