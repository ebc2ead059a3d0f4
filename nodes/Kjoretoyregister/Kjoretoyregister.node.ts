import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { SERVICES } from '../../src/core';
import { executeService } from '../shared/execute';
import { fiksForm } from '../shared/fiksForm';
import { propertiesOf, SENSITIVE_FIELDS, subtitleOf } from '../shared/properties';

export class Kjoretoyregister implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Kjøretøyregister',
    name: 'kjoretoyregister',
    icon: { light: 'file:../../icons/kjoretoyregister.svg', dark: 'file:../../icons/kjoretoyregister.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: subtitleOf(SERVICES.kjoretoyregister),
    description: 'Look up and search for vehicles and their owners in the Norwegian vehicle register through KS Fiks',
    defaults: { name: 'Kjøretøyregister' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    sensitiveOutputFields: SENSITIVE_FIELDS,
    credentials: [
      { name: 'maskinportenApi', displayName: 'Maskinporten', required: true },
      { name: 'fiksIntegrationApi', displayName: 'Fiks Integration', required: true, testedBy: 'fiksForm' },
    ],
    properties: propertiesOf(SERVICES.kjoretoyregister),
  };

  methods = { credentialTest: { fiksForm } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return await executeService(this, SERVICES.kjoretoyregister);
  }
}
