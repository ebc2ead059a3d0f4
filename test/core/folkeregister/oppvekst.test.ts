/** Children with their parents, from KS' Oppvekst API. */
import type { TransportRequest } from '../../../src/http/transport';
import {
  failureOf,
  fakeWorld,
  fiksCredential,
  jsonOf,
  ORGANISATION,
  refillRetries,
  ROLE,
  sessionIn,
  valueOf,
  type Reply,
} from '../fakePorts';
import { asking, urlOf } from './asking';

beforeEach(() => refillRetries('folkeregister'));

const CHILD = '30891694896';
const SISTER = '06921689800';
const MOTHER = '12848539668';
const FATHER = '03928338788';
const NOBODY = '30823299997';

type Flat = Readonly<Record<string, unknown>>;

const numbered = (foedselsEllerDNummer: string): Flat => ({
  identifikasjonsnummer: { foedselsEllerDNummer, identifikatortype: 'foedselsnummer' },
});

const at = (adressenavn: string, adressegradering = 'ugradert'): Flat => ({
  bostedsadresse: {
    adressegradering,
    vegadresse: {
      kommunenummer: '4601',
      adressenavn,
      adressenummer: { husnummer: '14' },
      poststed: { postnummer: '5003', poststedsnavn: 'BERGEN' },
    },
    grunnkrets: 101,
    skolekrets: 2,
  },
});

const parent = (number: string, fornavn: string, address: Flat): Flat => ({
  ansvar: 'felles',
  ...numbered(number),
  foedsel: '1985-04-12',
  personstatus: 'bosatt',
  navn: { fornavn, etternavn: 'FYRLYKT' },
  ...address,
});

const PARENTS = [parent(MOTHER, 'RASK', at('Tenkeveien')), parent(FATHER, 'STØDIG', at('Hvileveien'))];

const child = (number: string, more: Flat = {}): Flat => ({
  ...numbered(number),
  foedselsdato: '2016-09-30',
  personstatus: 'bosatt',
  foreldreansvarstype: 'felles',
  kjoenn: 'kvinne',
  navn: { fornavn: 'LEKEN', etternavn: 'FYRLYKT' },
  statsborgerskap: 'NOR',
  ...at('Tenkeveien'),
  foreldreansvarlige: PARENTS,
  familierelasjoner: [{ familierelasjonPerson: MOTHER, familierelasjonRolle: 'mor' }],
  ...more,
});

const askedIn = (request: TransportRequest | undefined): string[] =>
  (jsonOf(request) as { foedselsnumre: string[] }).foedselsnumre;

type Answer = (numbers: readonly string[]) => Reply;

const ask = async (numbers: readonly string[], answer: Answer, settings: object = {}, fiks: object = {}) => {
  const world = fakeWorld((request) => answer(askedIn(request)));
  const session = sessionIn(world, { fiks: { ...fiksCredential, ...fiks } });
  const inputs = numbers.map((foedselsnummer) => ({ foedselsnummer, ...settings }));
  return { world, outcomes: await asking(world, 'getChildWithParents', inputs, session) };
};

const giving =
  (...children: readonly unknown[]): Answer =>
  () => ({ json: children });

const one = async (given: Flat, settings: object = {}) =>
  valueOf((await ask([CHILD], giving(given), settings)).outcomes[0]);

