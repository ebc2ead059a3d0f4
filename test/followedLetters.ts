/**
 * Letters in a sandbox, made and moved without our own client.
 */
import type { Caller } from './sandbox/caller';
import { letterTo, multipart, sendPath } from './sandbox/letters';

const RECIPIENT = '12848539668';

/** @returns their ids, in the order of their references: `sak-2026-1` and on */
export const sendLetters = async (caller: Caller, count: number): Promise<string[]> => {
  const headers = await caller.fiksHeaders();
  const ids: string[] = [];
  for (let at = 1; at <= count; at += 1) {
    const body = multipart(letterTo(RECIPIENT, { eksternReferanse: `sak-2026-${at}` }));
    const answer = await caller.call(sendPath(caller), { method: 'POST', headers, body });
    ids.push((answer.body as { id: string }).id);
  }
  return ids;
};

/** As people at the sender and at the printer move them. */
export const moveTo = async (caller: Caller, state: string, ...ids: readonly string[]): Promise<void> => {
  for (const id of ids) {
    const { status } = await caller.postJson(`/admin/letters/${id}/state`, { state });
    if (status !== 204) throw new Error(`The sandbox did not move a letter to ${state}.`);
  }
};

/** The searches for states so far. */
export const searchesOf = async (caller: Caller): Promise<number> => {
  const { body } = await caller.call('/admin/requests');
  return (body as { operation: string }[]).filter(({ operation }) => operation === 'status').length;
};
