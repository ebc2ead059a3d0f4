/**
 * A service as a Node-RED node: the one path from a message to the core. Everything that can fail is caught here, for a
 * rejected input handler ends the whole runtime.
 */
import type { Node, NodeAPI, NodeMessageInFlow, NodeStatus } from 'node-red';
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
import { oneMessageEach, resultPath, withResult } from './results';
import type { ServiceDefinition } from './serviceConfig';
import { portsOver } from './transport';

type Send = (message: NodeMessageInFlow | NodeMessageInFlow[][]) => void;

const missing = (what: string): ServiceError =>
  new ServiceError('ERR_CREDENTIAL_INCOMPLETE', `The node has no ${what}.`, `Choose or add one in the node's dialog.`);

const noOperation = (): ServiceError =>
  new ServiceError('ERR_INVALID_INPUT', 'The node has no operation.', `Choose one in the node's dialog.`, {
    field: 'operation',
  });

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

const resultStatus = (outcomes: readonly Outcome[]): NodeStatus => {
  const failures = outcomes.filter(({ ok }) => !ok).length;
  return failures === 0
    ? { fill: 'green', shape: 'dot', text: `${outcomes.length}` }
    : { fill: 'yellow', shape: 'ring', text: `${outcomes.length - failures} ✓  ${failures} ✗` };
};

export const registerService = (RED: NodeAPI, key: ServiceKey): void => {
  const service: Service = SERVICES[key];

  function ServiceNode(this: Node, definition: ServiceDefinition): void {
    RED.nodes.createNode(this, definition);
    const running = new Set<AbortController>();

    const handle = async (message: NodeMessageInFlow, send: Send, signal: AbortSignal): Promise<void> => {
      // A run that was stopped belongs to a node that is gone; its status would stay on the one that took its place.
      const show = (status: NodeStatus): void => {
        if (!signal.aborted) this.status(status);
      };
      const operation = operationNamed(service, definition.operation);
      if (!operation) throw noOperation();
      const path = resultPath(RED, definition, message);
      show({ fill: 'blue', shape: 'dot', text: `${definition.type}.status.running` });
      const { items, isList } = await readItems(RED, this, definition, message);
      const wanted = items.flatMap((item, index) => (isSkipped(RED, definition, item) ? [] : [index]));
      const session = sessionFor(RED, this, service, definition, signal);
      const wantedItems = wanted.map((index) => items[index]);
      const inputs = await readInputs(RED, this, definition, operation, message, wantedItems);
      const outcomes = await runOperation(operation, session, inputs, {
        rules: inputRulesFor(session.maskinporten),
        signal,
        onProgress: (done, total) => {
          if (total > 1) show({ fill: 'blue', shape: 'dot', text: `${done}/${total}` });
        },
      });
      const [first] = outcomes;
      if (!isList && first && !first.ok) throw first.error;
      const results = [...items];
      outcomes.forEach((outcome, at) => {
        const index = wanted[at] ?? 0;
        results[index] = itemAfter(items[index], outcome);
      });
      show(resultStatus(outcomes));
      if (isList && definition.mode === 'messages') send([oneMessageEach(RED, message, path, definition, results)]);
      else send(withResult(RED, message, path, isList ? results : results[0]));
    };

    this.on('input', (message, send, done) => {
      const controller = new AbortController();
      running.add(controller);
      handle(message, send as Send, controller.signal)
        .then(
          () => {
            done();
          },
          (error: unknown) => {
            const presented = presentError(error);
            if (!controller.signal.aborted) this.status({ fill: 'red', shape: 'ring', text: presented.code });
            done(catchable(presented));
          },
        )
        // Handing over can fail too, and a rejection that nobody handles ends the whole of Node-RED.
        .catch(() => {
          this.error('The message could not be handed on.');
        })
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
