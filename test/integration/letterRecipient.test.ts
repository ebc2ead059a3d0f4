/** Who shall receive a letter about each of the sandbox's persons, over real HTTP. */
import { currentOf, EVERYONE } from '../../sandbox/src/folkeregister/register';
import { NOBODY } from './persons';
import { valueOf, verdictsOf, World } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
afterEach(() => world.reset());

const numberOf = (slug: string): string => {
  const person = EVERYONE.find((one) => one.slug === slug);
  if (!person) throw new Error(`no person ${slug}`);
  return person.foedselsEllerDNummer;
};

const find = (slugs: readonly string[], settings: object = {}) =>
  world.run(
    'folkeregister',
    'findLetterRecipient',
    slugs.map((slug) => ({ foedselsnummer: numberOf(slug), ...settings })),
  );

const recipientsOf = (value: any): string[] =>
  value.recipients.map(
    ({ role, name, organisasjonsnummer, postalAddress }: any) =>
      `${role}: ${name ?? organisasjonsnummer}, ${postalAddress?.adresselinje1 ?? 'no address'}`,
  );

/** By the rule in docs/folkeregister.md: the reason, and who comes into question. */
const EXPECTED: Record<string, readonly string[]> = {
  'ordinary-resident': ['PERSONEN', 'person: RASK FYRLYKT, Tenkeveien 14B'],
  emigrated: ['PERSONEN', expect.stringMatching(/^person: .*, Calle Inventada 5$/)],
  'child-two-parents': [
    'FORELDREANSVAR',
    'parentalResponsibility: RASK FYRLYKT, Tenkeveien 14B',
    expect.stringMatching(/^parentalResponsibility: .*, Tenkeveien 14B$/),
  ],
  'child-of-mother': ['FORELDREANSVAR', 'parentalResponsibility: VARM LYSESTAKE, Lampeveien 8'],
  'child-of-father': ['FORELDREANSVAR', 'parentalResponsibility: STØDIG MURSKJE, Mørtelgata 5'],
  'child-of-two-mothers': [
    'FORELDREANSVAR',
    'parentalResponsibility: MODIG SEILBÅT, Bryggeveien 2C',
    'parentalResponsibility: LUN SEILBÅT, Bryggeveien 2C',
  ],
  'child-of-grandmother': ['FORELDREANSVAR', 'parentalResponsibility: TRYGG FJELLVANN, Fossebakken 11'],
  'child-of-organisation': ['ADRESSE_MANGLER', 'parentalResponsibility: 310475025, no address'],
  'child-of-unknown': ['FORELDREANSVAR_UKJENT'],
  newborn: ['FORELDREANSVAR', 'parentalResponsibility: VARM LYSESTAKE, Lampeveien 8'],
  'comes-of-age-2027': ['FORELDREANSVAR', 'parentalResponsibility: STØDIG MURSKJE, Mørtelgata 5'],
  orphan: ['VERGE_FOR_MINDREAARIG', 'guardian: OMSORGSFULL LEKEPLASS, Husken 5'],
  'asylum-child': ['VERGE_FOR_MINDREAARIG', 'guardian: OMSORGSFULL LEKEPLASS, Husken 5'],
  'ward-in-everything': [
    'VERGE',
    'guardian: HJELPSOM REKKVERK, Støtteveien 9',
    'person: GLEMSOM FOTSKAMMEL, Hvilestien 2',
  ],
  'ward-in-economy': [
    'VERGE_UKLART',
    'guardian: HJELPSOM REKKVERK, Støtteveien 9',
    'person: RAUS SPAREGRIS, Myntgata 7',
  ],
  'ward-with-tasks': [
    'VERGE_UKLART',
    'guardian: HJELPSOM REKKVERK, Støtteveien 9',
    'person: NYSGJERRIG TRAPPESTIGE, Trinnveien 3',
  ],
  'future-power-of-attorney': [
    'MOTTAKER_UKJENT',
    'guardian: FJERN KIKKERT, no address',
    'person: FORUTSEENDE KIKKERT, Utsikten 1',
  ],
  deceased: ['DOEDSBO', 'estate: VENNLIG PENNESKAFT, c/o VENNLIG PENNESKAFT'],
  'estate-with-lawyer': ['DOEDSBO', 'estate: KONSTRUERT ADVOKATFIRMA AS, Rettsgata 1'],
  'estate-with-organisation': ['DOEDSBO', 'estate: KONSTRUERT TINGRETT, Tinghuset'],
  'estate-with-unnumbered-person': ['MOTTAKER_UKJENT', 'estate: FJERN VEGGKLOKKE, no address'],
  'estate-without-contact': ['DOEDSBO_UTEN_KONTAKT'],
  confidential: ['ADRESSE_VISES_IKKE', expect.stringMatching(/^person: .*, no address$/)],
  'strictly-confidential': ['ADRESSE_VISES_IKKE', 'person: STANDHAFTIG MARIHØNE, no address'],
  'confidential-child': ['ADRESSE_VISES_IKKE', 'parentalResponsibility: VARSOM GJEMSEL, no address'],
  'strictly-confidential-child': [
    'ADRESSE_VISES_IKKE',
    expect.stringMatching(/^parentalResponsibility: .*, no address$/),
  ],
};
const SLUGS = Object.keys(EXPECTED);

