/**
 * Events in a sandbox's Folkeregister, a file that a flow writes them to, and a host that is killed meanwhile. The same for
 * every host.
 */
import { closeSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { chanceFrom } from '../scripts/faults/random.mts';
import type { Caller } from './sandbox/caller';

export const EVENTS = 25_000;
/** As many as the register gives at once. */
export const PAGE = 1000;
export const KILLS = 5;

const HOUR_S = 3600;

const numbersFrom = async (caller: Caller, from: number): Promise<number[]> => {
  const headers = await caller.fiksHeaders();
  const feed = `/fiks/folkeregister/api/v1/${caller.credentials.fiks.rolleId}/v1/hendelser/feed`;
  const numbers: number[] = [];
  for (;;) {
    const { body } = await caller.call(`${feed}?seq=${(numbers.at(-1) ?? from - 1) + 1}`, { headers });
    const page = body as { readonly sekvensnummer: number }[];
    if (page.length === 0) return numbers;
    numbers.push(...page.map(({ sekvensnummer }) => sekvensnummer));
  }
};

/**
 * Lets one happen after the other, an hour apart. The sandbox's time must stand still.
 * @returns their numbers, which have gaps, as the register gives them
 */
export const letHappen = async (caller: Caller): Promise<readonly number[]> => {
  const { body: first } = await caller.postJson('/admin/events', { type: 'personErOppdatert', person: '12848539668' });
  await caller.postJson('/admin/clock', { advanceSeconds: (EVENTS - 1) * HOUR_S });
  return numbersFrom(caller, (first as { sekvensnummer: number }).sekvensnummer);
};

/** Whole events only: what was being written at a kill may be cut off. */
const WRITTEN = /\{"sekvensnummer":(\d+),[^{}]*\}/g;

/** The file the flow appends to. It is looked at often, and becomes long. */
export class WrittenEvents {
  /** Numbers of the events, in the order they were written. */
  readonly numbers: number[] = [];
  readonly distinct = new Set<number>();
  #bytes = 0;
  #rest = '';

  constructor(readonly file: string) {
    writeFileSync(file, '');
  }

  readOn(): void {
    const handle = openSync(this.file, 'r');
    const added = Buffer.alloc(fstatSync(handle).size - this.#bytes);
    this.#bytes += readSync(handle, added, 0, added.length, this.#bytes);
    closeSync(handle);
    const text = this.#rest + added.toString('latin1');
    let end = 0;
    for (const match of text.matchAll(WRITTEN)) {
      this.numbers.push(Number(match[1]));
      this.distinct.add(Number(match[1]));
      end = match.index + match[0].length;
    }
    this.#rest = text.slice(end);
  }
}

export interface Killable {
  /** As the figures call it. */
  readonly name: string;
  kill(): Promise<void>;
  start(): Promise<void>;
}

interface Moment {
  /** How many different events must be written first. */
  readonly written: number;
  readonly thenMs: number;
}

/** At any time between the first event and the last: amid a page as it is written, or a while later. */
const momentsFrom = (seed: number): readonly Moment[] => {
  const { below, pick } = chanceFrom(seed);
  return Array.from({ length: KILLS }, () => ({ written: below(EVENTS), thenMs: pick([0, below(2000)]) })).sort(
    (one, other) => one.written - other.written,
  );
};

const GIVEN_UP_AFTER_MS = 60_000;

const untilWritten = async (events: WrittenEvents, count: number): Promise<void> => {
  let latest = { count: 0, at: Date.now() };
  for (;;) {
    events.readOn();
    const { size } = events.distinct;
    if (size >= count) return;
    if (size > latest.count) latest = { count: size, at: Date.now() };
    if (Date.now() - latest.at > GIVEN_UP_AFTER_MS)
      throw new Error(`${size} of ${count} events are written, and no more come.`);
    await sleep(10);
  }
};

/** Kills the host at random moments, and waits until every event is written. */
export const killMeanwhile = async (host: Killable, events: WrittenEvents): Promise<void> => {
  const seed = Number(process.env.SEED ?? 2);
  for (const { written, thenMs } of momentsFrom(seed)) {
    await untilWritten(events, written);
    await sleep(thenMs);
    await host.kill();
    events.readOn();
    process.stdout.write(`${host.name}, seed ${seed}: killed when ${events.distinct.size} events were written\n`);
    await host.start();
  }
  await untilWritten(events, EVENTS);
};

/** Every event at least once and in order, none skipped at any time; of each kill at most two pages again. */
export const expectAllWritten = (
  { name }: Killable,
  { numbers, distinct }: WrittenEvents,
  happened: readonly number[],
): void => {
  const repeats = numbers.length - distinct.size;
  process.stdout.write(`${name}: ${KILLS} kills, ${distinct.size} events, ${repeats} repeats\n`);
  expect([...distinct]).toEqual(happened);
  expect(repeats).toBeLessThanOrEqual(2 * PAGE * KILLS);
};
