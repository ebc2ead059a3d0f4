import type { VirtualClock } from '../virtualClock.js';

interface Issued {
  /** How far the clock had been moved by then, in milliseconds. */
  readonly advanced: number;
  /** In real time, in seconds since 1970. */
  readonly expiresAt: number;
}

/** By how much tokens are older than real time tells, because the clock was moved forward after they were issued. */
export class TokenAges {
  readonly #issued = new Map<string, Issued>();

  constructor(private readonly clock: VirtualClock) {}

  remember(jti: string, expiresAt: number, nowSeconds: number): void {
    for (const [id, token] of this.#issued) {
      if (token.expiresAt < nowSeconds) this.#issued.delete(id);
    }
    this.#issued.set(jti, { advanced: this.clock.advanced, expiresAt });
  }

  /** In milliseconds. A token from before a reset is as old as the clock has been moved since the reset. */
  addedTo(jti: string | undefined): number {
    return this.clock.advanced - (this.#issued.get(jti ?? '')?.advanced ?? 0);
  }

  clear(): void {
    this.#issued.clear();
  }
}
