/** An element of ASN.1 in its basic encoding, definite or not. */
export interface Element {
  readonly tag: number;
  /** Identifier, length and content, as they came. */
  readonly raw: Buffer;
  readonly content: Buffer;
}

export interface Header {
  readonly tag: number;
  /** Undefined when the content runs until an end mark. */
  readonly length: number | undefined;
  /** Bytes of identifier and length. */
  readonly size: number;
}

export const TAG = {
  integer: 0x02,
  octets: 0x04,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
  /** Context specific: the number in brackets, of primitive and constructed content. */
  primitive: (number: number) => 0x80 + number,
  constructed: (number: number) => 0xa0 + number,
} as const;

const END_MARK_SIZE = 2;
const MOST_LENGTH_BYTES = 6;

/** Longest possible header: everything above needs no more to be read. */
export const LONGEST_HEADER = 2 + MOST_LENGTH_BYTES;

export class BerError extends Error {}

const byteAt = (bytes: Buffer, at: number): number => {
  const byte = bytes[at];
  if (byte === undefined) throw new BerError('it ends too early');
  return byte;
};

export const readHeader = (bytes: Buffer, at: number): Header => {
  const tag = byteAt(bytes, at);
  if ((tag & 0x1f) === 0x1f) throw new BerError('it has a tag that has no place in it');
  const first = byteAt(bytes, at + 1);
  if (first < 0x80) return { tag, length: first, size: 2 };
  if (first === 0x80) return { tag, length: undefined, size: 2 };
  const lengthBytes = first - 0x80;
  if (lengthBytes > MOST_LENGTH_BYTES) throw new BerError('it has an impossible length');
  byteAt(bytes, at + 1 + lengthBytes);
  return { tag, length: bytes.readUIntBE(at + 2, lengthBytes), size: 2 + lengthBytes };
};

/** An end mark looks like an element with tag and length 0. */
export const isEndMark = ({ tag, length }: Header): boolean => tag === 0 && length === 0;

/** The whole element that begins here. */
export const readElement = (bytes: Buffer, at: number): Element => {
  const { tag, length, size } = readHeader(bytes, at);
  const start = at + size;
  if (length !== undefined) {
    if (start + length > bytes.length) throw new BerError('it ends too early');
    return { tag, raw: bytes.subarray(at, start + length), content: bytes.subarray(start, start + length) };
  }
  let end = start;
  while (!isEndMark(readHeader(bytes, end))) end += readElement(bytes, end).raw.length;
  return { tag, raw: bytes.subarray(at, end + END_MARK_SIZE), content: bytes.subarray(start, end) };
};

export const childrenOf = ({ content }: Pick<Element, 'content'>): readonly Element[] => {
  const children: Element[] = [];
  for (let at = 0; at < content.length;) {
    const child = readElement(content, at);
    children.push(child);
    at += child.raw.length;
  }
  return children;
};
