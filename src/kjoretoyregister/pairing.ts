/**
 * Which answer belongs to which question (fact sheet kjoretoy §4.3). A wrong tie is a letter to the wrong owner, so what
 * cannot be tied with certainty is not tied at all.
 */
import { compactKjennemerke } from '../identifiers/kjennemerke';
import type { Asked, Key } from './client';
import { identity } from './model';
import type { Entry } from './reader';

const COMPARABLE: Record<Key, (text: string) => string> = {
  kjennemerke: compactKjennemerke,
  kuid: (text) => text.trim(),
};

/** The plates or the kuid an answer gives itself: what it echoes, or else what its vehicle has. */
const namesOf = ({ about, vehicle }: Entry, key: Key): string[] => {
  const echo = about[key];
  if (typeof echo === 'string') return [echo];
  const { kjoretoyId, kjennemerke } = identity.parse(vehicle ?? {});
  const own = key === 'kuid' ? [] : (kjennemerke ?? []).map((plate) => plate?.kjennemerke);
  return [kjoretoyId?.[key], ...own].filter((name) => name !== undefined);
};

/** The same moment can be written in more than one way; no moment is now. */
const isSameMoment = (echo: unknown, asked: string | undefined): boolean =>
  echo === asked || (typeof echo === 'string' && Date.parse(echo) === Date.parse(asked ?? ''));

/** The questions an answer can be to, by what it names itself; all of them where it names nothing. */
const placesOf = (entry: Entry, key: Key, asked: readonly Asked[]): number[] => {
  const comparable = COMPARABLE[key];
  const names = namesOf(entry, key).map(comparable);
  const named = [...asked.keys()].filter(
    (at) => names.length === 0 || names.includes(comparable(asked[at]?.[key] ?? '')),
  );
  const { dtg } = entry.about;
  if (typeof entry.about[key] !== 'string') return named;
  const ofMoment = named.filter((at) => isSameMoment(dtg, asked[at]?.dtg));
  // An echo may have left the moment out.
  return ofMoment.length > 0 || dtg !== undefined ? ofMoment : named;
};

/** @returns for each question the answer to it, or undefined where none could be tied to it */
export const pair = (key: Key, asked: readonly Asked[], entries: readonly Entry[]): (Entry | undefined)[] => {
  const places = entries.map((entry) => placesOf(entry, key, asked));
  const certain = places.map((possible) => (possible.length === 1 ? possible[0] : undefined));
  // The place in the list counts only while nothing that names itself stands elsewhere than its question.
  const inOrder = entries.length === asked.length && certain.every((place, at) => place === undefined || place === at);
  const placeOf = (at: number): number | undefined =>
    certain[at] ?? (inOrder && places[at]?.includes(at) ? at : undefined);
  return [...asked.keys()].map((place) => {
    const mine = entries.filter((_entry, at) => placeOf(at) === place);
    // Two answers to one question are none.
    return mine.length === 1 ? mine[0] : undefined;
  });
};
