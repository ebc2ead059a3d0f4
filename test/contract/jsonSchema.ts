/** From the schemas of OpenAPI 3.0 to JSON Schema. */

type Schema = { readonly [key: string]: any };

const nullable = ({ nullable: _nullable, type, enum: values, ...rest }: Schema): Schema => ({
  ...rest,
  ...(type === undefined ? {} : { type: [type, 'null'] }),
  ...(values === undefined ? {} : { enum: [...values, null] }),
});

/**
 * Closed: a property the description does not know is a fault, in what we send as in what the sandbox answers. The
 * descriptions used here have no allOf, which would need more care.
 */
const closed = (schema: Schema): Schema =>
  schema.properties !== undefined && schema.additionalProperties === undefined
    ? { ...schema, additionalProperties: false }
    : schema;

const convertSchema = (schema: Schema): Schema => {
  if (schema.$ref !== undefined) return { $ref: schema.$ref };
  if (schema.allOf ?? schema.oneOf ?? schema.anyOf) throw new Error('combined schemas are not converted');
  const {
    example: _example,
    xml: _xml,
    externalDocs: _docs,
    properties,
    items,
    additionalProperties,
    ...rest
  } = schema;
  const converted = {
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries<Schema>(properties).map(([name, one]) => [name, convertSchema(one)]),
      ),
    }),
    ...(items && { items: convertSchema(items) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'object' ? convertSchema(additionalProperties) : additionalProperties,
    }),
  };
  return closed(schema.nullable ? nullable(converted) : converted);
};

/** The named schemas of a description, at the place its references point to. */
export const schemasOf = (description: { components: { schemas: Record<string, Schema> } }): Schema => ({
  components: {
    schemas: Object.fromEntries(
      Object.entries(description.components.schemas).map(([name, schema]) => [name, convertSchema(schema)]),
    ),
  },
});

export const inlineSchema = convertSchema;
