/**
 * Asks a trigger for page after page and hands them to the flow: every event at least once, and no gap. What is kept is the
 * place behind a page the flow has worked on, so whoever ends this at any moment can begin again from there; the price is
 * that the last page, or two, can come again. Knows no service, no host and no timer.
 */
import { asServiceError, type ServiceError } from '../http/serviceError';
import type { Json, JsonObject } from './operation';
import type { Page } from './trigger';

/** What a host can show of it. */
export type News =
  | { readonly kind: 'looked'; readonly events: number }
  | {
      readonly kind: 'failed';
      readonly error: ServiceError;
      /** Milliseconds until it is tried again. */
      readonly againMs: number;
      /** Whether a person should hear of it now: once for each thing that is wrong. */
      readonly tell: boolean;
    };

export interface FollowPorts {
  /**
   * Resolves when the flow has worked on the events, or when they are on their way and the host cannot know more. Rejects
   * when they must come again.
   */
  readonly deliver: (events: readonly JsonObject[]) => Promise<void>;
  /** Stores the place where it outlives the process. */
  readonly keep: (place: Json) => Promise<void>;
  /** Rejects as soon as the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly onNews: (news: News) => void;
}

export interface FollowOptions {
  /**
   * @param place undefined the first time
   * @param within what the page before said, if it was of the same look
   */
  readonly poll: (place: Json, within: Json) => Promise<Page>;
  /** What was kept before; undefined the first time. */
  readonly place: Json;
  readonly everyMs: number;
  /** How long the flow is given before a page counts as worked on and the next is asked for, when there is more. */
  readonly settleMs: number;
  readonly signal: AbortSignal;
}

type Change = (place: Json) => Json;

const HOUR_MS = 3_600_000;

export class Following {
  /** Where the next page begins. */
  #place: Json;
  /** Where it would begin after a restart: the page whose pause is still running is not counted. */
  #kept: Json;
  #within: Json;
  /** Asked for in `begin`, and not delivered yet. */
  #page: Page | undefined;
  /** Made since the last page was asked for, which therefore knows nothing of them. */
  #changes: Change[] = [];
  #failures = 0;
  #told: string | undefined;

  constructor(
    private readonly options: FollowOptions,
    private readonly ports: FollowPorts,
  ) {
    this.#place = options.place;
    this.#kept = options.place;
  }

  get place(): Json {
    return this.#place;
  }

  /**
   * The first look, for a host that can still turn it down. Its events are delivered by `run`.
   * @throws ServiceError
   */
  async begin(): Promise<void> {
    const page = await this.#ask();
    if (page.events.length === 0) await this.#moveOn(page);
    this.#page = page;
  }

  /** Goes on until the signal aborts; never rejects. */
  async run(): Promise<void> {
    const { signal } = this.options;
    while (!signal.aborted) {
      const wait = await this.#look().catch((error: unknown) => this.#failed(asServiceError(error)));
      // A sleep that is broken off ends the loop.
      await this.ports.sleep(wait, signal).catch(() => undefined);
    }
  }

  /** Changes what is followed; it is kept when this resolves. */
  async change(change: Change): Promise<void> {
    this.#changes.push(change);
    this.#place = change(this.#place);
    await this.#keep(change(this.#kept));
  }

  /** @returns milliseconds until the next look */
  async #look(): Promise<number> {
    // The pause after the page before is over.
    if (this.#place !== this.#kept) await this.#keep(this.#place);
    const page = this.#page ?? (await this.#ask());
    this.options.signal.throwIfAborted();
    if (page.events.length > 0) await this.ports.deliver(page.events);
    this.#page = undefined;
    await this.#moveOn(page);
    this.#failures = 0;
    this.#told = undefined;
    this.ports.onNews({ kind: 'looked', events: page.events.length });
    if (!page.more) return this.options.everyMs;
    return page.events.length > 0 ? this.options.settleMs : 0;
  }

  async #ask(): Promise<Page> {
    this.#changes = [];
    return this.options.poll(this.#place, this.#within);
  }

  async #moveOn({ events, place, more, within }: Page): Promise<void> {
    this.#within = more ? within : undefined;
    this.#place = this.#changes.reduce((changed, change) => change(changed), place);
    // Without events there is nothing to lose.
    if (events.length === 0) await this.#keep(this.#place);
  }

  async #keep(place: Json): Promise<void> {
    await this.ports.keep(place);
    this.#kept = place;
  }

  #failed(error: ServiceError): number {
    const { everyMs, signal } = this.options;
    if (signal.aborted) return 0;
    this.#page = undefined;
    this.#within = undefined;
    this.#failures += 1;
    const againMs = error.retryable ? Math.min(HOUR_MS, everyMs * 2 ** this.#failures) : Math.max(HOUR_MS, everyMs);
    const fault = error.retryable ? 'transient' : error.code;
    // What passes by itself is told only when it does not.
    const tell = againMs >= HOUR_MS && this.#told !== fault;
    if (tell) this.#told = fault;
    this.ports.onNews({ kind: 'failed', error, againMs, tell });
    return againMs;
  }
}
