/**
 * A service as a Node-RED node: the one path from a message to the core. Everything that can fail is caught here, for a
 * rejected input handler ends the whole runtime.
 */
import type { Node, NodeAPI, NodeMessageInFlow } from 'node-red';
import {
  inputRulesFor,
  operationNamed,
  presentError,
  runOperation,
  ServiceError,
  SERVICES,
  type Outcome,
  type PresentedError,
  type Service,
  type ServiceKey,
  type Session,
} from '../../src/core';
import type { FiksNode, MaskinportenNode } from './credentialNodes';
import { isSkipped, readInputs, readItems } from './inputs';
import type { ServiceDefinition } from './serviceConfig';
import { portsOver } from './transport';

type Send = (message: NodeMessageInFlow | NodeMessageInFlow[][]) => void;

const missing = (what: string): ServiceError =>
  new ServiceError('ERR_CREDENTIAL_INCOMPLETE', `The node has no ${what}.`, `Choose or add one in the node's dialog.`);

/** What Catch nodes get: `code` to branch on, and the rest under `cause`. */
const catchable = (presented: PresentedError): Error => {
  const error = new Error(`${presented.message} ${presented.action}`);
  return Object.assign(error, { name: 'ServiceError', code: presented.code, cause: presented });
};

const sessionFor = (
  RED: NodeAPI,
  node: Node,
  service: Service,
  definition: ServiceDefinition,
  signal: AbortSignal,
): Session => {
  const maskinporten = RED.nodes.getNode(definition.maskinporten) as MaskinportenNode | null;
  if (!maskinporten) throw missing('Maskinporten configuration');
  const fiks = service.needsFiks ? (RED.nodes.getNode(definition.fiks ?? '') as FiksNode | null) : null;
  if (service.needsFiks && !fiks) throw missing('Fiks integration');
  return {
    ports: portsOver(maskinporten.connection(), (sentence) => node.warn(sentence)),
    signal,
    maskinporten: maskinporten.credential(),
    fiks: fiks?.credential(),
  };
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The item with what was found out about it; an item that is not an object is replaced. */
const itemAfter = (item: unknown, outcome: Outcome): Record<string, unknown> => ({
  ...(isObject(item) ? item : {}),
  ...(outcome.ok ? outcome.value : { error: presentError(outcome.error) }),
});

const showResult = (node: Node, results: readonly unknown[], outcomes: readonly Outcome[]): void => {
  const failures = outcomes.filter(({ ok }) => !ok).length;
  node.status(
    failures === 0
      ? { fill: 'green', shape: 'dot', text: `${results.length}` }
      : { fill: 'yellow', shape: 'ring', text: `${outcomes.length - failures} ✓  ${failures} ✗` },
  );
};

export const registerService = (RED: NodeAPI, key: ServiceKey): void => {
  const service: Service = SERVICES[key];

  function ServiceNode(this: Node, definition: ServiceDefinition): void {
    RED.nodes.createNode(this, definition);
    const running = new Set<AbortController>();

    const emit = (message: NodeMessageInFlow, results: readonly unknown[], isList: boolean, send: Send): void => {
      const put = (target: NodeMessageInFlow, value: unknown): NodeMessageInFlow => {
        RED.util.setMessageProperty(target, definition.result || 'payload', value, true);
        return target;
      };
      if (!isList || definition.mode !== 'messages') {
        send(put(message, isList ? results : results[0]));
        return;
      }
      const id = RED.util.generateId();
      const { parts } = message as { parts?: unknown };
      send([
        results.map((result, index) => {
          const one = RED.util.cloneMessage(message);
          return Object.assign(put(one, result), {
            parts: { id, index, count: results.length, type: 'array', ...(parts ? { parts } : {}) },
          });
        }),
      ]);
    };

    const handle = async (message: NodeMessageInFlow, send: Send, signal: AbortSignal): Promise<void> => {
      const operation = operationNamed(service, definition.operation);
      if (!operation) throw missing('operation');
      this.status({ fill: 'blue', shape: 'dot', text: `${definition.type}.status.running` });
      const { items, isList } = await readItems(RED, this, definition, message);
      const wanted = items.flatMap((item, index) => (isSkipped(RED, definition, item) ? [] : [index]));
      const session = sessionFor(RED, this, service, definition, signal);
      const inputs = await readInputs(
        RED,
        this,
        definition,
        operation,
        message,
        wanted.map((index) => items[index]),
      );
      const outcomes = await runOperation(operation, session, inputs, {
        rules: inputRulesFor(session.maskinporten),
        signal,
        onProgress: (done, total) => {
          if (total > 1) this.status({ fill: 'blue', shape: 'dot', text: `${done}/${total}` });
        },
      });
      const [first] = outcomes;
      if (!isList && first && !first.ok) throw first.error;
      const results = [...items];
      outcomes.forEach((outcome, at) => {
        const index = wanted[at] ?? 0;
        results[index] = itemAfter(items[index], outcome);
      });
      showResult(this, results, outcomes);
      emit(message, results, isList, send);
    };

    this.on('input', (message, send, done) => {
      const controller = new AbortController();
      running.add(controller);
      handle(message, send as Send, controller.signal)
        .then(
          () => done(),
          (error: unknown) => {
            const presented = presentError(error);
            this.status({ fill: 'red', shape: 'ring', text: presented.code });
            done(catchable(presented));
          },
        )
        .finally(() => running.delete(controller));
    });

    this.on('close', (done: () => void) => {
      for (const controller of running) controller.abort();
      this.status({});
      done();
    });
  }

  RED.nodes.registerType(`norsk-kommune-${key}`, ServiceNode as never);
};
