/** Contact data grow older as virtual time passes, and KRR draws the conclusion. */
import { Caller } from './caller';
import { letterTo, sent, ledgerLetter } from './letters';

const MONTH_S = 31 * 86_400;
const NOTIFIABLE = '15867936634';
const DATELESS = '20914695016';
const RESERVED = '19887834124';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start({ speed: 0 });
});
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));
afterAll(() => caller.close());

const advance = (months: number) => caller.postJson('/admin/clock', { advanceSeconds: months * MONTH_S });

const lookUp = async (number: string) => {
  const authorization = `Bearer ${await caller.token()}`;
  const { body } = await caller.postJson(
    '/krr/rest/v2/personer',
    { personidentifikatorer: [number] },
    { authorization },
  );
  return body.personer[0];
};

const throughFiks = async (fnr: string) =>
  (
    await caller.postJson(
      `/fiks/register/api/v1/ks/${caller.credentials.fiks.rolleId}/krr/person`,
      { fnr },
      await caller.fiksHeaders(),
    )
  ).body;

const daysSince = (timestamp: string) =>
  (Date.now() - Date.parse(timestamp.replace(/([+-]\d{2})$/, '$1:00'))) / 86_400_000;

describe('an address in KRR', () => {
  it('was confirmed as much longer ago as the clock has been moved', async () => {
    const before = daysSince((await lookUp(NOTIFIABLE)).kontaktinformasjon.epostadresse_sist_verifisert);
    await advance(3);
    const after = daysSince((await lookUp(NOTIFIABLE)).kontaktinformasjon.epostadresse_sist_verifisert);
    expect(after - before).toBeGreaterThan(88);
    expect(after - before).toBeLessThan(97);
  });

  it('is as old through Fiks', async () => {
    await advance(3);
    const { epostadresse_sist_verifisert } = (await lookUp(NOTIFIABLE)).kontaktinformasjon;
    const { epost } = await throughFiks(NOTIFIABLE);
    expect(Math.abs(daysSince(epost.sistVerifisert) - daysSince(epostadresse_sist_verifisert))).toBeLessThan(1);
  });

  it('has a date however far the clock is moved', async () => {
    await caller.postJson('/admin/clock', { advanceSeconds: 1e15 });
    const { kontaktinformasjon } = await lookUp(NOTIFIABLE);
    expect(daysSince(kontaktinformasjon.epostadresse_sist_verifisert)).toBeGreaterThan(50 * 365);
  });

  it('is as fresh as at first after a reset', async () => {
    await advance(24);
    await caller.call('/admin/reset', { method: 'POST' });
    expect((await lookUp(NOTIFIABLE)).varslingsstatus).toBe('KAN_VARSLES');
  });
});

describe('somebody who can be notified', () => {
  it('no longer can when no address was confirmed for eighteen months, and can until then', async () => {
    await advance(15);
    expect((await lookUp(NOTIFIABLE)).varslingsstatus).toBe('KAN_VARSLES');
    await advance(2);
    expect((await lookUp(NOTIFIABLE)).varslingsstatus).toBe('KAN_IKKE_VARSLES');
    expect(await throughFiks(NOTIFIABLE)).toMatchObject({ kanVarsles: false, reservert: false });
    const { body } = await caller.call('/admin/persons');
    const row = body.find(({ foedselsEllerDNummer }: any) => foedselsEllerDNummer === NOTIFIABLE);
    expect(row.krr).toMatch(/^kan ikke varsles/);
  });

  it('without dates stays so', async () => {
    await advance(30);
    expect((await lookUp(DATELESS)).varslingsstatus).toBe('KAN_VARSLES');
  });

  it('gets letters on paper and not in Altinn from then on', async () => {
    const channelOf = async () => (await ledgerLetter(caller, await sent(caller, letterTo(NOTIFIABLE)))).channel;
    expect(await channelOf()).toBe('altinn');
    await advance(18);
    expect(await channelOf()).toBe('print');
  });
});

it('a reservation grows older and stays', async () => {
  const before = daysSince((await lookUp(RESERVED)).reservasjonstidspunkt);
  await advance(20);
  const person = await lookUp(RESERVED);
  expect(person).toMatchObject({ reservasjon: 'JA', varslingsstatus: 'KAN_IKKE_VARSLES' });
  expect(daysSince(person.reservasjonstidspunkt) - before).toBeGreaterThan(600);
});
