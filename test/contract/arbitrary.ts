/** From the schemas of a published description to anything that is valid by them. */
import fc from 'fast-check';

type Schema = { readonly [key: string]: any };

type Leaf = fc.Arbitrary<string>;

const isoDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Words that are also names of what every object has. */
const TREACHEROUS = ['', ' ', 'constructor', '__proto__', 'toString', 'NOR', '12848539668'];

const PLAIN: Leaf = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...TREACHEROUS));

export class Arbitraries {
  readonly #schemas: Readonly<Record<string, Schema>>;
  /** What text stands where, by the names of the properties that lead there. */
  readonly #leafAt: (path: readonly string[]) => Leaf;

  constructor(
    description: { components: { schemas: Record<string, Schema> } },
    leafAt: (path: readonly string[]) => Leaf = () => PLAIN,
  ) {
    this.#schemas = description.components.schemas;
    this.#leafAt = leafAt;
  }

  /** @param ending of the schema's name */
  named(ending: string): fc.Arbitrary<Record<string, any>> {
    const name = Object.keys(this.#schemas).find((one) => one.endsWith(ending));
    if (!name) throw new Error(`no schema ${ending}`);
    return this.#of(this.#schemas[name]!, []) as fc.Arbitrary<Record<string, any>>;
  }

  #of(schema: Schema, path: readonly string[]): fc.Arbitrary<unknown> {
    if (schema.$ref !== undefined) return this.#of(this.#schemas[String(schema.$ref).split('/').at(-1)!]!, path);
    if (schema.enum !== undefined) return fc.constantFrom(...(schema.enum as unknown[]));
    switch (schema.type) {
      case 'array':
        return fc.array(this.#of(schema.items, path), { maxLength: 3 });
      case 'boolean':
        return fc.boolean();
      case 'integer':
        return fc.maxSafeInteger();
      case 'string':
        if (schema.format === 'date') return isoDate.map((date) => date.slice(0, 10));
        return schema.format === 'date-time' ? isoDate : this.#leafAt(path);
      default:
        return this.#object(schema, path);
    }
  }

  #object({ properties = {}, required = [] }: Schema, path: readonly string[]): fc.Arbitrary<object> {
    const members = Object.fromEntries(
      Object.entries<Schema>(properties).map(([name, schema]) => [name, this.#of(schema, [...path, name])]),
    );
    return fc.record(members, { requiredKeys: required as string[] });
  }
}
