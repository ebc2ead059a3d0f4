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

interface CredentialNode<Credential> extends Node {
  /** @throws ServiceError when something is missing */
  credential(): Credential;
  /** As stored, for the check in the dialog. */
  readonly stored: Stored;
}

export interface MaskinportenNode extends CredentialNode<MaskinportenCredential> {
  connection(): Connection;
}

export type FiksNode = CredentialNode<FiksCredential>;

interface HttpProxyNode extends Omit<Node, 'credentials'> {
  readonly url?: string;
  readonly noproxy?: readonly string[];
  /** Absent when none was filled in. */
  readonly credentials?: { readonly username?: string; readonly password?: string };
}

const MASKINPORTEN_TYPE = 'norsk-kommune-maskinporten';
const FIKS_TYPE = 'norsk-kommune-fiks';

/** Ids come from flows and from browsers: one that belongs to another type of node finds nothing. */
const deployed = (RED: NodeAPI, type: string, id: unknown): Node | undefined => {
  const node = typeof id === 'string' && id ? (RED.nodes.getNode(id) as Node | null) : undefined;
  return node?.type === type ? node : undefined;
};

/** The proxy of an `http proxy` configuration, by its id. */
export const proxyNamed = (RED: NodeAPI, id: unknown): Proxy | undefined => {
  const node = deployed(RED, 'http proxy', id) as HttpProxyNode | undefined;
  if (!node?.url) return undefined;
  const { username, password } = node.credentials ?? {};
  const token = username ? `Basic ${Buffer.from(`${username}:${password ?? ''}`).toString('base64')}` : undefined;
  return { url: node.url, noProxy: node.noproxy ?? [], token };
};

export const maskinportenNamed = (RED: NodeAPI, id: unknown): MaskinportenNode | undefined =>
  deployed(RED, MASKINPORTEN_TYPE, id) as MaskinportenNode | undefined;

export const fiksNamed = (RED: NodeAPI, id: unknown): FiksNode | undefined =>
  deployed(RED, FIKS_TYPE, id) as FiksNode | undefined;

/** With the secrets, and each `${NAME}` replaced; a node that is written out somewhere does not show it. */
const keepStored = (node: Node, definition: Stored): Stored => {
  const stored: Stored = { ...definition, ...(node.credentials as Stored | undefined) };
  Object.defineProperty(node, 'stored', { value: stored, enumerable: false });
  return stored;
};

export const registerMaskinporten = (RED: NodeAPI): void => {
  function MaskinportenConfig(this: MaskinportenNode, definition: NodeDef & Stored & { proxy?: string }): void {
    RED.nodes.createNode(this, definition);
    const stored = keepStored(this, definition);
    let connection: Connection | undefined;
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
    const stored = keepStored(this, definition);
    this.credential = () => readFiksCredential(stored);
  }
  RED.nodes.registerType(FIKS_TYPE, FiksConfig as never, { credentials: secretsOf(FIKS_CREDENTIAL) });
};
