/**
 * Number plates (fact sheet kjoretoy §6). What is refused cannot be a plate of any kind; which letters and digits a plate
 * may have is the register's business.
 */
type KjennemerkeFault = 'characters' | 'tooLong' | 'wildcard' | 'asterisk' | 'tooManyUnknown' | 'allUnknown';

type ReadKjennemerke =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly fault: KjennemerkeFault };

const MAX_LENGTH = 9;
const MAX_UNKNOWN = 3;

const ORDINARY_OR_VETERAN = /^(?:[A-Z]{2}\d{4,5}|[A-Z]\d{1,6})$/;

const GAPS = /[\s.\u2010-\u2015-]/g;

/** The spelling in which plates are sent and compared: capitals, without blanks, hyphens and dots. */
export const compactKjennemerke = (text: string): string => text.normalize('NFC').toUpperCase().replace(GAPS, '');

const textOf = (written: unknown): string =>
  typeof written === 'string' ? written : Number.isSafeInteger(written) ? String(written) : '';

const fault = (name: KjennemerkeFault): ReadKjennemerke => ({ ok: false, fault: name });

/** A plate as people write it; a personal plate's blanks count towards its length, as they do on the plate. */
export const readKjennemerke = (written: unknown): ReadKjennemerke => {
  const text = textOf(written).normalize('NFC');
  if (/[?*]/.test(text)) return fault('wildcard');
  const value = compactKjennemerke(text);
  if (ORDINARY_OR_VETERAN.test(value)) return { ok: true, value };
  if (!/^[A-ZÆØÅ0-9]+$/.test(value) || text.includes('.')) return fault('characters');
  return text.trim().replace(/\s+/g, ' ').length > MAX_LENGTH ? fault('tooLong') : { ok: true, value };
};

/** A plate of which up to three characters are unknown and written `?` (fact sheet kjoretoy §2.2). */
export const readKjennemerkePattern = (written: unknown): ReadKjennemerke => {
  const value = compactKjennemerke(textOf(written));
  if (value.includes('*')) return fault('asterisk');
  if (!/^[A-ZÆØÅ0-9?]+$/.test(value)) return fault('characters');
  if (value.length > MAX_LENGTH) return fault('tooLong');
  const unknown = value.split('?').length - 1;
  if (unknown > MAX_UNKNOWN) return fault('tooManyUnknown');
  return unknown === value.length ? fault('allUnknown') : { ok: true, value };
};

/** What is wrong, for the sentence of an error; never the plate. */
export const KJENNEMERKE_FAULTS: Record<KjennemerkeFault, string> = {
  characters: 'has characters that no plate has',
  tooLong: 'is longer than any plate',
  wildcard: 'has a ? or * in it, which only a search understands',
  asterisk: 'has a *, and unknown characters of a plate are written ?',
  tooManyUnknown: 'has more than three ?',
  allUnknown: 'has nothing but ?',
};
