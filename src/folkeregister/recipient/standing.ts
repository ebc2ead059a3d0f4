/**
 * Whether somebody can get a letter at all, by the person status (fact sheet folkeregister §5.3).
 */
import { currentOf, isCurrent, type Folkeregisterperson } from '../model';

/** Of those who live, wherever: without legal basis the register says no more than `aktiv`. */
const LIVING: ReadonlySet<string> = new Set([
  'aktiv',
  'bosatt',
  'utflyttet',
  'foedselsregistrert',
  'midlertidig',
  'inaktiv',
  'ikkeBosatt',
]);

export type Standing = 'living' | 'dead' | 'FORSVUNNET' | 'OPPHOERT' | 'STATUS_UKJENT';

/** @param status the word of the register */
export const isOfTheLiving = (status: unknown): boolean => typeof status === 'string' && LIVING.has(status);

export const standingOf = ({ status, doedsfall }: Folkeregisterperson): Standing => {
  const word = currentOf(status)?.status;
  if (word === 'doed' || (doedsfall && isCurrent(doedsfall))) return 'dead';
  if (word === 'forsvunnet') return 'FORSVUNNET';
  if (word === 'opphoert') return 'OPPHOERT';
  return isOfTheLiving(word) ? 'living' : 'STATUS_UKJENT';
};
