import { randomInt } from 'node:crypto';
import type { Persona, PersonDocument, PersonRegister } from './register.js';
import type { FolkeregisterSettings } from './settings.js';

export interface Oppslag {
  readonly foedselsEllerDNummer: string;
  readonly folkeregisterperson?: PersonDocument;
  readonly feilmelding?: { readonly feilmelding: string };
}

/** What the caller sees of a document. */
type View = (document: PersonDocument) => PersonDocument;

const unknown = (number: string): Oppslag => ({
  foedselsEllerDNummer: number,
  feilmelding: { feilmelding: 'Fant ikke person.' },
});

/** One answer per number, in order. A number that is unknown, or replaced where that counts so, gives an error in its place. */
export const lookUpAsOrdered = (
  persons: PersonRegister,
  numbers: readonly string[],
  view: View,
  { historicalNumberInBulk: historical }: FolkeregisterSettings,
): Oppslag[] =>
  numbers.map((number) => {
    const persona = historical === 'error' ? persons.findByCurrentNumber(number) : persons.findByAnyNumber(number);
    if (!persona) return unknown(number);
    return {
      foedselsEllerDNummer: historical === 'current' ? persona.foedselsEllerDNummer : number,
      folkeregisterperson: view(persona.folkeregisterperson),
    };
  });

/** Each person found once, under the current number and in no particular order. */
export const lookUpInAnyOrder = (
  persons: PersonRegister,
  numbers: readonly string[],
  view: View,
  { unknownInBulk }: FolkeregisterSettings,
): Oppslag[] => {
  const found = new Map<string, Persona>();
  const strangers = new Set<string>();
  for (const number of numbers) {
    const persona = persons.findByAnyNumber(number);
    if (persona) found.set(persona.foedselsEllerDNummer, persona);
    else if (unknownInBulk === 'error') strangers.add(number);
  }
  return shuffled([
    ...[...found.values()].map((persona) => ({
      foedselsEllerDNummer: persona.foedselsEllerDNummer,
      folkeregisterperson: view(persona.folkeregisterperson),
    })),
    ...[...strangers].map(unknown),
  ]);
};

/** Never returns the order it was given, so that a client which joins by position is found out at once. */
export const shuffled = <T>(items: readonly T[]): T[] => {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = randomInt(last);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
};