describe('a child', () => {
  test('is asked for with the organisation and the role in the address', async () => {
    const { world } = await ask([CHILD, SISTER], giving(child(CHILD), child(SISTER)));
    expect(world.requests).toHaveLength(1);
    expect(world.requests[0]).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
    expect(urlOf(world).pathname).toBe(`/folkeregister/api/v1/oppvekst/${ORGANISATION}/${ROLE}`);
    expect(jsonOf(world.requests[0])).toEqual({ foedselsnumre: [CHILD, SISTER] });
  });

  test('is asked for as another organisation and role where the node says so', async () => {
    const role = '5e5e5e5e-0000-4000-8000-000000000005';
    const fiksOrgId = '6f6f6f6f-0000-4000-8000-000000000006';
    const roles = [{ name: 'Barnehage', rolleId: role, purpose: '', parts: [] }];
    const settings = { rolleId: 'barnehage', fiksOrgId };
    const { world } = await ask([CHILD], giving(child(CHILD)), settings, { roles });
    expect(urlOf(world).pathname).toBe(`/folkeregister/api/v1/oppvekst/${fiksOrgId}/${role}`);
  });

  test('is told in the words of every other person, with parents', async () => {
    expect(await one(child(CHILD, { deltBosted: { ...(at('Hvileveien').bostedsadresse as object) } }))).toMatchObject({
      foedselsnummer: CHILD,
      name: 'LEKEN FYRLYKT',
      personStatus: 'bosatt',
      ageGroup: 'minor',
      gender: 'kvinne',
      citizenships: ['NOR'],
      postalAddress: { adresselinje1: 'Tenkeveien 14', postnummer: '5003', poststed: 'BERGEN' },
      addresses: { deltBosted: { lines: ['Hvileveien 14'] }, oppholdsadresse: null },
      family: [{ role: 'mor', foedselsnummer: MOTHER }],
      foreldreansvarstype: 'felles',
      dufNummer: null,
      parents: [
        { ansvar: 'felles', foedselsnummer: MOTHER, name: 'RASK FYRLYKT', ageGroup: 'adult', handleManually: false },
        { foedselsnummer: FATHER, postalAddress: { adresselinje1: 'Hvileveien 14' }, handleManually: false },
      ],
      handleManually: false,
    });
  });

  test('has the postal address its document has, in the two forms with names of their own', async () => {
    const poststed = { postnummer: '5004', poststedsnavn: 'BERGEN' };
    const road = { vegadresseForPost: { adressenavn: 'Postveien', adressenummer: { husnummer: '3' }, poststed } };
    const free = { frittFormat: { adresselinje: ['Bak fjøset'], poststed } };
    for (const [form, adresselinje1] of [
      [road, 'Postveien 3'],
      [free, 'Bak fjøset'],
    ] as const) {
      const shown = await one(child(CHILD, { postadresse: { adressegradering: 'ugradert', ...form } }));
      expect(shown.postalAddress).toEqual({ adresselinje1, ...{ postnummer: '5004', poststed: 'BERGEN' } });
    }
  });

  test('may have almost nothing', async () => {
    expect(await one({ ...numbered(CHILD), foreldreansvarlige: [], familierelasjoner: [] })).toMatchObject({
      foedselsnummer: CHILD,
      name: null,
      ageGroup: 'unknown',
      postalAddress: null,
      parents: [],
      family: [],
      handleManually: false,
    });
  });

  test('comes as KS sends it too where that is asked for', async () => {
    const { raw } = await one(child(CHILD), { includeRaw: true });
    const parents = PARENTS.map((one) => ({ ...one, handleManually: false }));
    expect(raw).toEqual(child(CHILD, { foreldreansvarlige: parents }));
    expect(await one(child(CHILD))).not.toHaveProperty('raw');
  });
});

describe('protection', () => {
  const HIDDEN = child(CHILD, {
    adressebeskyttelse: 'fortrolig',
    ...at('Skjermveien', 'fortrolig'),
    tidligereIdentifikasjonsnummer: { foedselsEllerDNummer: SISTER, identifikatortype: 'foedselsnummer' },
    dufNummer: '202300000002',
    foreldreansvarlige: [
      parent(MOTHER, 'RASK', at('Skjermveien', 'fortrolig')),
      parent(FATHER, 'STØDIG', at('Naboveien')),
    ],
  });

  test('of a child withholds every address in every form, those of the parents too', async () => {
    const shown = await one(HIDDEN, { includeRaw: true });
    expect(JSON.stringify(shown)).not.toMatch(/Skjermveien|Naboveien|4601|5003|BERGEN|fortrolig|krets/i);
    expect(shown).toMatchObject({
      postalAddress: null,
      formerNumbers: [],
      dufNummer: null,
      parents: [
        { foedselsnummer: MOTHER, postalAddress: null, handleManually: true },
        // The open address of one who may live with the child is no more for a flow to use.
        { foedselsnummer: FATHER, postalAddress: null, handleManually: true },
      ],
      handleManually: true,
    });
    expect(shown).not.toHaveProperty('graderingsnivaa');
  });

  test('of a parent is known by the address alone, and leaves the others', async () => {
    const foreldreansvarlige = [parent(MOTHER, 'RASK', at('Skjulveien', 'klientadresse')), PARENTS[1]];
    const shown = await one(child(CHILD, { foreldreansvarlige }), { includeRaw: true });
    expect(JSON.stringify(shown)).not.toMatch(/Skjulveien|klientadresse/i);
    expect(shown).toMatchObject({
      postalAddress: { adresselinje1: 'Tenkeveien 14' },
      parents: [
        { postalAddress: null, handleManually: true },
        { postalAddress: { adresselinje1: 'Hvileveien 14' }, handleManually: false },
      ],
      handleManually: false,
    });
  });

  test('is lifted by the node alone, addresses and grade each by their own switch', async () => {
    const addresses = await one(HIDDEN, { includeProtectedAddresses: true, includeRaw: true });
    expect(addresses).toMatchObject({
      postalAddress: { adresselinje1: 'Skjermveien 14' },
      parents: [
        { postalAddress: { adresselinje1: 'Skjermveien 14' } },
        { postalAddress: { adresselinje1: 'Naboveien 14' } },
      ],
      handleManually: true,
    });
    expect(JSON.stringify(addresses)).not.toMatch(/fortrolig/i);
    const grade = await one(HIDDEN, { includeProtectionGrade: true, includeRaw: true });
    expect(grade).toMatchObject({ graderingsnivaa: 'fortrolig', postalAddress: null });
    expect(JSON.stringify(grade)).not.toMatch(/Skjermveien|Naboveien/);
  });
});

