/**
 * The reference that makes a letter findable again (fact sheet svarut §5.1, §10): the author's own, or one derived from
 * what makes it the same letter. Never the document bytes (generators put timestamps in PDFs), never the execution.
 */
import { createHmac } from 'node:crypto';
import { ServiceError } from '../http/serviceError';
import type { FiksCredential } from '../fiks/credential';

export interface LetterIdentity {
  readonly batchName: string | undefined;
  /** What makes it the same recipient, such as a person's number. */
  readonly recipient: string;
  readonly tittel: string;
}

const MIN_SECRET = 16;

/** Whether a secret keeps what is derived with it from being guessed back. */
export const isLongEnough = (secret: string): boolean => secret.length >= MIN_SECRET;

/**
 * @returns `nk-` and 43 characters that tell nothing of the recipient without the secret
 * @throws ServiceError ERR_CREDENTIAL_INCOMPLETE without a secret
 */
export const deriveReference = (
  { batchName, recipient, tittel }: LetterIdentity,
  { referenceSecret }: FiksCredential,
): string => {
  if (!isLongEnough(referenceSecret)) {
    throw new ServiceError(
      'ERR_CREDENTIAL_INCOMPLETE',
      'The letter has no reference, and the Fiks credential has no reference secret to derive one from.',
      `Give each letter a reference of your own (a case number), or fill in a reference secret of at least ${MIN_SECRET} characters.`,
      { service: 'svarut', field: 'referenceSecret' },
    );
  }
  const digest = createHmac('sha256', referenceSecret)
    .update(JSON.stringify([batchName ?? '', recipient, tittel].map((part) => part.normalize('NFC'))))
    .digest('base64url');
  return `nk-${digest}`;
};
