import { PACKAGES } from '../../sandbox/src/folkeregister/packages';
import { RegisterCaller } from './folkeregisterCaller';

const ORDINARY = '12848539668';
const CONFIDENTIAL = '19887834124';

let register: RegisterCaller;
let clientId: string;
beforeAll(async () => {
  register = await RegisterCaller.start();
});
beforeEach(async () => {
  const { caller } = register;
  const keys = [{ kid: 'ny', publicJwk: caller.publicJwk }];
  const scopes = PACKAGES.map(({ scope }) => scope);
  clientId = await caller.register({ organisation: '310475025', scopes, keys });
});
afterEach(() => register.reset());
afterAll(() => register.close());

const tokenFor = async (scope: string, claims: object = {}): Promise<string> => {
  const { caller } = register;
  const assertion = await caller.grant({ claims: { iss: clientId, scope, ...claims }, header: { kid: 'ny' } });
  return (await caller.askForToken(assertion)).body.access_token;
};

const ask = async (path: string, resource: string, token: string) =>
  register.caller.call(`/skatteetaten/folkeregisteret/${path}/v1${resource}`, {
    headers: { authorization: `Bearer ${token}` },
  });

const askIn = async (path: string, resource: string) => {
  const pack = PACKAGES.find((one) => one.path === path)!;
  return ask(path, resource, await tokenFor(pack.scope));
};

describe('the register at Skatteetaten itself', () => {
  it.each(PACKAGES.map(({ path, scope }) => [path, scope]))('opens %s to the scope %s', async (path, scope) => {
    expect(scope).toMatch(/^folkeregister:deling\//);
    const { status, body } = await ask(path, `/personer/${ORDINARY}?part=navn`, await tokenFor(scope));
    expect(status).toBe(200);
    expect(body.navn).toEqual([expect.objectContaining({ etternavn: 'FYRLYKT' })]);
  });

  it('needs no Fiks integration and no role', async () => {
    const token = await register.caller.token({ scope: 'folkeregister:deling/offentligmedhjemmel' });
    expect((await ask('offentlig-med-hjemmel/api', `/personer/${ORDINARY}?part=navn`, token)).status).toBe(200);
  });

  it('refuses the scope of another package in the shape it declares for that', async () => {
    const token = await tokenFor('folkeregister:deling/privat');
    const { status, body } = await ask('offentlig-med-hjemmel/api', `/personer/${ORDINARY}`, token);
    expect(status).toBe(403);
    expect(body).toEqual({
      feilkode: expect.any(String),
      feilmelding: 'Ugyldig tilgang.',
      alvorlighetsgrad: expect.any(String),
      httpStatus: 403,
      tilleggsinformasjon: {},
    });
  });

  it('refuses a token of the scope ks:fiks', async () => {
    const token = await register.caller.token({ scope: 'ks:fiks' });
    expect((await ask('offentlig-med-hjemmel/api', `/personer/${ORDINARY}`, token)).status).toBe(403);
  });

  it('refuses a token that was asked for with resource', async () => {
    const token = await tokenFor('folkeregister:deling/offentligmedhjemmel', { resource: ['https://example.com'] });
    const { status } = await ask('offentlig-med-hjemmel/api', `/personer/${ORDINARY}`, token);
    expect(status).toBe(401);
    expect(await register.lastReason()).toContain('resource');
  });

  it('answers 401 to no token, and 404 to a package of former days', async () => {
    expect((await ask('offentlig-med-hjemmel/api', `/personer/${ORDINARY}`, '')).status).toBe(401);
    const token = await tokenFor('folkeregister:deling/finans');
    const { status, body } = await ask('finans-og-begrenset/api', `/personer/${ORDINARY}`, token);
    expect(status).toBe(404);
    expect(body).toHaveProperty('kode');
  });
});

describe('a rights package', () => {
  const PRIVATE = 'api/privat';

  it('for private customers has nothing of a protected address in it', async () => {
    const { body } = await askIn(PRIVATE, `/personer/${CONFIDENTIAL}?part=historikk&part=person-basis`);
    expect(body).toHaveProperty('navn');
    expect(JSON.stringify(body)).not.toMatch(/adresse|ortrolig/);
  });

  it('for the public has it all', async () => {
    const { body } = await askIn('api/offentligutenhjemmel', `/personer/${CONFIDENTIAL}`);
    expect(body).toHaveProperty('adressebeskyttelse');
    expect(body.bostedsadresse).toEqual([expect.objectContaining({ adressegradering: 'fortrolig' })]);
  });

  it('adds the number only where it is asked for, to private customers', async () => {
    expect((await askIn(PRIVATE, `/personer/${ORDINARY}?part=navn`)).body).not.toHaveProperty('identifikasjonsnummer');
    expect((await askIn('api/finans', `/personer/${ORDINARY}?part=navn`)).body).toHaveProperty('identifikasjonsnummer');
  });

  it('without identifiers does not know that part', async () => {
    const path = 'api/presseutenfolkeregisteridentifikator';
    expect((await askIn(path, `/personer/${ORDINARY}?part=identifikasjonsnummer`)).status).toBe(406);
    expect((await askIn(path, `/personer/${ORDINARY}`)).body).not.toHaveProperty('identifikasjonsnummer');
  });

  it('for issuers of eID has the extended identity', async () => {
    const { body } = await askIn('api/eid', '/personer/57829147744?part=identitetsgrunnlag-utvidet');
    expect(Object.keys(body).sort()).toEqual([
      'identifikasjonsnummer',
      'legitimasjonsdokument',
      'utenlandskPersonidentifikasjon',
    ]);
  });

  it('calls every event endringIPerson, for private customers and the press', async () => {
    const { body: latest } = await askIn(PRIVATE, '/hendelser/siste/sekvensnummer');
    const { body } = await askIn(PRIVATE, `/hendelser/feed?seq=${latest - 3}`);
    expect(body.map(({ hendelse }: any) => hendelse.hendelsetype)).toEqual(Array(4).fill('endringIPerson'));
  });

  it('has numbers of its own for the same events', async () => {
    const latest = await Promise.all(
      PACKAGES.map(async ({ path }) => (await askIn(path, '/hendelser/siste/sekvensnummer')).body),
    );
    expect(new Set(latest).size).toBe(PACKAGES.length);
  });

  it.each(['/uttrekk/komplett', '/personer/arkiv/1eed16f7695e3afc0b50f1d40cfe58ee'])(
    'without legal basis has no %s',
    async (resource) => {
      expect((await askIn('offentlig-med-hjemmel/api', resource)).status).toBe(200);
      expect((await askIn('api/offentligutenhjemmel', resource)).status).toBe(404);
    },
  );
});
