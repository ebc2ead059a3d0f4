/**
 * Reading DER, and the BER that some exports are written in, as far as keys and certificates need it.
 */
import { BmpString, Constructed, fromBER, ObjectIdentifier, OctetString, type AsnType } from 'asn1js';
import { keyError } from './keyError';

/** No key and no PKCS#12 file is deeper or of more pieces. */
const LIMITS = { maxDepth: 40, maxNodes: 20_000, parseEmbedded: false, copyInput: false };

const UNIVERSAL = 1;
const CONTEXT_SPECIFIC = 3;
/** Letters for the tags that tell structures apart: INTEGER, BIT STRING, OCTET STRING, OBJECT IDENTIFIER, SEQUENCE, SET. */
const LETTERS: Readonly<Record<number, string>> = { 2: 'I', 3: 'B', 4: 'O', 6: 'D', 16: 'S', 17: 'T' };

/** One element. What is asked of it and is not there makes the whole key a damaged one. */
export class Der {
  private constructor(private readonly block: AsnType) {}

  /** @returns undefined unless the bytes are exactly one element */
  static parse(bytes: Uint8Array): Der | undefined {
    try {
      const { offset, result } = fromBER(bytes, LIMITS);
      return offset === bytes.byteLength ? new Der(result) : undefined;
    } catch {
      return undefined;
    }
  }

  /** @throws ServiceError ERR_KEY_DAMAGED */
  static read(bytes: Uint8Array): Der {
    return Der.parse(bytes) ?? damaged();
  }

  /** A letter; `C` for what only its place explains, such as `[0]`, and `x` for everything else. */
  get tag(): string {
    const { tagClass, tagNumber } = this.block.idBlock;
    if (tagClass === CONTEXT_SPECIFIC) return 'C';
    return (tagClass === UNIVERSAL && LETTERS[tagNumber]) || 'x';
  }

  get children(): readonly Der[] {
    return this.block instanceof Constructed ? this.block.valueBlock.value.map((block) => new Der(block)) : [];
  }

  /** The tags of the children, by which structures are told apart. */
  get shape(): string {
    return this.children.map(({ tag }) => tag).join('');
  }

  /** The descendant at the end of the path of indexes. */
  at(...path: readonly number[]): Der {
    return path.reduce<Der>((der, index) => der.children[index] ?? damaged(), this);
  }

  get oid(): string {
    return this.block instanceof ObjectIdentifier ? this.block.getValue() : damaged();
  }

  /** Of any size; one that is too large to be counted with is larger than every limit. */
  get integer(): number {
    return this.tag === 'I' ? Number(`0x${this.octets.toString('hex')}`) : damaged();
  }

  get text(): string {
    return this.block instanceof BmpString ? this.block.getValue() : damaged();
  }

  /** What stands inside; BER may cut it into pieces. */
  get octets(): Buffer {
    if (this.block instanceof OctetString) return Buffer.from(this.block.getValue());
    if (this.block instanceof Constructed) return Buffer.concat(this.children.map(({ octets }) => octets));
    return this.encoded.subarray(this.block.idBlock.blockLength + this.block.lenBlock.blockLength);
  }

  /** The element itself, with tag and length. */
  get encoded(): Buffer {
    return Buffer.from(this.block.valueBeforeDecodeView);
  }
}

const damaged = (): never => {
  throw keyError('ERR_KEY_DAMAGED');
};
