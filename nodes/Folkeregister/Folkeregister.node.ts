import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { SERVICES } from '../../src/core';
import { outputsOf } from '../shared/branches';
import { executeService } from '../shared/execute';
import { fiksForm } from '../shared/fiksForm';
import { namedEntryOptions } from '../shared/namedEntries';
import { offlineOperations } from '../shared/offline';
import { propertiesOf, SENSITIVE_FIELDS, subtitleOf } from '../shared/properties';

export class Folkeregister implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Folkeregister',
    name: 'folkeregister',
    icon: { light: 'file:../../icons/folkeregister.svg', dark: 'file:../../icons/folkeregister.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: subtitleOf(SERVICES.folkeregister),
    description: 'Look up and find persons in the Norwegian National Population Register, through KS Fiks or directly',
    defaults: { name: 'Folkeregister' },
    inputs: [NodeConnectionTypes.Main],
    outputs: outputsOf(SERVICES.folkeregister),
    usableAsTool: true,
    sensitiveOutputFields: SENSITIVE_FIELDS,
    credentials: [
      {
        name: 'maskinportenApi',
        displayName: 'Maskinporten',
        required: true,
        displayOptions: { hide: { operation: offlineOperations(SERVICES.folkeregister) } },
      },
      {
        name: 'fiksIntegrationApi',
        displayName: 'Fiks Integration',
        required: true,
        testedBy: 'fiksForm',
        displayOptions: {
          // Any one of them hides it.
          hide: {
            operation: offlineOperations(SERVICES.folkeregister),
            [SERVICES.folkeregister.mayDoWithoutFiks.field]: [SERVICES.folkeregister.mayDoWithoutFiks.is],
          },
        },
      },
    ],
    properties: propertiesOf(SERVICES.folkeregister),
  };

  methods = { credentialTest: { fiksForm }, loadOptions: namedEntryOptions };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return await executeService(this, SERVICES.folkeregister);
  }
}
