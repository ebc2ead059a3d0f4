/** What the client asks SvarUt beside sending, by the published descriptions, and by what the operations say of themselves. */
import { SERVICES } from '../../src/core';
import { IN_MAILBOX, sentTo } from '../integration/sentLetters';
import { valueOf, World, type Stored } from '../integration/world';
import { Contract, type SeenRequest } from './openapi';
import { describeContract, readSpec, type Published } from './specs';

const ROOT = '/svarut/api';
const SURE = { cannotBeUndone: true, confirmation: 'DELETE' };
const ODD_REFERENCE = 'sak 1/æøå&?#+%';

/** Inputs that a letter's id is added to. */
const ABOUT_A_LETTER: readonly (readonly [operation: string, input: Stored])[] = [
  ['getStatus', {}],
  ['getEvents', {}],
  ['getSigningEvents', {}],
  ['getDocumentMetadata', { includeLinks: true }],
  ['markAsRead', { foedselsnummer: IN_MAILBOX }],
  ['markAsRead', { foedselsnummer: IN_MAILBOX, readAt: '2026-06-20', eksterntSystemnavn: 'Min side' }],
  ['markAsRead', { foedselsnummer: IN_MAILBOX, readAt: '2026-11-20 10:00' }],
  ['deleteDocuments', SURE],
  ['deleteDocuments', { ...SURE, slettetype: 'ALLE' }],
];

const ASKED: readonly (readonly [operation: string, input: Stored])[] = [
  ...ABOUT_A_LETTER,
  ['findByReference', { eksternReferanse: ODD_REFERENCE }],
  ['findByReference', { eksternReferanse: ODD_REFERENCE, idsOnly: true }],
  ['listShipmentTypes', {}],
  ['findReceivingSystems', {}],
  ['findReceivingSystems', { organisasjonsnummer: '310 475 025' }],
  ['findReceivingSystems', { organisasjonsnummer: '310475025', forsendelsestype: 'helse.øye', niva: 9 }],
  ['lookUpNhnParty', { herId: 8_440_100 }],
];

/** Which description tells of a path. For the look-up in the health network none lies beside the project. */
const DESCRIPTIONS: readonly (readonly [path: RegExp, name: Published])[] = [
  [/\/status\/sok$/, 'status'],
  [/\/kontoer\/[^/]+\/forsendelser(?:\/metadata)?\?/, 'eksternref'],
  [/\/(?:hendelser|signeringshendelser)$/, 'events'],
  [/\/forsendelser\/[^/]+\/metadata$/, 'documents'],
  [/\/lest$/, 'read'],
  [/\/dokumenter\?/, 'deletion'],
  [/\/forsendelsestyper$/, 'types'],
  [/\/mottakersystem/, 'receivingSystem'],
];

describeContract('what the client asks SvarUt beside sending', () => {
  let world: World;
  let contract: Contract;
  let letterId: string;
  beforeAll(async () => {
    contract = new Contract();
    world = await World.start();
  });
  beforeEach(async () => {
    await world.reset();
    letterId = await sentTo(world, IN_MAILBOX);
    world.exchanges.length = 0;
  });
  afterAll(async () => {
    await world.close();
    process.stdout.write(
      `${contract.requests} questions about letters were checked against the published descriptions.\n`,
    );
  });

  const requestsOf = async (operation: string, input: Stored) => {
    world.exchanges.length = 0;
    valueOf((await world.run('svarut', operation, [{ letterId, ...input }]))[0]);
    return world.exchanges.flatMap(({ request: { method, url, body, headers } }) => {
      const path = url.slice(world.sandbox.url.length);
      if (!path.startsWith(ROOT)) return [];
      const json: unknown = typeof body === 'string' ? JSON.parse(body) : undefined;
      return [{ method, path: path.slice(ROOT.length), json, headers }];
    });
  };

  /** As an operation says what it calls. */
  const endpointOf = ({ method, path }: SeenRequest): string =>
    `${method} ${path.split('?')[0]}`
      .replace(/kontoer\/[\da-f-]{36}/, 'kontoer/{kontoId}')
      .replace(/forsendelser\/[\da-f-]{36}/, 'forsendelser/{forsendelseId}')
      .replace(/oppslag\/\d+$/, 'oppslag/{herId}');

  it.each(ASKED)('%s with %j', async (operation, input) => {
    const requests = await requestsOf(operation, input);
    expect(requests).toHaveLength(1);
    for (const request of requests) {
      const described = DESCRIPTIONS.find(([path]) => path.test(request.path))?.[1];
      if (described) contract.expectRequest(described, request);
      else expect(request).toMatchObject({ method: 'GET', path: '/v1/nhn/oppslag/8440100', json: undefined });
      if (request.json !== undefined) expect(request.headers).toMatchObject({ 'content-type': 'application/json' });
    }
  });

  const operations = SERVICES.svarut.operations.filter(({ name }) => ASKED.some(([operation]) => operation === name));

  it.each(operations.map(({ name, endpoints }) => [name, endpoints] as const))(
    '%s calls what it says, and nothing else: %j',
    async (name, endpoints) => {
      const called = new Set<string>();
      for (const [operation, input] of ASKED) {
        if (operation !== name) continue;
        for (const request of await requestsOf(operation, input)) called.add(endpointOf(request));
      }
      expect([...called]).toEqual(endpoints);
    },
  );

  it('every endpoint that is published beside sending has an operation, and so has the look-up of which none is', () => {
    const published = (
      Object.keys(Object.fromEntries(DESCRIPTIONS.map(([, name]) => [name, true]))) as Published[]
    ).flatMap((name) =>
      Object.entries<object>(readSpec(name).paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      ),
    );
    expect(operations.flatMap(({ endpoints = [] }) => endpoints).sort()).toEqual(
      [...published, 'GET /v1/nhn/oppslag/{herId}'].sort(),
    );
  });

  it('a reference arrives as it was given', async () => {
    for (const idsOnly of [false, true]) {
      const [request] = await requestsOf('findByReference', { eksternReferanse: ODD_REFERENCE, idsOnly });
      expect(new URL(request!.path, 'http://api').searchParams.get('eksternRef')).toBe(ODD_REFERENCE);
    }
  });

  it('a search for no letter, by which version and account are told apart, is one SvarUt describes', () => {
    contract.expectRequest('status', {
      method: 'POST',
      path: `/v3/kontoer/${letterId}/forsendelser/status/sok`,
      json: { id: [] },
    });
  });

  it.each<[string, Published, SeenRequest]>([
    ['a mark without a moment', 'read', { method: 'POST', path: '/lest', json: { fnr: IN_MAILBOX } }],
    ['a kind of deletion nobody knows', 'deletion', { method: 'DELETE', path: '/dokumenter?slettetype=NOEN' }],
    [
      'a misspelt type of shipment',
      'receivingSystem',
      { method: 'GET', path: '/v2/mottakersystem?forsendelsestype=x' },
    ],
    ['a level that is too high', 'receivingSystem', { method: 'GET', path: '/v2/mottakersystem?niva=10' }],
  ])('%s would be found out', (_what, name, request) => {
    const path = request.path.startsWith('/v2') ? request.path : `/v2/forsendelser/${letterId}${request.path}`;
    expect(() => contract.expectRequest(name, { ...request, path })).toThrow();
  });
});
