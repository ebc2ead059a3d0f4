import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { KeyPair } from './keyPair.js';
import { fileText, type Letter } from './letters.js';
import type { Language } from './order.js';
import { SetupProblem } from './problem.js';

const PRIVATE_KEY_FILE = 'private-key.pem';
const PUBLIC_KEY_FILE = 'public-jwk.json';

const ONLY_THE_OWNER = { file: 0o600, folder: 0o700 };

const keyInTheWay = {
  nb: 'Mappen har en privat nøkkel fra før, og den røres ikke. Velg en annen mappe med --out, eller flytt den først.',
  en: 'The folder already has a private key, which is left alone. Choose another folder with --out, or move the key first.',
};

const fileInTheWay = (file: string) => ({
  nb: `Mappen har ${file} fra før, og ingenting er skrevet. Velg en annen mappe med --out, eller flytt filen først.`,
  en: `The folder already has ${file}, so nothing was written. Choose another folder with --out, or move the file first.`,
});

const cannotWrite = (code: string) => ({
  nb: `Mappen kan ikke skrives til (${code}). Velg en annen med --out.`,
  en: `The folder cannot be written to (${code}). Choose another with --out.`,
});

/**
 * Writes the keys and the letters. Nothing is ever overwritten: a private key that is gone may be the one that is registered.
 * @throws SetupProblem a file is in the way, and nothing is written; or the folder cannot be written to
 */
export const writeFolder = async (
  folder: string,
  keys: KeyPair,
  letters: readonly Letter[],
  language: Language,
): Promise<void> => {
  const files = new Map([
    [PRIVATE_KEY_FILE, keys.privateKey],
    [PUBLIC_KEY_FILE, `${JSON.stringify(keys.publicJwk, null, 2)}\n`],
    ...letters.map((letter) => [letter.file, fileText(letter)] as const),
  ]);
  const taken = [...files.keys()].find((file) => existsSync(path.join(folder, file)));
  if (taken !== undefined) {
    throw new SetupProblem(taken === PRIVATE_KEY_FILE ? keyInTheWay : fileInTheWay(taken), language);
  }
  try {
    await mkdir(folder, { recursive: true, mode: ONLY_THE_OWNER.folder });
    for (const [file, text] of files) {
      const mode = file === PRIVATE_KEY_FILE ? { mode: ONLY_THE_OWNER.file } : {};
      await writeFile(path.join(folder, file), text, { flag: 'wx', ...mode });
    }
  } catch (error) {
    throw new SetupProblem(cannotWrite((error as NodeJS.ErrnoException).code ?? 'unknown'), language);
  }
};
