/**
 * A host that handles the large file some times in a row, and what it takes meanwhile.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { readLedger } from '../demo/ledger.mts';
import type { LetterFiles } from './letterFiles.mts';
import { newReference, type LetterHost } from './letterHost.mts';
import { growthDuring } from './memory.mts';
import { middleOf } from './table.mts';

const TIMES = 3;
/** A host that has just started still has things to do. */
const SETTLED_AFTER_MS = 3_000;

export interface Watched {
  /** Of memory, at the highest of all times. */
  readonly bytes: number;
  /** From the request that starts the flow until its answer. */
  readonly seconds: number;
}

/** The usual time of several. */
export const usualSeconds = async (run: () => Promise<void>): Promise<number> => {
  const all: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const started = performance.now();
    await run();
    all.push((performance.now() - started) / 1000);
  }
  return middleOf(all);
};

const watch = async (
  { pid, stop }: LetterHost,
  { small, large }: LetterFiles,
  handle: (file: string) => Promise<void>,
): Promise<Watched> => {
  try {
    await handle(small);
    await sleep(SETTLED_AFTER_MS);
    let seconds = 0;
    const bytes = await growthDuring(pid, async () => {
      seconds = await usualSeconds(() => handle(large));
    });
    return { bytes, seconds };
  } finally {
    await stop();
  }
};

/** From the answer to the look-up before it to the answer to the letter, by the sandbox's clock; and that it came whole. */
const uploadSecondsOf = async (
  url: string,
  reference: string,
  { sha256 }: LetterFiles,
  encrypted: boolean,
): Promise<number> => {
  const { letters, requests } = await readLedger(url);
  const [document] = letters.find(({ eksternReferanse }) => eksternReferanse === reference)?.documents ?? [];
  if (document?.sha256 !== sha256 || (document.encrypted !== undefined) !== encrypted)
    throw new Error('The letter did not arrive as it was sent.');
  const [lookedUp, sent] = requests.filter(({ operation }) => ['metadata', 'sendPerson'].includes(operation)).slice(-2);
  return (Date.parse(sent?.at ?? '') - Date.parse(lookedUp?.at ?? '')) / 1000;
};

export interface WatchedSending extends Watched {
  readonly uploadSeconds: number;
}

/** @param url the sandbox's */
export const watchSending = async (
  host: LetterHost,
  url: string,
  files: LetterFiles,
  encrypted: boolean,
): Promise<WatchedSending> => {
  const uploads: number[] = [];
  const watched = await watch(host, files, async (file) => {
    const eksternReferanse = newReference();
    await host.send({ file, encrypted, eksternReferanse });
    if (file === files.large) uploads.push(await uploadSecondsOf(url, eksternReferanse, files, encrypted));
  });
  return { ...watched, uploadSeconds: middleOf(uploads) };
};

/** In a host that sends nothing. */
export const watchReading = (host: LetterHost, files: LetterFiles): Promise<Watched> =>
  watch(host, files, (file) => host.send({ file, encrypted: false, eksternReferanse: newReference() }));
