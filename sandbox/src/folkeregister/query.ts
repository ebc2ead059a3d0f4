import type { FastifyRequest } from 'fastify';
import { isPersonIdentifier } from '../identifiers.js';
import { invalidParameter } from './registerRefusal.js';

export interface Query {
  /** Of the parameter `part`, the only one that may be repeated. */
  readonly parts: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

/** Spellings on which the sources disagree, and the one used here. */
const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  soekfonetisk: 'soekFonetisk',
  utlendingsmyndighetenesIdentifikasjonsnummer: 'utlendingsmyndighetenesidentifikasjonsnummer',
};

/** The query of a request, where a misspelt parameter must not quietly find too much. */
export const readQuery = (request: FastifyRequest, known: readonly string[]): Query => {
  const { part, ...rest } = request.query as Record<string, string | string[]>;
  if (part !== undefined && !known.includes('part')) throw invalidParameter('there are no parts to choose here');
  const values: Record<string, string> = {};
  for (const [given, value] of Object.entries(rest)) {
    const name = OTHER_SPELLINGS[given] ?? given;
    if (!known.includes(name)) throw invalidParameter('one of the parameters is not known here');
    if (typeof value !== 'string' || value.trim() === '' || Object.hasOwn(values, name)) {
      throw invalidParameter(`${name} must be given once, and not empty`);
    }
    values[name] = value.trim();
  }
  return { parts: [part ?? []].flat(), values };
};

export const readFlag = ({ values }: Query, name: string): boolean => {
  const value = values[name] ?? 'false';
  if (value === 'true' || value === 'false') return value === 'true';
  throw invalidParameter(`${name} must be true or false`);
};

/** A whole number from 0. */
export const readNumber = (value: string | undefined, name: string): number => {
  if (value !== undefined && /^\d{1,15}$/.test(value)) return Number(value);
  throw invalidParameter(`${name} must be a whole number`);
};

/** @throws RegisterRefusal 400 when the value is given and of another form */
export const expectForm = ({ values }: Query, name: string, form: RegExp, must: string): void => {
  const value = values[name];
  if (value !== undefined && !form.test(value)) throw invalidParameter(`${name} must be ${must}`);
};

/** @throws RegisterRefusal 400 when it is no number a person can have */
export const expectIdentifier = (value: string | undefined): string => {
  if (isPersonIdentifier(value)) return value;
  throw invalidParameter('not a valid fødselsnummer or D-number');
};
