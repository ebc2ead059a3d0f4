/**
 * A service as a Node-RED node: the one path from a message to the core. Everything that can fail is caught here, for a
 * rejected input handler ends the whole runtime.
 */
import type { Node, NodeAPI, NodeMessageInFlow, NodeStatus } from 'node-red';
import {
  inputRulesFor,
  isOffline,
  operationNamed,
  presentError,
  runOffline,
  runOperation,
  ServiceError,
  SERVICES,
  type Outcome,
  type Service,
  type ServiceKey,
} from '../../src/core';
import { outputsOf } from './branches';
import { catchable } from './catchable';
import { isSkipped, readInputs, readItems } from './inputs';
import { messagesFor, resultPath } from './results';
import { isLast, placeOf, progressOf } from './sequence';
import type { ServiceDefinition } from './serviceConfig';
import { sessionFor } from './session';
import { Turns } from './turns';

type Send = (messages: NodeMessageInFlow[][]) => void;

const noOperation = (): ServiceError =>
  new ServiceError('ERR_INVALID_INPUT', 'The node has no operation.', `Choose one in the node's dialog.`, {
    field: 'operation',
  });

const stopped = (): ServiceError =>
  new ServiceError(
    'ERR_CANCELLED',
    'The node was stopped before this message had its turn.',
    'Send it again when you are ready.',
  );

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The item with what was found out about it; an item that is not an object is replaced. An error that an earlier run left on
 * it does not stand beside a success.
 */
const itemAfter = (item: unknown, outcome: Outcome): Record<string, unknown> => {
  const { error: _old, ...held } = isObject(item) ? item : {};
  return outcome.ok ? { ...held, ...outcome.value } : { ...held, error: presentError(outcome.error) };
};

const working = (text: string): NodeStatus => ({ fill: 'blue', shape: 'dot', text });

/** The editor translates a text that is a key of the catalogue, and only when it is nothing else. */
const resultStatus = (type: string, outcomes: readonly Outcome[], warned: boolean): NodeStatus => {
  const failures = outcomes.filter(({ ok }) => !ok).length;
  if (failures > 0) {
    const text = `${outcomes.length - failures} ✓  ${failures} ✗${warned ? '  ⚠' : ''}`;
    return { fill: 'yellow', shape: 'ring', text };
  }
  if (warned) return { fill: 'yellow', shape: 'dot', text: `${type}.status.warning` };
  return { fill: 'green', shape: 'dot', text: `${outcomes.length}` };
};

export const registerService = (RED: NodeAPI, key: ServiceKey): void => {
  const service: Service = SERVICES[key];

  function ServiceNode(this: Node, definition: ServiceDefinition): void {
    RED.nodes.createNode(this, definition);
    const running = new Set<AbortController>();
    const turns = new Turns();

    const handle = async (
      message: NodeMessageInFlow,
      send: Send,
      signal: AbortSignal,
      before: Promise<void>,
    ): Promise<void> => {
      if (signal.aborted) throw stopped();
      const place = placeOf(message);
      // A run that was stopped belongs to a node that is gone; its status would stay on the one that took its place.
      const show = (status: NodeStatus): void => {
        if (!signal.aborted) this.status(status);
      };
      // Every call of a message can have the same to say.
      const warnings = new Set<string>();
      const warn = (sentence: string): void => {
        if (!warnings.has(sentence)) this.warn(sentence);
        warnings.add(sentence);
      };
      const operation = operationNamed(service, definition.operation);
      if (!operation) throw noOperation();
      const path = resultPath(RED, definition, message);
      if (!place) show(working(`${definition.type}.status.running`));
      const { items, isList } = await readItems(RED, this, definition, message);
      const wanted = items.flatMap((item, index) => (isSkipped(RED, definition, item) ? [] : [index]));
      const wantedItems = wanted.map((index) => items[index]);
      const inputs = await readInputs(RED, this, definition, operation, message, wantedItems);
      const onProgress = (done: number, total: number): void => {
        if (total > 1 && !place) show(working(`${done}/${total}`));
      };
      const ask = async (): Promise<Outcome[]> => {
        const session = {
          ...sessionFor(RED, service, definition, inputs, warn, signal),
          // The messages of a sequence are one execution.
          execution: place && `${this.id}/${place.sequence}`,
          onProgress: (done: number) => {
            if (inputs.length === 1 && !place) show(working(`${done}/…`));
          },
        };
        const rules = inputRulesFor(session.maskinporten);
        return runOperation(operation, session, inputs, { rules, signal, onProgress });
      };
      const outcomes = isOffline(operation) ? await runOffline(operation, inputs, { signal, onProgress }) : await ask();
      const [first] = outcomes;
      if (!isList && first && !first.ok) throw first.error;
      const found = new Map(wanted.map((index, at) => [index, outcomes[at]]));
      const results = Array.from(items, (item, index) => {
        const outcome = found.get(index);
        return { item: outcome ? itemAfter(item, outcome) : item, outcome };
      });
      await before;
      const clean = outcomes.every(({ ok }) => ok) && warnings.size === 0;
      if (place && clean && !isLast(place)) show(working(progressOf(place)));
      else show(resultStatus(definition.type, outcomes, warnings.size > 0));
      send(messagesFor(RED, message, path, definition, { results, isList, outputs: outputsOf(definition, operation) }));
    };

    this.on('input', (message, send, done) => {
      const controller = new AbortController();
      running.add(controller);
      turns
        .take(placeOf(message)?.sequence, (before) => handle(message, send as Send, controller.signal, before))
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
