import { randomInt } from 'node:crypto';
import { isPersonIdentifier } from '../identifiers.js';
import type { Settings } from '../settings.js';
import type { PartSelection } from './parts.js';
import { findByAnyNumber, findByCurrentNumber, type PersonDocument } from './register.js';
import { RegisterRefusal } from './registerRefusal.js';
import type { Role } from './roles.js';
import { viewOf } from './view.js';

const LARGEST_BULK = 1000;

export interface Oppslag {
  readonly foedselsEllerDNummer: string;
  readonly folkeregisterperson?: PersonDocument;
  readonly feilmelding?: { readonly feilmelding: string };
}

export const readBulkNumbers = (body: unknown): readonly string[] => {
  const asked = (body as { foedselsEllerDNummer?: unknown } | null)?.foedselsEllerDNummer;
  const numbers: readonly unknown[] = Array.isArray(asked) ? asked : [];
  if (numbers.length === 0) {
    throw new RegisterRefusal(
      400,
      'Ugyldig parameter.',
      'foedselsEllerDNummer must be a list with at least one number',
    );
  }
  if (numbers.length > LARGEST_BULK) {
    throw new RegisterRefusal(400, 'Ugyldig parameter.', `${numbers.length} numbers; at most ${LARGEST_BULK} per call`);
  }
  if (!numbers.every(isPersonIdentifier)) {
    throw new RegisterRefusal(
      400,
      'Ugyldig parameter.',
      'a number in the list is not a valid fødselsnummer or D-number',
    );
  }
  return numbers;
};

export type HistoricalNumber = Settings['historicalNumberInBulk'];

/** One answer per number, in order. A number that is unknown, or replaced where that counts so, gives an error in its place. */
export const lookUpAsOrdered = (
  numbers: readonly string[],
  selection: PartSelection,
  role: Role,
  historical: HistoricalNumber,
): Oppslag[] =>
  numbers.map((number) => {
    const persona = historical === 'error' ? findByCurrentNumber(number) : findByAnyNumber(number);
    if (!persona) return { foedselsEllerDNummer: number, feilmelding: { feilmelding: 'Fant ikke person.' } };
    return {
      foedselsEllerDNummer: historical === 'current' ? persona.foedselsEllerDNummer : number,
      folkeregisterperson: viewOf(persona.folkeregisterperson, selection, role),
    };
  });

/** Each person found once, under the current number and in no particular order; unknown numbers are left out. */
export const lookUpInAnyOrder = (numbers: readonly string[], selection: PartSelection, role: Role): Oppslag[] => {
  const personas = [...new Set(numbers.map(findByAnyNumber))].filter((persona) => persona !== undefined);
  return shuffled(personas).map((persona) => ({
    foedselsEllerDNummer: persona.foedselsEllerDNummer,
    folkeregisterperson: viewOf(persona.folkeregisterperson, selection, role),
  }));
};

/** Never returns the order it was given, so that a client which joins by position is found out at once. */
const shuffled = <T>(items: readonly T[]): T[] => {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = randomInt(last);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
};
