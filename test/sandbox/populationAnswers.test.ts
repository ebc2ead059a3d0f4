/**
 * Generated persons in the services: whatever answers for the persons with a story answers for them.
 */
import { RegisterCaller } from './folkeregisterCaller';
import { ledgerLetter, letterTo, sent } from './letters';

const LARGEST_PAGE = 1000;
const SIZE = 2400;

interface Row {
  readonly foedselsEllerDNummer: string;
  readonly name: string;
  readonly slug: string;
  readonly krr: string;
}

let register: RegisterCaller;
let generated: readonly Row[];
beforeAll(async () => {
  register = await RegisterCaller.start({ persons: SIZE, seed: 3 });
  const rows = await Promise.all([0, 1000, 2000, 3000].map((from) => page(`?from=${from}`)));
  generated = rows.flat().filter(({ slug }) => slug.startsWith('generated-'));
});
afterEach(() => register.reset());
afterAll(() => register.close());

const page = async (query: string): Promise<readonly Row[]> =>
  (await register.caller.call(`/admin/persons${query}`)).body;

const numbers = (): string[] => generated.map(({ foedselsEllerDNummer }) => foedselsEllerDNummer);
const withKrr = (krr: string): Row => generated.find((row) => row.krr.startsWith(krr))!;

describe('the administration', () => {
  it('lists those with a story when no page is asked for, and says how many there are in all', async () => {
    const { headers } = await register.caller.call('/admin/persons');
    const storied = await page('');
    expect(storied.some(({ slug }) => slug.startsWith('generated-'))).toBe(false);
    expect(Number(headers.get('x-total-count'))).toBe(storied.length + SIZE);
  });

  it('pages through everybody, once each', async () => {
    const storied = await page('');
    expect(await page('?limit=3')).toEqual(storied.slice(0, 3));
    expect(await page(`?from=${storied.length}&limit=2`)).toEqual(generated.slice(0, 2));
    expect(await page(`?from=${storied.length + SIZE - 1}`)).toEqual(generated.slice(-1));
    expect(await page(`?from=${storied.length + SIZE}`)).toEqual([]);
    expect(new Set(numbers()).size).toBe(SIZE);
    expect((await page('?limit=100000')).length).toBe(LARGEST_PAGE);
  });

  it.each(['?from=-1', '?limit=x', '?page=2'])('takes no %s', async (query) => {
    expect((await register.caller.call(`/admin/persons${query}`)).status).toBe(400);
  });
});

describe('Folkeregister', () => {
  it('looks a thousand up at once, through Fiks and at Skatteetaten itself', async () => {
    const asked = numbers().slice(0, 1000);
    const { body } = await register.post('/personer/bulkoppslag?part=navn', { foedselsEllerDNummer: asked });
    expect(new Set(body.oppslag.map((one: any) => one.foedselsEllerDNummer))).toEqual(new Set(asked));

    const scope = 'folkeregister:deling/offentligmedhjemmel';
    const direct = await register.caller.postJson(
      '/skatteetaten/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/bulkoppslag?part=navn&somBestilt=true',
      { foedselsEllerDNummer: asked },
      { authorization: `Bearer ${await register.caller.token({ scope })}` },
    );
    expect(direct.body.oppslag.map((one: any) => one.foedselsEllerDNummer)).toEqual(asked);
  });

  it('answers once for a number that is asked for twice', async () => {
    const [number] = numbers();
    const { body } = await register.post('/personer/bulkoppslag?part=navn', { foedselsEllerDNummer: [number, number] });
    expect(body.oppslag.length).toBe(1);
  });

  it('finds them by name and birth date, and in a search', async () => {
    const { foedselsEllerDNummer, name } = generated[10]!;
    const person = (await register.get(`/personer/${foedselsEllerDNummer}?part=foedsel&part=navn`)).body;
    const navn = encodeURIComponent(name);
    const born = person.foedsel[0].foedselsdato.replaceAll('-', '');
    const exact = await register.get(
      `/personer/entydigsoek?navn=${navn}&foedselsdato=${born}&part=identifikasjonsnummer`,
    );
    expect(exact.body.identifikasjonsnummer[0].foedselsEllerDNummer).toBe(foedselsEllerDNummer);
    const found = await register.get(`/personer/soek?navn=${navn}&inkluderDoede=true`);
    expect(found.body.foedselsEllerDNummer).toContain(foedselsEllerDNummer);
  });

  it('has them in both kinds of extract, and opens the documents these name', async () => {
    await register.set({ extractReadyAfterMs: 0, extractNotReadyAnswers: 0, extractBatchSize: 10_000 });
    const orders = [
      await register.post('/uttrekk/tilpasset', { personstatustyper: ['bosatt', 'doed'] }),
      await register.get('/uttrekk/komplett'),
    ];
    const [tailored, complete] = await Promise.all(
      orders.map(async ({ body }) => (await register.get(`/uttrekk/${body.jobbId}/batch/0`)).body),
    );
    const inExtract = new Set(tailored.foedselsEllerDNummer);
    expect(numbers().filter((number) => !inExtract.has(number))).toEqual([]);
    expect(complete.dokumentidentifikator.length).toBeGreaterThan(SIZE);
    const { body } = await register.post('/personer/bulkoppslag/arkiv?part=navn', {
      dokumentidentifikator: complete.dokumentidentifikator.slice(0, 200),
    });
    expect(body.oppslag.length).toBe(200);
  });

  it('lets something happen to one of them', async () => {
    const person = numbers()[5];
    expect(await register.happens({ type: 'endringINavn', person })).toEqual(expect.any(Number));
  });

  it('gives the parents with a child to the Oppvekst service', async () => {
    const child = generated[2]!.foedselsEllerDNummer;
    const { body } = await register.ks('POST', '/oppvekst/:fiksOrgId/:rolleId', { foedselsnumre: [child] });
    expect(body[0].foreldreansvarlige.length).toBeGreaterThan(0);
  });
});

describe('KRR and SvarUt', () => {
  it('answer for them as for everybody', async () => {
    const authorization = `Bearer ${await register.caller.token()}`;
    const personidentifikatorer = numbers().slice(0, 1000);
    const body = { personidentifikatorer, inkluderIkkeRegistrerte: true };
    const answer = await register.caller.postJson('/krr/rest/v2/personer', body, { authorization });
    expect(new Set(answer.body.personer.map((one: any) => one.personidentifikator))).toEqual(
      new Set(personidentifikatorer),
    );
    const statuses = new Set(answer.body.personer.map(({ status }: any) => status));
    expect(statuses).toEqual(new Set(['AKTIV', 'SLETTET', 'IKKE_REGISTRERT']));
  });

  it.each([
    ['kan varsles', 'dpi'],
    ['reserved', 'print'],
    ['deleted', 'print'],
    ['not registered', 'print'],
  ])('deliver to one who is «%s» by %s', async (krr, channel) => {
    const reachable = krr === 'kan varsles' ? await withMailbox() : withKrr(krr).foedselsEllerDNummer;
    const id = await sent(register.caller, letterTo(reachable));
    expect((await ledgerLetter(register.caller, id)).channel).toBe(channel);
  });

  const withMailbox = async (): Promise<string> => {
    const authorization = `Bearer ${await register.caller.token()}`;
    const answer = await register.caller.postJson(
      '/krr/rest/v2/personer',
      { personidentifikatorer: numbers().slice(0, 100) },
      { authorization },
    );
    return answer.body.personer.find((one: any) => one.digital_post && one.reservasjon === 'NEI').personidentifikator;
  };
});
