import { runOperation, operationNamed, SERVICES } from '../../src/core';
import { BAD_INPUTS } from './badInputs';
import { letter } from './letters';
import { ALL_NUMBERS, NOT_SYNTHETIC, numberOf } from './persons';
import { failureOf, valueOf, verdictsOf, World, type Stored } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
afterEach(() => world.reset());

/** Two lines without a fault, for each operation. */
const neighbours = async (operation: string): Promise<[Stored, Stored]> => {
  switch (operation) {
    case 'sendToPerson':
      return [letter('sak-1'), letter('sak-2')];
    case 'findByReference':
      return [{ eksternReferanse: 'sak-1' }, { eksternReferanse: 'sak-2' }];
    case 'getStatus': {
      const sent = await world.run('svarut', 'sendToPerson', [letter('sak-1'), letter('sak-2')]);
      const [first, second] = sent.map((outcome) => ({ letterId: valueOf(outcome).letterId }));
      return [first!, second!];
    }
    case 'findExactPerson':
      return [
        { navn: 'Rask Fyrlykt', postnummer: '5003' },
        { navn: 'Ingen Slik', postnummer: '5003' },
      ];
    case 'searchPersons':
      return [{ navn: 'Fyrlykt' }, { kommunenummer: '4601' }];
    case 'getManyPersons':
      return [{ foedselsnumre: ALL_NUMBERS.slice(0, 2) }, { foedselsnumre: ALL_NUMBERS.slice(2) }];
    case 'getHistoricalVersion':
      return [
        { persondokument: '1eed16f7695e3afc0b50f1d40cfe58ee' },
        { persondokument: '074feae68fd876e7f771a51fc3d72556' },
      ];
    case 'lookUpByKjennemerke':
      return [{ kjennemerke: 'DN00101' }, { kjennemerke: 'SV00102' }];
    case 'lookUpByKuid':
      return [{ kuid: '9900000101' }, { kuid: '9900000102' }];
    case 'listVehiclesOfOrganisation':
      return [{ organisasjonsnummer: '310048208' }, { organisasjonsnummer: '310475025' }];
    case 'searchByKjennemerke':
      return [{ kjennemerkePattern: 'DN0010?' }, { kjennemerkePattern: 'SV0010?' }];
    case 'searchByUnderstellsnummer':
      return [{ understellsnummerPattern: '830417' }, { understellsnummerPattern: 'SYNT*' }];
    case 'searchCustomers':
      return [{ navn: 'Varm Tekopp' }, { navn: 'Finnes Ikke' }];
    default:
      return [{ foedselsnummer: ALL_NUMBERS[0] }, { foedselsnummer: ALL_NUMBERS[1] }];
  }
};

describe('a line with', () => {
  it.each(BAD_INPUTS)(
    '$name fails alone, and says which field and what to do',
    async ({ ask: [service, operation, input], told }) => {
      const [before, after] = await neighbours(operation);
      const outcomes = await world.run(service, operation, [before, input, after]);
      expect(verdictsOf(outcomes)).toEqual(['ok', told.code, 'ok']);
      const { field, action } = failureOf(outcomes[1]);
      expect({ field, action }).toEqual({ field: told.field, action: expect.stringMatching(told.action) });
    },
  );

  it('a number nobody may ask for is sent nowhere', async () => {
    const refused = BAD_INPUTS.filter(({ told }) => told.field === 'foedselsnummer');
    for (const {
      ask: [service, operation, input],
    } of refused)
      await world.run(service, operation, [input]);
    expect(refused.length).toBeGreaterThan(20);
    expect(world.exchanges).toEqual([]);
  });

  it('a synthetic number is refused in production, and nothing is sent there', async () => {
    const session = world.session({ maskinporten: { environment: 'production' } });
    const operation = operationNamed(SERVICES.folkeregister, 'getPerson')!;
    const inputs = [{ values: { foedselsnummer: numberOf('ordinary-resident') } }];
    const [outcome] = await runOperation(operation, session, inputs, { rules: { realPersons: true } });
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_SYNTHETIC_IDENTIFIER', field: 'foedselsnummer' });
    expect(world.exchanges).toEqual([]);
  });

  it("a number that can be a real person's is refused by every operation that takes one", async () => {
    for (const service of Object.values(SERVICES)) {
      for (const { name, fields } of service.operations.filter((one) =>
        one.fields.some((field) => field.name === 'foedselsnummer'),
      )) {
        const input = letter('sak', { letterId: crypto.randomUUID(), foedselsnummer: NOT_SYNTHETIC });
        const [outcome] = await world.run(service.name, name, [input]);
        expect([fields.length > 0, failureOf(outcome).code]).toEqual([true, 'ERR_REAL_IDENTIFIER']);
      }
    }
  });
});
