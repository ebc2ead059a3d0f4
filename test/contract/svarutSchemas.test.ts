/** The sandbox judges metadata by schemas of its own; they must demand what the published ones do, no more and no less. */
import { SCHEMAS } from '../../sandbox/src/svarut/schema/readForsendelse';
import { FORSENDELSE } from './openapi';
import { describeContract, readSpec } from './specs';

const DEMANDS = ['type', 'minLength', 'maxLength', 'minimum', 'maximum', 'maxItems', 'uniqueItems', 'pattern'] as const;

/** Said in words or by a format in the published schemas. */
const INT32 = 2_147_483_647;

/** Every field by its path, with what is demanded of it. */
const demandsOf = (schema: any, resolve: (schema: any) => any, path = ''): Record<string, object> => {
  const { properties = {}, required = [], items, enum: values, format, ...rest } = resolve(schema);
  const demands = Object.fromEntries(
    DEMANDS.filter((name) => rest[name] !== undefined).map((name) => [name, rest[name]]),
  );
  return {
    [path]: {
      ...demands,
      ...(values && { type: 'string', enum: values.filter((value: unknown) => value !== null) }),
      ...(format === 'int32' && { maximum: demands.maximum ?? INT32 }),
      ...(/^(date-time|uuid)$/.test(format) && { format }),
      nullable: rest.nullable === true,
      required: [...required].sort(),
    },
    ...Object.assign(
      {},
      ...Object.entries(properties).map(([name, one]) => demandsOf(one, resolve, `${path}/${name}`)),
      items && demandsOf(items, resolve, `${path}[]`),
    ),
  };
};

describeContract("the sandbox's own schemas", () => {
  const FORBIDDEN_CHARACTERS = '/dokumenter[]/filnavn';

  it.each(['person', 'organisasjon', 'nhn', 'print'] as const)('demand the same of a letter to %s', (endpoint) => {
    const { schemas } = readSpec('send').components;
    const resolve = (schema: any): any => (schema.$ref ? schemas[schema.$ref.split('/').at(-1)] : schema);
    const published = demandsOf(schemas[FORSENDELSE[endpoint]], resolve);
    const ours = demandsOf(SCHEMAS[endpoint], (schema) => schema);
    if (endpoint !== 'nhn') {
      expect(ours[FORBIDDEN_CHARACTERS]).toMatchObject({ pattern: expect.any(String) });
      delete (ours[FORBIDDEN_CHARACTERS] as { pattern?: string }).pattern;
    }
    expect(Object.keys(published).length).toBeGreaterThan(20);
    expect(ours).toEqual(published);
  });
});
