import { Readable } from 'node:stream';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

const MOST_PIECES = 20;

/** @param cut ends the connection once everything written so far has left */
export const halfOf = (answer: Buffer, cut: () => void): Readable => Readable.from(half(answer, cut));

async function* half(answer: Buffer, cut: () => void): AsyncGenerator<Buffer> {
  yield answer.subarray(0, Math.floor(answer.length / 2));
  // The piece above is written before this one is asked for, but only in the same turn.
  await nextTurn();
  cut();
}

/** The whole answer, in pieces over so many milliseconds. */
export const dripped = (answer: Buffer, durationMs: number): Readable => Readable.from(drops(answer, durationMs));

async function* drops(answer: Buffer, durationMs: number): AsyncGenerator<Buffer> {
  const size = Math.max(1, Math.ceil(answer.length / MOST_PIECES));
  const pauses = Math.ceil(answer.length / size) - 1;
  for (let at = 0; at < answer.length; at += size) {
    if (at > 0) await sleep(durationMs / pauses, undefined, { ref: false });
    yield answer.subarray(at, at + size);
  }
}
