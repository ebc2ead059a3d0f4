/** What the fact sheet expects of its own vehicles, asked over the wire. */
import file from './kjoretoyExpectations.json';
import { ENVELOPES, itemsIn, kuidsIn, nameOf, VehicleCaller, type Item } from './kjoretoy';

let register: VehicleCaller;
beforeAll(async () => {
  register = await VehicleCaller.start();
});
afterAll(() => register.close());

type Expectation = any;

/** How the words of an expectation about one vehicle are read from it. */
const FACTS: Record<string, (item: Item) => unknown> = {
  kuid: ({ kjoretoy }) => kjoretoy.kjoretoyId.kuid,
  eier: ({ kjoretoy }) => nameOf(kjoretoy.eierskap.eier),
  medeier: ({ kjoretoy }) => nameOf(kjoretoy.eierskap.medeier),
  eierTilTidspunkt: ({ kjoretoy }) => kjoretoy.eierskap.eier.tilTidspunkt,
  kjennemerke: ({ kjoretoy }) => kjoretoy.kjennemerke.map((plate: any) => plate.kjennemerke),
  status: ({ kjoretoy }) => kjoretoy.registrering.registreringsstatus.kodeVerdi,
  feilmelding: ({ code }) => code,
};

const factsOf = (item: Item, expected: object): object =>
  Object.fromEntries(Object.keys(expected).map((name) => [name, FACTS[name]!(item)]));

const lookUp = async ({ op, item, expect: expected }: Expectation): Promise<void> => {
  const { body } = await register.bulk(op.split('/')[1], [item]);
  expect(factsOf(itemsIn(body)[0]!, expected)).toEqual(expected);
};

const search = async ({ op, item, expect: expected }: Expectation): Promise<void> => {
  const { http = 200, kuid, ...counts } = expected;
  const { status, body } = await register.search(op.split('/')[1], item);
  expect(status).toBe(http);
  if (kuid) expect(kuidsIn(body)).toEqual(kuid);
  for (const [name, count] of Object.entries(counts)) expect(body[name]).toBe(count);
};

const simplified = async ({ op, item, expect: expected }: Expectation): Promise<void> => {
  const { status, body } = await register.ks(op.split('/')[1], item);
  expect(status).toBe(expected.http ?? 200);
  if (expected.body) expect(body).toEqual(expected.body);
  if (expected.kjennemerke) expect(platesIn(body)).toEqual(expected.kjennemerke);
};

const platesIn = (body: any): unknown => body.kjoretoy.map(({ kjennemerke }: any) => kjennemerke);

const chassis = async ({ item, expect: expected }: Expectation): Promise<void> =>
  expect(kuidsIn((await register.chassis(item.understellsnummer)).body)).toEqual(expected.kuid);

const ASK: Record<string, (expectation: Expectation) => Promise<void>> = {
  'bulk/kjennemerke': lookUp,
  'bulk/kuid': lookUp,
  'bulk/understellsnummer': chassis,
  'fiks-v1/person': simplified,
  'fiks-v1/organisasjon': simplified,
};

describe.each(ENVELOPES)('with the envelope %s', (bulkEnvelope) => {
  beforeAll(() => register.set({ bulkEnvelope }));

  it.each(file.expectations.map((one) => [one.op, JSON.stringify(one.item), one] as const))(
    '%s answers %s as expected',
    async (op, _item, expectation) => {
      await (ASK[op] ?? search)(expectation);
    },
  );

  it.each(file.errorItems.map((one) => [one.feilmelding, one] as const))(
    'an item fails with %s',
    async (feilmelding, { kjennemerke, dtg }) => {
      expect(await register.plate(kjennemerke, dtg)).toEqual({ kjoretoy: undefined, code: feilmelding });
    },
  );
});
