import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { Folkeregister } from '../../nodes/Folkeregister/Folkeregister.node';
import { SvarUt } from '../../nodes/SvarUt/SvarUt.node';
import { executeIn, itemsOf } from './fakeHost';
import { ORDINARY } from './persons';
import { useSandbox } from '../useSandbox';

const sandbox = useSandbox();

const offered = (
  load: (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>,
  stored: object,
): Promise<INodePropertyOptions[]> =>
  load.call({ getCredentials: async () => stored } as unknown as ILoadOptionsFunctions);

const roleOfSandbox = (): string => sandbox.get().credentials.fiks.rolleId;

describe('the drop-down of roles', () => {
  const { loadOptions } = new Folkeregister().methods;

  it('offers the default and what the credential names', async () => {
    const roles = { entries: [{ name: 'Barnevern', rolleId: 'x', purpose: 'Barnevernloven' }] };
    expect(await offered(loadOptions.roles, { roles })).toEqual([
      { name: 'As in the Credential', value: '' },
      { name: 'Barnevern', value: 'Barnevern', description: 'Barnevernloven' },
    ]);
  });

  it('offers the default where nothing is named', async () => {
    expect(await offered(loadOptions.roles, {})).toEqual([{ name: 'As in the Credential', value: '' }]);
  });

  it('is tied to the fields that ask for it', () => {
    for (const { description, methods } of [new Folkeregister(), new SvarUt()]) {
      const named = JSON.stringify(description.properties).match(/"loadOptionsMethod":"\w+"/g) ?? [];
      expect(named.length).toBeGreaterThan(0);
      for (const one of named) expect(Object.keys(methods.loadOptions)).toContain(/:"(\w+)"/.exec(one)?.[1]);
    }
  });
});

it('a role chosen by name is the one that is used, also from an expression', async () => {
  const roles = { entries: [{ name: 'Innbygger', rolleId: roleOfSandbox() }] };
  const credentials = sandbox.credentials({ fiks: { rolleId: '', roles } });
  const { items } = await executeIn(sandbox, {
    node: new Folkeregister(),
    credentials,
    parameters: { options: { rolleId: 'Innbygger' } },
    items: itemsOf({ foedselsnummer: ORDINARY }),
  });
  expect(items[0]?.json).toMatchObject({ foedselsnummer: ORDINARY });
});

it('a part the named role may not see is refused before anything is asked', async () => {
  const roles = { entries: [{ name: 'Smal', rolleId: roleOfSandbox(), parts: 'navn' }] };
  const run = executeIn(sandbox, {
    node: new Folkeregister(),
    credentials: sandbox.credentials({ fiks: { roles } }),
    parameters: { options: { rolleId: 'Smal' } },
    items: itemsOf({ foedselsnummer: ORDINARY }),
  });
  await expect(run).rejects.toThrow(/The Folkeregister role Smal may not see: .*bostedsadresse/);
  expect((await sandbox.ledger()).requests.filter(({ service }) => service === 'folkeregister')).toEqual([]);
});
