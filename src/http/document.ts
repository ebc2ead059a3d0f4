/** A file to be sent. `open` is called once per attempt, so that a repeated upload never re-sends a consumed stream. */
export interface DocumentSource {
  readonly filnavn: string;
  readonly mimeType: string;
  /** Bytes. */
  readonly size: number;
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
    const chunks = this.#source.open()[Symbol.asyncIterator]();
    return new ReadableStream<Uint8Array<ArrayBuffer>>({
      async pull(controller) {
        const chunk = await chunks.next();
        if (chunk.done === true) controller.close();
        else controller.enqueue(chunk.value as Uint8Array<ArrayBuffer>);
      },
      async cancel() {
        await chunks.return?.();
      },
    });
  }
}
