import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder that is gone after the tests of the file. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'norsk-kommune-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
