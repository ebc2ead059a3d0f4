/**
 * Whose turn it is among the messages of a node. A sequence comes all at once: a hundred lists would be a hundred calls side by
 * side, and their answers would come in any order.
 */
const AT_ONCE = 4;

export class Turns {
  #room = AT_ONCE;
  readonly #waiting: (() => void)[] = [];
  /** By sequence: resolves when the newest message in it, and all before it, have ended. */
  readonly #ends = new Map<string, Promise<void>>();

  /**
   * Runs `work` when there is room; who came first begins first.
   * @param sequence what the messages have in common whose results must keep their order
   * @param work gets a promise that resolves when all before it in the sequence have ended
   */
  take(sequence: string | undefined, work: (before: Promise<void>) => Promise<void>): Promise<void> {
    if (sequence === undefined) return this.#withRoom(() => work(Promise.resolve()));
    const before = this.#ends.get(sequence) ?? Promise.resolve();
    const done = this.#withRoom(() => work(before));
    const end = Promise.allSettled([before, done]).then(() => {
      if (this.#ends.get(sequence) === end) this.#ends.delete(sequence);
    });
    this.#ends.set(sequence, end);
    return done;
  }

  async #withRoom(work: () => Promise<void>): Promise<void> {
    if (this.#room > 0) this.#room -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#room += 1;
    }
  }
}
