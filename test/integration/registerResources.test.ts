/** Every resource of the register, on every route there is to it. */
import { answeredIn, ASKED, AT_ONCE } from '../registerResources';
import { valueOf, World } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
beforeEach(async () => {
  await world.reset();
  await world.settings(AT_ONCE);
});
afterAll(() => world.close());

it.each(ASKED)(
  '$endpoint ($route) is asked for by $operation',
  async ({ endpoint, route, operation, settings, items }) => {
    const outcomes = await world.run(
      'folkeregister',
      operation,
      items.map((item) => ({ ...settings, ...item })),
    );
    outcomes.forEach(valueOf);
    expect(await answeredIn(world.sandbox.url, route)).toContain(endpoint);
  },
);
