import { FLEET_PLATES, MIXED_PLATES, MIXED_VERDICTS, VAN_PATTERN, VAN_PLATES } from '../largeFleet';
import { VEHICLE_EXPECTATIONS } from '../vehicleExpectations';
import { failureOf, refillRetries, valueOf, verdictsOf, World, type Stored } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
afterEach(() => world.reset());

const run = (operation: string, ...inputs: readonly Stored[]) => world.run('kjoretoyregister', operation, inputs);
const one = async (operation: string, input: Stored) => valueOf((await run(operation, input))[0]);
const plates = (written: readonly string[], settings: object = {}) =>
  run('lookUpByKjennemerke', ...written.map((kjennemerke) => ({ kjennemerke, ...settings })));
const plate = async (kjennemerke: string, settings: object = {}) => valueOf((await plates([kjennemerke], settings))[0]);

const MUNICIPALITY = '310475025';
const LARGE_FLEET = '312220105';

const namesOf = ({ vehicles }: { vehicles: { kjennemerke: string }[] }) =>
  vehicles.map(({ kjennemerke }) => kjennemerke);

describe.each(['v3', 'v2'])('in the envelope %s', (bulkEnvelope) => {
  beforeEach(() => world.settings({ bulkEnvelope }));

  it.each(VEHICLE_EXPECTATIONS)('what is expected of $name', async ({ operation, input, check }) => {
    const [outcome] = await run(operation, input);
    check(outcome?.ok ? outcome.value : { error: failureOf(outcome) });
  });

  it('all expectations of plates hold in one execution, which is one call', async () => {
    const expected = VEHICLE_EXPECTATIONS.filter(({ operation }) => operation === 'lookUpByKjennemerke');
    const outcomes = await run('lookUpByKjennemerke', ...expected.map(({ input }) => input));
    outcomes.forEach((outcome, at) => expected[at]!.check(outcome.ok ? outcome.value : { error: failureOf(outcome) }));
    expect(outcomes.length).toBeGreaterThan(10);
    expect(await world.asked('kjoretoyregister')).toBe(1);
  });

  it('a thousand plates are ten calls, and each gets its own vehicle or its own error', async () => {
    expect(new Set(MIXED_PLATES).size).toBe(1000);
    const outcomes = await plates(MIXED_PLATES);
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.kjennemerke : outcome.error.code))).toEqual(
      MIXED_VERDICTS,
    );
    expect(await world.asked('kjoretoyregister', 'bulkKjennemerke')).toBe(10);
  });

  it('where the register takes fewer at once, all are answered all the same', async () => {
    await world.settings({ vehicleBulkLimit: 26 });
    const written = FLEET_PLATES.slice(0, 100);
    expect((await plates(written)).map((outcome) => valueOf(outcome).kjennemerke)).toEqual(written);
  });

  it('a plate that two vehicles have swapped is at each moment the right one', async () => {
    const moments = ['2021-01-01', '2022-05-10', '2022-05-11', undefined];
    const outcomes = await run(
      'lookUpByKjennemerke',
      ...['KB 00208', 'KB 00209'].flatMap((kjennemerke) => moments.map((dtg) => ({ kjennemerke, dtg }))),
    );
    const kuids = outcomes.map((outcome) => String(valueOf(outcome).kuid).slice(-3));
    expect(kuids).toEqual(['208', '208', '209', '209', '209', '209', '208', '208']);
    expect(await world.asked('kjoretoyregister')).toBe(1);
  });

  it('a chassis number with a slash is one piece of the address', async () => {
    const { vehicles } = await one('lookUpByUnderstellsnummer', { understellsnummer: 'plog/120 0212' });
    expect(vehicles).toMatchObject([{ kjennemerke: 'RT 0212', euControl: { state: 'notApplicable' } }]);
  });

  it('a chassis number nobody has is not found, and one that is withheld is', async () => {
    const outcomes = await run(
      'lookUpByUnderstellsnummer',
      { understellsnummer: 'SANDKJT9999999999' },
      { understellsnummer: 'SANDKJT0000000998' },
    );
    expect(verdictsOf(outcomes)).toEqual(['ERR_VEHICLE_NOT_FOUND', 'ERR_VEHICLE_WITHHELD']);
  });
});