const answerOf = (outcome: any): string[] => [valueOf(outcome).reason, ...recipientsOf(valueOf(outcome))];

it.each(SLUGS)('finds the recipients of a letter about %s', async (slug) => {
  const [outcome] = await find([slug]);
  expect(answerOf(outcome)).toEqual(EXPECTED[slug]);
});

it('finds them all in two calls, in the order asked', async () => {
  expect((await find(SLUGS)).map(answerOf)).toEqual(SLUGS.map((slug) => EXPECTED[slug]));
  expect(await world.asked('folkeregister')).toBe(2);
});

it('gives the same at Skatteetaten, and where many may not be asked for at once', async () => {
  const slugs = ['child-two-parents', 'deceased', 'orphan'];
  const expected = slugs.map((slug) => EXPECTED[slug]);
  expect((await find(slugs, { route: 'skatteetaten' })).map(answerOf)).toEqual(expected);
  const single = world.sandbox.credentials.roles.find(({ name }) => name === 'single-lookups');
  expect((await find(slugs, { rolleId: single?.rolleId })).map(answerOf)).toEqual(expected);
});

it('weighs what the letter is about', async () => {
  const reasons = async (matter: string) =>
    (await find(['ward-in-economy', 'legal-capacity-limited'], { matter })).map((outcome) => valueOf(outcome).reason);
  expect(await reasons('economic')).toEqual(['VERGE', 'PERSONEN']);
  expect(await reasons('personal')).toEqual(['PERSONEN', 'VERGE']);
});

it('says of a minor of fifteen that she may have to be notified too', async () => {
  const [older, younger] = await find(['comes-of-age-2027', 'newborn']);
  expect([valueOf(older).notifyMinorToo, valueOf(younger).notifyMinorToo]).toEqual([true, false]);
});

it('has an answer about everyone, and none with a protected address', async () => {
  const outcomes = await find(EVERYONE.map(({ slug }) => slug));
  expect(new Set(verdictsOf(outcomes))).toEqual(new Set(['ok']));
  const shown = JSON.stringify(outcomes);
  const streets = EVERYONE.filter(
    ({ folkeregisterperson }) => currentOf(folkeregisterperson, 'adressebeskyttelse').length > 0,
  )
    .flatMap(({ folkeregisterperson }) => [...JSON.stringify(folkeregisterperson).matchAll(/"adressenavn":"([^"]+)"/g)])
    .map(([, street]) => street!);
  expect(streets).toEqual(expect.arrayContaining(['Gjemselveien', 'Skjermveien', 'Forlattgata']));
  expect(streets.filter((street) => shown.includes(street))).toEqual([]);
  expect(/ortrolig|klientadresse/.exec(shown)).toBeNull();
});

it('tells an unknown person alone', async () => {
  const outcomes = await world.run('folkeregister', 'findLetterRecipient', [
    { foedselsnummer: NOBODY },
    { foedselsnummer: numberOf('ordinary-resident') },
  ]);
  expect(verdictsOf(outcomes)).toEqual(['ERR_PERSON_NOT_FOUND', 'ok']);
});

it('is refused to a role that may not see who has parental responsibility', async () => {
  const narrow = world.sandbox.credentials.roles.find(({ name }) => name === 'narrow');
  const [outcome] = await find(['ordinary-resident'], { rolleId: narrow?.rolleId });
  expect(verdictsOf([outcome])).toEqual(['ERR_FORBIDDEN']);
});
