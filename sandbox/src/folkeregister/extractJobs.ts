import { randomUUID } from 'node:crypto';
import type { FolkeregisterSettings } from './settings.js';

/** What the batches of an extract consist of. */
export type ExtractContent = 'foedselsEllerDNummer' | 'dokumentidentifikator';

interface Job {
  readonly organisation: string;
  readonly content: ExtractContent;
  readonly ids: readonly string[];
  readonly orderedAt: number;
  /** When the batch to come is made: after the order, then after the delivery of the one before. */
  madeAt: number;
  /** How many batches have been delivered, the closing one included. */
  delivered: number;
  /** How often each batch was asked for in vain. */
  readonly vain: Map<number, number>;
  done: boolean;
}

export type Batch = 'gone' | 'not ready' | Readonly<Record<string, readonly string[]>>;

const MOST_AT_ONCE = 10;

/** The extracts that have been ordered. Times are virtual milliseconds since the start. */
export class ExtractJobs {
  readonly #jobs = new Map<string, Job>();

  /** @returns the id of the job, or undefined when the organisation has as many as it may have at once */
  order(
    order: Pick<Job, 'organisation' | 'content' | 'ids'>,
    elapsed: number,
    { extractLifetimeMs, extractReadyAfterMs }: FolkeregisterSettings,
  ): string | undefined {
    const running = [...this.#jobs.values()].filter(
      (job) => job.organisation === order.organisation && !job.done && elapsed - job.orderedAt <= extractLifetimeMs,
    );
    if (running.length >= MOST_AT_ONCE) return undefined;
    const jobId = randomUUID();
    this.#jobs.set(jobId, {
      ...order,
      orderedAt: elapsed,
      madeAt: elapsed + extractReadyAfterMs,
      delivered: 0,
      vain: new Map(),
      done: false,
    });
    return jobId;
  }

  batch(jobId: string, organisation: string, index: number, elapsed: number, settings: FolkeregisterSettings): Batch {
    const job = this.#jobs.get(jobId);
    if (!job || job.organisation !== organisation || elapsed - job.orderedAt > settings.extractLifetimeMs) {
      return 'gone';
    }
    const batches = Math.ceil(job.ids.length / settings.extractBatchSize);
    if (index > batches) return 'gone';
    const vain = job.vain.get(index) ?? 0;
    const made = index < job.delivered || (index === job.delivered && elapsed >= job.madeAt);
    if (!made || vain < settings.extractNotReadyAnswers) {
      job.vain.set(index, vain + 1);
      return 'not ready';
    }
    if (index === job.delivered) {
      job.delivered += 1;
      job.madeAt = elapsed + settings.extractReadyAfterMs;
    }
    if (index === batches) {
      job.done = true;
      return {};
    }
    const from = index * settings.extractBatchSize;
    return { [job.content]: job.ids.slice(from, from + settings.extractBatchSize) };
  }

  clear(): void {
    this.#jobs.clear();
  }
}
