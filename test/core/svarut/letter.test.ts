import fc from 'fast-check';
import { documentFromBytes, type DocumentSource } from '../../../src/http/document';
import { letterFrom, type LetterInput } from '../../../src/svarut/letter';
import { thrownBy } from '../fakePorts';
import { madeNumber } from '../numbers';

const pdf = (filnavn = 'vedtak.pdf', size = 10): DocumentSource => ({
  ...documentFromBytes(filnavn, 'application/pdf', new Uint8Array([1])),
  size,
});
const address = { adresselinje1: 'Tenkeveien 14B', postnummer: '5003', poststed: 'BERGEN' };

const input = (changes: Partial<LetterInput> = {}): LetterInput => ({
  foedselsnummer: '12848539668',
  navn: 'RASK FYRLYKT',
  postalAddress: address,
  kunDigitalLevering: false,
  tittel: 'Vedtak om SFO',
  documents: [pdf()],
  avgivendeSystem: undefined,
  konteringskode: undefined,
  tosidig: true,
  ...changes,
});
const refused = (changes: Partial<LetterInput>, reference = 'sak-2026-101') =>
  thrownBy(() => letterFrom(input(changes), reference));

test('a letter is the metadata SvarUt takes and the files in their order', () => {
  const letter = letterFrom(
    input({ documents: [pdf('b.pdf'), pdf('a.pdf')], avgivendeSystem: 'Flyt', konteringskode: 'K-1', tosidig: false }),
    'sak-2026-101',
  );
  expect(JSON.parse(JSON.stringify(letter.metadata))).toEqual({
    tittel: 'Vedtak om SFO',
    mottaker: { navn: 'RASK FYRLYKT', digitalId: '12848539668', adresse: address },
    eksternReferanse: 'sak-2026-101',
    avgivendeSystem: 'Flyt',
    konteringskode: 'K-1',
    kunDigitalLevering: false,
    utskriftskonfigurasjon: { tosidig: false },
    dokumenter: [
      { filnavn: 'b.pdf', mimeType: 'application/pdf' },
      { filnavn: 'a.pdf', mimeType: 'application/pdf' },
    ],
  });
  expect(letter.documents.map(({ filnavn }) => filnavn)).toEqual(['b.pdf', 'a.pdf']);
});

describe('the address', () => {
  test('is needed for a letter that may be printed, and not for one that may not', async () => {
    for (const postalAddress of [undefined, null]) {
      expect(await refused({ postalAddress })).toMatchObject({
        code: 'ERR_INVALID_INPUT',
        details: { field: 'postalAddress' },
      });
      expect(
        letterFrom(input({ postalAddress, kunDigitalLevering: true }), 'r').metadata.mottaker.adresse,
      ).toBeUndefined();
    }
  });

  test.each<[string, unknown]>([
    ['no first line', { poststed: 'BERGEN' }],
    ['a blank first line', { ...address, adresselinje1: '  ' }],
    ['no place', { adresselinje1: 'x' }],
    ['a line of 71', { ...address, adresselinje2: 'x'.repeat(71) }],
    ['a place of 71', { ...address, poststed: 'x'.repeat(71) }],
    ['a postal code of 21', { ...address, postnummer: '1'.repeat(21) }],
    ['a country of three letters', { ...address, landkode: 'NOR' }],
    ['a country in small letters', { ...address, landkode: 'se' }],
    ['a number for a postal code', { ...address, postnummer: 5003 }],
    ['a text', 'Tenkeveien 14B, 5003 BERGEN'],
    ['a list', [address]],
  ])('with %s is refused, and not repeated', async (_what, postalAddress) => {
    const error = await refused({ postalAddress });
    expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field: 'postalAddress' } });
    expect(error.message + error.action).not.toMatch(/Tenkeveien|BERGEN/);
  });

  test('goes on the wire without anything SvarUt does not know, and without empty lines', () => {
    const { adresse } = letterFrom(
      input({
        postalAddress: { ...address, adresselinje2: ' ', adresselinje3: null, landkode: '', kommunenummer: '4601' },
      }),
      'r',
    ).metadata.mottaker;
    expect(JSON.parse(JSON.stringify(adresse))).toEqual(address);
  });
});

