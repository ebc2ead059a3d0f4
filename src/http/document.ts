/** A file to be sent. `open` is called once per attempt, so that a repeated upload never re-sends a consumed stream. */
export interface DocumentSource {
  readonly filnavn: string;
  readonly mimeType: string;
  /** Bytes. */
  readonly size: number;
  /** A chunk is good until the next one is asked for: a large file goes through the same memory over and over. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

export const documentFromBytes = (filnavn: string, mimeType: string, bytes: Uint8Array): DocumentSource => ({
  filnavn,
  mimeType,
  size: bytes.byteLength,
  open: async function* () {
    yield bytes;
  },
});

/** Bytes. */
export const PIECE = 64 * 1024;

/** In pieces of at most that size: a file that is in memory comes as one chunk, and nobody wants to handle it in one go. */
export async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks)
    for (let at = 0; at < chunk.byteLength; at += PIECE) yield chunk.subarray(at, at + PIECE);
}

/** A `File` for a host's FormData whose bytes are fetched only while they are being sent. */
export class StreamedFile extends File {
  readonly #source: DocumentSource;

  constructor(source: DocumentSource) {
    super([], source.filnavn, { type: source.mimeType });
    this.#source = source;
  }

  override get size(): number {
    return this.#source.size;
  }

  override stream(): ReturnType<File['stream']> {
    const pieces = inPieces(this.#source.open());
    return new ReadableStream<Uint8Array<ArrayBuffer>>({
      async pull(controller) {
        const piece = await pieces.next();
        if (piece.done === true) controller.close();
        // A copy, because the host keeps it until it is sent.
        else controller.enqueue(new Uint8Array(piece.value));
      },
      async cancel() {
        await pieces.return(undefined);
      },
    });
  }
}
