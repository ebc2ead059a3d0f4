import { ALL_NUMBERS, currentIn, NOBODY, numberOf, personaNamed, PERSONAS } from './persons';
import { failureOf, valueOf, verdictsOf, World } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
afterEach(() => world.reset());

const get = (numbers: readonly string[], settings: object = {}) =>
  world.run(
    'folkeregister',
    'getPerson',
    numbers.map((foedselsnummer) => ({ foedselsnummer, ...settings })),
  );

/** Where post to each may go: the table of the first issue. */
const POST_TO: Record<string, object | null> = {
  'ordinary-resident': { adresselinje1: 'Tenkeveien 14B', postnummer: '5003', poststed: 'BERGEN' },
  'd-number': { adresselinje1: 'Ulica Wymyslona 12, 5', postnummer: '80-001', poststed: 'Gdansk', landkode: 'PL' },
  deceased: null,
  emigrated: {
    adresselinje1: 'Calle Inventada 5',
    adresselinje2: 'Piso 2, puerta B',
    postnummer: '29001',
    poststed: 'Malaga',
    landkode: 'ES',
  },
  'strictly-confidential': null,
  confidential: null,
  'client-address': { adresselinje1: 'Postboks 77', postnummer: '8501', poststed: 'NARVIK' },
  'child-two-parents': { adresselinje1: 'Tenkeveien 14B', postnummer: '5003', poststed: 'BERGEN' },
  'foreign-postal-address': {
    adresselinje1: 'c/o PÅHITTET VERT',
    adresselinje2: 'Påhittsgatan 4, Hus B, 3, 1302',
    adresselinje3: 'Västra Götaland',
    postnummer: '413 01',
    poststed: 'Göteborg',
    landkode: 'SE',
  },
  'historical-identifiers': { adresselinje1: 'Delebakken 30', postnummer: '5034', poststed: 'BERGEN' },
  'shared-residence': { adresselinje1: 'Delebakken 30', postnummer: '5034', poststed: 'BERGEN' },
  'long-name-nordic-letters': { adresselinje1: 'Tenkeveien 14B', postnummer: '5003', poststed: 'BERGEN' },
};

const PROTECTED = ['strictly-confidential', 'confidential'];
const MINORS = ['child-two-parents', 'shared-residence'];

const nameOf = (slug: string): string => {
  const [name = {}] = currentIn(personaNamed(slug), 'navn');
  return [name.fornavn, name.mellomnavn, name.etternavn].filter(Boolean).join(' ');
};

/** Texts of every address that is graded or protected, which no result may hold. */
const withheldTexts = (slug: string): string[] => {
  const { folkeregisterperson } = personaNamed(slug);
  return ['bostedsadresse', 'oppholdsadresse', 'postadresse'].flatMap((part) =>
    [folkeregisterperson[part] ?? []]
      .flat()
      .filter(({ adressegradering }: any) => PROTECTED.includes(slug) || adressegradering !== 'ugradert')
      .flatMap(({ vegadresse, postboksadresse }: any) => [
        vegadresse?.adressenavn,
        vegadresse?.poststed.poststedsnavn,
        postboksadresse?.postbokseier,
      ])
      .filter((text) => text && text !== 'NARVIK' && text !== 'OSLO'),
  );
};

