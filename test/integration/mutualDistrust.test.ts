/**
 * Neither believes the other. The client is broken on purpose, in one way at a time, and the sandbox finds out which; then the
 * sandbox lies, and the client does not pass it on.
 */
import { ANY_ID, BROKEN, CONTACT, FOUND, LOOK_UP, MANY, PERSON, PLATE, SENT, type Asked } from './brokenClients';
import { ALL_NUMBERS, numberOf } from './persons';
import { withTransport } from './sending';
import { spoiledGrant, spoiledUrl, withoutLength } from './spoiled';
import { valueOf, verdictsOf, World, type Stored } from './world';

const OTHER = { foedselsnummer: numberOf('confidential') };

let world: World;
beforeAll(async () => void (world = await World.start()));
afterEach(() => world.reset());
afterAll(() => world.close());

/** What the sandbox answered to the last request for this. */
const answerTo = (path: string): any => {
  const { response } = world.exchanges.findLast(({ request }) => request.url.includes(path)) ?? {};
  return JSON.parse(new TextDecoder().decode(response?.body));
};

const refusals = async (): Promise<string[]> => {
  const requests: any[] = await (await fetch(`${world.sandbox.url}/admin/requests`)).json();
  return requests.filter(({ verdict }) => verdict === 'refused').map(({ reason }) => reason);
};

describe('the sandbox finds out when', () => {
  it.each(BROKEN)('%s', async (_how, [service, operation, inputs], spoiled, reason) => {
    const outcomes = await world.run(service, operation, inputs, spoiled(world));
    expect(await refusals()).toContainEqual(expect.stringMatching(reason));
    expect(verdictsOf(outcomes)).not.toContain('ok');
    expect(await world.ledger()).toEqual([]);
  });

  it('a jti is used again', async () => {
    const session = spoiledGrant(() => ({ claims: { jti: ANY_ID } }))(world);
    expect(verdictsOf(await world.run(...CONTACT, session))).toEqual(['ok']);
    expect(verdictsOf(await world.run(...LOOK_UP, session))).toEqual(['ERR_TOKEN_REFUSED']);
    expect(await refusals()).toEqual([expect.stringMatching(/MP-012/)]);
  });

  it('the length of an upload is left out, where it is wanted', async () => {
    await world.settings({ chunkedUploads: 'refused' });
    expect(verdictsOf(await world.run(...SENT, withoutLength(world)))).toEqual(['ERR_REFUSED']);
    expect(await refusals()).toEqual([expect.stringMatching(/Content-Length/)]);
    expect(verdictsOf(await world.run(...SENT))).toEqual(['ok']);
  });

  it('a letter is sent twice: they are two in the ledger', async () => {
    const session = withTransport(world.session(), (transport) => async (request) => {
      if (Array.isArray(request.body)) await transport(request);
      return transport(request);
    });
    expect(verdictsOf(await world.run(...SENT, session))).toEqual(['ok']);
    expect((await world.ledger()).map(({ eksternReferanse }) => eksternReferanse)).toEqual(['sak-1', 'sak-1']);
  });

  it('somBestilt is left out though the order counts: no person comes in the place of the question', async () => {
    await world.run(...MANY, spoiledUrl((url) => url.replace('somBestilt=true', 'somBestilt=false'))(world));
    const places = answerTo('/bulkoppslag').oppslag.map(({ foedselsEllerDNummer }: any) => foedselsEllerDNummer);
    expect(places).not.toEqual(ALL_NUMBERS);
    expect([...places].sort()).toEqual([...ALL_NUMBERS].sort());
  });

  it('would find nothing in the client as it is', async () => {
    for (const [service, operation, inputs] of [LOOK_UP, MANY, CONTACT, PLATE, SENT, FOUND]) {
      expect(new Set(verdictsOf(await world.run(service, operation, inputs)))).toEqual(new Set(['ok']));
    }
    expect(await refusals()).toEqual([]);
    expect(await world.ledger()).toHaveLength(1);
  });
});

/** Where an answer about one person or vehicle comes from. */
const ABOUT = {
  folkeregister: '/personer/',
  krr: '/personer',
  kjoretoyregister: '/bulk/kjennemerke',
  svarut: '/forsendelser',
};

describe('the client does not pass it on when', () => {
  const answering = (service: Asked[0], operation: string, body: unknown) =>
    world.order({ service, operation, kind: 'status', status: 200, times: 9, body });
  const ask = async ([service, operation, inputs]: Asked) => world.run(service, operation, inputs);

  it('KRR answers in another order', async () => {
    const inputs = [PERSON, OTHER, { foedselsnummer: numberOf('client-address') }];
    const straight = (await world.run('krr', 'lookUpContactInfo', inputs)).map(valueOf);
    await world.settings({ krrOrder: 'reversed' });
    const reversed = (await world.run('krr', 'lookUpContactInfo', inputs)).map(valueOf);
    expect(reversed).toEqual(straight);
  });

  it.each([{ krrNobody: 'missing' }, { krrRepeated: 'each' }, { krrNotRegistered: 'included' }])(
    'KRR does otherwise than it is believed to: %j',
    async (settings) => {
      const inputs = [PERSON, PERSON, { foedselsnummer: numberOf('deceased') }];
      const believed = (await world.run('krr', 'checkNotificationRules', inputs)).map(valueOf);
      await world.settings(settings);
      expect((await world.run('krr', 'checkNotificationRules', inputs)).map(valueOf)).toEqual(believed);
    },
  );

  const aboutSomebodyElse = async ([service, operation, inputs]: Asked, route: string, other: Stored) => {
    await world.run(service, operation, [other]);
    const theirs = answerTo(ABOUT[service]);
    await world.reset();
    await answering(service, route, theirs);
    return world.run(service, operation, inputs);
  };

  it.each([
    ['KRR', CONTACT, 'personer', OTHER],
    ['the vehicle register', PLATE, 'bulkKjennemerke', { kjennemerke: 'SU00201' }],
  ] as const)('%s answers about somebody else', async (_service, asked, route, other) => {
    expect(verdictsOf(await aboutSomebodyElse(asked, route, other))).toEqual(['ERR_UNEXPECTED_ANSWER']);
  });

  it('Folkeregisteret answers about somebody else: it is under their number, as for a number out of use', async () => {
    const [outcome] = await aboutSomebodyElse(LOOK_UP, 'person', OTHER);
    expect(valueOf(outcome)).toMatchObject(OTHER);
  });

  it.each([
    ['Folkeregisteret', LOOK_UP, 'person'],
    ['KRR', CONTACT, 'personer'],
    ['the vehicle register', PLATE, 'bulkKjennemerke'],
    ['SvarUt', FOUND, 'metadata'],
  ] as const)('%s answers with a page, or with half an answer', async (_service, asked, operation) => {
    for (const body of ['<html><body>Velkommen</body></html>', '{"oppslag":[{"personer":[{"forsen']) {
      await world.reset();
      await answering(asked[0], operation, body);
      expect(verdictsOf(await ask(asked))).toEqual(['ERR_UNEXPECTED_ANSWER']);
    }
  });
});
