/**
 * What SvarUt sends (fact sheet svarut §3, §8). Open: new states may come without a new version.
 */
import { z } from 'zod/v4';

export const sendAnswer = z.looseObject({ id: z.string().min(1) });

export const statusAnswer = z.looseObject({
  statuser: z
    .array(z.looseObject({ id: z.string(), status: z.string(), sisteStatusEndring: z.string().optional() }))
    .default([]),
});

export const metadataAnswer = z.looseObject({
  forsendelser: z
    .array(
      z.looseObject({
        id: z.string().min(1),
        dato: z.string().optional(),
        // An older server may leave it out.
        status: z.string().optional(),
      }),
    )
    .default([]),
});

/** A letter as the look-up by reference knows it. */
export interface KnownLetter {
  readonly id: string;
  /** ISO 8601, when SvarUt took it. */
  readonly dato?: string;
  readonly status?: string;
}
