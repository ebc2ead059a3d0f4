import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';
import type { Problem } from './problem.js';
import { ownDataSchema } from './schema.js';

const ajv = new Ajv({ allErrors: true, verbose: true, strict: false });
formats.default(ajv);

interface Described {
  readonly description?: string;
  readonly properties?: object;
  readonly [keyword: string]: unknown;
}

type Said = (params: Readonly<Record<string, unknown>>, schema: Described) => string;

/** A word may be repeated; anything else might be a number somebody pasted. */
const word = (text: unknown): string => (/^[a-zA-Z]{1,30}$/.test(String(text)) ? ` (${String(text)})` : '');

const SAID: Readonly<Record<string, Said>> = {
  required: ({ missingProperty }) => `lacks ${String(missingProperty)}. Add it.`,
  dependencies: ({ property, missingProperty }) =>
    `has ${String(property)} without ${String(missingProperty)}. Add that too.`,
  additionalProperties: ({ additionalProperty }, { properties = {} }) =>
    `has something unknown${word(additionalProperty)}. There are ${Object.keys(properties).join(', ')}.`,
};

const notAsDescribed: Said = (_params, { description = 'as the schema says' }) =>
  `is not right. It must be ${description}.`;

let isOwnData: ReturnType<typeof ajv.compile> | undefined;

/** What is not as the schema has it. */
export const problemsOfForm = (value: unknown): readonly Problem[] => {
  // Compiled when it is needed: most sandboxes have no data of their own.
  isOwnData ??= ajv.compile(ownDataSchema);
  return isOwnData(value) ? [] : (isOwnData.errors ?? []).map(problemOf);
};

const problemOf = ({ instancePath, keyword, params, parentSchema = {} }: ErrorObject): Problem => {
  const say = SAID[keyword] ?? notAsDescribed;
  return { at: instancePath, says: say(params, parentSchema) };
};
