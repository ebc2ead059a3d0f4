import {
  NodeConnectionTypes,
  type INodeType,
  type INodeTypeDescription,
  type ITriggerFunctions,
  type ITriggerResponse,
} from 'n8n-workflow';
import { SERVICES } from '../../src/core';
import { fiksForm } from '../shared/fiksForm';
import { namedEntryOptions } from '../shared/namedEntries';
import { SENSITIVE_FIELDS } from '../shared/properties';
import { startTrigger } from '../shared/trigger';
import { triggerPropertiesOf } from '../shared/triggerForm';

export class SvarUtTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'SvarUt Trigger',
    name: 'svarUtTrigger',
    icon: { light: 'file:../../icons/svarut.svg', dark: 'file:../../icons/svarut.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: 'Letter status changed',
    description: 'Starts the workflow when letters in KS SvarUt change status, until they have arrived or failed',
    eventTriggerDescription: '',
    activationMessage: 'The letters are followed from now on.',
    defaults: { name: 'SvarUt Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    sensitiveOutputFields: SENSITIVE_FIELDS,
    credentials: [
      { name: 'maskinportenApi', displayName: 'Maskinporten', required: true },
      { name: 'fiksIntegrationApi', displayName: 'Fiks Integration', required: true, testedBy: 'fiksForm' },
    ],
    properties: triggerPropertiesOf(SERVICES.svarut),
  };

  methods = { credentialTest: { fiksForm }, loadOptions: namedEntryOptions };

  async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
    return await startTrigger(this, SERVICES.svarut);
  }
}
