/**
 * Where a list of residents goes on: a job, and how far into its batches. It identifies nobody, and is text so that one field
 * can carry it from result to input.
 */
import { ServiceError } from '../../http/serviceError';

export interface Place {
  readonly jobId: string;
  readonly batch: number;
  /** How many of that batch have been given already. */
  readonly position: number;
}

export const beginningOf = (jobId: string): Place => ({ jobId, batch: 0, position: 0 });

const WRITTEN = /^([^\s/]+)(?:\/(\d{1,9})\/(\d{1,9}))?$/;

export const writePlace = ({ jobId, batch, position }: Place): string => `${jobId}/${batch}/${position}`;

/**
 * @param written a job id alone is its beginning
 * @throws ServiceError ERR_INVALID_INPUT
 */
export const readPlace = (written: string): Place => {
  const [, jobId, batch = '0', position = '0'] = WRITTEN.exec(written) ?? [];
  if (jobId !== undefined) return { jobId, batch: Number(batch), position: Number(position) };
  throw new ServiceError(
    'ERR_INVALID_INPUT',
    '"Go On From" is neither the id of a job nor the goOnFrom of a result.',
    'Give the jobId of Order Extract or of an error, or the goOnFrom of the result before, as it is.',
    { service: 'folkeregister', field: 'goOnFrom' },
  );
};
