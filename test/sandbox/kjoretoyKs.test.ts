import { randomUUID } from 'node:crypto';
import { VehicleCaller } from './kjoretoy';

let register: VehicleCaller;
beforeAll(async () => {
  register = await VehicleCaller.start();
});
afterAll(() => register.close());

const plates = (body: any): string[] => body.kjoretoy.map(({ kjennemerke }: any) => kjennemerke);

describe('the vehicles of a person', () => {
  it('show the owner, also to a co-owner', async () => {
    const { body } = await register.ks('person', { fnr: '03928338788' });
    expect(plates(body)).toEqual(['SU 00201', 'RT 0212', 'RK 00213']);
    expect(body.kjoretoy[0]).toEqual({
      kjennemerke: 'SU 00201',
      forstegangsregistrering: '2021-03-15',
      eierskap: { eier: { person: { fornavn: 'RASK', etternavn: 'FYRLYKT' }, fra: '2021-03-15' } },
      registrering: { status: 'REGISTRERT' },
      tekniskeData: {
        gruppe: 'Personbil',
        gruppeKode: 'M1',
        merke: 'SANDMOTOR',
        modell: 'BÅDE OG',
        drivstoff: ['Bensin', 'Elektrisk'],
      },
    });
  });

  it('have no room for an owner that is a company', async () => {
    const { body } = await register.ks('person', { fnr: '19887834124' });
    expect(body.kjoretoy[0].eierskap).toEqual({ eier: { fra: '2024-09-01' } });
  });

  it('have no number, address, chassis number or control', async () => {
    const { body } = await register.ks('person', { fnr: '19887834124' });
    expect(JSON.stringify(body.kjoretoy)).not.toMatch(/fodselsnummer|adresse|understellsnummer|kuid|kontroll/);
  });

  it('are without plate and date when they are not registered yet', async () => {
    const { body } = await register.ks('person', { fnr: '12848539668' });
    expect(body.kjoretoy[1]).not.toHaveProperty('kjennemerke');
    expect(body.kjoretoy[1]).not.toHaveProperty('forstegangsregistrering');
    expect(body.kjoretoy[1].registrering).toEqual({ status: 'UREGISTRERT' });
  });

  it.each([
    ['scrapped', '02920197712'],
    ['exported', '23876935562'],
    ['unknown', '30823299997'],
  ])('are none for an owner of nothing but %s ones', async (_what, fnr) => {
    expect(await register.ks('person', { fnr })).toMatchObject({ status: 200, body: { fnr, kjoretoy: [] } });
  });

  it.each([[{}], [{ fnr: 12848539668 }], [{ fnr: '310475025' }], [[]], [null]])(
    'are refused for %j, in the words of Fiks',
    async (body) => {
      expect(await register.ks('person', body)).toMatchObject({
        status: 400,
        body: { status: 400, errorId: expect.any(String) },
      });
    },
  );
});

describe('the vehicles of an organisation', () => {
  const ask = (more: object = {}, organisasjonsnummer = '312220105') =>
    register.ks('organisasjon', { organisasjonsnummer, ...more });

  it('come a hundred at a time unless more are asked for, counted from zero', async () => {
    const first = plates((await ask()).body);
    expect(first).toHaveLength(100);
    expect(plates((await ask({ fra: 0, antall: 3 })).body)).toEqual(first.slice(0, 3));
    expect(plates((await ask({ fra: 2, antall: 3 })).body)).toEqual(first.slice(2, 5));
    expect(plates((await ask({ antall: 2000 })).body)).toHaveLength(1000);
  });

  it('end with a page that is not full', async () => {
    expect(plates((await ask({ fra: 990, antall: 100 })).body)).toHaveLength(10);
    expect(plates((await ask({ fra: 1000 })).body)).toEqual([]);
  });

  it('show the real owner to a lessee', async () => {
    const { body } = await ask({}, '310475025');
    expect(body.organisasjonsnummer).toBe('310475025');
    expect(body.kjoretoy.at(-1).eierskap.eier.organisasjon).toEqual({
      organisasjonsnummer: '312203006',
      organisasjonsnavn: 'TESTLEASING NORGE AS',
    });
  });

  it('are without the scrapped ones, those of a hidden owner and those that are withheld', async () => {
    expect(plates((await ask({}, '310475025')).body)).not.toContain('SK 00312');
    expect(plates((await ask({}, '311004506')).body)).toEqual(['VH 00105', 'ZZ 00997']);
  });

  it('are without technical data where those are held back', async () => {
    expect((await ask({}, '311004506')).body.kjoretoy[1]).not.toHaveProperty('tekniskeData');
  });

  it.each([[{ fra: -1 }], [{ antall: -1 }], [{ fra: '0' }], [{ antall: 1.5 }], [{ organisasjonsnummer: '12345' }]])(
    'are refused for %j',
    async (changes) => {
      expect((await ask(changes)).status).toBe(400);
    },
  );
});

describe('a Fiks organisation', () => {
  const paths = ['mirror', 'ksPath'] as const;

  const answerOf = (path: (typeof paths)[number], fiksOrgId: string) => {
    const { caller, headers } = register;
    return path === 'mirror'
      ? caller.call(register.mirror('sok/kundeid?kundeid=1', fiksOrgId), { headers })
      : caller.postJson(register.ksPath('person', fiksOrgId), { fnr: '12848539668' }, headers);
  };

  it.each(paths)('may be written in capitals (%s)', async (path) => {
    const { fiksOrgId } = register.caller.credentials.fiks;
    expect((await answerOf(path, fiksOrgId.toUpperCase())).status).toBeLessThan(300);
  });

  it.each(paths)('that is another is refused by Fiks (%s)', async (path) => {
    expect(await answerOf(path, randomUUID())).toMatchObject({
      status: 403,
      body: { status: 403, message: 'Mangler tilgang', errorId: expect.any(String) },
    });
  });

  it.each(paths)('that is no UUID is a malformed request (%s)', async (path) => {
    expect((await answerOf(path, 'organisasjon')).status).toBe(400);
  });
});
