import { RegisterRefusal } from './registerRefusal.js';

/** What the text of a parameter must look like, and how one says that. */
export interface Shape {
  readonly pattern: RegExp;
  readonly must: string;
}

const shape = (pattern: RegExp, must: string): Shape => ({ pattern, must });

export const TEXT = shape(/\S/, 'must not be empty');
export const FLAG = shape(/^(?:true|false)$/, 'must be true or false');
export const ROW = shape(/^[1-9]\d{0,8}$/, 'must be a whole number from 1');
export const DATE = shape(/^\d{4}-\d{2}-\d{2}$/, 'must be a date as YYYY-MM-DD');
export const DATE_OR_YEAR = shape(/^\d{4}(?:-\d{2}-\d{2})?$/, 'must be a date as YYYY-MM-DD or a year');
export const ID = shape(/^\d+$/, 'must be digits');
export const PERSON_NUMBER = shape(/^\d{11}$/, 'must be eleven digits');
export const ORGANISATION_NUMBER = shape(/^\d{9}$/, 'must be nine digits');
export const MAKE_CODE = shape(/^\d{4}$/, 'must be four digits');
export const GENDER = shape(/^[MK]$/, 'must be M or K');
export const OWNER_TYPE = shape(/^(?:PERSON|ORGANISASJON|BEGGE)$/, 'must be PERSON, ORGANISASJON or BEGGE');
export const PLATE_PATTERN = shape(
  /^(?=.*[^\s-])(?:[A-ZÆØÅ\d\s-]*\?){0,3}[A-ZÆØÅ\d\s-]*$/iu,
  'must be a plate with up to three unknown characters, written ?',
);
export const CHASSIS_PATTERN = shape(
  /^\*?[A-Z\d ./-]{1,19}\*?$/i,
  'must be 1 to 19 characters, with * first, last or both where more may follow',
);

export type Shapes = Readonly<Record<string, Shape>>;

export type SearchParameters = Readonly<Record<string, string>>;

/** The register answers a wrong parameter with its ordinary object, and nothing in it but this. */
export const parameterError = (reason: string): RegisterRefusal =>
  new RegisterRefusal(400, { responskoder: [{ kode: 'UGYLDIG_PARAMETER', beskrivelse: 'Parameterfeil' }] }, reason);

/** The query of a search, where a misspelt filter must not quietly find too much. */
export const readParameters = (query: unknown, required: Shapes, optional: Shapes): SearchParameters => {
  const given = query as Record<string, string | string[]>;
  const known: Shapes = { ...required, ...optional };
  for (const name of Object.keys(required)) if (!Object.hasOwn(given, name)) throw parameterError(`${name} is missing`);
  for (const [name, value] of Object.entries(given)) {
    const wanted = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!wanted) throw parameterError('the search does not know one of the parameters');
    if (typeof value !== 'string') throw parameterError(`${name} is given more than once`);
    if (!wanted.pattern.test(value.normalize('NFC'))) throw parameterError(`${name} ${wanted.must}`);
  }
  return given as SearchParameters;
};
