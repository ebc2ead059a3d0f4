/**
 * The test of a Fiks credential by itself: its form. Whether Fiks accepts it shows only together with a Maskinporten
 * token, when a node runs.
 */
import type { ICredentialTestFunction } from 'n8n-workflow';
import { presentError, readFiksCredential } from '../../src/core';

export const fiksForm: ICredentialTestFunction = async (credential) => {
  try {
    readFiksCredential(credential.data ?? {});
    return await Promise.resolve({
      status: 'OK',
      message: 'The form is right. Whether Fiks accepts it shows when a node runs.',
    });
  } catch (error) {
    const { message, action } = presentError(error);
    return { status: 'Error', message: `${message} ${action}` };
  }
};
