import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { OwnDataError } from './problem.js';
import { readTable } from './table.js';

/** What was given, before anybody has looked whether it is right. */
export interface Source {
  readonly value: unknown;
  /** What is wrong already. */
  readonly problems: readonly string[];
  /** Where a JSON pointer into the value leads, for people. */
  readonly placeOf: (pointer: string) => string;
}

const pointing = (value: unknown): Source => ({
  value,
  problems: [],
  placeOf: (pointer) => pointer || 'the whole',
});

/** @throws OwnDataError when the text is not JSON; what JSON.parse says of it quotes the text */
const readJson = (text: string): Source => {
  try {
    return pointing(JSON.parse(text));
  } catch {
    throw new OwnDataError(['the file is not JSON. An editor that knows JSON shows where.']);
  }
};

const READERS: Readonly<Record<string, (text: string) => Source>> = { '.json': readJson, '.csv': readTable };

/**
 * @param data a file, or what a JSON file would hold
 * @throws OwnDataError when it cannot be read
 */
export const readSource = (data: unknown): Source => {
  if (typeof data !== 'string') return pointing(data);
  const read = READERS[extname(data).toLowerCase()];
  if (!read) throw new OwnDataError(['the name of the file ends in neither .json nor .csv. Give it the right one.']);
  return read(textOf(data));
};

const textOf = (file: string): string => {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new OwnDataError(['the file cannot be read. Check its name and who may read it.']);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new OwnDataError(['the file is not UTF-8. Save it as «CSV UTF-8», or as JSON in UTF-8.']);
  }
};
