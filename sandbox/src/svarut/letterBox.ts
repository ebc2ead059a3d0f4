import { randomUUID } from 'node:crypto';
import type { KeptBytes, Letter } from './letter.js';

/** All files and metadata together; the oldest give way. Their size and hash stay known. */
const LARGEST_KEPT_BYTES = 256 * 1024 * 1024;
const MOST_LETTERS = 100_000;

/**
 * The shipments the sandbox has accepted; when there are very many, the newest. The same letter sent twice is two letters, as
 * it is at SvarUt.
 */
export class LetterBox {
  readonly #letters = new Map<string, Letter>();
  #withContent: KeptBytes[] = [];
  #keptBytes = 0;

  constructor(
    private readonly largestKeptBytes = LARGEST_KEPT_BYTES,
    private readonly mostLetters = MOST_LETTERS,
  ) {}

  accept(received: Omit<Letter, 'id' | 'deleted'>): Letter {
    const letter: Letter = { ...received, id: randomUUID(), deleted: null };
    this.#letters.set(letter.id, letter);
    for (const received of [letter.metadata, ...letter.documents]) this.#keep(received);
    this.#forgetOldest();
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

  #forgetOldest(): void {
    const [oldest] = this.#letters.keys();
    if (oldest !== undefined && this.#letters.size > this.mostLetters) this.#letters.delete(oldest);
  }

  #keep(received: KeptBytes): void {
    if (!received.content) return;
    this.#withContent.push(received);
    this.#keptBytes += received.content.length;
    while (this.#keptBytes > this.largestKeptBytes) {
      const oldest = this.#withContent.shift();
      this.#keptBytes -= oldest?.content?.length ?? 0;
      if (oldest) oldest.content = undefined;
    }
  }
}
