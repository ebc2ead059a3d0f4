/** How much of a long list is asked for. */
export interface Page {
  limit?: string;
}

const number = { type: 'string', pattern: '^\\d{1,9}$' } as const;

const limit = { ...number, description: 'only so many of the newest' } as const;

export const pageSchema = { type: 'object', additionalProperties: false, properties: { limit } } as const;

/** As `pageSchema`, of entries with ids that grow. */
export const laterPageSchema = {
  type: 'object',
  additionalProperties: false,
  properties: { limit, after: { ...number, description: 'only those with a higher id' } },
} as const;

/** Of a list with the oldest first, the end. */
export const newest = <T>(entries: readonly T[], { limit: most }: Page): readonly T[] =>
  most === undefined ? entries : entries.slice(Math.max(0, entries.length - Number(most)));
