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
import { namedEntryOptions } from '../shared/namedEntries';
import { propertiesOf, SENSITIVE_FIELDS, subtitleOf } from '../shared/properties';

export class SvarUt implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'SvarUt',
    name: 'svarUt',
    icon: { light: 'file:../../icons/svarut.svg', dark: 'file:../../icons/svarut.dark.svg' },
    group: ['output'],
    version: 1,
    subtitle: subtitleOf(SERVICES.svarut),
    description: 'Send letters through KS SvarUt, once, and follow them until they have arrived',
    defaults: { name: 'SvarUt' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    sensitiveOutputFields: SENSITIVE_FIELDS,
    credentials: [
      { name: 'maskinportenApi', displayName: 'Maskinporten', required: true },
      { name: 'fiksIntegrationApi', displayName: 'Fiks Integration', required: true, testedBy: 'fiksForm' },
    ],
    properties: propertiesOf(SERVICES.svarut),
  };

  methods = { credentialTest: { fiksForm }, loadOptions: namedEntryOptions };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return await executeService(this, SERVICES.svarut);
  }
}
