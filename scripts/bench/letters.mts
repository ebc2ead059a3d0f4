/**
 * The largest letters in both hosts, plain and encrypted: what the host's process takes of memory meanwhile, and how fast they
 * leave, beside a bare upload of the same file.
 */
import { readCredentials } from '../demo/ledger.mts';
import { bareCallsTo } from './bareCalls.mts';
import { sendBare } from './bareLetter.mts';
import { LARGE_BYTES, writeLetterFiles, type LetterFiles } from './letterFiles.mts';
import { newReference } from './letterHost.mts';
import { startLettersInN8n, startReadingInN8n } from './lettersInN8n.mts';
import { startLettersInNodeRed } from './lettersInNodeRed.mts';
import type { SandboxProcess } from './sandboxProcess.mts';
import { printTable } from './table.mts';
import { usualSeconds, watchReading, watchSending, type Watched, type WatchedSending } from './watchHost.mts';

const MEGABYTE = 1_000_000;
/** More than this, of memory, and the bench fails. */
const MOST_BYTES = 64 * MEGABYTE;

interface Figures {
  readonly bareSeconds: number;
  readonly n8n: WatchedSending;
  readonly nodeRed: WatchedSending;
}

const measure = async (url: string, files: LetterFiles, encrypted: boolean): Promise<Figures> => {
  const credentials = await readCredentials(url);
  const { token } = await bareCallsTo(url);
  const file = encrypted ? files.encrypted : files.large;
  const bareSeconds = await usualSeconds(() =>
    sendBare(url, token, credentials, { file, encrypted, eksternReferanse: newReference() }),
  );
  const n8n = await watchSending(await startLettersInN8n(credentials, files.folder), url, files, encrypted);
  const nodeRed = await watchSending(await startLettersInNodeRed(url, credentials), url, files, encrypted);
  return { bareSeconds, n8n, nodeRed };
};

const inMegabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(0);
const rateOf = (seconds: number): string => inMegabytes(LARGE_BYTES / seconds);

const printFigures = (title: string, { bareSeconds, n8n, nodeRed }: Figures): void => {
  const row = (what: string, { bytes, seconds, uploadSeconds }: WatchedSending): string[] => [
    what,
    inMegabytes(bytes),
    seconds.toFixed(2),
    uploadSeconds.toFixed(2),
    rateOf(uploadSeconds),
    (bareSeconds / uploadSeconds).toFixed(2),
  ];
  printTable(
    title,
    ['MB more', 'seconds', 'on its way', 'MB/s', 'ratio'],
    [
      row("n8n, this project's SvarUt node", n8n),
      row("Node-RED, this project's SvarUt node", nodeRed),
      ['no host, a bare undici stream', '', '', bareSeconds.toFixed(2), rateOf(bareSeconds), '1.00'],
    ],
  );
};

const printReading = ({ bytes, seconds }: Watched): void =>
  console.log(`\nn8n, which only reads the file: ${inMegabytes(bytes)} MB more, ${seconds.toFixed(2)} seconds`);

/** @returns the most important figures in a sentence */
export const benchLetters = async ({ url }: SandboxProcess): Promise<string> => {
  const files = await writeLetterFiles(url);
  try {
    const reading = await watchReading(await startReadingInN8n(await readCredentials(url), files.folder), files);
    const plain = await measure(url, files, false);
    const encrypted = await measure(url, files, true);
    const letter = `A letter of ${inMegabytes(LARGE_BYTES)} MB`;
    printFigures(letter, plain);
    printFigures(`${letter}, encrypted (the bare one beforehand)`, encrypted);
    printReading(reading);
    const most = Math.max(...[plain, encrypted].flatMap(({ n8n, nodeRed }) => [n8n.bytes, nodeRed.bytes]));
    if (most > MOST_BYTES) process.exitCode = 1;
    return `letters of ${inMegabytes(LARGE_BYTES)} MB take ${inMegabytes(most)} MB more at the most, where ${inMegabytes(MOST_BYTES)} are allowed`;
  } finally {
    await files.remove();
  }
};
