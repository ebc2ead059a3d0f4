/**
 * What a trigger shows and sends.
 */
import type { NodeAPI, NodeMessageInFlow, NodeStatus } from 'node-red';
import type { JsonObject, News } from '../../src/core';
import type { ServiceDefinition } from './serviceConfig';

const CLOCK = new Intl.DateTimeFormat('nb-NO', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Oslo' });

/** @param followed how many are followed, where the trigger follows what it is told of */
export const statusAfter = (news: News, followed: number | undefined, now: number): NodeStatus => {
  if (news.kind === 'looked') {
    const text = [...(followed === undefined ? [] : [followed]), '⟳', CLOCK.format(now)].join(' ');
    return { fill: 'green', shape: 'dot', text };
  }
  const { error, againMs } = news;
  const text = `${error.code} ⟳ ${CLOCK.format(now + againMs)}`;
  return { fill: error.retryable ? 'yellow' : 'red', shape: 'ring', text };
};

/** For the one output of the node. */
export const eventMessages = (
  RED: NodeAPI,
  { mode }: ServiceDefinition,
  path: string,
  events: readonly JsonObject[],
): NodeMessageInFlow[] => {
  const values: readonly unknown[] = mode === 'array' ? [events] : events;
  return values.map((value) => {
    const message = {} as NodeMessageInFlow;
    RED.util.setMessageProperty(message, path, value, true);
    return message;
  });
};