describe('the files', () => {
  test.each<[string, readonly DocumentSource[]]>([
    ['none', []],
    ['an empty one', [pdf('a.pdf', 0)]],
    ['one without a name', [pdf('  ')]],
    ['two of the same name', [pdf('a.pdf'), pdf('a.pdf')]],
    ['two of the same name but for capitals', [pdf('A.pdf'), pdf('a.PDF')]],
    ['two of the same name but for its encoding', [pdf('v\u00e5r.pdf'), pdf('va\u030ar.pdf')]],
    ['one with a name of 227 characters', [pdf(`${'x'.repeat(223)}.pdf`)]],
    ['one that is no PDF', [{ ...pdf(), mimeType: 'text/plain' }]],
    ['350 MB together', [pdf('a.pdf', 200_000_000), pdf('b.pdf', 150_000_000)]],
  ])('%s cannot be sent where the letter may be printed', async (_what, documents) => {
    expect(await refused({ documents })).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field: 'documents' } });
  });

  test.each(['*', ':', '"', '\\', '/', '<', '>', '|', '?'])('a name with %s in it is refused', async (character) => {
    expect((await refused({ documents: [pdf(`a${character}b.pdf`)] })).details.field).toBe('documents');
  });

  test('may be other than PDF, and large, where the letter is never printed', () => {
    const documents = [{ ...pdf('a.txt', 400_000_000), mimeType: 'text/plain' }];
    expect(letterFrom(input({ documents, kunDigitalLevering: true }), 'r').metadata.dokumenter).toEqual([
      { filnavn: 'a.txt', mimeType: 'text/plain' },
    ]);
  });

  test('may be one byte short of 350 MB', () => {
    expect(letterFrom(input({ documents: [pdf('a.pdf', 349_999_999)] }), 'r').documents).toHaveLength(1);
  });

  test('have one name, the same in the metadata and on the part, whatever its encoding', () => {
    const { metadata, documents } = letterFrom(input({ documents: [pdf(' va\u030ar.pdf ')] }), 'r');
    expect(metadata.dokumenter[0]?.filnavn).toBe('v\u00e5r.pdf');
    expect(documents[0]?.filnavn).toBe('v\u00e5r.pdf');
  });

  test('are opened by nobody yet', () => {
    let opened = 0;
    const open = (): AsyncIterable<Uint8Array> => {
      opened += 1;
      return pdf().open();
    };
    letterFrom(input({ documents: [{ ...pdf(), open }] }), 'r');
    expect(opened).toBe(0);
  });
});

const digits = (maxLength: number) => fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), maxLength });
const GAPS = ['', ' ', '-', '.', '\u00a0'];
const asWritten = (value: string, gap: string): string => value.slice(0, 6) + gap + value.slice(6);

describe('an identity number in a title, a file name or a reference', () => {
  const expectRefused = async (written: string) => {
    for (const [field, error] of [
      ['tittel', await refused({ tittel: `Vedtak ${written} 2026` })],
      ['documents', await refused({ documents: [pdf(`vedtak-${written}.pdf`)] })],
      ['eksternReferanse', await refused({}, `sak-${written}`)],
    ] as const) {
      expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field } });
      expect(error.message + error.action).not.toContain(written);
    }
  };

  test('is refused in every series, however it is written', async () => {
    await fc.assert(
      fc.asyncProperty(madeNumber(), fc.constantFrom(...GAPS), ({ value }, gap) =>
        expectRefused(asWritten(value, gap)),
      ),
    );
  });

  test('is refused inside a longer run of digits too, wherever it stands there', async () => {
    await fc.assert(
      fc.asyncProperty(
        digits(12),
        madeNumber(),
        fc.constantFrom(...GAPS),
        digits(12),
        (before, { value }, gap, after) => expectRefused(before + asWritten(value, gap) + after),
      ),
    );
  });

  test('is refused after one that is none', async () => {
    await expectRefused('12848539669 12848539668');
  });
});

describe('digits that are no identity number', () => {
  const expectTaken = (written: string) => {
    const letter = letterFrom(
      input({ tittel: `Vedtak ${written} 2026`, documents: [pdf(`vedtak-${written}.pdf`)] }),
      `sak-${written}`,
    );
    expect(letter.metadata).toMatchObject({ tittel: `Vedtak ${written} 2026`, eksternReferanse: `sak-${written}` });
  };

  test('pass when one of them is wrong, in every series and however they are written', () => {
    fc.assert(
      fc.property(
        madeNumber(),
        fc.nat(10),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(...GAPS),
        ({ value }, at, more, gap) => {
          const changed = value.slice(0, at) + String((Number(value[at]) + more) % 10) + value.slice(at + 1);
          expectTaken(asWritten(changed, gap));
        },
      ),
    );
  });

  test.each([
    ['a UUID', '6f1d2c3b-4a59-4867-9586-123456789012'],
    ['a UUID of digits', '20261120-1000-4000-8000-000000000101'],
    ['a timestamp', '20261120100000'],
    ['a timestamp in milliseconds', '1795165200000'],
    ['a timestamp with gaps', '20261120-100000.000'],
    ['an archive number', '2026012345-17'],
    ['a long archive number', '202601234567'],
    ['an organisation number', '987654321'],
  ])('pass as %s', (_what, written) => {
    expectTaken(written);
  });
});

// SvarUt takes only some characters (fact sheet svarut §5.1), and the help of the field says so.
test.each(['K 1', 'K/1', 'K#1', 'K\n1', 'K-é', '', 'K'.repeat(21)])(
  'a billing code that SvarUt does not take, such as "%s", is refused before anything is sent',
  async (konteringskode) => {
    const error = await refused({ konteringskode });
    expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field: 'konteringskode' } });
    if (konteringskode) expect(error.message + error.action).not.toContain(konteringskode);
  },
);

test.each(['K-1', 'æøåÆØÅ_.-09azAZ', 'K'.repeat(20), undefined])(
  'the billing code %p is taken as it is',
  (konteringskode) => {
    expect(letterFrom(input({ konteringskode }), 'r').metadata.konteringskode).toBe(konteringskode);
  },
);
