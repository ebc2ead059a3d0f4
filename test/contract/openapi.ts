/** Judges requests and answers by the published descriptions. */
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { Count } from './count';
import { inlineSchema, schemasOf } from './jsonSchema';
import { PUBLISHED, readSpec, type Published } from './specs';

/** What the description of sending calls the first part of a letter, by its endpoint. */
export const FORSENDELSE = {
  person: 'PersonForsendelse',
  organisasjon: 'OrganisasjonForsendelse',
  nhn: 'NhnForsendelse',
  print: 'PrintForsendelse',
} as const;

export type Endpoint = keyof typeof FORSENDELSE;

/** What references call a description: some have the address of the common one in theirs. */
const idOf = (name: Published): string =>
  name === 'fiksCommon' ? 'https://developers.fiks.ks.no/api/fiks-common.json' : name;

export interface SeenRequest {
  readonly method: string;
  /** Path below the root of the API, and query. */
  readonly path: string;
  readonly json?: unknown;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Names of the path parameters and a pattern with a group for each. */
const patternOf = (template: string): { pattern: RegExp; names: string[] } => ({
  names: [...template.matchAll(/{(\w+)}/g)].map(([, name]) => name!),
  pattern: new RegExp(`^${template.split(/{\w+}/).map(escaped).join('([^/]+)')}$`),
});

/** A query value in the type its schema gives it, for everything in a URL is text. */
const typed = (values: readonly string[], { type }: { type?: string }): unknown => {
  if (type === 'array') return values;
  if (values.length !== 1) return values;
  if (type === 'boolean') return values[0] === 'true' ? true : values[0] === 'false' ? false : values[0];
  return type === 'integer' ? Number(values[0]) : values[0];
};

export class Contract {
  readonly #ajv = new Ajv({ strict: false, allErrors: true });
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #documents = new Map<Published, any>();
  requests = 0;
  readonly answers = new Count();

  constructor() {
    addFormats.default(this.#ajv);
    for (const name of Object.keys(PUBLISHED) as Published[]) {
      const document = readSpec(name);
      this.#documents.set(name, document);
      this.#ajv.addSchema(schemasOf(document), idOf(name));
    }
  }

  /** Throws what is wrong with an answer, by the schema of that status (or the default one) of the operation. */
  expectAnswer(
    name: Published,
    template: string,
    method: 'get' | 'post' | 'delete',
    status: number,
    body: unknown,
  ): void {
    const { responses } = this.#operation(name, template, method);
    const response = responses[status] ?? responses.default;
    const schema = (response?.content?.['application/json'] ?? response?.content?.['*/*'])?.schema;
    if (!schema) throw new Error(`${PUBLISHED[name]} describes no JSON for ${method} ${template} with ${status}`);
    this.#expectValid(name, schema, body);
    this.answers.add(PUBLISHED[name]);
  }

  /** Throws unless an answer with this status is described to have no body. */
  expectNoAnswer(name: Published, template: string, method: 'post' | 'delete', status: number): void {
    const { responses } = this.#operation(name, template, method);
    if (!responses[status] || responses[status].content) throw new Error(`${template} is not empty with ${status}`);
    this.answers.add(PUBLISHED[name]);
  }

  /** Throws what is wrong with an error object of the Fiks platform. */
  expectFiksError(body: unknown): void {
    this.#expectValid('fiksCommon', { $ref: '#/components/schemas/ErrorMessage' }, body);
    this.answers.add(PUBLISHED.fiksCommon);
  }

  /** Throws what is wrong with the first part of a letter. */
  expectMetadata(forsendelse: unknown, endpoint: Endpoint = 'person'): void {
    this.#expectValid('send', { $ref: `#/components/schemas/${FORSENDELSE[endpoint]}` }, forsendelse);
    this.requests += 1;
  }

  /** Throws what is wrong with path, query or body of a request. */
  expectRequest(name: Published, { method, path, json }: SeenRequest): void {
    const { pathname, search } = new URL(path, 'http://api');
    const template = Object.keys(this.#documents.get(name).paths)
      // A word in a path wins over a parameter in its place.
      .sort((a, b) => a.split('{').length - b.split('{').length)
      .find((one) => patternOf(one).pattern.test(pathname));
    if (!template) throw new Error(`${PUBLISHED[name]} has no path ${pathname.replace(/\d{11}/, '*')}`);
    const operation = this.#operation(name, template, method.toLowerCase());
    this.#expectParameters(name, template, operation.parameters ?? [], pathname, new URLSearchParams(search));
    if (json !== undefined) {
      const content = operation.requestBody?.content ?? {};
      const schema = (content['application/json'] ?? content['*/*'])?.schema;
      if (!schema) throw new Error(`${template} takes no JSON`);
      this.#expectValid(name, schema, json);
    } else if (operation.requestBody?.required) throw new Error(`${template} needs a body`);
    this.requests += 1;
  }

  propertiesOf(name: Published, schemaEnding: string): string[] {
    const schemas = this.#documents.get(name).components.schemas;
    const found = Object.keys(schemas).find((one) => one.endsWith(schemaEnding));
    return Object.keys(schemas[found!].properties);
  }

  #operation(name: Published, template: string, method: string): any {
    const operation = this.#documents.get(name).paths[template]?.[method];
    if (!operation) throw new Error(`${PUBLISHED[name]} has no ${method} ${template}`);
    return operation;
  }

  #expectParameters(
    name: Published,
    template: string,
    declared: readonly any[],
    pathname: string,
    query: URLSearchParams,
  ): void {
    const { names, pattern } = patternOf(template);
    const fromPath = new Map(
      (pattern.exec(pathname) ?? []).slice(1).map((value, at) => [names[at], decodeURIComponent(value)]),
    );
    // Some descriptions show what a parameter is by an example alone.
    for (const { in: place, name: parameter, schema = {}, required } of declared) {
      const values = place === 'path' ? [fromPath.get(parameter) ?? []].flat() : query.getAll(parameter);
      if (values.length === 0 && required) throw new Error(`${template} needs ${parameter}`);
      if (values.length > 0) this.#expectValid(name, schema, typed(values, schema));
    }
    const known = declared.filter((one) => one.in === 'query').map((one) => one.name);
    const unknown = [...query.keys()].filter((key) => !known.includes(key));
    if (unknown.length > 0) throw new Error(`${template} does not know ${unknown.join(', ')}`);
  }

  #expectValid(name: Published, schema: any, value: unknown): void {
    const validate = this.#validator(name, inlineSchema(schema));
    if (!validate(value)) throw new Error(`not as ${PUBLISHED[name]} says: ${JSON.stringify(validate.errors)}`);
  }

  #validator(name: Published, schema: any): ValidateFunction {
    // References within the document, which may also stand in the items of a list.
    const key = JSON.stringify(schema).replaceAll('"$ref":"#', `"$ref":"${idOf(name)}#`);
    const validate = this.#validators.get(key) ?? this.#ajv.compile(JSON.parse(key));
    this.#validators.set(key, validate);
    return validate;
  }
}