describe('pages', () => {
  it('of a search of 500 hits have no gap and no repeat', async () => {
    const value = await one('searchByUnderstellsnummer', { understellsnummerPattern: VAN_PATTERN, returnAll: true });
    expect([value.total, value.unavailable]).toEqual([500, 0]);
    expect(namesOf(value).sort()).toEqual(VAN_PLATES);
    expect(await world.asked('kjoretoyregister', 'sokUnderstellsnummer')).toBe(5);
  });

  it("of KS' own service, which counts otherwise and tells no total, neither", async () => {
    const value = await one('listVehiclesOfOrganisation', { organisasjonsnummer: LARGE_FLEET, returnAll: true });
    expect([namesOf(value).sort(), value.total]).toEqual([FLEET_PLATES, 1000]);
  });

  it('are no more than the limit needs', async () => {
    const value = await one('searchByOrganisasjonsnummer', { organisasjonsnummer: LARGE_FLEET, limit: 120 });
    expect([new Set(namesOf(value)).size, value.total]).toEqual([120, 1000]);
    expect(await world.asked('kjoretoyregister', 'sokOrganisasjonsnummer')).toBe(2);
  });
});

describe("the municipality's fleet", () => {
  const fleet = (settings: object = {}) =>
    one('searchByOrganisasjonsnummer', { organisasjonsnummer: MUNICIPALITY, ...settings });

  it('is sorted by the state of the control', async () => {
    const { vehicles } = await fleet();
    const inState = (state: string) =>
      vehicles.flatMap(({ kjennemerke, euControl }: any) => (euControl.state === state ? [kjennemerke] : [])).sort();
    expect(inState('overdue')).toEqual(['SK 00301', 'SK 00302', 'SK 00303', 'SK 00309']);
    expect(inState('due')).toEqual(['EL 00305', 'SK 00304', 'SK 00306']);
    expect(inState('ok')).toEqual(['EL 00308', 'EL 00313', 'SK 00307']);
    // A trailer, one that is deregistered and one that is scrapped.
    expect(inState('notApplicable')).toEqual(['SK 00311', 'SK 00312', 'SK 0310']);
  });

  it('is without the scrapped ones when they are left out', async () => {
    expect(namesOf(await fleet({ ekskluderVraketUtfort: true }))).not.toContain('SK 00312');
  });

  it('is found by the name of the municipality, its customer id and a part of a plate too', async () => {
    const [customer] = (await one('searchCustomers', { navn: 'Stillevik kommune', eiertype: 'ORGANISASJON' }))
      .customers;
    expect(customer).toMatchObject({ organisasjonsnummer: MUNICIPALITY, name: 'STILLEVIK KOMMUNE' });
    const byId = await one('searchByKundeId', { kundeId: customer.kundeId });
    expect(namesOf(byId).sort()).toEqual(namesOf(await fleet()).sort());
    expect(namesOf(await one('searchByOwnerName', { navn: 'kommune Stillevik' }))).toContain('SK 00301');
    expect(namesOf(await one('searchByKjennemerke', { kjennemerkePattern: 'sk 0030?' })).sort()).toEqual(
      ['301', '302', '303', '304', '306', '307', '309'].map((number) => `SK 00${number}`),
    );
  });

  it('has its leased cars, whose owner is the leasing company and whose user is the municipality', async () => {
    expect(await plate('EL 00313', { includeOwner: true })).toMatchObject({
      owner: { name: 'TESTLEASING NORGE AS' },
      responsibleUser: { type: 'organisation', organisasjonsnummer: MUNICIPALITY },
    });
  });
});

describe('owners', () => {
  /** Streets and postal towns of all owners in the sandbox, as they stand in its answers. */
  const ADDRESSES = /Tenkeveien|Fantasigata|KONSTRUERT|Gjemselveien|Postboks|Delebakken|RÅDHUSBAKKEN|adresse/i;

  const ALL = { includeOwner: true, includeRaw: true };

  it('are in no result that did not ask for them, raw or not', async () => {
    const text = JSON.stringify(await plate('SU 00201', { includeRaw: true }));
    expect(text).not.toMatch(/FYRLYKT|128485|9900002|eierskap/);
    expect(text).not.toMatch(ADDRESSES);
  });

  it('have no address in any result, whoever they are', async () => {
    const looked = await plates(['SU00201', 'EL00205', 'EL00206', 'FN00207', 'SK00301', 'XX00215'], ALL);
    const searched = await run('searchByOwnerName', { navn: 'kommune', ...ALL });
    const customers = await run('searchCustomers', { navn: 'kommune' });
    for (const outcome of [...looked, ...searched, ...customers])
      expect(JSON.stringify(valueOf(outcome))).not.toMatch(ADDRESSES);
  });

  it.each([
    ['EL 00205', 'a strictly confidential owner'],
    ['EL 00206', 'a confidential lessee'],
    ['ZZ 00996', 'an owner the register holds back'],
    ['ZZ 00997', 'technical data the register holds back'],
  ])('of %s (%s) make a case to handle manually, and nothing tells why', async (written) => {
    const value = await plate(written, ALL);
    expect(value).toMatchObject({ handleManually: true });
    expect(JSON.stringify(value)).not.toMatch(/unntattOffentlighet|TEKNISK_DATA/i);
  });

  it('do not make one otherwise', async () => {
    expect(await plate('SU 00201', ALL)).toMatchObject({ handleManually: false });
  });

  it('have their addresses, and their marks, for an author who has opted in', async () => {
    const value = await plate('EL 00206', { ...ALL, includeProtectedAddresses: true });
    expect(value.responsibleUser.address).toMatchObject({ adresselinje1: 'Gjemselveien 2 C', poststed: 'HAMAR' });
    expect(value.raw.eierskap.leasingtaker).toMatchObject({ erUnntattOffentlighet: true });
    expect(value.handleManually).toBe(true);
  });

  it('have an identity number only where the register gives it', async () => {
    expect((await plate('DN 00101', ALL)).owner.foedselsnummer).toBe('14837810141');
    await world.settings({ vehicleOwnerNumbers: false });
    expect((await plate('DN 00101', ALL)).owner).toMatchObject({ name: 'VARM TEKOPP', foedselsnummer: null });
  });

  it('are listed by KS with no more than a name', async () => {
    const { vehicles } = await one('listVehiclesOfPerson', { foedselsnummer: '14837810141', includeOwner: true });
    expect(vehicles[0].owner).toEqual({ type: 'person', name: 'VARM TEKOPP', since: '2021-04-21' });
    expect(JSON.stringify(world.exchanges.map(({ request }) => request.url))).not.toContain('14837810141');
  });
});

