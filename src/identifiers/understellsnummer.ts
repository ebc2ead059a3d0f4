/**
 * Chassis numbers (fact sheet kjoretoy §6). Old vehicles and trailers have short free-form ones and test vehicles break the
 * rules of a VIN, so neither its length nor its check digit is asked for.
 */
type UnderstellsnummerFault = 'characters' | 'tooLong' | 'wildcard' | 'question' | 'inside' | 'allUnknown';

type ReadUnderstellsnummer =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly fault: UnderstellsnummerFault };

const MAX_LENGTH = 19;

const textOf = (written: unknown): string =>
  typeof written === 'string' ? written : Number.isSafeInteger(written) ? String(written) : '';

const normal = (written: unknown): string => textOf(written).normalize('NFC').trim().replace(/\s+/g, ' ').toUpperCase();

const fault = (name: UnderstellsnummerFault): ReadUnderstellsnummer => ({ ok: false, fault: name });

/** Something must be left when the punctuation is gone: a lone `..` would also change the address it stands in. */
const judge = (known: string, value: string): ReadUnderstellsnummer => {
  if (!/^[\p{L}\d./ -]*$/u.test(known) || !/[\p{L}\d]/u.test(known)) return fault('characters');
  return known.length > MAX_LENGTH ? fault('tooLong') : { ok: true, value };
};

export const readUnderstellsnummer = (written: unknown): ReadUnderstellsnummer => {
  const value = normal(written);
  return /[?*]/.test(value) ? fault('wildcard') : judge(value, value);
};

/** A chassis number whose beginning or end, or both, may be left open with `*` (fact sheet kjoretoy §2.2). */
export const readUnderstellsnummerPattern = (written: unknown): ReadUnderstellsnummer => {
  const value = normal(written);
  if (value.includes('?')) return fault('question');
  const known = value.replace(/^\*|\*$/g, '');
  if (/^\**$/.test(value)) return fault('allUnknown');
  return known.includes('*') ? fault('inside') : judge(known, value);
};

/** What is wrong, for the sentence of an error; never the number. */
export const UNDERSTELLSNUMMER_FAULTS: Record<UnderstellsnummerFault, string> = {
  characters: 'has characters that no chassis number has',
  tooLong: 'has more than 19 characters',
  wildcard: 'has a ? or * in it, which only a search understands',
  question: 'has a ?, and what is unknown of a chassis number is written *',
  inside: 'has a * elsewhere than at the beginning or the end',
  allUnknown: 'has nothing but *',
};
