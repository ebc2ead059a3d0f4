import type { DocumentSource } from '../../../../src/http/document';
import { checkPrintable, readDocuments, rowsAbout, settingsFor } from '../../../../src/svarut/letter/documents';
import {
  expectRefused,
  healthNetworkFrom,
  KINDS,
  organisationFrom,
  other,
  pdf,
  personFrom,
  printFrom,
  sized,
  watched,
  wire,
} from '../letters';

/** Combining marks, as macOS writes them, and one character. */
const NFD = 'va\u030ar.pdf';
const NFC = 'v\u00e5r.pdf';

const namesOf = (documents: readonly DocumentSource[]): string[] => documents.map(({ filnavn }) => filnavn);

describe.each(KINDS)('the files of a letter to %s', (_kind, make) => {
  test.each<[string, readonly DocumentSource[], RegExp]>([
    ['none', [], /is empty/],
    ['an empty one', [sized('a.pdf', 0)], /is empty/],
    ['one without a name', [pdf('  ')], /file name is empty/],
    ['one with a name of 227 characters', [pdf(`${'x'.repeat(223)}.pdf`)], /longer than 226/],
    ['one without a type', [{ ...pdf(), mimeType: ' ' }], /has no file type/],
    ['one that is no PDF', [other()], /is not a PDF|it is a PDF/],
  ])('cannot be %s', async (_what, documents, words) => {
    await expectRefused(() => make({ documents }), 'documents', words);
  });

  test('are opened by nobody yet', () => {
    const document = watched();
    make({ documents: [document] });
    expect(document.opened.times).toBe(0);
  });

  test('have one name, whatever its encoding, on the part as in the metadata', () => {
    const letter = make({ documents: [pdf(` ${NFD} `)] });
    expect(namesOf(letter.documents)).toEqual([NFC]);
    expect([undefined, [{ filnavn: NFC, mimeType: 'application/pdf' }]]).toContainEqual(
      (wire(letter).dokumenter as { filnavn: string; mimeType: string }[] | undefined)?.map(
        ({ filnavn, mimeType }) => ({
          filnavn,
          mimeType,
        }),
      ),
    );
  });
});

test('a letter has at least one file', async () => {
  await expectRefused(() => readDocuments([]), 'documents', /no document/);
});

describe('a name', () => {
  test.each(['*', ':', '"', '\\', '/', '<', '>', '|', '?', '\n', '\r', '\0', '\t'])(
    'with %j in it is refused',
    async (character) => {
      await expectRefused(() => readDocuments([pdf(`a${character}b.pdf`)]), 'documents', /file name/);
    },
  );

  test('may have 226 characters, and be in any alphabet', () => {
    const names = [`${'x'.repeat(222)}.pdf`, 'Vedtak om støtte (2026), ny & god; del=1.pdf', '手紙 🙂.pdf'];
    expect(namesOf(readDocuments(names.map((name) => pdf(name))))).toEqual(names);
  });

  test.each<[string, string, string]>([
    ['the same', 'a.pdf', 'a.pdf'],
    ['the same but for capitals', 'A.pdf', 'a.PDF'],
    ['the same but for blanks around', 'a.pdf', ' a.pdf '],
    ['the same but for its encoding', NFC, NFD],
  ])('must not be %s as another', async (_what, one, another) => {
    await expectRefused(() => readDocuments([pdf(one), pdf(another)]), 'documents', /same file name/);
  });

  test('keeps its place', () => {
    expect(namesOf(readDocuments([pdf('b.pdf'), pdf('a.pdf')]))).toEqual(['b.pdf', 'a.pdf']);
  });
});

test.each([
  ['APPLICATION/PDF', 'application/pdf'],
  [' application/pdf ; charset=binary', 'application/pdf'],
  [`x/${'y'.repeat(125)}`, `x/${'y'.repeat(125)}`],
])('the type %j goes as the bare type', (given, read) => {
  expect(readDocuments([{ ...pdf(), mimeType: given }])[0]?.mimeType).toBe(read);
});

test('a type of 128 characters is none', async () => {
  await expectRefused(() => readDocuments([{ ...pdf(), mimeType: `x/${'y'.repeat(126)}` }]), 'documents', /file type/);
});

