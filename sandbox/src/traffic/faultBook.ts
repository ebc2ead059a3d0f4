import { kindOf, type FaultFields, type FaultKind } from './faultKinds.js';
import type { ServiceName } from './requestLog.js';
import { seededRandom } from './seededRandom.js';

export interface Fault extends FaultFields {
  readonly kind: FaultKind;
}

/** A fault with the requests it is meant for, and when it happens to them. */
export interface FaultOrder extends Fault {
  readonly service: ServiceName;
  /** Any operation of the service when left out. */
  readonly operation?: string;
  /** How often at most: once when left out, and until it is called off where `every` or `probability` is given. */
  readonly times?: number;
  /** Only every so manieth request. */
  readonly every?: number;
  /** Only with this probability, from 0 to 1, drawn anew for each request. */
  readonly probability?: number;
  /** The same seed draws the same; 1 when left out. */
  readonly seed?: number;
}

/** What the administration tells of a fault: how many requests met it, and how many it happened to. */
export interface FaultRecord extends FaultOrder {
  readonly id: number;
  readonly met: number;
  readonly played: number;
  /** How often it can happen yet; null when that is until it is called off. */
  readonly remaining: number | null;
}

/** Faults that are over stay listed, this many of them. */
const MOST_FINISHED = 100;

/**
 * The faults that were ordered. A request meets them in that order until one happens to it; those behind it never hear of
 * the request.
 */
export class FaultBook {
  #waiting: OrderedFault[] = [];
  #finished: OrderedFault[] = [];
  #lastId = 0;

  order(order: FaultOrder): FaultRecord {
    this.#lastId += 1;
    const ordered = new OrderedFault(this.#lastId, {
      ...order,
      operation: order.operation ?? kindOf(order.kind).only?.operation,
    });
    this.#waiting.push(ordered);
    return ordered.record;
  }

  /** The fault that is to happen to this request, if any. */
  take(service: ServiceName, operation: string): Fault | undefined {
    const due = this.#waiting.find((fault) => fault.concerns(service, operation) && fault.isDue());
    due?.play();
    if (due?.isOver) this.#finish(due);
    return due?.order;
  }

  all(): readonly FaultRecord[] {
    return [...this.#finished, ...this.#waiting].map(({ record }) => record);
  }

  /** @returns whether there was such a fault */
  callOff(id: number): boolean {
    const before = this.#waiting.length + this.#finished.length;
    const others = (fault: OrderedFault): boolean => fault.id !== id;
    this.#waiting = this.#waiting.filter(others);
    this.#finished = this.#finished.filter(others);
    return this.#waiting.length + this.#finished.length < before;
  }

  clear(): void {
    this.#waiting = [];
    this.#finished = [];
  }

  #finish(fault: OrderedFault): void {
    this.#waiting = this.#waiting.filter((other) => other !== fault);
    this.#finished = [...this.#finished, fault].slice(-MOST_FINISHED);
  }
}

class OrderedFault {
  readonly #random: () => number;
  readonly #most: number;
  #met = 0;
  #played = 0;

  constructor(
    readonly id: number,
    readonly order: FaultOrder,
  ) {
    const { times, every, probability, seed = 1 } = order;
    this.#random = seededRandom(seed);
    this.#most = times ?? (every === undefined && probability === undefined ? 1 : Infinity);
  }

  get record(): FaultRecord {
    return {
      id: this.id,
      ...this.order,
      met: this.#met,
      played: this.#played,
      remaining: this.#most === Infinity ? null : this.#most - this.#played,
    };
  }

  get isOver(): boolean {
    return this.#played >= this.#most;
  }

  concerns(service: ServiceName, operation: string): boolean {
    return this.order.service === service && (this.order.operation ?? operation) === operation;
  }

  /** Counts the request, and tells whether it is one this fault is for. */
  isDue(): boolean {
    const { every = 1, probability = 1 } = this.order;
    this.#met += 1;
    return this.#met % every === 0 && this.#random() < probability;
  }

  play(): void {
    this.#played += 1;
  }
}
