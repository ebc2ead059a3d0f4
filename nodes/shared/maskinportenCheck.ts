/**
 * n8n's test of a Maskinporten credential.
 */
import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestHelper } from 'n8n-workflow';
import { checkMaskinporten, presentError, readMaskinportenCredential } from '../../src/core';
import { portsOver } from './transport';

/** @throws Error whose text n8n shows to the user as it is */
export const checkWithMaskinporten = async (
  host: IHttpRequestHelper,
  stored: ICredentialDataDecryptedObject,
): Promise<IDataObject> => {
  try {
    const scope = await checkMaskinporten(
      portsOver(host.helpers.httpRequest, () => undefined),
      readMaskinportenCredential(stored),
    );
    return { checked: `token issued for ${scope}` };
  } catch (error) {
    const { message, action } = presentError(error);
    throw new Error(`${message} ${action}`);
  }
};