describe('answers', () => {
  const known: Readonly<Record<string, Flat>> = { [CHILD]: child(CHILD), [SISTER]: child(SISTER) };
  const listing: Answer = (numbers) => ({ json: numbers.flatMap((number) => known[number] ?? []).reverse() });

  test('in another order go each to its own, and whom nobody knows leaves the others', async () => {
    const { world, outcomes } = await ask([CHILD, NOBODY, SISTER], listing);
    expect(outcomes.map((outcome) => outcome.ok && outcome.value.foedselsnummer)).toEqual([CHILD, false, SISTER]);
    expect(failureOf(outcomes[1])).toMatchObject({ code: 'ERR_PERSON_NOT_FOUND', kind: 'business' });
    expect(world.requests).toHaveLength(1);
  });

  test('under a number of now are found by the one from before', async () => {
    const former = { tidligereIdentifikasjonsnummer: numbered(NOBODY).identifikasjonsnummer };
    const { world, outcomes } = await ask([NOBODY, SISTER], giving(child(CHILD, former), child(SISTER)));
    expect(outcomes.map((outcome) => valueOf(outcome).foedselsnummer)).toEqual([CHILD, SISTER]);
    expect(valueOf(outcomes[0]).formerNumbers).toEqual([NOBODY]);
    expect(world.requests).toHaveLength(1);
  });

  test('under a number nobody asked for are given to nobody, and who is left is asked for alone', async () => {
    const answer: Answer = (numbers) => ({
      json: numbers.flatMap((number) => (number === NOBODY ? [child(CHILD)] : (known[number] ?? []))),
    });
    const { world, outcomes } = await ask([NOBODY, SISTER], answer);
    expect(outcomes.map((outcome) => valueOf(outcome).foedselsnummer)).toEqual([CHILD, SISTER]);
    expect(world.requests.map(askedIn)).toEqual([[NOBODY, SISTER], [NOBODY]]);
    expect(world.sleeps).toEqual([]);
  });

  test.each([
    ['two for one', [child(CHILD), child(SISTER)]],
    ['something that is no child', ['LEKEN']],
    ['parents that are no list', [child(CHILD, { foreldreansvarlige: 'RASK' })]],
    ['a name of another shape', [child(CHILD, { navn: 'LEKEN' })]],
  ])('with %s are an error that says nothing of anybody', async (_what, json) => {
    const { outcomes } = await ask([CHILD], giving(...json));
    const { code, message, action } = failureOf(outcomes[0]);
    expect(code).toBe('ERR_UNEXPECTED_ANSWER');
    expect(message + action).not.toMatch(/LEKEN|RASK|\d{11}/);
  });

  test('that cannot be read leave the others', async () => {
    const { outcomes } = await ask([CHILD, SISTER], (numbers) => ({
      json: numbers.map((number) => (number === CHILD ? child(CHILD, { navn: 'LEKEN' }) : child(SISTER))),
    }));
    expect(outcomes.map(({ ok }) => ok)).toEqual([false, true]);
  });

  test('that refuse one number are found out by halving', async () => {
    const { outcomes } = await ask([CHILD, NOBODY, SISTER], (numbers) =>
      numbers.includes(NOBODY) ? { status: 400, json: {} } : listing(numbers),
    );
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.error.code))).toEqual(['ok', 'ERR_REFUSED', 'ok']);
  });
});

describe('a role', () => {
  test('that will not do is told what it must have, in the words of Fiks forvaltning', async () => {
    const roles = [{ name: 'Skole', rolleId: ROLE, purpose: '', parts: [] }];
    const { world, outcomes } = await ask([CHILD, SISTER], () => ({ status: 403, json: {} }), {}, { roles });
    expect(failureOf(outcomes[0])).toMatchObject({
      code: 'ERR_FORBIDDEN',
      message: expect.stringMatching(/^The Folkeregister role Skole does not open KS' Oppvekst API/),
    });
    const { action } = failureOf(outcomes[0]);
    for (const demand of [
      '«Søk etter person»',
      ...['personstatus', 'fødsel', 'statsborgerskap', 'kjønn', 'navn', 'bostedsadresse', 'oppholdsadresse'],
      ...['delt bosted', 'postadresse', 'adressebeskyttelse', 'utenlandsk personidentifikasjon'],
      ...['familierelasjon', 'foreldreansvar', '«Historiske data»'],
    ])
      expect(action).toContain(demand);
    expect(world.requests).toHaveLength(1);
  });

  test('is not enough without an organisation', async () => {
    const { world, outcomes } = await ask([CHILD], giving(), {}, { fiksOrgId: '' });
    expect(failureOf(outcomes[0])).toMatchObject({
      code: 'ERR_CREDENTIAL_INCOMPLETE',
      details: { field: 'fiksOrgId' },
    });
    expect(world.requests).toEqual([]);
  });
});
