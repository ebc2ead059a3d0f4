/**
 * Values as the register sends them, read tolerantly: none of them is a reason to lose the person.
 */
import { z } from 'zod/v4';

/** Numbers where text is documented, nulls and blanks occur. */
export const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => value?.trim() || undefined)
  .optional();

export const lines = z
  .array(text)
  .nullish()
  .transform((values) => (values ?? []).filter((line) => line !== undefined))
  .optional();

export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? undefined)
  .optional();

/** What every entry of a list says of itself. */
export const dated = { erGjeldende: flag };
