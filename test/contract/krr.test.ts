/** KRR through Fiks Register: what the client sends and what the sandbox answers, by the published description. */
import { KRR_PERSONS } from '../../sandbox/src/krr/persons';
import { NOBODY } from '../integration/persons';
import { verdictsOf, World } from '../integration/world';
import { answered, answering } from './answering';
import { Contract } from './openapi';
import { describeContract } from './specs';

const PERSON = ['krr', '/register/api/v1/ks/{rolleId}/krr/person', 'post'] as const;
const EVERYONE = KRR_PERSONS.map(({ personidentifikator }) => personidentifikator);

describeContract('what the client asks Fiks Register about KRR', () => {
  let world: World;
  let contract: Contract;
  beforeAll(async () => {
    contract = new Contract();
    world = await World.start();
  });
  afterEach(() => world.reset());
  afterAll(async () => {
    await world.close();
    process.stdout.write(`${contract.requests} requests to Fiks Register were checked against its description.\n`);
  });

  it.each(['lookUpContactInfo', 'checkNotificationRules'])('%s', async (operation) => {
    const inputs = [...EVERYONE, NOBODY].map((foedselsnummer) => ({ foedselsnummer, route: 'fiks' }));
    expect(new Set(verdictsOf(await world.run('krr', operation, inputs)))).toEqual(new Set(['ok']));
    const requests = world.exchanges.map(({ request }) => request).filter(({ url }) => !url.endsWith('/token'));
    expect(requests).toHaveLength(inputs.length);
    for (const { method, url, body } of requests) {
      const path = url.slice(`${world.sandbox.url}/fiks`.length);
      contract.expectRequest('krr', { method, path, json: JSON.parse(String(body)) });
    }
  });

  it.each<[string, string, unknown]>([
    ['a number of ten digits', '11111111-2222-4333-8444-555555555555', { fnr: '1284853966' }],
    ['no number', '11111111-2222-4333-8444-555555555555', {}],
    ['a field nobody knows', '11111111-2222-4333-8444-555555555555', { fnr: EVERYONE[0], inkluderAlt: true }],
    ['a role that is no id', 'barnevern', { fnr: EVERYONE[0] }],
  ])('would be found out with %s', (_what, rolleId, json) => {
    const path = `/register/api/v1/ks/${rolleId}/krr/person`;
    expect(() => contract.expectRequest('krr', { method: 'POST', path, json })).toThrow();
  });
});

describeContract('what the sandbox answers about KRR through Fiks Register', () => {
  const setUp = answering('answers about KRR through Fiks Register');

  const ask = async (fnr: string, role = 'full') => {
    const { caller, headers } = setUp();
    const { rolleId } = caller.credentials.roles.find(({ name }) => name === role)!;
    return caller.postJson(`/fiks/register/api/v1/ks/${rolleId}/krr/person`, { fnr }, headers);
  };

  it.each(KRR_PERSONS.map(({ tests, personidentifikator }) => [tests, personidentifikator]))(
    'of a person with %s',
    async (_tests, number) => {
      for (const filtrerUtgaatt of [false, true]) {
        await setUp().caller.postJson('/admin/settings', { filtrerUtgaatt });
        setUp().contract.expectAnswer(...PERSON, 200, answered(await ask(number)));
      }
    },
  );

  it.each(['absent', 'string'])('when it refuses, with errorJson %s', async (errorJson) => {
    await setUp().caller.postJson('/admin/settings', { errorJson });
    for (const [status, answer] of [
      [404, await ask(NOBODY)],
      [403, await ask(EVERYONE[0]!, 'narrow')],
    ] as const) {
      expect(answer.status).toBe(status);
      setUp().contract.expectAnswer(...PERSON, status, answer.body);
    }
  });

  it.each(['null', 'missing'])(
    'otherwise than described only on request: an address that is %s',
    async (fiksKrrAbsent) => {
      await setUp().caller.postJson('/admin/settings', { fiksKrrAbsent });
      const answer = await ask('07878398712');
      expect(() => setUp().contract.expectAnswer(...PERSON, 200, answered(answer))).toThrow('not as register-krr-api');
    },
  );
});
