/** As much about a PDF as can be told without reading it whole. */
export interface PdfFindings {
  readonly readable: boolean;
  readonly passwordProtected: boolean;
  /** Zero when the pages are packed away where they cannot be counted. */
  readonly pages: number;
}

const HEADER = '%PDF-';
/** Readers look for the header this far in. */
const HEADER_WITHIN = 1024;
const MARKS = /\/(?:Encrypt\s*(?:\d|<<)|Type\s*\/Page(?![A-Za-z]))/g;
/** Longer than any mark, so that none is lost between two pieces. */
const OVERLAP = 64;

/** Looks at a document while it passes by. */
export class PdfInspector {
  #start = '';
  #rest = '';
  #passwordProtected = false;
  #pages = 0;

  look(piece: Buffer): void {
    const text = piece.toString('latin1');
    if (this.#start.length < HEADER_WITHIN) this.#start += text.slice(0, HEADER_WITHIN);
    const seen = this.#rest + text;
    this.#rest = seen.slice(this.#count(seen, Math.max(0, seen.length - OVERLAP)));
  }

  findings(): PdfFindings {
    this.#count(this.#rest, this.#rest.length);
    this.#rest = '';
    return {
      readable: this.#start.slice(0, HEADER_WITHIN).includes(HEADER),
      passwordProtected: this.#passwordProtected,
      pages: this.#pages,
    };
  }

  /** Counts the marks that begin before a place, and returns where to go on. */
  #count(text: string, before: number): number {
    let end = before;
    for (const { 0: mark, index } of text.matchAll(MARKS)) {
      if (index >= before) break;
      if (mark.startsWith('/Encrypt')) this.#passwordProtected = true;
      else this.#pages += 1;
      end = Math.max(end, index + mark.length);
    }
    return end;
  }
}
