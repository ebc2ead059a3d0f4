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

export class FolkeregisterTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Folkeregister Trigger',
    name: 'folkeregisterTrigger',
    icon: { light: 'file:../../icons/folkeregister.svg', dark: 'file:../../icons/folkeregister.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: 'Something happened to persons',
    description: 'Starts the workflow on what happens to persons in the Norwegian National Population Register',
    eventTriggerDescription: '',
    activationMessage: 'Events are read from where the node says, or from where it was.',
    defaults: { name: 'Folkeregister Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    sensitiveOutputFields: SENSITIVE_FIELDS,
    credentials: [
      { name: 'maskinportenApi', displayName: 'Maskinporten', required: true },
      {
        name: 'fiksIntegrationApi',
        displayName: 'Fiks Integration',
        required: true,
        testedBy: 'fiksForm',
        displayOptions: {
          hide: { [SERVICES.folkeregister.mayDoWithoutFiks.field]: [SERVICES.folkeregister.mayDoWithoutFiks.is] },
        },
      },
    ],
    properties: triggerPropertiesOf(SERVICES.folkeregister),
  };

  methods = { credentialTest: { fiksForm }, loadOptions: namedEntryOptions };

  async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
    return await startTrigger(this, SERVICES.folkeregister);
  }
}
