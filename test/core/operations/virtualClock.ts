/** Time that passes only when everything that can happen at a moment has happened. */
interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export class VirtualClock {
  #now = 0;
  #sleepers: Sleeper[] = [];

  now(): number {
    return this.#now;
  }

  /** When the first of those who sleep wakes up; undefined where all are at work. */
  get next(): number | undefined {
    return this.#sleepers.length > 0 ? Math.min(...this.#sleepers.map(({ until }) => until)) : undefined;
  }

  readonly sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new Error('aborted'));
        return;
      }
      const sleeper = { until: this.#now + ms, wake: resolve };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', () => {
        this.#sleepers = this.#sleepers.filter((one) => one !== sleeper);
        reject(new Error('aborted'));
      });
    });

  /** Until this moment, or until nobody sleeps any more. */
  async runUntil(moment: number): Promise<void> {
    for (;;) {
      await turn();
      const next = this.#sleepers.reduce<Sleeper | undefined>(
        (first, one) => (first && first.until <= one.until ? first : one),
        undefined,
      );
      if (!next || next.until > moment) break;
      this.#sleepers = this.#sleepers.filter((one) => one !== next);
      this.#now = next.until;
      next.wake();
    }
    this.#now = moment;
  }

  run(ms: number): Promise<void> {
    return this.runUntil(this.#now + ms);
  }
}
