/**
 * The two config nodes: who asks, and for which municipality. Secrets stay in Node-RED's credential store.
 */
import type { Node, NodeAPI, NodeDef } from 'node-red';
import {
  FIKS_CREDENTIAL,
  MASKINPORTEN_CREDENTIAL,
  readFiksCredential,
  readMaskinportenCredential,
  type CredentialDeclaration,
  type FiksCredential,
  type MaskinportenCredential,
} from '../../src/core';
import { connect, type Connection, type Proxy } from './transport';

type Stored = Readonly<Record<string, unknown>>;

export const isSecret = (kind: CredentialDeclaration['fields'][number]['kind']): boolean =>
  kind === 'secret' || kind === 'secretText';

/** For RED.nodes.registerType: what is stored encrypted and never sent to the browser. */
const secretsOf = (declaration: CredentialDeclaration): Record<string, { type: 'password' }> =>
  Object.fromEntries(
    declaration.fields.filter(({ kind }) => isSecret(kind)).map(({ name }) => [name, { type: 'password' }]),
  );

export interface MaskinportenNode extends Node {
  /** @throws ServiceError when something is missing */
  credential(): MaskinportenCredential;
  connection(): Connection;
  /** As stored, for the test button. */
  readonly stored: Stored;
}

export interface FiksNode extends Node {
  /** @throws ServiceError when something is missing */
  credential(): FiksCredential;
}

interface HttpProxyNode extends Omit<Node, 'credentials'> {
  readonly url?: string;
  readonly noproxy?: readonly string[];
  /** Absent when none was filled in. */
  readonly credentials?: { readonly username?: string; readonly password?: string };
}

/** The proxy of an `http proxy` configuration, by its id. */
export const proxyNamed = (RED: NodeAPI, id: unknown): Proxy | undefined => {
  const node = typeof id === 'string' && id ? (RED.nodes.getNode(id) as HttpProxyNode | null) : undefined;
  if (!node?.url) return undefined;
  const { username, password } = node.credentials ?? {};
  const token = username ? `Basic ${Buffer.from(`${username}:${password ?? ''}`).toString('base64')}` : undefined;
  return { url: node.url, noProxy: node.noproxy ?? [], token };
};

const MASKINPORTEN_TYPE = 'norsk-kommune-maskinporten';
const FIKS_TYPE = 'norsk-kommune-fiks';

export const registerMaskinporten = (RED: NodeAPI): void => {
  function MaskinportenConfig(this: MaskinportenNode, definition: NodeDef & Stored & { proxy?: string }): void {
    RED.nodes.createNode(this, definition);
    const stored: Stored = { ...definition, ...(this.credentials as Stored | undefined) };
    let connection: Connection | undefined;
    Object.defineProperty(this, 'stored', { value: stored, enumerable: false });
    this.credential = () => readMaskinportenCredential(stored);
    this.connection = () => (connection ??= connect(proxyNamed(RED, definition.proxy)));
    this.on('close', (done: () => void) => {
      const open = connection;
      connection = undefined;
      if (open) open.close().then(done, done);
      else done();
    });
  }
  RED.nodes.registerType(MASKINPORTEN_TYPE, MaskinportenConfig as never, {
    credentials: secretsOf(MASKINPORTEN_CREDENTIAL),
  });
};

export const registerFiks = (RED: NodeAPI): void => {
  function FiksConfig(this: FiksNode, definition: NodeDef & Stored): void {
    RED.nodes.createNode(this, definition);
    const stored: Stored = { ...definition, ...(this.credentials as Stored | undefined) };
    this.credential = () => readFiksCredential(stored);
  }
  RED.nodes.registerType(FIKS_TYPE, FiksConfig as never, { credentials: secretsOf(FIKS_CREDENTIAL) });
};
