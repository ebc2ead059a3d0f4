/** Thirty thousand residents over real HTTP, in pieces that the flow is done with before it asks for the next. */
import { heapInUse } from '../heapInUse';
import { valueOf, World, type Stored } from './world';

const RESIDENTS = 30_000;
const PIECE = 5000;
const MEGABYTE = 1_000_000;

interface Given {
  readonly foedselsnumre: readonly string[];
  readonly persons: readonly Stored[];
  readonly goOnFrom: string | null;
}

let world: World;
beforeAll(async () => void (world = await World.start(0, RESIDENTS)));
afterAll(() => world.close());

it('come once each with their persons, and memory does not grow with them', async () => {
  const statuses = ['bosatt', 'aktiv', 'utflyttet', 'doed', 'inaktiv'];
  const settings = { limit: PIECE, includePersons: true, parts: ['navn', 'status'] };
  // What was exchanged is written down in these tests, and would be what grows.
  const session = { ...world.session(), onProgress: () => void (world.exchanges.length = 0) };
  const seen = new Set<string>();
  const heaps: number[] = [];
  let input: Stored = { extract: 'wholeCountry', personstatustyper: statuses, ...settings };
  for (let given = 0; input.goOnFrom !== null;) {
    const [outcome] = await world.run('folkeregister', 'listResidents', [input], session);
    const { foedselsnumre, persons, goOnFrom } = valueOf(outcome) as Given;
    expect(persons.map(({ foedselsnummer }) => foedselsnummer)).toEqual(foedselsnumre);
    given += foedselsnumre.length;
    for (const number of foedselsnumre) seen.add(number);
    expect(seen.size).toBe(given);
    input = { extract: 'job', goOnFrom, ...settings };
    heaps.push(heapInUse());
  }
  expect(seen.size).toBeGreaterThanOrEqual(RESIDENTS);
  expect(await world.asked('folkeregister', 'uttrekkTilpasset')).toBe(1);
  expect(await world.asked('folkeregister', 'bulkoppslag')).toBe(Math.ceil(seen.size / 1000));
  const [, second = 0] = heaps;
  expect((heaps.at(-1) ?? 0) - second).toBeLessThan(30 * MEGABYTE);
}, 120_000);
