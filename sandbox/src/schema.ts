/** Words for the JSON Schemas that describe the administration. */
export type Schema = Readonly<Record<string, unknown>>;

export const text = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;
export const whole = { type: 'integer' } as const;
export const number = { type: 'number' } as const;
export const time = { type: 'string', format: 'date-time' } as const;
export const anything: Schema = {};

export const list = (items: Schema): Schema => ({ type: 'array', items });

export const oneOf = (...values: readonly unknown[]): Schema => ({ enum: values });

export const orNull = (schema: Schema & { readonly type: string }): Schema => ({
  ...schema,
  type: [schema.type, 'null'],
});

/** Nothing but these fields; all are there except the optional ones. */
export const object = (always: Readonly<Record<string, Schema>>, sometimes: Readonly<Record<string, Schema>> = {}) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(always),
  properties: { ...always, ...sometimes },
});

/** What a route answers with one status. */
export const answers = (description: string, schema?: Schema) =>
  schema ? { description, content: { 'application/json': { schema } } } : { description };
