import { EVERYONE } from '../../sandbox/src/folkeregister/register';
import { RegisterCaller } from './folkeregisterCaller';

let register: RegisterCaller;
beforeAll(async () => {
  register = await RegisterCaller.start();
});
afterEach(() => register.reset());
afterAll(() => register.close());

const order = (body: unknown, role?: string) => register.post('/uttrekk/tilpasset', body, role ? { role } : {});
const batch = (jobbId: string, index: number | string) => register.get(`/uttrekk/${jobbId}/batch/${index}`);

/** Fetches all batches, with as many refusals on the way. */
const fetchAll = async (jobbId: string): Promise<{ batches: any[]; vain: number }> => {
  const batches: any[] = [];
  let vain = 0;
  for (;;) {
    const { status, body } = await batch(jobbId, batches.length);
    if (status === 404) {
      vain += 1;
      await register.advance(2);
      continue;
    }
    if (status !== 200) throw new Error(`${status}`);
    if (Object.keys(body).length === 0) return { batches, vain };
    batches.push(body);
  }
};

const numbersOf = async (criteria: object): Promise<string[]> => {
  const { body } = await order(criteria);
  const { batches } = await fetchAll(body.jobbId);
  return batches.flatMap(({ foedselsEllerDNummer }) => foedselsEllerDNummer);
};

describe('a tailored extract', () => {
  it('is not ready at first, at any index, the closing one too', async () => {
    await register.set({ extractBatchSize: 5 });
    const { status, body } = await order({ personstatustyper: ['doed'] });
    expect([status, Object.keys(body)]).toEqual([200, ['jobbId']]);
    const notReady = await batch(body.jobbId, 0);
    expect([notReady.status, notReady.body]).toEqual([404, { feilmelding: 'Batch med id=0 er enda ikke klar' }]);
    const { batches, vain } = await fetchAll(body.jobbId);
    expect(batches.map(({ foedselsEllerDNummer }) => foedselsEllerDNummer.length)).toEqual([5]);
    expect(vain).toBe(2);
  });

  it('is ready when its virtual time has come, and not before', async () => {
    await register.set({ extractReadyAfterMs: 60_000, extractNotReadyAnswers: 0 });
    const { body } = await order({ personstatustyper: ['doed'] });
    expect((await batch(body.jobbId, 0)).status).toBe(404);
    await register.advance(59);
    expect((await batch(body.jobbId, 0)).status).toBe(404);
    await register.advance(1);
    expect((await batch(body.jobbId, 0)).status).toBe(200);
  });

  it('gives everyone once over its batches, in another order each time', async () => {
    await register.set({ extractBatchSize: 4 });
    const first = await numbersOf({ personstatustyper: ['bosatt'] });
    const second = await numbersOf({ personstatustyper: ['bosatt'] });
    expect(first.length).toBeGreaterThan(30);
    expect(new Set(first).size).toBe(first.length);
    expect(first).not.toEqual(second);
    expect([...first].sort()).toEqual([...second].sort());
  });

  it('answers a batch again as it was', async () => {
    const { body } = await order({ personstatustyper: ['bosatt'] });
    await fetchAll(body.jobbId);
    expect((await batch(body.jobbId, 0)).body).toEqual((await batch(body.jobbId, 0)).body);
  });

  it.each<[object, readonly string[]]>([
    [{ personstatustyper: ['inaktiv'] }, ['55898549924']],
    [{ personstatustyper: ['aktiv'], kjoenn: 'mann' }, ['09847049933', '55811089973', '57829147744']],
    [{ personstatustyper: ['bosatt'], kommunenummer: { bostedskommunenummer: '4204' } }, []],
    [
      { personstatustyper: ['bosatt'], kommunenummer: { oppholdskommunenummer: '0301' } },
      ['14829449898', '19887834124'],
    ],
    [
      { personstatustyper: ['bosatt'], kommunenummer: { bostedskommunenummer: '4699' }, foedselsaarFraOgMed: '2015' },
      ['02831589976', '20821789991'],
    ],
    [{ personstatustyper: ['doed'], doedsaarFraOgMed: '2023', doedsaarTilOgMed: '2024' }, ['07874449924']],
    [{ personstatustyper: ['bosatt', 'aktiv'], statsborgerskap: 'ERI', foedselsaarFraOgMed: '2005' }, ['55811089973']],
    [
      {
        personstatustyper: ['bosatt'],
        sivilstandstype: 'gift',
        kommunenummer: { bostedskommunenummer: '4601' },
        kjoenn: 'kvinne',
      },
      ['09898749867', '12848539668', '28818649829'],
    ],
  ])('for %j is about %j', async (criteria, expected) => {
    expect((await numbersOf(criteria)).sort()).toEqual(expected);
  });

  it.each<object>([
    {},
    { personstatustyper: [] },
    { personstatustyper: ['midlertidig'] },
    { personstatustyper: ['bosatt'], bostedskommunenummer: '4601' },
    { personstatustyper: ['bosatt'], kommunenummer: '4601' },
    { personstatustyper: ['bosatt'], kommunenummer: {} },
    { personstatustyper: ['bosatt'], kommunenummer: { bostedskommunenummer: '4601', oppholdskommunenummer: '4601' } },
    { personstatustyper: ['bosatt'], foedselsaarFraOgMed: 2010 },
    { personstatustyper: ['bosatt'], kjoenn: 'ukjent' },
  ])('is refused for %j, by status or by message', async (criteria) => {
    expect((await order(criteria)).status).toBe(400);
    await register.set({ extractOrderFailure: 'message' });
    const { status, body } = await order(criteria);
    expect([status, Object.keys(body)]).toEqual([200, ['feilmelding']]);
  });
});

