import type {
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  ICredentialType,
  IDataObject,
  IHttpRequestHelper,
  INodeProperties,
} from 'n8n-workflow';
import { MASKINPORTEN_CREDENTIAL } from '../src/core';
import { CHECKED, credentialPropertiesOf } from '../nodes/shared/credentialProperties';
import { checkWithMaskinporten } from '../nodes/shared/maskinportenCheck';

export class MaskinportenApi implements ICredentialType {
  name = 'maskinportenApi';

  displayName = 'Maskinporten API';

  icon = { light: 'file:../icons/maskinporten.svg', dark: 'file:../icons/maskinporten.dark.svg' } as const;

  documentationUrl = 'https://github.com/norsk-kommune/n8n-nodes-norsk-kommune/blob/main/docs/credentials.md';

  properties: INodeProperties[] = [...credentialPropertiesOf(MASKINPORTEN_CREDENTIAL), CHECKED];

  /** Runs when the credential is tested: a token is fetched and thrown away, and nothing is stored. */
  async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
    return await checkWithMaskinporten(this, credentials);
  }

  /** What is asked here needs no token; the proof is in `preAuthentication`. */
  test: ICredentialTestRequest = {
    request: {
      baseURL:
        '={{ $credentials.environment === "sandbox" ? $credentials.sandboxUrl.replace(/\\/+$/, "") + "/maskinporten" : $credentials.environment === "production" ? "https://maskinporten.no" : "https://test.maskinporten.no" }}',
      url: '/.well-known/oauth-authorization-server',
    },
  };
}
