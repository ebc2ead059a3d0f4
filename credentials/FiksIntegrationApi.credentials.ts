import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { FIKS_CREDENTIAL } from '../src/core';
import { credentialPropertiesOf } from '../nodes/shared/credentialProperties';

export class FiksIntegrationApi implements ICredentialType {
  name = 'fiksIntegrationApi';

  displayName = 'Fiks Integration (KS) API';

  icon = { light: 'file:../icons/fiks.svg', dark: 'file:../icons/fiks.dark.svg' } as const;

  documentationUrl = 'https://github.com/norsk-kommune/n8n-nodes-norsk-kommune/blob/main/docs/credentials.md';

  properties: INodeProperties[] = credentialPropertiesOf(FIKS_CREDENTIAL);
}
