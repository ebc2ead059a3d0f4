/**
 * A credential as n8n keeps it.
 */
import type { FunctionsBase, IDataObject } from 'n8n-workflow';
import { ServiceError, type CredentialDeclaration } from '../../src/core';

/** Of one that is not chosen, was deleted or is not shared with this workflow, n8n says what would look like a fault of ours. */
export const storedFor = async (
  host: Pick<FunctionsBase, 'getCredentials'>,
  { name, title }: CredentialDeclaration,
): Promise<IDataObject> =>
  await host.getCredentials(name).catch(() => {
    throw new ServiceError(
      'ERR_CREDENTIAL_INCOMPLETE',
      `The node has no ${title.en} credential it may use.`,
      'Choose one on the node; if one is chosen, have its owner share it with this project.',
    );
  });
