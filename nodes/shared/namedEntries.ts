/**
 * The drop-downs of roles and accounts, from the lists in the Fiks credential that is chosen on the node.
 */
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { FIKS_CREDENTIAL, namedEntries, type ChoicesFromField } from '../../src/core';

type List = ChoicesFromField['list'];

const DEFAULT: INodePropertyOptions = { name: 'As in the Credential', value: '' };

const optionsFrom = (list: List) =>
  async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
    // Where none is chosen yet there is nothing to choose from, which is not a fault.
    const stored = await this.getCredentials(FIKS_CREDENTIAL.name).catch(() => ({}));
    return [
      DEFAULT,
      ...namedEntries(stored, list).map(({ name, purpose }) => ({ name, value: name, description: purpose })),
    ];
  };

/** For `methods.loadOptions`, under the name of the list. */
export const namedEntryOptions: Record<List, (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>> = {
  roles: optionsFrom('roles'),
  accounts: optionsFrom('accounts'),
};