describe('an extract', () => {
  it('that does not exist is gone, and so is a batch beyond the last one', async () => {
    const gone = await batch('1231d76c-0000-4000-8000-000000000000', 0);
    expect([gone.status, Object.keys(gone.body)]).toEqual([410, ['feilmelding']]);
    const { body } = await order({ personstatustyper: ['doed'] });
    expect((await batch(body.jobbId, 2)).status).toBe(410);
  });

  it('is gone when it has been kept for its time', async () => {
    const { body } = await order({ personstatustyper: ['doed'] });
    await fetchAll(body.jobbId);
    await register.advance(86_401);
    expect((await batch(body.jobbId, 0)).status).toBe(410);
  });

  it('refuses a batch that is no number', async () => {
    const { body } = await order({ personstatustyper: ['doed'] });
    expect((await batch(body.jobbId, 'siste')).status).toBe(400);
  });

  it('is refused when ten are going, until one has been fetched to its end', async () => {
    const jobs = [];
    for (let job = 0; job < 10; job += 1) jobs.push((await order({ personstatustyper: ['doed'] })).body.jobbId);
    expect((await order({ personstatustyper: ['doed'] })).status).toBe(429);
    await fetchAll(jobs[0]);
    expect((await order({ personstatustyper: ['doed'] })).status).toBe(200);
  });

  it('ends with an empty object in XML too', async () => {
    await register.set({ extractNotReadyAnswers: 0, extractReadyAfterMs: 0 });
    const { body } = await order({ personstatustyper: ['inaktiv'] });
    await batch(body.jobbId, 0);
    const end = await register.get(`/uttrekk/${body.jobbId}/batch/1`, { accept: 'application/xml' });
    expect(end.body).toMatch(/<uttrekkDataResponse xmlns="[^"]+"><\/uttrekkDataResponse>$/);
  });
});

describe('a complete extract', () => {
  it('gives the id of the current version of everyone', async () => {
    const { status, body } = await register.get('/uttrekk/komplett?feedsekvensnr=999999999');
    expect(status).toBe(200);
    const { batches } = await fetchAll(body.jobbId);
    const ids = batches.flatMap(({ dokumentidentifikator }) => dokumentidentifikator);
    expect([...ids].sort()).toEqual(EVERYONE.map(({ persondokument }) => persondokument).sort());
    expect((await register.get(`/personer/arkiv/${ids[0]}?part=navn`)).status).toBe(200);
  });

  it('wants a number, and legal basis', async () => {
    expect((await register.get('/uttrekk/komplett?feedsekvensnr=siste')).status).toBe(400);
    expect((await register.get('/uttrekk/komplett', { role: 'without-legal-basis' })).status).toBe(404);
  });
});
