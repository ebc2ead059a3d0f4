/** Places that are no addresses, and what a register tells that is not as it should be. */
import { protectOppvekst } from '../../../src/folkeregister/adressebeskyttelse/oppvekst';
import { readFeedPage } from '../../../src/folkeregister/events/feed';
import { showEvent } from '../../../src/folkeregister/events/showEvent';
import { folkeregisterOperations } from '../../../src/folkeregister/operations';
import { show } from '../../../src/folkeregister/show';
import { throughFiks } from '../../../src/folkeregister/client/way';
import { isForAi } from '../../../src/operations/operation';
import { fakeWorld, failureOf, jsonOf, refillRetries, sessionIn, START, thrownBy, valueOf } from '../fakePorts';
import { someNumbers } from '../numbers';
import { asking } from './asking';
import { anyoneNamed, numberOf } from './personas';
import { idsIn, isBulk, personWith } from './register';

beforeEach(() => refillRetries('folkeregister'));

const ward = {
  identifikasjonsnummer: [{ erGjeldende: true, foedselsEllerDNummer: numberOf('confidential') }],
  adressebeskyttelse: [{ erGjeldende: true, graderingsnivaa: 'strengtFortrolig' }],
  vergemaalEllerFremtidsfullmakt: [
    { vergemaaltype: 'voksen', embete: 'fylkesmannenITromsOgFinnmark', verge: { omfang: 'personligeInteresser' } },
  ],
  sivilstand: [{ erGjeldende: true, sivilstand: 'gift', kommune: '5501', sted: 'HEMMELIGSTED' }],
  foedselINorge: [{ foedselsinstitusjonsnavn: 'HEMMELIGSYKEHUS' }],
};

test.each([
  ['simplified', 'vergemaalEllerFremtidsfullmakt', 'Troms'],
  ['raw', 'sivilstand', 'HEMMELIGSTED'],
  ['simplified', 'foedselINorge', 'HEMMELIGSYKEHUS'],
])('%s, %s alone tells no place of somebody protected', async (output, part, place) => {
  const world = fakeWorld(({ url }) => {
    const parts = ['identifikasjonsnummer', ...new URL(url).searchParams.getAll('part')];
    return { json: Object.fromEntries(Object.entries(ward).filter(([name]) => parts.includes(name))) };
  });
  const [outcome] = await asking(world, 'getPerson', [
    { foedselsnummer: numberOf('confidential'), parts: [part], output },
  ]);
  expect(valueOf(outcome)).toMatchObject({ handleManually: true });
  expect(JSON.stringify(outcome)).not.toContain(place);
});

const BORN = { erGjeldende: true, foedselsdato: '2026-11-01', foedekommuneINorge: '5501', foedested: 'TROMSØ' };

test('where in Norway a protected infant was born is not told, and of others it is', () => {
  const shown = (slug: string) =>
    JSON.stringify(
      show(
        { ...(anyoneNamed(slug) as any), foedsel: [BORN] },
        'simplified',
        { parts: ['foedsel', 'bostedsadresse', 'adressebeskyttelse'], addresses: false, grade: false },
        START,
      ),
    );
  expect(shown('strictly-confidential-child')).not.toMatch(/5501|TROMSØ/);
  expect(shown('ordinary-resident')).toContain('5501');
});

test('nor in an event, which does not tell who is protected', () => {
  const foedsel = { entitet: 'foedsel', entitetsendring: 'registrereNy', foedsel: BORN };
  const document: any = {
    dokumentidentifikator: 'a'.repeat(32),
    hendelse: { folkeregisteridentifikator: '1', hendelsestype: 'endringIFoedsel', egenskapshendelse: [foedsel] },
  };
  expect(JSON.stringify(showEvent(document, { addresses: false, grade: false }))).not.toMatch(/5501|TROMSØ/);
});

test('lists of numbers, and searches that tell who lives where, are not for AI agents', () => {
  const names = ['readEventFeed', 'listMunicipalityEvents', 'searchPersons', 'listResidents'];
  const operations = names.map((name) => folkeregisterOperations.find((one) => one.name === name)!);
  expect(operations.map(isForAi)).toEqual([false, false, false, false]);
});

describe('a feed that says 404', () => {
  const feed = (latest: number, ...pages: readonly object[]) => {
    const left = [...pages];
    return fakeWorld(({ url }) => (url.includes('siste') ? { json: latest } : left.shift()!));
  };
  const notFound = { status: 404, json: { code: 'X' } };

  test('past its latest event is at its end', async () => {
    const page = await readFeedPage(sessionIn(feed(40_015, notFound)), throughFiks(), 40_016);
    expect(page).toMatchObject({ events: [], nextNumber: 40_016 });
  });

  test('before it is refused, for a place that never moves would be a silent stop', async () => {
    const world = feed(40_015, notFound, notFound);
    expect((await thrownBy(() => readFeedPage(sessionIn(world), throughFiks(), 39_000))).details.status).toBe(404);
  });

  test('just before an event comes has it at the second asking', async () => {
    const page = await readFeedPage(sessionIn(feed(40_016, notFound, { json: [] })), throughFiks(), 40_016);
    expect(page.events).toEqual([]);
  });
});

test('a person who is null in an answer for many is nobody', async () => {
  const [one = '', two = ''] = someNumbers(2);
  const world = fakeWorld((request) => ({
    json: {
      oppslag: (jsonOf(request) as any).foedselsEllerDNummer.map((number: string) => ({
        foedselsEllerDNummer: number,
        folkeregisterperson: number === one ? personWith(number) : null,
      })),
    },
  }));
  const outcomes = await asking(
    world,
    'getPerson',
    [one, two].map((foedselsnummer) => ({ foedselsnummer })),
  );
  expect(outcomes[0]?.ok).toBe(true);
  expect(failureOf(outcomes[1]).code).toBe('ERR_PERSON_NOT_FOUND');
});

test('a parent beside one who is nothing keeps the flag', () => {
  const graded = { ansvar: 'mor', bostedsadresse: { adressegradering: 'fortrolig' } };
  const { person } = protectOppvekst(
    { foreldreansvarlige: [null, graded] },
    {
      addresses: false,
      grade: false,
    },
  ) as any;
  expect(person.foreldreansvarlige).toMatchObject([{ ansvar: 'mor', handleManually: true }]);
});

test('what is current need not be said', () => {
  const person: any = {
    identifikasjonsnummer: [{ foedselsEllerDNummer: '1' }],
    navn: [{ erGjeldende: null, fornavn: 'RASK', etternavn: 'FYRLYKT' }],
  };
  expect(() => show(person, 'simplified', { parts: ['navn'], addresses: false, grade: false }, START)).not.toThrow();
});

test.each([';', '\t', '\n', ', '])('numbers in one text may have %j between them', async (between) => {
  const numbers = someNumbers(2);
  const world = fakeWorld((request) => ({
    json: isBulk(request)
      ? {
          oppslag: idsIn(request).map((number) => ({
            foedselsEllerDNummer: number,
            folkeregisterperson: personWith(number),
          })),
        }
      : personWith(idsIn(request)[0]!),
  }));
  const [outcome] = await asking(world, 'getManyPersons', [{ foedselsnumre: numbers.join(between) }]);
  expect(valueOf(outcome)).toMatchObject({ found: 2 });
});
