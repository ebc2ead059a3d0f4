/**
 * The time that letters, events, extracts and contact data live by. It runs `speed` times as fast as real time and can be
 * moved forward, so that a test need not wait 40 hours for a letter nobody opens. Grants never use it. Tokens grow older by
 * what it is moved forward, and never by its speed: at 3600 a token would be too old before it could be used.
 */
export class VirtualClock {
  readonly #initialSpeed: number;
  readonly #realNow: () => number;
  #speed: number;
  #elapsedAtChange = 0;
  #advanced = 0;
  #realTimeOfChange: number;

  constructor(initialSpeed: number, realNow: () => number = () => performance.now()) {
    this.#initialSpeed = initialSpeed;
    this.#realNow = realNow;
    this.#speed = initialSpeed;
    this.#realTimeOfChange = realNow();
  }

  get speed(): number {
    return this.#speed;
  }

  /** Virtual milliseconds since the start or the last reset. */
  elapsed(): number {
    return this.#elapsedAtChange + (this.#realNow() - this.#realTimeOfChange) * this.#speed;
  }

  /** The milliseconds of them that were not waited for but skipped. */
  get advanced(): number {
    return this.#advanced;
  }

  advance(seconds: number): void {
    this.#elapsedAtChange += seconds * 1000;
    this.#advanced += seconds * 1000;
  }

  setSpeed(speed: number): void {
    this.#elapsedAtChange = this.elapsed();
    this.#realTimeOfChange = this.#realNow();
    this.#speed = speed;
  }

  reset(): void {
    this.#elapsedAtChange = 0;
    this.#advanced = 0;
    this.#realTimeOfChange = this.#realNow();
    this.#speed = this.#initialSpeed;
  }
}
