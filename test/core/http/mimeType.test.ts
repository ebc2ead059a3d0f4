import { endingOf, mimeTypeOf } from '../../../src/http/mimeType';

test.each([
  ['vedtak.pdf', 'application/pdf'],
  ['VEDTAK.PDF', 'application/pdf'],
  ['bilde.jpeg', 'image/jpeg'],
  ['data.2026.xml', 'application/xml'],
  ['brev.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['arkiv.zip', 'application/zip'],
  ['uten', 'application/octet-stream'],
  ['pdf', 'application/octet-stream'],
  ['a.constructor', 'application/octet-stream'],
  ['a.', 'application/octet-stream'],
  ['', 'application/octet-stream'],
])('the type of %p is %s', (filename, mimeType) => {
  expect(mimeTypeOf(filename)).toBe(mimeType);
});

test.each([
  ['application/pdf', '.pdf'],
  ['image/jpeg', '.jpg'],
  ['text/xml', '.xml'],
  ['Text/Plain; charset=utf-8', '.txt'],
  ['application/octet-stream', ''],
  ['', ''],
])('a file of the type %p ends with %p', (mimeType, ending) => {
  expect(endingOf(mimeType)).toBe(ending);
});