describe('customers', () => {
  it('are found by parts of a name, a date of birth or a year, and how many vehicles each has', async () => {
    const byParts = await one('searchCustomers', { fornavn: 'Varm', etternavn: 'Tekopp', eiertype: 'PERSON' });
    const byYear = await one('searchCustomers', { navn: 'Tekopp Varm', fodselsdato: '1978', eiertype: 'PERSON' });
    for (const found of [byParts, byYear])
      expect(found.customers).toMatchObject([{ name: 'VARM TEKOPP', vehicleCount: 2, foedselsdato: '1978-03-14' }]);
  });

  it('may be none', async () => {
    expect(await one('searchCustomers', { navn: 'Finnes Ikke' })).toEqual({ customers: [], unavailable: 0, total: 0 });
  });
});

describe('the register in trouble', () => {
  beforeEach(() => refillRetries(world, 'kjoretoyregister'));

  it('is told of with when to come back when the quota is spent, and is not asked again', async () => {
    await world.settings({ vehicleQuota: 150 });
    const outcomes = await plates(FLEET_PLATES.slice(0, 200));
    expect(verdictsOf(outcomes).filter((verdict) => verdict === 'ok')).toHaveLength(100);
    const { code, retryAfter, retryable } = failureOf(outcomes.find(({ ok }) => !ok));
    expect({ code, retryable }).toEqual({ code: 'ERR_QUOTA_SPENT', retryable: false });
    expect(Date.parse(retryAfter ?? '')).toBeGreaterThan(Date.now());
    expect(await world.asked('kjoretoyregister', 'bulkKjennemerke')).toBe(2);
    expect(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.quotaLeft] : []))[0]).toBe(50);
  });

  it('is asked again when it fails in passing, and then the answer is the same', async () => {
    await world.order({ service: 'kjoretoyregister', kind: 'status', status: 503, times: 2 });
    expect(await plate('DN 00101')).toMatchObject({ kuid: '9900000101' });
    expect(await world.asked('kjoretoyregister')).toBe(3);
  });

  it('has its trace passed on when Statens vegvesen fails', async () => {
    const svvguid = 'b3b1f1d2-0c4e-4a53-9d0a-2f6f2f0f9a11';
    const body = { feilmelding: 'TEKNISK_FEIL', svvguid };
    await world.order({ service: 'kjoretoyregister', kind: 'status', status: 500, times: 9, body });
    expect(failureOf((await plates(['DN 00101']))[0])).toMatchObject({
      code: 'ERR_SERVICE_FAILURE',
      supportReference: svvguid,
      action: expect.stringContaining('api-kjoretoy@vegvesen.no'),
    });
  });

  it('refuses an organisation that is not ours', async () => {
    const fiksOrgId = '11111111-2222-4333-8444-555555555555';
    const error = failureOf((await plates(['DN 00101'], { fiksOrgId }))[0]);
    expect(error).toMatchObject({ code: 'ERR_FORBIDDEN', action: expect.stringContaining('Fiks organisation id') });
    expect(error.supportReference).toBeDefined();
  });

  it('leaves the others when one plate fails', async () => {
    const outcomes = await plates(['DN00101', 'ZZ00998', 'ZZ00999', 'DN0010?', 'SV00102']);
    expect(verdictsOf(outcomes)).toEqual([
      'ok',
      'ERR_VEHICLE_WITHHELD',
      'ERR_VEHICLE_NOT_FOUND',
      'ERR_INVALID_IDENTIFIER',
      'ok',
    ]);
  });
});
