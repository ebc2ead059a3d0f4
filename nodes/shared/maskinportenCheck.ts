/**
 * n8n's test of a Maskinporten credential.
 */
import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestHelper } from 'n8n-workflow';
import {
  checkMaskinporten,
  CONNECTION_PLANS,
  presentError,
  readMaskinportenCredential,
  type Ports,
} from '../../src/core';
import { CHECKED } from './credentialProperties';
import { portsOver } from './transport';

const silent = (): void => undefined;

const portsFor = (host: IHttpRequestHelper): Ports =>
  portsOver(async (options) => (await host.helpers.httpRequest(options)) as unknown, silent);

/** @throws Error whose text n8n shows to the user as it is */
export const checkWithMaskinporten = async (
  host: IHttpRequestHelper,
  stored: ICredentialDataDecryptedObject,
): Promise<IDataObject> => {
  const check = async (): Promise<string> =>
    await checkMaskinporten(portsFor(host), readMaskinportenCredential(stored), CONNECTION_PLANS);
  await check().catch((error: unknown) => {
    const { message, action } = presentError(error);
    throw new Error(`${message} ${action}`);
  });
  // n8n would not ask again where anything is kept, also when the key has been changed since.
  return { [CHECKED.name]: '' };
};
