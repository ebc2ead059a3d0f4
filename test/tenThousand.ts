/**
 * Ten thousand lines with a number each, for calls with a thousand: most numbers nobody has, some are the sandbox's persons,
 * and some cannot be numbers.
 */
import { syntheticNumbers } from '../scripts/syntheticNumbers.mts';
import { EVERYONE } from '../sandbox/src/folkeregister/register';

export interface PersonLine {
  readonly line: number;
  readonly foedselsnummer: string;
}

const COUNT = 10_000;
const KNOWN_EVERY = 40;
const INVALID_EVERY = 97;

const UNKNOWN = syntheticNumbers(COUNT);

const INVALID = [
  // The control digits do not fit.
  ['16903349845', 'ERR_INVALID_IDENTIFIER'],
  // A spreadsheet has left the first zero out.
  ['3928338788', 'ERR_INVALID_IDENTIFIER'],
  // Of a real person, if there were one.
  ['31123950057', 'ERR_REAL_IDENTIFIER'],
] as const;

/** A number, and what must come of it: itself, or an error. */
const numberAt = (at: number): readonly [number: string, verdict: string] => {
  if (at % INVALID_EVERY === 0) return INVALID[(at / INVALID_EVERY) % INVALID.length]!;
  if (at % KNOWN_EVERY === 1) {
    const number = EVERYONE[Math.floor(at / KNOWN_EVERY) % EVERYONE.length]!.foedselsEllerDNummer;
    return [number, number];
  }
  return [UNKNOWN[at]!, 'ERR_PERSON_NOT_FOUND'];
};

const NUMBERS = Array.from({ length: COUNT }, (_, at) => numberAt(at));

export const PERSON_LINES: readonly PersonLine[] = NUMBERS.map(([foedselsnummer], at) => ({
  line: at + 1,
  foedselsnummer,
}));

/** What must come of each line, in order. */
export const PERSON_VERDICTS: readonly string[] = NUMBERS.map(([, verdict]) => verdict);

/** How many calls it takes to ask for the numbers that can be asked for, each once. */
export const PERSON_CALLS = 10;
