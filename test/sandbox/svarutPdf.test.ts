import { PdfInspector, type PdfFindings } from '../../sandbox/src/svarut/pdf';

const inspect = (text: string, pieceLength = text.length || 1): PdfFindings => {
  const inspector = new PdfInspector();
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length; at += pieceLength) inspector.look(bytes.subarray(at, at + pieceLength));
  return inspector.findings();
};

const PAGES = '%PDF-1.7 << /Type /Pages /Count 2 >> << /Type /Page >> << /Type/Page/Parent 1 0 R >> trailer';

describe('a PDF', () => {
  it.each([1, 2, 3, 7, 64, 65, 1000])('is found out the same in pieces of %i bytes', (pieceLength) => {
    const padded = `${PAGES}${' '.repeat(200)}<< /Encrypt 5 0 R >>`;
    expect(inspect(padded, pieceLength)).toEqual({ readable: true, passwordProtected: true, pages: 2 });
  });

  it.each([
    ['nothing', '', false],
    ['something else', 'PK\u0003\u0004', false],
    ['a header after some rubbish', `${' '.repeat(1000)}%PDF-1.4`, true],
    ['a header too far in', `${' '.repeat(1024)}%PDF-1.4`, false],
  ])('that is %s', (_what, text, readable) => {
    expect(inspect(text).readable).toBe(readable);
    expect(inspect(text, 10).readable).toBe(readable);
  });

  it.each([
    ['/Encrypt 12 0 R', true],
    ['/Encrypt<< /Filter /Standard >>', true],
    ['/EncryptMetadata false', false],
    ['(Encrypt 1)', false],
  ])('with %s in it', (text, passwordProtected) => {
    expect(inspect(`%PDF-1.7 ${text}`).passwordProtected).toBe(passwordProtected);
  });
});
