/**
 * A trigger as a Node-RED node: it begins with the flows and sends a message for each event. Where the trigger follows what it
 * is told of, messages that come in tell it.
 */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Node, NodeAPI, NodeMessageInFlow } from 'node-red';
import {
  checkInput,
  Following,
  inputRulesFor,
  intervalOf,
  presentError,
  SERVICES,
  type FollowPorts,
  type InputRules,
  type News,
  type Session,
} from '../../src/core';
import { catchable } from './catchable';
import { readInputs, valuesIn } from './inputs';
import { PlaceFile } from './placeFile';
import { resultPath } from './results';
import type { ServiceDefinition } from './serviceConfig';
import { sessionFor } from './session';
import { readToFollow } from './toFollow';
import { eventMessages, statusAfter } from './triggerMessages';

type Services = typeof SERVICES;

export type TriggeringService = {
  [Key in keyof Services]: Services[Key] extends { readonly trigger: object } ? Key : never;
}[keyof Services];

/**
 * How long a flow may work on a page before the next is asked for at once: Node-RED does not say when it has ended. The longer,
 * the slower a backlog of many pages; the shorter, the sooner a slow flow is taken to be done.
 */
const SETTLE_MS = 10_000;

const NO_MESSAGE = {} as NodeMessageInFlow;

/** Also where its flow is switched off. A node in a subflow is there as long as the one it was made after. */
const isInFlows = (RED: NodeAPI, { id, _alias }: Node & { readonly _alias?: string }): boolean => {
  let found = false;
  RED.nodes.eachNode((node) => {
    if (node.id === (_alias ?? id)) found = true;
  });
  return found;
};

interface Begun {
  readonly following: Following;
  readonly rules: InputRules;
  /** What is known now, after a change. */
  readonly show: () => void;
  /** Resolves when it has ended. */
  readonly running: Promise<void>;
}

export const registerTrigger = (RED: NodeAPI, key: TriggeringService, settleMs = SETTLE_MS): void => {
  const { trigger } = SERVICES[key];
  const { follows } = trigger;

  function TriggerNode(this: Node, definition: ServiceDefinition): void {
    RED.nodes.createNode(this, definition);
    const stopper = new AbortController();
    const { signal } = stopper;
    const file = new PlaceFile(RED.settings.userDir ?? '', this.id);

    const tell = (error: unknown): void => {
      // With a message beside it, an error reaches Catch nodes.
      this.error(catchable(presentError(error)), NO_MESSAGE);
    };

    /** What there is to warn of is the same in each look. */
    const warned = new Set<string>();
    const warn = (sentence: string): void => {
      if (!warned.has(sentence)) this.warn(sentence);
      warned.add(sentence);
    };

    /** With the configurations as they are now. */
    const session = (values: Record<string, unknown>): Session =>
      sessionFor(RED, SERVICES[key], definition, [{ values }], warn, signal);

    const portsFor = (path: string, onNews: FollowPorts['onNews']): FollowPorts => ({
      deliver: async (events) => this.send([eventMessages(RED, definition, path, events)]),
      keep: (place) => file.write(place),
      sleep: (ms) => sleep(ms, undefined, { signal }),
      onNews,
    });

    const begin = async (): Promise<Begun> => {
      // Before, there may be nobody to send to.
      await once(RED.events, 'flows:started', { signal });
      const path = resultPath(RED, definition, NO_MESSAGE);
      const [own] = await readInputs(RED, this, definition, trigger, NO_MESSAGE, [undefined]);
      const values = valuesIn(own);
      const rules = inputRulesFor(session(values).maskinporten);
      const input = checkInput(trigger.fields, values, rules);
      let last: { readonly news: News; readonly at: number } | undefined;
      const show = (): void => {
        if (last && !signal.aborted) this.status(statusAfter(last.news, follows?.count(following.place), last.at));
      };
      const onNews = (news: News): void => {
        last = { news, at: Date.now() };
        show();
        if (news.kind === 'failed' && news.tell) tell(news.error);
      };
      const following = new Following(
        {
          poll: async (place, within) => trigger.poll(session(values), input, place, within),
          place: await file.read(),
          everyMs: intervalOf(input),
          settleMs,
          signal,
        },
        portsFor(path, onNews),
      );
      return { following, rules, show, running: following.run() };
    };

    const begun = begin();
    begun.catch((error: unknown) => {
      if (signal.aborted) return;
      this.status({ fill: 'red', shape: 'ring', text: presentError(error).code });
      tell(error);
    });

    const add = async (message: NodeMessageInFlow): Promise<void> => {
      if (!follows) return;
      const { following, rules, show } = await begun;
      const { items, faults } = await readToFollow(RED, this, definition, follows, message, rules);
      if (items.length > 0) await following.change((place) => follows.add(place, items));
      show();
      if (faults[0]) throw faults[0];
    };

    this.on('input', (message, _send, done) => {
      add(message)
        .then(
          () => done(),
          (error: unknown) => done(catchable(presentError(error))),
        )
        // A rejection that nobody handles ends the whole of Node-RED.
        .catch(() => this.error('The message could not be handed on.'));
    });

    this.on('close', (removed: boolean, done: () => void) => {
      stopper.abort();
      this.status({});
      begun
        .then(({ running }) => running)
        .catch(() => undefined)
        .then(() => (removed && !isInFlows(RED, this) ? file.remove() : file.settled()))
        .then(done, done);
    });
  }

  RED.nodes.registerType(`norsk-kommune-${key}-${trigger.name}`, TriggerNode as never);
};
