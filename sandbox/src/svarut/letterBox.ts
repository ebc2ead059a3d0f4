import { randomUUID } from 'node:crypto';
import type { Letter, LetterDocument } from './letter.js';

/** All files together; the oldest give way. Their size and hash stay known. */
const LARGEST_KEPT_BYTES = 256 * 1024 * 1024;

/** Every shipment the sandbox has accepted. The same letter sent twice is two letters, as it is at SvarUt. */
export class LetterBox {
  readonly #letters = new Map<string, Letter>();
  #withContent: LetterDocument[] = [];
  #keptBytes = 0;

  constructor(private readonly largestKeptBytes = LARGEST_KEPT_BYTES) {}

  accept(received: Omit<Letter, 'id' | 'deleted'>): Letter {
    const letter: Letter = { ...received, id: randomUUID(), deleted: null };
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
