/**
 * A form with files as a request body of known length. undici's own form copies each chunk into new memory, and of a large file
 * that comes to a hundred megabytes before it is cleared away.
 */
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { PIECE, type Part } from '../../src/core';

/** What a request is given on top of what it has. */
export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Readable;
}

const LINE = '\r\n';

/** As browsers write names (HTML Standard, multipart/form-data). */
const quoted = (name: string): string => `"${name.replace(/[\r\n"]/g, (sign) => encodeURIComponent(sign))}"`;

/** A type that could end its line is none. */
const typeOf = (mimeType: string): string => new Blob([], { type: mimeType }).type || 'application/octet-stream';

const headOf = (part: Part): string =>
  'document' in part
    ? `Content-Disposition: form-data; name=${quoted(part.name)}; filename=${quoted(part.document.filnavn)}${LINE}Content-Type: ${typeOf(part.document.mimeType)}`
    : // A text entry carries no file name, as SvarUt wants its first part.
      `Content-Disposition: form-data; name=${quoted(part.name)}`;

/**
 * Memory for whole pieces, used again and again. A socket of undici's says stop at 64 KB, which a whole piece is, and undici then
 * asks for the next one when all has been sent. So one place would do; there are more to be safe.
 */
class Rotation {
  readonly #places = Array.from({ length: 4 }, () => new Uint8Array(PIECE));
  #turn = 0;

  next(): Uint8Array {
    this.#turn += 1;
    return this.#places[this.#turn % this.#places.length] as Uint8Array;
  }
}

/** Whole pieces from the rotation; the rest, of which there can be many in a row, in memory of its own. */
async function* wholePieces(chunks: AsyncIterable<Uint8Array>, rotation: Rotation): AsyncGenerator<Uint8Array> {
  let place = rotation.next();
  let filled = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.byteLength;) {
      const part = chunk.subarray(at, at + PIECE - filled);
      place.set(part, filled);
      at += part.byteLength;
      filled += part.byteLength;
      if (filled < PIECE) continue;
      yield place;
      place = rotation.next();
      filled = 0;
    }
  }
  yield place.slice(0, filled);
}

async function* bodyOf(parts: readonly (Part & { readonly head: Uint8Array })[], end: Uint8Array) {
  const rotation = new Rotation();
  for (const part of parts) {
    yield part.head;
    if ('document' in part) yield* wholePieces(part.document.open(), rotation);
    else yield Buffer.from(part.text);
    yield Buffer.from(LINE);
  }
  yield end;
}

export const uploadOf = (given: readonly Part[]): Sent => {
  const boundary = `----${randomUUID()}`;
  const parts = given.map((part) => ({
    ...part,
    head: Buffer.from(`--${boundary}${LINE}${headOf(part)}${LINE}${LINE}`),
  }));
  const end = Buffer.from(`--${boundary}--${LINE}`);
  const sizes = parts.map((part) => {
    const content = 'document' in part ? part.document.size : Buffer.byteLength(part.text);
    return part.head.byteLength + content + LINE.length;
  });
  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(sizes.reduce((sum, size) => sum + size, end.byteLength)),
    },
    // undici takes anything that can be iterated over; only its type does not say so.
    body: bodyOf(parts, end) as unknown as Readable,
  };
};
