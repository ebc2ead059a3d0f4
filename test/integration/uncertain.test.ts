/** The client does as well whichever way the sandbox takes what no source settles. */
import { EVERY_OPERATION } from './everyOperation';
import { failureOf, valueOf, verdictsOf, World } from './world';

const LARGE_FLEET = '312220105';
const NOBODY = '30823299997';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => world.reset());

/** Refused here is what the client is not to send at all. */
const STRICT = {
  unknownClaims: 'refused',
  fiksResource: 'refused',
  unknownLetterFields: 'refused',
  krrMalformed: 'leftOut',
};

it.each(EVERY_OPERATION)('$service $operation fares no worse with a stricter service', async (asked) => {
  const { service, operation, input } = asked;
  const usual = verdictsOf(await world.run(service, operation, [input]));
  await world.reset();
  await world.settings(STRICT);
  expect(verdictsOf(await world.run(service, operation, [input]))).toEqual(usual);
});

describe('the vehicle register', () => {
  it.each([[{}], [{ vehicleRows: 7, vehicleMostRows: 7 }], [{ vehicleMostRows: 1000 }]])(
    'gives a whole fleet, each once, with %j',
    async (settings) => {
      await world.settings(settings);
      const [outcome] = await world.run('kjoretoyregister', 'searchByOrganisasjonsnummer', [
        { organisasjonsnummer: LARGE_FLEET, returnAll: true },
      ]);
      const kuids = valueOf(outcome).vehicles.map(({ kuid }: { kuid: string }) => kuid);
      expect([kuids.length, new Set(kuids).size]).toEqual([1000, 1000]);
    },
  );

  it.each(['svvguid', 'Svvguid'])('tells its trace id in %s', async (vehicleTraceName) => {
    await world.settings({ vehicleTraceName });
    await world.order({ service: 'kjoretoyregister', kind: 'status', status: 500, times: 9 });
    const [outcome] = await world.run('kjoretoyregister', 'lookUpByKuid', [{ kuid: '9900000201' }]);
    expect(failureOf(outcome)).toMatchObject({
      code: 'ERR_SERVICE_FAILURE',
      supportReference: expect.stringMatching(/^[\da-f-]{36}$/),
    });
  });

  it('is told apart from Fiks when it does not let KS search by anything but a name', async () => {
    await world.settings({ vehicleSearches: 'ownerName' });
    const [outcome] = await world.run('kjoretoyregister', 'searchByKundeId', [{ kundeId: '1' }]);
    expect(failureOf(outcome)).toMatchObject({
      code: 'ERR_FORBIDDEN',
      serviceCode: 'INGEN_TILGANG',
      action: expect.stringContaining('Statens vegvesen'),
    });
    const [byName] = await world.run('kjoretoyregister', 'searchByOwnerName', [{ navn: 'FYRLYKT' }]);
    expect(byName).toMatchObject({ ok: true });
  });

  it('finds by a search the vehicle whose number Fiks lets not through for its slash', async () => {
    await world.settings({ vehicleSlashInPath: 'refused' });
    const byNumber = { understellsnummer: 'MOP-50/0202' };
    const byPattern = { understellsnummerPattern: 'MOP-50/0202' };
    expect([
      ...verdictsOf(await world.run('kjoretoyregister', 'lookUpByUnderstellsnummer', [byNumber])),
      ...verdictsOf(await world.run('kjoretoyregister', 'searchByUnderstellsnummer', [byPattern])),
    ]).toEqual(['ERR_REFUSED', 'ok']);
  });

  it.each([
    ['empty', 'ok'],
    ['notFound', 'ERR_NOT_FOUND'],
  ])('shows when KS answers %s of an owner of nothing: %s', async (ksNoVehicles, verdict) => {
    await world.settings({ ksNoVehicles });
    const ofPerson = await world.run('kjoretoyregister', 'listVehiclesOfPerson', [{ foedselsnummer: NOBODY }]);
    const ofOrganisation = await world.run('kjoretoyregister', 'listVehiclesOfOrganisation', [
      { organisasjonsnummer: '314245075' },
    ]);
    expect(verdictsOf([...ofPerson, ...ofOrganisation])).toEqual([verdict, verdict]);
  });

  it.each([
    ['vehicleFutureMoment', 'refused', '2099-01-01T00:00:00+01:00', 'ok', 'ERR_INVALID_INPUT'],
    [
      'vehicleBeforeFirstOwner',
      'unknown',
      '1999-12-31T23:59:59+01:00',
      'ERR_VEHICLE_WITHHELD',
      'ERR_VEHICLE_NOT_FOUND',
    ],
    ['vehiclePeriodEnd', 'inclusive', '2022-05-10T10:00:00.040+02:00', '9900000209', '9900000208'],
  ])('may take a moment as %s %s', async (name, value, dtg, usual, other) => {
    const found = async () => {
      const [outcome] = await world.run('kjoretoyregister', 'lookUpByKjennemerke', [{ kjennemerke: 'KB00208', dtg }]);
      return [verdictsOf([outcome])[0], outcome?.ok ? valueOf(outcome).kuid : undefined];
    };
    expect(await found()).toContain(usual);
    await world.settings({ [name]: value });
    expect(await found()).toContain(other);
  });
});
