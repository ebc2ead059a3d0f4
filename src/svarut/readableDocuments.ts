/**
 * Documents on their way, watched.
 */
import type { DocumentSource } from '../http/document';
import { ServiceError } from '../http/serviceError';

/** Tells a file that could not be read from a connection that broke: both end the request in the same way. */
export class ReadableDocuments {
  #failed = false;
  #finished = 0;

  readonly documents: readonly DocumentSource[];

  constructor(given: readonly DocumentSource[]) {
    this.documents = given.map((document) => ({ ...document, open: () => this.#read(document) }));
  }

  async *#read({ open, size }: DocumentSource): AsyncIterable<Uint8Array> {
    let read = 0;
    // A request that is made anew reads anew.
    this.#failed = false;
    try {
      for await (const chunk of open()) {
        read += chunk.byteLength;
        // A host stops reading at the size it was told, so more than that must be found out here.
        if (read > size) break;
        yield chunk;
      }
      if (read !== size) throw new Error('the file has another size than it said');
      this.#finished += 1;
    } catch (error) {
      this.#failed = true;
      throw error;
    }
  }

  /** Whether every file was read to its end; until then the end of the request cannot have been sent. */
  get allRead(): boolean {
    return this.#finished >= this.documents.length;
  }

  /** What went wrong, when it was a file: the body was cut short, so nothing can have been taken. */
  fault(): ServiceError | undefined {
    if (!this.#failed) return undefined;
    return new ServiceError(
      'ERR_INVALID_INPUT',
      'A document could not be read while it was being sent; the letter was not sent.',
      'Check the step that makes the file, and run it again.',
      { service: 'svarut', field: 'documents' },
    );
  }
}
