/** Every resource of the register in Node-RED, on every route there is to it. */
import { answeredIn, ASKED, AT_ONCE } from '../registerResources';
import { useSandbox } from '../useSandbox';
import { loadBench, useNodeRed } from './bench';

useNodeRed();
const sandbox = useSandbox();
beforeEach(() => sandbox.change(AT_ONCE));

it.each(ASKED)(
  '$endpoint ($route) is asked for by $operation',
  async ({ endpoint, route, operation, settings, items }) => {
    const fromMessage = Object.keys(settings).flatMap((name) => [
      [name, name],
      [`${name}Type`, 'msg'],
    ]);
    const changes = { operation, fiks: 'integration', ...Object.fromEntries(fromMessage) };
    const bench = await loadBench(sandbox.get(), 'folkeregister', changes);
    const { messages, caught } = await bench.receive({ ...settings, payload: items });
    expect(caught).toEqual([]);
    expect(messages[0]!.payload.map(({ error }: { error?: object }) => error)).toEqual(items.map(() => undefined));
    expect(await answeredIn(sandbox.get().url, route)).toContain(endpoint);
  },
);
