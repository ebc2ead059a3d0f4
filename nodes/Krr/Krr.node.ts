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
import { propertiesOf, SENSITIVE_FIELDS, subtitleOf } from '../shared/properties';

export class Krr implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'KRR (Kontakt- og reservasjonsregisteret)',
    name: 'krr',
    icon: { light: 'file:../../icons/krr.svg', dark: 'file:../../icons/krr.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: subtitleOf(SERVICES.krr),
    description: 'Check whether a person may be notified digitally, and on which channel',
    defaults: { name: 'KRR' },
    inputs: [NodeConnectionTypes.Main],
    outputs: outputsOf(SERVICES.krr),
    usableAsTool: true,
    sensitiveOutputFields: SENSITIVE_FIELDS,
    credentials: [
      { name: 'maskinportenApi', displayName: 'Maskinporten', required: true },
      {
        name: 'fiksIntegrationApi',
        displayName: 'Fiks Integration',
        required: true,
        testedBy: 'fiksForm',
        displayOptions: { show: { [SERVICES.krr.mayUseFiks.field]: [SERVICES.krr.mayUseFiks.is] } },
      },
    ],
    properties: propertiesOf(SERVICES.krr),
  };

  methods = { credentialTest: { fiksForm }, loadOptions: namedEntryOptions };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return await executeService(this, SERVICES.krr);
  }
}
