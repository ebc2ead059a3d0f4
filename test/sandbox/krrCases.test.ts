import { Caller } from './caller';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());

const one = async (id: string) => {
  const authorization = `Bearer ${await caller.token()}`;
  const answer = await caller.postJson('/krr/rest/v2/personer', { personidentifikatorer: [id] }, { authorization });
  return answer.body.personer[0];
};

/** Fact sheet krr §8, row by row: what the answer about somebody has, by the fields KRR leaves out when there is nothing. */
describe('a person for the case', () => {
  const dated = (name: string, ...dates: string[]) => [name, ...dates.map((date) => `${name}_${date}`)];
  const BOTH_DATES = ['oppdatert', 'sist_verifisert'];
  const EMAIL = dated('epostadresse', ...BOTH_DATES);
  const MOBILE = dated('mobiltelefonnummer', ...BOTH_DATES);
  const ONLY_UPDATED = [...dated('epostadresse', 'oppdatert'), ...dated('mobiltelefonnummer', 'oppdatert')];
  const DIGIPOST = '984661185';
  const EBOKS = '922020175';

  interface Case {
    readonly has?: readonly string[];
    readonly vendor?: string;
    readonly more?: object;
  }
  const notifiable = { reservasjon: 'NEI', status: 'AKTIV', varslingsstatus: 'KAN_VARSLES' };
  const reserved = { reservasjon: 'JA', status: 'AKTIV', varslingsstatus: 'KAN_IKKE_VARSLES' };

  it.each<[string, string, Case]>([
    [
      'expired, validated lately',
      '02920197712',
      {
        has: [...EMAIL, 'epostadresse_sist_validert', ...MOBILE],
        more: { varslingsstatus: 'KAN_IKKE_VARSLES', reservasjon: 'NEI' },
      },
    ],
    ['deleted', '21836797660', { more: { status: 'SLETTET', varslingsstatus: 'KAN_IKKE_VARSLES' } }],
    [
      'reserved with addresses, no dates',
      '22838497199',
      { has: ['epostadresse', 'mobiltelefonnummer'], more: reserved },
    ],
    ['both', '15867936634', { has: [...EMAIL, ...MOBILE], more: notifiable }],
    ['mobile only', '22828999528', { has: MOBILE, more: notifiable }],
    ['email only', '22814398483', { has: EMAIL, more: notifiable }],
    ['Digipost, never confirmed', '14857232233', { has: ONLY_UPDATED, vendor: DIGIPOST, more: notifiable }],
    [
      'e-Boks',
      '16828397668',
      { has: [...EMAIL, ...dated('mobiltelefonnummer', 'oppdatert')], vendor: EBOKS, more: notifiable },
    ],
    ['Digipost and reserved, withheld', '07878398712', { more: reserved }],
    [
      'language nn',
      '22885399316',
      { has: [...EMAIL, 'epostadresse_duplisert', ...MOBILE], more: { ...notifiable, spraak: 'nn' } },
    ],
    [
      'language nb',
      '12848539668',
      { has: [...EMAIL, ...MOBILE], vendor: DIGIPOST, more: { ...notifiable, spraak: 'nb' } },
    ],
    ['language en', '16837297366', { has: [...EMAIL, ...MOBILE], more: { ...notifiable, spraak: 'en' } }],
    ['language se', '20878697112', { has: [...EMAIL, ...MOBILE], more: { ...notifiable, spraak: 'se' } }],
    ['addresses that are empty texts', '21849297640', { has: [...EMAIL, ...MOBILE], more: notifiable }],
    ['addresses without dates', '20914695016', { has: ['epostadresse', 'mobiltelefonnummer'], more: notifiable }],
  ])('%s', async (_case, id, { has, vendor, more = {} }) => {
    const person = await one(id);
    expect(person).toMatchObject(more);
    expect(Object.keys(person.kontaktinformasjon ?? {}).sort()).toEqual([...(has ?? [])].sort());
    expect(person.digital_post?.postkasseleverandoeradresse).toBe(vendor);
    expect(person.sertifikat !== undefined).toBe(vendor !== undefined);
  });
});