describe('what may be printed', () => {
  test('is under 350 MB together', async () => {
    expect(() => checkPrintable([sized('a.pdf', 349_999_999)], '')).not.toThrow();
    const tooLarge = [sized('a.pdf', 200_000_000), sized('b.pdf', 150_000_000)];
    await expectRefused(() => checkPrintable(tooLarge, ''), 'documents', /350 MB or more/);
    for (const make of [personFrom, organisationFrom, printFrom])
      await expectRefused(() => make({ documents: [sized('a.pdf', 351_000_000)] }), 'documents', /350 MB or more/);
  });

  test.each([
    ['a person', personFrom, 'personDocuments'],
    ['an organisation', organisationFrom, 'organisationDocuments'],
  ])('of a letter to %s is not what is never printed, by the letter or by the file', (_kind, make, field) => {
    const documents = [pdf(), other('data.xml'), sized('stor.pdf', 400_000_000)];
    const digitalOnly = make({ documents, kunDigitalLevering: true });
    expect([digitalOnly.channel, digitalOnly.printable]).toEqual(['digitalOnly', []]);
    const leftOut = ['DATA.xml', 'stor.pdf'].map((filnavn) => ({ filnavn, skalEkskluderesFraUtskrift: true }));
    const letter = make({ documents, [field]: leftOut });
    expect([letter.channel, letter.printable]).toEqual(['digitalOrPrint', ['vedtak.pdf']]);
    expect(wire(letter).dokumenter).toMatchObject([
      { filnavn: 'vedtak.pdf', mimeType: 'application/pdf' },
      { filnavn: 'data.xml', mimeType: 'application/xml', skalEkskluderesFraUtskrift: true },
      { filnavn: 'stor.pdf', mimeType: 'application/pdf', skalEkskluderesFraUtskrift: true },
    ]);
  });

  test('is said with the way out, where there is one', async () => {
    await expectRefused(() => personFrom({ documents: [other()] }), 'documents');
    for (const [make, wayOut] of [
      [personFrom, /Only Digital Delivery.*Document Settings/],
      [organisationFrom, /Only Digital Delivery.*Document Settings/],
      [printFrom, /^Send PDFs\.$/],
    ] as const) {
      expect(() => make({ documents: [other()] })).toThrow(
        expect.objectContaining({ action: expect.stringMatching(wayOut) as string }) as Error,
      );
    }
  });
});

describe('through the health network', () => {
  test('exactly one PDF can be sent', async () => {
    await expectRefused(
      () => healthNetworkFrom({ documents: [pdf('a.pdf'), pdf('b.pdf')] }),
      'documents',
      /exactly one file/,
    );
    await expectRefused(
      () => healthNetworkFrom({ documents: [other()], kunDigitalLevering: true }),
      'documents',
      /it is a PDF/,
    );
  });

  test('it can have 18 MB and not more', async () => {
    expect(healthNetworkFrom({ documents: [sized('a.pdf', 18_000_000)] }).documents).toHaveLength(1);
    for (const size of [18_000_001, 19_000_000])
      await expectRefused(() => healthNetworkFrom({ documents: [sized('a.pdf', size)] }), 'documents', /18 MB/);
  });

  test('it is named by its part alone, and is never printed', () => {
    const letter = healthNetworkFrom({ documents: [pdf('epikrise.pdf')] });
    expect(wire(letter)).not.toHaveProperty('dokumenter');
    expect(namesOf(letter.documents)).toEqual(['epikrise.pdf']);
    expect(letter.printable).toEqual([]);
  });
});

describe('a row about a file', () => {
  const documents = readDocuments([pdf(NFC), pdf('a.pdf')]);
  const [first, second] = documents as [DocumentSource, DocumentSource];

  test('is found by the name, however that is written', () => {
    const rows = [{ filnavn: NFD.toUpperCase() }, { filnavn: ' a.pdf ' }];
    const about = settingsFor('field', rows, documents);
    expect([about(first), about(second)]).toEqual(rows);
  });

  test('is none for the other files', () => {
    const about = settingsFor('field', [{ filnavn: 'a.pdf' }], documents);
    expect([about(first), about(second)]).toEqual([undefined, { filnavn: 'a.pdf' }]);
  });

  test('that the letter does not have is refused', async () => {
    await expectRefused(() => rowsAbout('field', [{ filnavn: 'b.pdf' }], documents), 'field', /letter does not have/);
  });

  test('is one for each file where a file has settings, and can be several where it has metadata', async () => {
    const twice = [{ filnavn: 'a.pdf' }, { filnavn: 'A.pdf' }];
    await expectRefused(() => settingsFor('field', twice, documents), 'field', /Two rows/);
    expect(rowsAbout('field', twice, documents)(second)).toEqual(twice);
  });
});
