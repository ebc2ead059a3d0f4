import { begunElement, element, objectIdentifier, sequence, TAG } from '../../../../src/svarut/encryption/der';

test.each([
  [0, '0400'],
  [1, '0401'],
  [127, '047f'],
  [128, '048180'],
  [255, '0481ff'],
  [256, '04820100'],
  [65_535, '0482ffff'],
  [65_536, '0483010000'],
  [16_777_216, '048401000000'],
  [350_000_000, '048414dc9380'],
  [5_000_000_000, '0485012a05f200'],
])(
  'a length of %i is written in as few bytes as it takes, whether its content is there or to come',
  (length, header) => {
    expect(begunElement(length, TAG.octets).toString('hex')).toBe(header);
    if (length > 65_536) return;
    const whole = element(TAG.octets, Buffer.alloc(length, 7));
    expect(whole.equals(Buffer.concat([Buffer.from(header, 'hex'), Buffer.alloc(length, 7)]))).toBe(true);
  },
);

test('an element with a part to come is what it is when the part has come', () => {
  const rest = Buffer.alloc(200, 1);
  const begun = begunElement(200, TAG.sequence, Buffer.from('one'), Buffer.from('two'));
  expect(Buffer.concat([begun, rest]).equals(sequence(Buffer.from('one'), Buffer.from('two'), rest))).toBe(true);
});

test('an object identifier is written as X.690 says', () => {
  expect(objectIdentifier('2.16.840.1.101.3.4.1.42').toString('hex')).toBe('060960864801650304012a');
});
