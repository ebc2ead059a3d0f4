import fc from 'fast-check';
import { Constructed, Integer, OctetString, Sequence, Utf8String } from 'asn1js';
import { Der } from '../../../../src/maskinporten/keys/der';
import { thrownBy } from '../../fakePorts';

const encode = (block: { toBER: () => ArrayBuffer }): Buffer => Buffer.from(block.toBER());
const pair = encode(
  new Sequence({ value: [new Integer({ value: 3 }), new OctetString({ valueHex: Buffer.from('abc') })] }),
);

test('an element is read by its place, its tag and its content', () => {
  const der = Der.read(pair);
  expect([der.tag, der.shape, der.at(0).integer, der.at(1).octets.toString()]).toEqual(['S', 'IO', 3, 'abc']);
  expect(der.at(1).encoded.toString('hex')).toBe('0403616263');
});

test('what only its place explains, and what keys do not have, is told apart from the rest', () => {
  const explicit = new Constructed({ idBlock: { tagClass: 3, tagNumber: 1 }, value: [new Integer({ value: 1 })] });
  expect(Der.read(encode(new Sequence({ value: [explicit, new Utf8String({ value: 'a' })] }))).shape).toBe('Cx');
  // The tag of an INTEGER, but one that an application has given a meaning of its own.
  expect(Der.read(Buffer.from('420105', 'hex')).tag).toBe('x');
});

test('an element whose length is not told ends where it says so', () => {
  expect(Der.read(Buffer.from('308002010304000000', 'hex')).shape).toBe('IO');
});

test('octets that BER has cut into pieces are put together', () => {
  // A constructed OCTET STRING of indefinite length, and the same under [0].
  for (const tag of ['24', 'a0']) {
    const der = Der.read(Buffer.from(`${tag}80040261620401630000`, 'hex'));
    expect(der.octets.toString()).toBe('abc');
  }
});

test.each([
  ['nothing', ''],
  ['half an element', '3006020103'],
  ['an element and something after it', '02010300'],
  ['a time that is none', '1802a5de'],
  ['elements in elements without end', '30'.repeat(5) + '80'.repeat(200)],
])('%s is no element', async (_what, hex) => {
  const bytes = Buffer.from(hex, 'hex');
  expect(Der.parse(bytes)).toBeUndefined();
  expect((await thrownBy(() => Der.read(bytes))).code).toBe('ERR_KEY_DAMAGED');
});

test('elements nested deeper than in any key are none', () => {
  const nested = Array.from({ length: 60 }).reduce<Sequence>(
    (inner) => new Sequence({ value: [inner] }),
    new Sequence(),
  );
  expect(Der.parse(encode(nested))).toBeUndefined();
});

test.each<[string, (der: Der) => unknown]>([
  ['a child', (der) => der.at(2)],
  ['a grandchild', (der) => der.at(0, 0)],
  ['a name', (der) => der.at(0).oid],
  ['a number', (der) => der.at(1).integer],
  ['a text', (der) => der.at(1).text],
])('%s that is not there makes the key a damaged one', async (_what, ask) => {
  expect((await thrownBy(() => ask(Der.read(pair)))).code).toBe('ERR_KEY_DAMAGED');
});

test('any bytes are an element or none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const der = Der.parse(bytes);
      if (der) expect(der.encoded.equals(bytes)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
