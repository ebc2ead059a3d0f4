import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';
import { Refusal } from '../../refusal.js';
import type { Endpoint, Forsendelse } from '../forsendelse.js';
import type { SvarutSettings } from '../settings.js';
import { nhnForsendelse } from './nhn.js';
import { organisasjonForsendelse } from './organisasjon.js';
import { personForsendelse } from './person.js';
import { printForsendelse } from './print.js';
import type { Schema } from './shared.js';

export const SCHEMAS: Record<Endpoint, Schema> = {
  person: personForsendelse,
  organisasjon: organisasjonForsendelse,
  nhn: nhnForsendelse,
  print: printForsendelse,
};

// Both sides of the platform ignore what they do not know, so unknown fields are dropped before any rule can see them.
const ajv = new Ajv({ strict: true, removeAdditional: 'all' });
formats.default(ajv);

const validators = {
  person: ajv.compile<Forsendelse>(personForsendelse),
  organisasjon: ajv.compile<Forsendelse>(organisasjonForsendelse),
  nhn: ajv.compile<Forsendelse>(nhnForsendelse),
  print: ajv.compile<Forsendelse>(printForsendelse),
};

/** Trims the metadata to what this endpoint knows, or refuses it. */
export const readForsendelse = (
  endpoint: Endpoint,
  metadata: unknown,
  { invalidLetterStatus, unknownLetterFields }: SvarutSettings,
): Forsendelse => {
  const validate = validators[endpoint];
  const asSent = JSON.stringify(metadata);
  if (!validate(metadata)) throw invalid(invalidLetterStatus, describe(validate.errors?.[0]));
  if (unknownLetterFields === 'refused' && JSON.stringify(metadata) !== asSent) {
    throw invalid(invalidLetterStatus, 'et felt er ukjent');
  }
  return metadata;
};

const invalid = (status: number, problem: string): Refusal =>
  new Refusal(status, `Ugyldig forsendelse: ${problem}`, `the metadata breaks the schema: ${problem}`);

const describe = (error: ErrorObject | undefined): string =>
  error ? `${error.instancePath || 'forsendelse'} ${error.message ?? 'er ugyldig'}` : 'ukjent feil';
