import { failureOf, fakeWorld, inTurn, refillRetries, valueOf, type Reply } from '../fakePorts';
import { run, runOne, saying } from './followingWorld';

const API = 'https://test.svarut.ks.no/api';

beforeEach(() => refillRetries('svarut'));

describe('shipment types', () => {
  test('are asked for once, however many items there are', async () => {
    const world = fakeWorld(inTurn({ json: { forsendelsestyper: ['generell', 'byggesak.soknad'] } }));
    const outcomes = await run('listShipmentTypes', world, [{}, {}, {}]);
    for (const outcome of outcomes)
      expect(valueOf(outcome)).toEqual({ forsendelsestyper: ['generell', 'byggesak.soknad'] });
    expect(world.requests).toMatchObject([{ method: 'GET', url: `${API}/v2/forsendelsestyper` }]);
  });

  test('are not none because an answer says nothing', async () => {
    expect(failureOf(await runOne('listShipmentTypes', fakeWorld(inTurn({ json: {} })))).code).toBe(
      'ERR_UNEXPECTED_ANSWER',
    );
  });
});

describe('receiving systems', () => {
  const SYSTEM = {
    id: 'a94c2e71-3d58-4f6b-b1c0-7e8d9f0a1b23',
    navn: 'Prøvedal byggesak',
    organisasjonsnummer: '311004506',
    forsendelseType: 'byggesak.soknad',
    niva: 3,
    nyttFelt: 'x',
  };

  test("have the type in the spelling of a letter's metadata", async () => {
    const world = fakeWorld(inTurn({ json: { mottakersystemer: [SYSTEM] } }));
    expect(valueOf(await runOne('findReceivingSystems', world))).toEqual({
      receivingSystems: [
        {
          id: SYSTEM.id,
          navn: SYSTEM.navn,
          organisasjonsnummer: SYSTEM.organisasjonsnummer,
          forsendelsestype: SYSTEM.forsendelseType,
          niva: 3,
        },
      ],
    });
  });

  test.each([
    ['', {}],
    ['', { organisasjonsnummer: '', forsendelsestype: ' ', niva: '' }],
    ['?organisasjonsnummer=311004506', { organisasjonsnummer: '311 004 506' }],
    ['?forsendelseType=helse.%C3%B8ye', { forsendelsestype: 'helse.øye' }],
    ['?niva=0', { niva: 0 }],
    [
      '?organisasjonsnummer=311004506&forsendelseType=generell&niva=4',
      { organisasjonsnummer: '311004506', forsendelsestype: 'generell', niva: '4' },
    ],
  ])('are asked for with %j', async (query, input) => {
    const world = fakeWorld(inTurn({ json: { mottakersystemer: [] } }));
    expect(valueOf(await runOne('findReceivingSystems', world, input))).toEqual({ receivingSystems: [] });
    expect(world.requests).toMatchObject([{ method: 'GET', url: `${API}/v2/mottakersystem${query}` }]);
  });

  test.each([
    ['organisasjonsnummer', '311004507'],
    ['forsendelsestype', 'bygge-sak'],
    ['forsendelsestype', 'byggesak.'],
    ['niva', 10],
    ['niva', 'høyt'],
  ])('are not asked for with the %s %j', async (field, value) => {
    const outcome = await runOne('findReceivingSystems', fakeWorld(inTurn()), { [field]: value });
    expect(failureOf(outcome).details.field).toBe(field);
  });
});

describe('a party of the health network', () => {
  const lookUp = (reply: Reply, input: Record<string, unknown> = {}) =>
    runOne('lookUpNhnParty', fakeWorld(inTurn(reply)), { herId: 8_440_101, ...input });
  const DOCTOR = {
    herId: 8_440_101,
    type: 'PERSON',
    name: 'Stetoskop, Blid',
    displayName: 'Blid Stetoskop',
    amqpTransportStatus: 'Inherited',
    validFrom: '2020-01-01T00:00:00Z',
    personDetails: {
      hprNumber: 1,
      parentOrganization: { herId: 8_440_100, name: 'Stillevik legesenter', organizationNumber: '310048208' },
    },
    currentEncryptionCertificate: { thumbprint: 'ab'.repeat(20) },
    phoneNumber: '99999999',
  };

  test('is told with the office it belongs to, and without certificates and telephone', async () => {
    expect(valueOf(await lookUp({ json: DOCTOR }))).toEqual({
      herId: 8_440_101,
      party: {
        type: 'PERSON',
        navn: 'Blid Stetoskop',
        organisasjonsnummer: '310048208',
        parent: { herId: 8_440_100, navn: 'Stillevik legesenter' },
        amqpTransportStatus: 'Inherited',
        validFrom: '2020-01-01T00:00:00Z',
        validTo: null,
      },
    });
  });

  test('is told whole where that is asked for', async () => {
    expect(valueOf(await lookUp({ json: DOCTOR }, { includeRaw: true })).raw).toEqual(DOCTOR);
  });

  test.each([
    [{ type: 'SERVICE', serviceDetails: { parentOrganization: { herId: 1 } } }, { parent: { herId: 1, navn: null } }],
    [
      { type: 'ORGANIZATION', organizationDetails: { organizationNumber: '1' } },
      { organisasjonsnummer: '1', parent: null },
    ],
    [
      { type: 'ROBOT', personDetails: null },
      { type: 'ROBOT', navn: null, parent: null, amqpTransportStatus: null },
    ],
  ])('may be said little of, or be of a new kind: %j', async (answer, party) => {
    expect(valueOf(await lookUp({ json: { herId: 7, ...answer } })).party).toMatchObject(party);
  });

  test.each<[string, Reply, RegExp]>([
    ['nobody has the HER-id', saying('Fant ikke HER-id'), /^The health network's address register has nobody/],
    ['nobody has it, in the words of the description', saying('Communication party finnes ikke'), /has nobody/],
    ['it cannot be told', { status: 404 }, /does not say which/],
    ['a gateway has no such path', { status: 404, text: '<html>404</html>' }, /does not say which/],
    ['the path is quoted', saying('No static resource api/v1/nhn/oppslag/8440101 (her-id).'), /does not say which/],
  ])('is not found when %s', async (_what, reply, message) => {
    const error = failureOf(await lookUp(reply));
    expect([error.code, error.details.field, error.message]).toEqual([
      'ERR_NOT_FOUND',
      'herId',
      expect.stringMatching(message),
    ]);
  });

  test.each([undefined, 0, -1, 'abc', 2_147_483_648])('is not asked for with %j', async (herId) => {
    expect(failureOf(await runOne('lookUpNhnParty', fakeWorld(inTurn()), { herId })).details.field).toBe('herId');
  });

  test('is asked for on version 1', async () => {
    const world = fakeWorld(inTurn({ json: DOCTOR }));
    await runOne('lookUpNhnParty', world, { herId: '8440101' });
    expect(world.requests).toMatchObject([{ method: 'GET', url: `${API}/v1/nhn/oppslag/8440101` }]);
  });
});
