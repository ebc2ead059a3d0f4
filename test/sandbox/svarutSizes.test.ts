import { judgeSizes } from '../../sandbox/src/svarut/files';
import type { Endpoint } from '../../sandbox/src/svarut/forsendelse';
import { svarutDefaults } from '../../sandbox/src/svarut/settings';

const DECIMAL = 1_000_000;
const BINARY = 1024 * 1024;

const judge = (
  endpoint: Endpoint,
  sizes: readonly number[],
  { forsendelse = {}, document = {}, settings = {} } = {},
) => {
  const documents = sizes.map((size) => ({
    filnavn: 'a.pdf',
    mimeType: 'application/pdf',
    ...document,
    file: {
      filnavn: 'a.pdf',
      size,
      sha256: '',
      content: undefined,
      pdf: { readable: true, passwordProtected: false, pages: 0 },
    },
  }));
  return () => judgeSizes(endpoint, { tittel: 'x', ...forsendelse }, documents, { ...svarutDefaults, ...settings });
};

describe('documents are too large when', () => {
  it.each<[string, Endpoint, readonly number[], object]>([
    ['those that may be printed reach 350 MB together', 'person', [200 * DECIMAL, 150 * DECIMAL], {}],
    ['those that are printed reach 350 MB together', 'print', [350 * DECIMAL], {}],
    ['one to the health network exceeds 18 MB', 'nhn', [18 * DECIMAL + 1], {}],
    ['they reach the limit in binary megabytes', 'organisasjon', [350 * BINARY], { settings: { megabyte: 'binary' } }],
  ])('%s', (_what, endpoint, sizes, changes) => {
    expect(judge(endpoint, sizes, changes)).toThrow(expect.objectContaining({ status: 400 }));
    const settings = { ...('settings' in changes && (changes.settings as object)), tooLargeStatus: 413 };
    expect(judge(endpoint, sizes, { settings })).toThrow(expect.objectContaining({ status: 413 }));
  });
});

describe('documents may have any size when', () => {
  it.each<[string, Endpoint, readonly number[], object]>([
    ['they stay below 350 MB', 'person', [350 * DECIMAL - 1], {}],
    ['they are never printed', 'person', [900 * DECIMAL], { forsendelse: { kunDigitalLevering: true } }],
    ['they are kept from the printer', 'person', [900 * DECIMAL], { document: { skalEkskluderesFraUtskrift: true } }],
    ['the health network gets 18 MB', 'nhn', [18 * DECIMAL], {}],
    ['megabytes are binary', 'nhn', [18 * BINARY], { settings: { megabyte: 'binary' } }],
  ])('%s', (_what, endpoint, sizes, changes) => {
    expect(judge(endpoint, sizes, changes)).not.toThrow();
  });
});
