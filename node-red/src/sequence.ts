/**
 * A message's place among others, as Node-RED's split, file and batch nodes write it in `msg.parts`.
 */
import type { NodeMessageInFlow } from 'node-red';

export interface Place {
  readonly sequence: string;
  /** Counted from 0. */
  readonly index: number;
  /** Absent where the end is not known yet. */
  readonly count?: number;
}

export const placeOf = (message: NodeMessageInFlow): Place | undefined => {
  const { parts } = message as { parts?: unknown };
  if (typeof parts !== 'object' || parts === null) return undefined;
  const { id, index, count } = parts as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof index !== 'number') return undefined;
  return { sequence: id, index, count: typeof count === 'number' ? count : undefined };
};

export const isLast = ({ index, count }: Place): boolean => index + 1 === count;

export const progressOf = ({ index, count }: Place): string => `${index + 1}/${count ?? '…'}`;
