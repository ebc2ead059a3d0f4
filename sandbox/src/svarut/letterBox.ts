import { randomUUID } from 'node:crypto';
import { decideDelivery, type Channel } from './channel.js';
import type { Endpoint, Forsendelse } from './forsendelse.js';
import { planTimeline, stepsTaken, type Step } from './timeline.js';
import type { UploadedFile } from './upload.js';

export interface LetterDocument {
  readonly filnavn: string;
  readonly mimeType: string;
  readonly size: number;
  readonly sha256: string;
  /** Undefined when the file was too large to keep, or had to give way to newer ones. */
  content: Buffer | undefined;
}

export interface Letter {
  readonly id: string;
  readonly receivedAt: Date;
  /** Where the virtual clock stood, so that the letter ages with it. */
  readonly receivedElapsed: number;
  readonly kontoId: string;
  readonly endpoint: Endpoint;
  readonly forsendelse: Forsendelse;
  readonly channel: Channel;
  readonly plan: readonly Step[];
  readonly documents: readonly LetterDocument[];
}

/** All files together; the oldest give way. Their size and hash stay known. */
const LARGEST_KEPT_BYTES = 256 * 1024 * 1024;

/** Every shipment the sandbox has accepted. The same letter sent twice is two letters, as it is at SvarUt. */
export class LetterBox {
  readonly #letters = new Map<string, Letter>();
  #withContent: LetterDocument[] = [];
  #keptBytes = 0;

  constructor(private readonly largestKeptBytes = LARGEST_KEPT_BYTES) {}

  accept(
    kontoId: string,
    endpoint: Endpoint,
    forsendelse: Forsendelse,
    files: readonly UploadedFile[],
    elapsed: number,
  ): Letter {
    const delivery = decideDelivery(forsendelse, endpoint);
    const letter: Letter = {
      id: randomUUID(),
      receivedAt: new Date(),
      receivedElapsed: elapsed,
      kontoId,
      endpoint,
      forsendelse,
      channel: delivery.channel,
      plan: planTimeline(forsendelse, delivery),
      documents: files.map((file, index) => ({
        ...file,
        mimeType: forsendelse.dokumenter?.[index]?.mimeType ?? 'application/octet-stream',
      })),
    };
    this.#letters.set(letter.id, letter);
    letter.documents.forEach((document) => this.#keep(document));
    return letter;
  }

  all(): readonly Letter[] {
    return [...this.#letters.values()];
  }

  find(id: string): Letter | undefined {
    return this.#letters.get(id.toLowerCase());
  }

  clear(): void {
    this.#letters.clear();
    this.#withContent = [];
    this.#keptBytes = 0;
  }

  #keep(document: LetterDocument): void {
    if (!document.content) return;
    this.#withContent.push(document);
    this.#keptBytes += document.content.length;
    while (this.#keptBytes > this.largestKeptBytes) {
      const oldest = this.#withContent.shift();
      this.#keptBytes -= oldest?.content?.length ?? 0;
      if (oldest) oldest.content = undefined;
    }
  }
}

export interface DatedState {
  readonly state: Step['state'];
  readonly at: Date;
}

/** What has happened to a letter so far. Its dates count from the real time of receipt, at the pace of the virtual clock. */
export const historyOf = (letter: Letter, elapsed: number): readonly DatedState[] =>
  stepsTaken(letter.plan, elapsed - letter.receivedElapsed).map(({ state, after }) => ({
    state,
    at: new Date(letter.receivedAt.getTime() + after),
  }));

export const lastStateOf = (letter: Letter, elapsed: number): DatedState => {
  const last = historyOf(letter, elapsed).at(-1);
  return last ?? { state: 'MOTTATT', at: letter.receivedAt };
};
