/** What the sandbox answers about vehicles, by the published descriptions. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { VEHICLES } from '../../sandbox/src/kjoretoyregister/register';
import { ENVELOPES, itemsIn, VehicleCaller } from '../sandbox/kjoretoy';
import { answered, answering } from './answering';
import { Contract } from './openapi';
import { describeContract, FOLDER } from './specs';

const sok = (name: string) => ['vehicleSearch', `/rest/distribusjon/kjoretoy/v2.0/sok/${name}`, 'get'] as const;
const ks = (whom: string) => ['vehicleFiks', `/kjoretoyregister/api/v1/ks/{fiksOrgId}/${whom}`, 'post'] as const;

/** What a look-up or a search by a plate answers in this version of the register. */
const HITS = sok('kjennemerke');

/** Of the large fleet, where all are alike, only the first. */
const KUIDS = VEHICLES.filter(({ special }) => special !== '').map(({ kjoretoyId }) => kjoretoyId.kuid);

/** Hits in the envelope that is described, whatever envelope they came in. */
const described = (body: any) => ({
  responskoder: [],
  kjoretoyresponser: itemsIn(body).flatMap(({ kjoretoy }) => (kjoretoy ? [{ kjoretoy, responskoder: [] }] : [])),
});

const SEARCHES: readonly (readonly [name: string, parameters: Record<string, string>])[] = [
  ['eiernavn', { navn: 'kommune' }],
  ['fodselsnummer', { fodselsnummer: '19887834124' }],
  ['organisasjonsnummer', { organisasjonsnummer: '310475025', antall: '5' }],
  ['kundeid', { kundeid: '990000210' }],
  ['kjennemerke', { kjennemerke: 'ZZ0099?' }],
  ['understellsnummer', { understellsnummer: 'SANDKJT*', fra: '900' }],
  ['kunde', { eiertype: 'BEGGE', navn: 'kommune' }],
  ['kunde', { eiertype: 'PERSON', navn: 'Vandrer' }],
];

describeContract('what the sandbox answers about vehicles', () => {
  const setUp = answering('answers about vehicles');
  const register = () => new VehicleCaller(setUp().caller, setUp().headers);

  describe.each(ENVELOPES)('with the envelope %s', (bulkEnvelope) => {
    beforeEach(() => register().set({ bulkEnvelope }));

    it.each([undefined, '2016-11-15T23:00:00.000+01:00', '1999-01-01T00:00:00Z'])(
      'a look-up of every vehicle at %s',
      async (dtg) => {
        const items = KUIDS.map((kuid) => ({ kuid, ...(dtg && { dtg }) }));
        const body = answered(await register().bulk('kuid', items));
        expect(itemsIn(body)).toHaveLength(KUIDS.length);
        setUp().contract.expectAnswer(...HITS, 200, bulkEnvelope === 'v2' ? body : described(body));
      },
    );

    it.each(['830417', 'SANDKJT0000000998'])('a look-up of the chassis number %s', async (understellsnummer) => {
      const body = answered(await register().chassis(understellsnummer));
      setUp().contract.expectAnswer(...HITS, 200, bulkEnvelope === 'v2' ? body : described(body));
    });
  });

  describe('look-ups in the envelope of the next version, whose vehicles are those of this one', () => {
    const next = (what: string) => ['vehicleLookUp', `/kjoretoyoppslag/bulk/${what}`, 'post'] as const;
    const envelope = (body: any) =>
      JSON.parse(JSON.stringify(body), (name, value: unknown) => (name === 'kjoretoydata' ? {} : value));

    it.each([
      ['kjennemerke', [{ kjennemerke: 'DN00101' }, { kjennemerke: 'ZZ99999', dtg: '2016-11-15T23:00:00+01:00' }]],
      ['kuid', [{ kuid: '9900000101' }, { kuid: '1' }]],
    ])('by %s', async (key, items) => {
      await register().set({ vehicleQuota: 5 });
      setUp().contract.expectAnswer(...next(key), 200, envelope(answered(await register().bulk(key, items))));
      await register().set({ vehicleBulkLimit: 1 });
      const tooMany = await register().bulk(key, items);
      expect(tooMany.status).toBe(400);
      setUp().contract.expectAnswer(...next(key), 400, tooMany.body);
    });

    it.each(['830417', 'NOBODY'])('by the chassis number %s', async (number) => {
      const body = answered(await register().chassis(number));
      setUp().contract.expectAnswer(...next('understellsnummer'), 200, envelope(body));
    });
  });

  it.each(SEARCHES)('a search by %s %j', async (name, parameters) => {
    setUp().contract.expectAnswer(...sok(name), 200, answered(await register().search(name, parameters)));
  });

  it.each([...new Set(SEARCHES.map(([name]) => name))])('a search by %s without parameters', async (name) => {
    const { status, body } = await register().search(name, {});
    setUp().contract.expectAnswer(...sok(name), status, body);
    expect(status).toBe(400);
  });

  it.each(['12848539668', '03928338788', '19887834124', '14837810141', '30823299997'])(
    'the vehicles of the person %s in short',
    async (fnr) => {
      setUp().contract.expectAnswer(...ks('person'), 200, answered(await register().ks('person', { fnr })));
    },
  );

  it.each(['310475025', '311004506', '312203006', '310048208', '312220105'])(
    'the vehicles of the organisation %s in short',
    async (organisasjonsnummer) => {
      const body = answered(await register().ks('organisasjon', { organisasjonsnummer }));
      setUp().contract.expectAnswer(...ks('organisasjon'), 200, body);
    },
  );

  it.each(['person', 'organisasjon'])('a refusal of another Fiks organisation (%s)', async (whom) => {
    const { caller, headers, contract } = setUp();
    const elsewhere = register().ksPath(whom, '11111111-2222-4333-8444-555555555555');
    const { status, body } = await caller.postJson(elsewhere, {}, headers);
    contract.expectAnswer(...ks(whom), status, body);
    expect(status).toBe(403);
  });

  it('would be found out: an invented field, a wrong type', () => {
    // A judge of its own, for these are no answers of the sandbox.
    const judge = new Contract();
    const hit = (kjoretoy: object) => ({ responskoder: [], kjoretoyresponser: [{ kjoretoy, responskoder: [] }] });
    judge.expectAnswer(...HITS, 200, hit({ kjoretoyId: { kuid: '1' } }));
    for (const wrong of [{ eier: {} }, { kjoretoyId: { kuid: 1 } }, { kjennemerke: 'DN 00101' }]) {
      expect(() => judge.expectAnswer(...HITS, 200, hit(wrong))).toThrow('not as kjoretoy-sok-openapi-v2.json says');
    }
  });

  describe('of the fact sheet', () => {
    /** Days for a control are kept at their distance from today, and these are of a fixed day. */
    const withoutControl = ({ periodiskKjoretoyKontroll, ...rest }: any) => ({
      ...rest,
      control: Object.keys(periodiskKjoretoyKontroll).sort(),
    });

    it('each is as it stands there', async () => {
      const { vehicles } = JSON.parse(readFileSync(path.join(FOLDER, 'kjoretoy-vehicles.json'), 'utf8'));
      const items = vehicles.map(({ kjoretoy }: any) => ({ kuid: kjoretoy.kjoretoyId.kuid }));
      const found = itemsIn(answered(await register().bulk('kuid', items)));
      expect(found.map(({ kjoretoy }) => withoutControl(kjoretoy))).toEqual(
        vehicles.map(({ kjoretoy }: any) => withoutControl(kjoretoy)),
      );
    });
  });
});
