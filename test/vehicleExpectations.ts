/**
 * What is expected of the made-up vehicles, in the words of our operations: each may be asked through the core or through a
 * node of either host.
 */
import { errorItems, expectations } from './sandbox/kjoretoyExpectations.json';

/** What a host gives for one input: the result, or the error in its place. */
export type Answer = Readonly<Record<string, any>>;

interface VehicleExpectation {
  readonly name: string;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly check: (answer: Answer) => void;
}

type Given = Readonly<Record<string, any>>;

const expectVehicle = (expected: Given, answer: Answer): void => {
  expect(answer).not.toHaveProperty('error');
  const told: Record<string, unknown> = {
    kuid: answer.kuid,
    status: answer.vehicleStatus,
    kjennemerke: answer.plates,
    eierTilTidspunkt: answer.owner?.until,
    // The expectations have last names, and names of organisations whole.
    eier: String(answer.owner?.name).endsWith(expected.eier as string) && expected.eier,
    medeier: String(answer.coOwner?.name).endsWith(expected.medeier as string) && expected.medeier,
  };
  expect(Object.fromEntries(Object.keys(expected).map((key) => [key, told[key]]))).toEqual(expected);
};

const kuidsOf = (answer: Answer): string[] => answer.vehicles.map(({ kuid }: { kuid: string }) => kuid).sort();

const expectList = (expected: Given, answer: Answer): void => {
  expect(answer).not.toHaveProperty('error');
  if (expected.http === 204) expect(answer).toMatchObject({ vehicles: [], total: 0 });
  else if (expected.kuid) expect(kuidsOf(answer)).toEqual([...expected.kuid].sort());
  else expect([answer.vehicles.length, answer.total]).toEqual([expected.antallITreffliste, expected.antallTreffTotalt]);
};

const expectKsList = (item: Given, expected: Given, answer: Answer): void => {
  if (expected.http === 400) {
    expect(answer.error).toMatchObject({ code: 'ERR_INVALID_IDENTIFIER', field: 'organisasjonsnummer' });
    return;
  }
  expect(answer).not.toHaveProperty('error');
  if (expected.body) {
    expect(answer.vehicles.map(({ raw }: Answer) => raw)).toEqual(expected.body.kjoretoy);
    return;
  }
  // We page by ourselves, so a page of theirs is a part of our list.
  const page = answer.vehicles.slice(item.fra).slice(0, item.antall);
  expect(page.map(({ kjennemerke }: Answer) => kjennemerke)).toEqual(expected.kjennemerke);
};

/** The codes of the register, and what they are called here. */
const CODES: Record<string, string> = {
  OPPLYSNINGER_UTILGJENGELIG: 'ERR_VEHICLE_WITHHELD',
  KJENNEMERKE_UKJENT: 'ERR_VEHICLE_NOT_FOUND',
  UGYLDIG_KJENNEMERKE: 'ERR_INVALID_IDENTIFIER',
};

const expectFailure = (feilmelding: string, { error }: Answer): void => {
  // A moment that is none is never sent.
  if (feilmelding === 'UGYLDIG_DTG') expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT', field: 'dtg' });
  else expect(error).toMatchObject({ code: CODES[feilmelding], serviceCode: feilmelding, service: 'kjoretoyregister' });
};

const OPERATIONS: Record<string, (item: Given) => Pick<VehicleExpectation, 'operation' | 'input'>> = {
  'bulk/kjennemerke': (item) => ({ operation: 'lookUpByKjennemerke', input: item }),
  'bulk/kuid': (item) => ({ operation: 'lookUpByKuid', input: item }),
  'bulk/understellsnummer': (item) => ({ operation: 'lookUpByUnderstellsnummer', input: item }),
  'sok/eiernavn': ({ navn, erPerson }) => ({
    operation: 'searchByOwnerName',
    input: { navn, eiertype: erPerson === false ? 'ORGANISASJON' : 'BEGGE' },
  }),
  'sok/fodselsnummer': ({ fodselsnummer }) => ({
    operation: 'searchByFoedselsnummer',
    input: { foedselsnummer: fodselsnummer },
  }),
  'sok/organisasjonsnummer': (item) => ({ operation: 'searchByOrganisasjonsnummer', input: item }),
  'sok/kjennemerke': ({ kjennemerke }) => ({
    operation: 'searchByKjennemerke',
    input: { kjennemerkePattern: kjennemerke },
  }),
  'sok/understellsnummer': ({ understellsnummer, antall }) => ({
    operation: 'searchByUnderstellsnummer',
    input: { understellsnummerPattern: understellsnummer, limit: antall },
  }),
  'fiks-v1/person': ({ fnr }) => ({ operation: 'listVehiclesOfPerson', input: { foedselsnummer: fnr } }),
  'fiks-v1/organisasjon': ({ organisasjonsnummer }) => ({
    operation: 'listVehiclesOfOrganisation',
    input: { organisasjonsnummer },
  }),
};

const checkOf = (op: string, item: Given, expected: Given): ((answer: Answer) => void) => {
  if (expected.feilmelding) return (answer) => expectFailure(expected.feilmelding as string, answer);
  if (op.startsWith('fiks-v1/')) return (answer) => expectKsList(item, expected, answer);
  if (op.startsWith('sok/') || op === 'bulk/understellsnummer') return (answer) => expectList(expected, answer);
  return (answer) => expectVehicle(expected, answer);
};

const FAILURES = errorItems.map(({ feilmelding, evidence: _evidence, ...item }) => ({
  op: 'bulk/kjennemerke',
  item,
  expect: { feilmelding },
}));

/** The two searches that nothing above asks for. */
const OURS: readonly VehicleExpectation[] = [
  {
    name: 'a search by customer id',
    operation: 'searchByKundeId',
    input: { kundeId: '990000001' },
    check: (answer) => expectList({ kuid: ['9900000101', '9900000109'] }, answer),
  },
  {
    name: 'a search for customers',
    operation: 'searchCustomers',
    input: { navn: 'Varm Tekopp', eiertype: 'PERSON' },
    check: (answer) =>
      expect(answer).toMatchObject({ customers: [{ kundeId: '990000001', vehicleCount: 2 }], total: 1 }),
  },
];

const THEIRS: readonly VehicleExpectation[] = [...expectations, ...FAILURES].map(
  ({ op, item, expect: expected }): VehicleExpectation => {
    const { operation, input } = OPERATIONS[op]!(item);
    return {
      name: `${op} ${JSON.stringify(item)}`,
      operation,
      input: { ...input, includeOwner: true, includeRaw: true },
      check: checkOf(op, item, expected),
    };
  },
);

export const VEHICLE_EXPECTATIONS: readonly VehicleExpectation[] = [...THEIRS, ...OURS];
