/** Every resource of the register in n8n, on every route there is to it. */
import type { IDataObject } from 'n8n-workflow';
import { Folkeregister } from '../../nodes/Folkeregister/Folkeregister.node';
import { answeredIn, ASKED, AT_ONCE } from '../registerResources';
import { useSandbox } from '../useSandbox';
import { executeIn, itemsOf } from './fakeHost';

const sandbox = useSandbox();
beforeEach(() => sandbox.change(AT_ONCE));

it.each(ASKED)(
  '$endpoint ($route) is asked for by $operation',
  async ({ endpoint, route, operation, settings, items }) => {
    const ran = await executeIn(sandbox, {
      node: new Folkeregister(),
      parameters: { operation, ...settings },
      items: itemsOf(...(items as readonly IDataObject[])),
    });
    expect(ran.items).toHaveLength(items.length);
    expect(await answeredIn(sandbox.get().url, route)).toContain(endpoint);
  },
);
