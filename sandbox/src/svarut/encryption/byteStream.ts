import { BerError } from './ber.js';

const NOTHING: Buffer = Buffer.alloc(0);

/** Bytes that arrive in pieces, read in portions of the reader's choice. */
export class ByteStream {
  readonly #source: AsyncIterator<Buffer>;
  #waiting: Buffer = NOTHING;

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Up to so many of the next bytes, which stay where they are; fewer only at the end. */
  async peek(bytes: number): Promise<Buffer> {
    const pieces: Buffer[] = [this.#waiting];
    let held = this.#waiting.length;
    while (held < bytes) {
      const next = await this.#source.next();
      if (next.done === true) break;
      pieces.push(next.value);
      held += next.value.length;
    }
    if (pieces.length > 1) this.#waiting = Buffer.concat(pieces);
    return this.#waiting.subarray(0, bytes);
  }

  /** Passes over bytes that have been peeked at. */
  skip(bytes: number): void {
    this.#waiting = this.#waiting.subarray(bytes);
  }

  /** The next so many bytes, in the pieces they come in. */
  async *portion(bytes: number): AsyncGenerator<Buffer> {
    for (let left = bytes; left > 0;) {
      await this.peek(1);
      const piece = this.#waiting.subarray(0, left);
      if (piece.length === 0) throw new BerError('it ends too early');
      this.skip(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
}
