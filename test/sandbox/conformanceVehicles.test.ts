/** Fact sheet kjoretoy §2 and §4: what is left of the rules of the vehicle register. */
import { itemsIn, VehicleCaller } from './kjoretoy';

let register: VehicleCaller;
beforeAll(async () => {
  register = await VehicleCaller.start();
});
afterEach(() => register.reset());
afterAll(() => register.close());

const codesOf = (body: any) => itemsIn(body).map(({ code }) => code);

describe('the vehicle register', () => {
  it('says of a kuid that nobody has that it is unknown, whatever it looks like', async () => {
    const { body } = await register.bulk('kuid', [{ kuid: '1111111111' }, { kuid: 'abc' }]);
    expect(codesOf(body)).toEqual(['KUID_UKJENT', 'KUID_UKJENT']);
  });

  it('answers each of two equal items', async () => {
    const item = { kjennemerke: 'DN00101' };
    const { body } = await register.bulk('kjennemerke', [item, item]);
    expect(itemsIn(body).map(({ kjoretoy }) => kjoretoy.kjoretoyId.kjennemerke)).toEqual(['DN 00101', 'DN 00101']);
  });

  it('writes a plate with a blank, and repeats the question as it was asked', async () => {
    const { body } = await register.bulk('kjennemerke', [{ kjennemerke: 'dn00101' }]);
    expect(body.responser[0].request).toEqual({ kjennemerke: 'dn00101' });
    expect(body.responser[0].kjoretoydata.kjoretoyId.kjennemerke).toBe('DN 00101');
  });

  it('has no null in its answers, and lists that are there though they are empty', async () => {
    const { body } = await register.bulk('kjennemerke', [{ kjennemerke: 'DN00101' }]);
    expect(JSON.stringify(body)).not.toContain('null');
    expect(JSON.stringify(body)).toContain('"tidligereKodeVerdi":[]');
  });

  it('gives to a search each of the rows that were asked for, from the first that was named', async () => {
    const page = async (parameters: Record<string, string | number>) =>
      (await register.search('organisasjonsnummer', { organisasjonsnummer: '312220105', ...parameters })).body;
    const { antallITreffliste, antallTreffTotalt } = await page({ fra: 991, antall: 50 });
    expect([antallITreffliste, antallTreffTotalt]).toEqual([10, 1000]);
  });
});
