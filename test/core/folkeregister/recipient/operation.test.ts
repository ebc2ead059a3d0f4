import { findLetterRecipient } from '../../../../src/folkeregister/recipient/operation';
import type { TransportRequest } from '../../../../src/http/transport';
import { runOperation } from '../../../../src/operations/run';
import {
  failureOf,
  fakeWorld,
  jsonOf,
  refillRetries,
  sessionIn,
  valueOf,
  type Route,
  type World,
} from '../../fakePorts';
import { someNumbers } from '../../numbers';
import { currentPersonaOf, numberOf } from '../personas';

beforeEach(() => refillRetries('folkeregister'));

const run = (world: World, numbers: readonly string[], settings: Record<string, unknown> = {}) =>
  runOperation(
    findLetterRecipient,
    sessionIn(world),
    numbers.map((foedselsnummer) => ({ values: { foedselsnummer, ...settings } })),
    { rules: { realPersons: false } },
  );

const askedIn = (request: TransportRequest): string[] =>
  (jsonOf(request) as { foedselsEllerDNummer: string[] }).foedselsEllerDNummer;
const partsIn = ({ url }: TransportRequest): string[] => new URL(url).searchParams.getAll('part');

/** Everyone is the child of two parents of their own, who are adults. */
const [children, mothers, fathers] = [0, 1, 2].map((at) => someNumbers(1800).slice(at * 600, at * 600 + 600));
const status = [{ erGjeldende: true, status: 'bosatt' }];
const personOf = (number: string) => {
  const identifikasjonsnummer = [{ erGjeldende: true, foedselsEllerDNummer: number }];
  const at = children!.indexOf(number);
  if (at < 0) return { identifikasjonsnummer, status, foedsel: [{ foedselsdato: '1980-01-01' }] };
  const foreldreansvar = [mothers![at], fathers![at]].map((ansvarlig) => ({
    ansvar: 'felles',
    ansvarssubjekt: number,
    ansvarlig,
  }));
  return { identifikasjonsnummer, status, foedsel: [{ foedselsdato: '2016-01-01' }], foreldreansvar };
};
const register: Route = (request) => ({
  json: {
    oppslag: askedIn(request).map((number) => ({
      foedselsEllerDNummer: number,
      folkeregisterperson: personOf(number),
    })),
  },
});

const ADDRESSES = ['bostedsadresse', 'oppholdsadresse', 'postadresse', 'postadresseIUtlandet', 'adressebeskyttelse'];

test('600 children with 1200 parents are three calls, each with the parts it needs and protection', async () => {
  const world = fakeWorld(register);
  const outcomes = await run(world, children!);
  expect(world.requests.map((request) => askedIn(request).length)).toEqual([600, 1000, 200]);
  expect(partsIn(world.requests[0]!)).toEqual([
    'navn',
    'status',
    'doedsfall',
    'foedsel',
    ...ADDRESSES.slice(0, 4),
    'foreldreansvar',
    'vergemaalEllerFremtidsfullmakt',
    'kontaktinformasjonForDoedsbo',
    'adressebeskyttelse',
  ]);
  for (const request of world.requests.slice(1))
    expect(partsIn(request)).toEqual(['navn', 'status', 'doedsfall', 'foedsel', ...ADDRESSES]);
  outcomes.forEach((outcome, at) => {
    const { recipients } = valueOf(outcome) as { recipients: { foedselsnummer: string }[] };
    expect(recipients.map(({ foedselsnummer }) => foedselsnummer)).toEqual([mothers![at], fathers![at]]);
  });
});

test('a letter that can be sent and one that a person must handle go different ways', async () => {
  const slugs = ['ordinary-resident', 'confidential'];
  const world = fakeWorld(() => ({
    json: {
      oppslag: slugs.map((slug) => ({
        foedselsEllerDNummer: numberOf(slug),
        folkeregisterperson: currentPersonaOf(slug),
      })),
    },
  }));
  const values = (await run(world, slugs.map(numberOf))).map(valueOf);
  expect(values.map((value) => findLetterRecipient.branches?.of(value as never))).toEqual(['send', 'handleManually']);
  expect(JSON.stringify(values)).not.toContain('Gjemselveien');
  const asked = (await run(world, slugs.map(numberOf), { includeProtectedAddresses: true })).map(valueOf);
  expect(asked[1]).toMatchObject({
    handleManually: true,
    recipients: [{ postalAddress: { adresselinje1: 'Gjemselveien 2C' } }],
  });
});

test('what the letter is about decides between a person and a guardian', async () => {
  const person = {
    ...currentPersonaOf('ordinary-resident'),
    vergemaalEllerFremtidsfullmakt: [
      {
        vergemaaltype: 'voksen',
        verge: { foedselsEllerDNummer: numberOf('emigrated'), omfang: 'oekonomiskeInteresser' },
      },
    ],
  };
  const world = fakeWorld(({ url }) => ({
    json: url.includes(numberOf('emigrated')) ? currentPersonaOf('emigrated') : person,
  }));
  const reasonFor = async (matter: unknown) =>
    valueOf((await run(world, [numberOf('ordinary-resident')], { matter }))[0]).reason;
  expect(await reasonFor('personal')).toBe('PERSONEN');
  expect(await reasonFor('economic')).toBe('VERGE');
  expect(await reasonFor('both')).toBe('VERGE_UKLART');
  expect(await reasonFor(undefined)).toBe('VERGE_UKLART');
});

test('an unknown person is an error of that letter', async () => {
  const world = fakeWorld(() => ({ status: 404 }));
  expect(failureOf((await run(world, [numberOf('deceased')]))[0])).toMatchObject({ code: 'ERR_PERSON_NOT_FOUND' });
});
