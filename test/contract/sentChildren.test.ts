/** What the client asks KS' Oppvekst API, by KS' own description. */
import { SERVICES } from '../../src/core';
import { ALL_NUMBERS, numberOf } from '../integration/persons';
import { valueOf, World } from '../integration/world';
import { Contract } from './openapi';
import { describeContract, readSpec } from './specs';

describeContract('what the client asks about children with parents', () => {
  let world: World;
  let contract: Contract;
  beforeAll(async () => {
    contract = new Contract();
    world = await World.start();
  });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  const declared = SERVICES.folkeregister.operations.find(({ name }) => name === 'getChildWithParents')?.endpoints;

  it.each([[[numberOf('child-two-parents')]], [ALL_NUMBERS]])('about %j', async (numbers) => {
    const inputs = numbers.map((foedselsnummer) => ({ foedselsnummer }));
    (await world.run('folkeregister', 'getChildWithParents', inputs)).forEach(valueOf);
    const { fiksOrgId, rolleId } = world.sandbox.credentials.fiks;
    const requests = world.exchanges
      .map(({ request: { method, url, body } }) => ({ method, path: new URL(url).pathname.replace('/fiks', ''), body }))
      .filter(({ path }) => path.startsWith('/folkeregister'));
    expect(requests).toHaveLength(1);
    for (const { method, path, body } of requests) {
      contract.expectRequest('oppvekst', { method, path, json: JSON.parse(String(body)) });
      const called = path.replace(fiksOrgId, '{fiksOrgId}').replace(rolleId, '{rolleId}');
      expect([`${method} ${called}`]).toEqual(declared);
    }
  });

  it('is all that is published', () => {
    expect(Object.keys(readSpec('oppvekst').paths as object).map((path) => `POST ${path}`)).toEqual(declared);
  });
});
