/**
 * Writing DER, also where the last bytes of it come later (X.690 §8, §10.1).
 */
import { ObjectIdentifier } from 'asn1js';

export const TAG = {
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  sequence: 0x30,
  set: 0x31,
  /** Context specific: the number in brackets, of primitive and constructed content. */
  primitive: (number: number) => 0x80 + number,
  constructed: (number: number) => 0xa0 + number,
} as const;

/** In as few bytes as it takes. */
const lengthOf = (length: number): Buffer => {
  const digits = length.toString(16);
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  return length < 0x80 ? bytes : Buffer.concat([Buffer.from([0x80 + bytes.length]), bytes]);
};

/** An element that lacks its last bytes. @param missing how many */
export const begunElement = (missing: number, tag: number, ...content: readonly Uint8Array[]): Buffer => {
  const length = content.reduce((sum, { byteLength }) => sum + byteLength, missing);
  return Buffer.concat([Buffer.from([tag]), lengthOf(length), ...content]);
};

export const element = (tag: number, ...content: readonly Uint8Array[]): Buffer => begunElement(0, tag, ...content);

export const sequence = (...content: readonly Uint8Array[]): Buffer => element(TAG.sequence, ...content);

/** @param name in numbers with full stops between them */
export const objectIdentifier = (name: string): Buffer => Buffer.from(new ObjectIdentifier({ value: name }).toBER());
