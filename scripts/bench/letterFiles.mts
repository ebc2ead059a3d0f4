/**
 * The files of the letters, on disk.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mustSucceed } from '../command.mts';

/** One more than SvarUt prints, so it goes digitally only. */
export const LARGE_BYTES = 350_000_000;
const BLOCK = 1_000_000;

const HEADER = '%PDF-1.7\n';

export interface LetterFiles {
  readonly folder: string;
  readonly small: string;
  readonly large: string;
  /** Of the large one, in hexadecimal. */
  readonly sha256: string;
  /** The large one, encrypted for the sandbox by a program that is not ours. */
  readonly encrypted: string;
  readonly remove: () => Promise<void>;
}

/** @returns its hash */
const writeLarge = async (file: string): Promise<string> => {
  const written = await open(file, 'w');
  const hash = createHash('sha256');
  const write = async (block: Buffer): Promise<void> => {
    hash.update(block);
    await written.write(block);
  };
  try {
    await write(Buffer.from(HEADER.padEnd(BLOCK)));
    for (let bytes = BLOCK; bytes < LARGE_BYTES; bytes += BLOCK) await write(randomBytes(BLOCK));
    return hash.digest('hex');
  } finally {
    await written.close();
  }
};

/** SvarUt's key for encryption is there for everyone. */
const encryptFor = async (sandboxUrl: string, certificate: string, file: string, encrypted: string): Promise<void> => {
  const answer = await fetch(`${sandboxUrl}/svarut/forsendelse/publickey/hent`);
  await writeFile(certificate, await answer.text());
  const oaep = ['-keyopt', 'rsa_padding_mode:oaep', '-keyopt', 'rsa_oaep_md:sha256'];
  const files = ['-in', file, '-out', encrypted, '-recip', certificate];
  await mustSucceed('openssl', ['cms', '-encrypt', '-binary', '-outform', 'DER', '-aes256', ...files, ...oaep]);
};

export const writeLetterFiles = async (sandboxUrl: string): Promise<LetterFiles> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'norsk-kommune-bench-'));
  const small = path.join(folder, 'small.pdf');
  const large = path.join(folder, 'large.pdf');
  const encrypted = path.join(folder, 'encrypted.pdf');
  await writeFile(small, HEADER);
  const sha256 = await writeLarge(large);
  await encryptFor(sandboxUrl, path.join(folder, 'svarut.pem'), large, encrypted);
  return { folder, small, large, sha256, encrypted, remove: () => rm(folder, { recursive: true }) };
};
