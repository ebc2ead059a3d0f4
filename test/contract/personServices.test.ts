/** What the sandbox answers besides look-ups of persons: searches, events, extracts and KS' own services. */
import { EVERYONE } from '../../sandbox/src/folkeregister/register';
import { EVENT_TYPES } from '../../sandbox/src/folkeregister/eventTypes';
import type { Answer } from '../sandbox/caller';
import { answered, answering } from './answering';
import { describeContract, type Published } from './specs';

const ROLES = [
  ['full', 'withLegalBasis', '', 0],
  ['without-legal-basis', 'withoutLegalBasis', '/offentligutenhjemmel', 100_000],
] as const;

/** Newer than the description: it lists the types it knows, and the register adds to them. */
const TYPES_SINCE = [
  'personErInaktiv',
  'endringIBostedsadresseVedKommuneregulering',
  'endringIRettsligHandleevne',
  // Of these the description knows the type and not the entity.
  'endringIOppholdPaaSvalbard',
];
const DESCRIBED_TYPES = EVENT_TYPES.filter((type) => !TYPES_SINCE.includes(type));

describeContract('what the sandbox answers about persons besides', () => {
  const setUp = answering('other answers about persons');

  const path = (resource: string, role: string) => {
    const { rolleId } = setUp().caller.credentials.roles.find(({ name }) => name === role)!;
    return `/fiks/folkeregister/api/v1/${rolleId}/v1${resource}`;
  };
  const get = (resource: string, role = 'full') =>
    setUp().caller.call(path(resource, role), { headers: setUp().headers });
  const post = (resource: string, body: unknown, role = 'full') =>
    setUp().caller.postJson(path(resource, role), body, setUp().headers);
  const expectBody = (
    name: Published,
    template: string,
    method: 'get' | 'post',
    { status, body }: Answer,
    expected = 200,
  ) => {
    expect(status).toBe(expected);
    setUp().contract.expectAnswer(name, template, method, status, body);
  };

  describe.each(ROLES)('to the role %s', (role, description, base, offset) => {
    const at = (template: string) => `${base}/v1${template}`;

    it.each(['navn=rask%20fyrlykt&foedselsdato=19850412', 'navn=FINURLIG%20TINNSOLDAT&postnummer=5034&part=navn'])(
      'an exact search by %s',
      async (query) => {
        expectBody(description, at('/personer/entydigsoek'), 'get', await get(`/personer/entydigsoek?${query}`, role));
      },
    );

    it.each(['navn=FYRLYKT', 'navn=INGEN', ''])('a search by %s', async (query) => {
      expectBody(description, at('/personer/soek'), 'get', await get(`/personer/soek?${query}`, role));
    });

    it('the feed with an event of every type, and the number of the newest', async () => {
      const { caller } = setUp();
      for (const type of EVENT_TYPES) await caller.postJson('/admin/events', { type, person: '12848539668' });
      const feed = await get(`/hendelser/feed?seq=${40_001 + offset}`, role);
      expect(feed.body.length).toBe(15 + EVENT_TYPES.length);
      expectBody(description, at('/hendelser/feed'), 'get', feed);
      const newest = await get('/hendelser/siste/sekvensnummer', role);
      expectBody(description, at('/hendelser/siste/sekvensnummer'), 'get', newest);
    });

    it('the end of the feed, where it is not found', async () => {
      await setUp().caller.postJson('/admin/settings', { feedPastEnd: '404' });
      expectBody(description, at('/hendelser/feed'), 'get', await get('/hendelser/feed?seq=999999', role), 404);
    });

    it('an extract from the order to its end', async () => {
      await setUp().caller.postJson('/admin/settings', { extractBatchSize: 20, extractReadyAfterMs: 0 });
      const order = await post('/uttrekk/tilpasset', { personstatustyper: ['bosatt'] }, role);
      expectBody(description, at('/uttrekk/tilpasset'), 'post', order);
      const batch = (index: number) => get(`/uttrekk/${order.body.jobbId}/batch/${index}`, role);
      const template = at('/uttrekk/{jobbid}/batch/{batchnr}');
      for (const index of [0, 1, 2]) {
        expectBody(description, template, 'get', await batch(index), 404);
        expectBody(description, template, 'get', await batch(index));
      }
      expectBody(description, template, 'get', await batch(9), 410);
    });

    it('an order that fails with a message', async () => {
      await setUp().caller.postJson('/admin/settings', { extractOrderFailure: 'message' });
      expectBody(description, at('/uttrekk/tilpasset'), 'post', await post('/uttrekk/tilpasset', {}, role));
    });
  });

  it('a part that the package lacks', async () => {
    const answer = await get('/personer/12848539668?part=familierelasjon', 'without-legal-basis');
    const template = '/offentligutenhjemmel/v1/personer/{personidentifikator}';
    expectBody('withoutLegalBasis', template, 'get', answer, 406);
  });

  it.each([
    [401, 'ks:fiks', { authorization: 'Bearer x.y.z' }],
    [403, 'ks:fiks', {}],
  ])('%i at Skatteetaten itself', async (status, scope, changes) => {
    const { caller } = setUp();
    const headers = { authorization: `Bearer ${await caller.token({ scope })}`, ...changes };
    const direct = '/skatteetaten/folkeregisteret/offentlig-med-hjemmel/api/v1';
    const answer = await caller.call(`${direct}/personer/12848539668`, { headers });
    expectBody('withLegalBasis', '/v1/personer/{personidentifikator}', 'get', answer, status);
  });

  it.each(DESCRIBED_TYPES)('the document of an event: %s', async (type) => {
    const { caller } = setUp();
    for (const person of ['12848539668', '06921689800', '57829147744']) {
      const { body } = await caller.postJson('/admin/events', { type, person });
      const [{ hendelse }] = answered(await get(`/hendelser/feed?seq=${body.sekvensnummer}`));
      const answer = await get(`/hendelser/${hendelse.hendelsesdokument}`);
      if (['personErOppdatert', 'endringIPerson'].includes(type)) expect(answer.status).toBe(404);
      else expectBody('withLegalBasis', '/v1/hendelser/{hendelsesidentifikator}', 'get', answer);
    }
  });

  it('documents in bulk, as the description has them: one alone', async () => {
    await setUp().caller.postJson('/admin/settings', { documentBulk: 'single' });
    const events = { dokumentidentifikator: ['348f272f118ec08f36d9995336d904ca'] };
    expectBody('withLegalBasis', '/v1/hendelser/bulkoppslag', 'post', await post('/hendelser/bulkoppslag', events));
    const versions = { dokumentidentifikator: ['1eed16f7695e3afc0b50f1d40cfe58ee'] };
    const answer = await post('/personer/bulkoppslag/arkiv', versions);
    expectBody('withLegalBasis', '/v1/personer/bulkoppslag/arkiv', 'post', answer);
  });

  it('every version of a person that the feed tells of', async () => {
    const template = '/v1/personer/arkiv/{dokumentidentifikator}';
    const ids = new Set<string>();
    for (let number = 40_015; ; number -= 1) {
      const { status, body } = await get(`/hendelser/feed?seq=${number}`);
      if (status === 406) break;
      if (body[0].hendelse.persondokument) ids.add(body[0].hendelse.persondokument);
    }
    expect(ids.size).toBeGreaterThan(20);
    for (const id of ids) {
      expectBody(
        'withLegalBasis',
        template,
        'get',
        await get(`/personer/arkiv/${id}?part=historikk&part=person-basis`),
      );
    }
  });

  it('a complete extract', async () => {
    expectBody('withLegalBasis', '/v1/uttrekk/komplett', 'get', await get('/uttrekk/komplett'));
  });

  describe('by KS itself', () => {
    const base = '/fiks/folkeregister/api/v1';

    it('everyone with parents, by the Oppvekst API', async () => {
      const { caller, headers } = setUp();
      const { fiksOrgId, rolleId } = caller.credentials.fiks;
      const foedselsnumre = EVERYONE.map(({ foedselsEllerDNummer }) => foedselsEllerDNummer);
      const answer = await caller.postJson(`${base}/oppvekst/${fiksOrgId}/${rolleId}`, { foedselsnumre }, headers);
      expect(answer.body).toHaveLength(EVERYONE.length);
      const template = '/folkeregister/api/v1/oppvekst/{fiksOrgId}/{rolleId}';
      expectBody('oppvekst', template, 'post', answer);
      const closed = await caller.postJson(`${base}/oppvekst/${rolleId}/${rolleId}`, { foedselsnumre }, headers);
      expectBody('oppvekst', template, 'post', closed, 403);
    });

    it('events per municipality', async () => {
      const { caller, headers } = setUp();
      const template = (name: string) => `/folkeregister/api/v1/hendelser/${name}`;
      const types = await caller.call(`${base}/hendelser/typer`, { headers });
      expectBody('municipalityEvents', template('typer'), 'get', types);
      for (const { hendelsestype } of types.body.hendelsestyper) {
        const common = { rolleId: caller.credentials.fiks.rolleId, fraDato: '2010-01-01', hendelsestype };
        const list = { ...common, kommuner: [{ kommunenummer: '4601' }, { kommunenummer: '4699' }] };
        const listed = await caller.postJson(`${base}/hendelser/liste`, list, headers);
        expectBody('municipalityEvents', template('liste'), 'post', listed);
        expect(listed.body.fnr).not.toEqual([]);
        const count = { ...common, kommunenummer: '4699' };
        const counted = await caller.postJson(`${base}/hendelser/statistikk`, count, headers);
        expectBody('municipalityEvents', template('statistikk'), 'post', counted);
      }
    });
  });
});