describe('Get Person', () => {
  it('has an expectation for every persona', () => {
    expect(Object.keys(POST_TO).sort()).toEqual(PERSONAS.map(({ slug }) => slug).sort());
  });

  const expectation = (slug: string) => ({
    foedselsnummer: numberOf(slug),
    identifikatortype: slug === 'd-number' ? 'dNummer' : 'foedselsnummer',
    name: nameOf(slug),
    personStatus: currentIn(personaNamed(slug), 'status')[0]?.status,
    ageGroup: MINORS.includes(slug) ? 'minor' : 'adult',
    postalAddress: POST_TO[slug],
    handleManually: PROTECTED.includes(slug),
  });

  it.each(PERSONAS.map(({ slug }) => slug))('gives %s alone, simplified', async (slug) => {
    const [outcome] = await get([numberOf(slug)]);
    expect(valueOf(outcome)).toMatchObject(expectation(slug));
    expect(await world.asked('folkeregister', 'person')).toBe(1);
  });

  it('gives all twelve in one call, in the order asked', async () => {
    const backwards = [...PERSONAS].reverse();
    const outcomes = await get(backwards.map(({ foedselsEllerDNummer }) => foedselsEllerDNummer));
    expect(outcomes.map(valueOf)).toMatchObject(backwards.map(({ slug }) => expectation(slug)));
    expect(await world.asked('folkeregister')).toBe(1);
  });

  it('asks for 60 lines about 12 persons once each, and answers all 60', async () => {
    const lines = Array.from({ length: 60 }, (_, at) => ALL_NUMBERS[at % 12]!);
    const outcomes = await get(lines);
    expect(outcomes.map((outcome) => valueOf(outcome).foedselsnummer)).toEqual(lines);
    const [bulk] = world.exchanges.filter(({ request }) => request.url.includes('bulkoppslag'));
    expect(JSON.parse(String(bulk?.request.body)).foedselsEllerDNummer).toEqual(ALL_NUMBERS);
  });

  it.each(PERSONAS.map(({ slug }) => slug))('gives %s raw, with nothing that is protected', async (slug) => {
    const [outcome] = await get([numberOf(slug)], { output: 'raw' });
    const { foedselsnummer, handleManually, person } = valueOf(outcome);
    expect({ foedselsnummer, handleManually }).toEqual({
      foedselsnummer: numberOf(slug),
      handleManually: PROTECTED.includes(slug),
    });
    expect(person.navn).toEqual(currentIn(personaNamed(slug), 'navn'));
    const text = JSON.stringify(outcome);
    for (const withheld of withheldTexts(slug)) expect(text).not.toContain(withheld);
    expect(text).not.toMatch(/adressebeskyttelse|ortrolig|klientadresse/);
  });

  it('proves the above on addresses that are really there', () => {
    expect(withheldTexts('confidential')).toEqual(expect.arrayContaining(['Gjemselveien', 'HAMAR', 'Skjulestedet']));
    expect(withheldTexts('strictly-confidential')).toContain('KONSTRUERT DISTRIBUSJON');
    expect(withheldTexts('client-address')).toEqual(['Mottakskollen']);
  });

  it('shows a protected address only to an author who has opted in, and still says so', async () => {
    const [outcome] = await get([numberOf('confidential')], { includeProtectedAddresses: true });
    expect(valueOf(outcome)).toMatchObject({
      postalAddress: { adresselinje1: 'Gjemselveien 2C', postnummer: '2317', poststed: 'HAMAR' },
      handleManually: true,
    });
  });

  it('asks for address protection with an address the author chose alone', async () => {
    const [outcome] = await get([numberOf('confidential')], { output: 'raw', parts: ['bostedsadresse'] });
    expect(valueOf(outcome)).toMatchObject({ handleManually: true });
    expect(valueOf(outcome).person).not.toHaveProperty('bostedsadresse');
  });

  it('gives only the parts asked for, and the number', async () => {
    const [outcome] = await get([numberOf('ordinary-resident')], { output: 'raw', parts: ['sivilstand'] });
    expect(Object.keys(valueOf(outcome).person).sort()).toEqual(['identifikasjonsnummer', 'sivilstand']);
  });

  it('tells of an unknown person alone and among others, and the others go on', async () => {
    expect(verdictsOf(await get([NOBODY]))).toEqual(['ERR_PERSON_NOT_FOUND']);
    const [first, unknown, last] = await get([numberOf('deceased'), NOBODY, numberOf('emigrated')]);
    expect([valueOf(first).personStatus, valueOf(last).personStatus]).toEqual(['doed', 'utflyttet']);
    expect(failureOf(unknown)).toMatchObject({ code: 'ERR_PERSON_NOT_FOUND', kind: 'business', retryable: false });
  });

  it('splits 1200 different numbers into calls of at most 1000', async () => {
    const { someNumbers } = await import('../core/numbers');
    const outcomes = await get(someNumbers(1200));
    expect(new Set(verdictsOf(outcomes))).toEqual(new Set(['ERR_PERSON_NOT_FOUND']));
    expect(outcomes).toHaveLength(1200);
    expect(await world.asked('folkeregister', 'bulkoppslag')).toBe(2);
    expect(await world.asked('folkeregister', 'person')).toBe(0);
  });
});
