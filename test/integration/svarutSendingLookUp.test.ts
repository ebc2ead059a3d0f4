/** Name and address found while the letter is sent: they are in the letter, and nowhere that a host stores. */
import { leaksIn, secretsOf } from './secrets';
import { letter, sha256 } from './letters';
import { ALL_NUMBERS, NOBODY, numberOf, PERSONAS, REPLACED, SURVIVOR } from './persons';
import { failureOf, valueOf, verdictsOf, World, type Stored } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => world.reset());

/** By number alone. */
const lookedUp = (foedselsnummer: string, changes: Stored = {}): Stored =>
  letter(`sak-${sha256(foedselsnummer).slice(0, 8)}`, {
    foedselsnummer,
    recipientFrom: 'folkeregister',
    navn: undefined,
    postalAddress: undefined,
    ...changes,
  });

const send = (letters: readonly Stored[], session = world.session()) =>
  world.run('svarut', 'sendToPerson', letters, session);

const roleNamed = (name: string): string => world.sandbox.credentials.roles.find((role) => role.name === name)!.rolleId;

/** As they went to SvarUt, in the order of their arrival. */
const recipientsOnTheWire = (): any[] =>
  world.exchanges.flatMap(({ request: { body } }) =>
    Array.isArray(body) ? [JSON.parse((body[0] as { text: string }).text).mottaker] : [],
  );

const ORDINARY = numberOf('ordinary-resident');
const ORDINARY_ADDRESS = { adresselinje1: 'Tenkeveien 14B', postnummer: '5003', poststed: 'BERGEN' };
const DEAD = 'deceased';
const PROTECTED = ['strictly-confidential', 'confidential'];

describe('a letter by number alone', () => {
  it('goes to the name and the address that Folkeregisteret has', async () => {
    expect(verdictsOf(await send([lookedUp(ORDINARY)]))).toEqual(['ok']);
    expect(recipientsOnTheWire()).toEqual([{ navn: 'RASK FYRLYKT', digitalId: ORDINARY, adresse: ORDINARY_ADDRESS }]);
    expect(await world.ledger()).toEqual([
      expect.objectContaining({ address: ORDINARY_ADDRESS, recipientIdHash: sha256(ORDINARY) }),
    ]);
  });

  it('takes nothing that the flow says of name and address', async () => {
    const leftOver = { navn: 'En Annen', postalAddress: { adresselinje1: 'Feilveien 1', poststed: 'FEIL' } };
    await send([lookedUp(ORDINARY, leftOver)]);
    expect(recipientsOnTheWire()).toMatchObject([{ navn: 'RASK FYRLYKT', adresse: ORDINARY_ADDRESS }]);
  });

  it.each(PERSONAS.map(({ slug }) => slug))(
    'to %s says nothing about the person to who runs the flow',
    async (slug) => {
      const [outcome] = await send([lookedUp(numberOf(slug))]);
      const { landkode: _anywhere, ...lines } = ((await world.ledger())[0]?.address ?? {}) as Record<string, string>;
      const addresses = Object.values(lines);
      const told = outcome!.ok ? JSON.stringify(outcome!.value) : JSON.stringify(failureOf(outcome));
      expect(leaksIn(`${told} ${world.warnings.join()}`, new Set([...secretsOf(world), ...addresses]))).toEqual([]);
    },
  );

  it('reaches the person behind an old number under the one that is valid now', async () => {
    expect(verdictsOf(await send([lookedUp(REPLACED)]))).toEqual(['ok']);
    expect((await world.ledger()).map(({ recipientIdHash }) => recipientIdHash)).toEqual([sha256(SURVIVOR)]);
  });

  it('is asked about again in every run, for people move', async () => {
    await send([lookedUp(ORDINARY)]);
    await send([lookedUp(ORDINARY)]);
    expect(await world.asked('folkeregister')).toBe(2);
  });
});

describe('many letters by number alone', () => {
  it('are looked up in one call before the first is sent', async () => {
    const outcomes = await send(ALL_NUMBERS.map((number) => lookedUp(number)));
    expect(await world.asked('folkeregister')).toBe(1);
    expect(await world.asked('folkeregister', 'bulkoppslag')).toBe(1);
    const order = world.exchanges.map(({ request }) => new URL(request.url).pathname);
    const lastLookUp = order.findLastIndex((path) => path.includes('/folkeregister/'));
    expect(lastLookUp).toBeLessThan(order.findIndex((path) => path.startsWith('/svarut/')));
    expect(outcomes).toHaveLength(ALL_NUMBERS.length);
  });

  it('are sent to all but the dead and the protected, each of whom has an error of its own', async () => {
    const outcomes = await send(ALL_NUMBERS.map((number) => lookedUp(number)));
    const verdicts = Object.fromEntries(PERSONAS.map(({ slug }, at) => [slug, verdictsOf(outcomes)[at]]));
    expect(verdicts).toEqual(
      Object.fromEntries(
        PERSONAS.map(({ slug }) => [slug, [DEAD, ...PROTECTED].includes(slug) ? 'ERR_HANDLE_MANUALLY' : 'ok']),
      ),
    );
    const sent = PERSONAS.filter(({ slug }) => verdicts[slug] === 'ok').map(
      ({ foedselsEllerDNummer }) => foedselsEllerDNummer,
    );
    expect((await world.ledger()).map(({ recipientIdHash }) => recipientIdHash).sort()).toEqual(
      sent.map(sha256).sort(),
    );
  });

  it('pair each name and address with its own number', async () => {
    await send(ALL_NUMBERS.map((number) => lookedUp(number)));
    const persons = await world.run(
      'folkeregister',
      'getPerson',
      ALL_NUMBERS.map((foedselsnummer) => ({ foedselsnummer })),
    );
    const known = new Map(persons.map(valueOf).map((person) => [person.foedselsnummer, person]));
    const wire = recipientsOnTheWire();
    expect(wire.length).toBeGreaterThan(5);
    for (const { navn, digitalId, adresse } of wire)
      expect(known.get(digitalId)).toMatchObject({ name: navn, postalAddress: adresse });
  });

  it('are asked about together for each role', async () => {
    const roles = [roleNamed('full'), roleNamed('oppvekst')];
    await send(ALL_NUMBERS.map((number, at) => lookedUp(number, { rolleId: roles[at % 2] })));
    expect(await world.asked('folkeregister', 'bulkoppslag')).toBe(2);
  });

  it('with one person twice ask about the person once', async () => {
    const twice = [lookedUp(ORDINARY), lookedUp(ORDINARY, { eksternReferanse: 'sak-2', tittel: 'Et annet vedtak' })];
    expect(verdictsOf(await send(twice))).toEqual(['ok', 'ok']);
    expect([await world.asked('folkeregister'), (await world.ledger()).length]).toEqual([1, 2]);
  });

  it('beside letters that bring their own ask about the others only', async () => {
    await send([lookedUp(ORDINARY), letter('sak-egen', { foedselsnummer: numberOf('emigrated') })]);
    const asked = world.exchanges.find(({ request }) => request.url.includes('/folkeregister/'))!.request;
    expect(`${asked.url} ${String(asked.body)}`).not.toContain(numberOf('emigrated'));
    expect((await world.ledger()).length).toBe(2);
  });

  it('that all bring their own ask about nobody', async () => {
    await send([letter('sak-1'), letter('sak-2')]);
    expect(await world.asked('folkeregister')).toBe(0);
  });
});

describe('somebody whose address is protected', () => {
  it.each(PROTECTED)('(%s) gets a letter that is only digital, and the address is in nothing', async (slug) => {
    const [outcome] = await send([lookedUp(numberOf(slug), { kunDigitalLevering: true })]);
    expect(valueOf(outcome).outcome).toBe('sent');
    expect(recipientsOnTheWire()).toEqual([{ navn: expect.any(String), digitalId: numberOf(slug) }]);
    expect(await world.ledger()).toMatchObject([{ address: null, kunDigitalLevering: true }]);
  });

  it.each(PROTECTED)('(%s) gets no other letter, and nothing is asked of SvarUt about it', async (slug) => {
    const [outcome] = await send([lookedUp(numberOf(slug))]);
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_HANDLE_MANUALLY', kind: 'business', retryable: false });
    expect(await world.asked('svarut')).toBe(0);
  });
});

describe('somebody who is dead', () => {
  it.each([false, true])('gets no letter (only digital: %p)', async (kunDigitalLevering) => {
    const [outcome] = await send([lookedUp(numberOf(DEAD), { kunDigitalLevering })]);
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_HANDLE_MANUALLY', field: 'foedselsnummer' });
    expect(await world.asked('svarut')).toBe(0);
  });
});

describe('a look-up that fails', () => {
  it('for a number that nobody has stops that letter alone', async () => {
    expect(verdictsOf(await send([lookedUp(NOBODY), lookedUp(ORDINARY)]))).toEqual(['ERR_PERSON_NOT_FOUND', 'ok']);
    expect(await world.ledger()).toHaveLength(1);
  });

  it('stops the letters that need it, and no other', async () => {
    await world.order({ service: 'folkeregister', kind: 'status', status: 503, times: 99 });
    const outcomes = await send([lookedUp(ORDINARY), letter('sak-egen'), lookedUp(numberOf('emigrated'))]);
    expect(verdictsOf(outcomes)).toEqual(['ERR_SERVICE_FAILURE', 'ok', 'ERR_SERVICE_FAILURE']);
    expect(failureOf(outcomes[0])).toMatchObject({ service: 'folkeregister', retryable: true });
    expect((await world.ledger()).map(({ eksternReferanse }) => eksternReferanse)).toEqual(['sak-egen']);
  });

  it('leaves letters to be sent when they are run again', async () => {
    await world.order({ service: 'folkeregister', kind: 'status', status: 503, times: 99 });
    await send([lookedUp(ORDINARY)]);
    await world.reset();
    expect(valueOf((await send([lookedUp(ORDINARY)]))[0]).outcome).toBe('sent');
  });

  it('in a role that may not see addresses is the error of the letters in that role', async () => {
    const outcomes = await send([
      lookedUp(ORDINARY, { rolleId: roleNamed('narrow') }),
      lookedUp(numberOf('emigrated'), { rolleId: roleNamed('full') }),
    ]);
    expect(verdictsOf(outcomes)).toEqual([expect.stringMatching(/^ERR_(?:FORBIDDEN|PART_NOT_ALLOWED)$/), 'ok']);
  });
});

describe('a supplier', () => {
  const SUPPLIER = '312497107';
  const CUSTOMER = '310475025';

  it('looks up and sends in the name of the customer that the node names', async () => {
    const { clientId, keyId } = world.sandbox.credentials.clients.find(
      ({ organisation }) => organisation === SUPPLIER,
    )!;
    const session = world.session({ maskinporten: { clientId, keyId } });
    const [outcome] = await send([lookedUp(ORDINARY, { consumerOrg: CUSTOMER })], session);
    expect(valueOf(outcome).outcome).toBe('sent');
    expect(await world.asked('folkeregister')).toBe(1);
  });
});

describe('validating by number alone', () => {
  it('looks up and tells who would not get a letter, and sends none', async () => {
    const letters = [ORDINARY, numberOf(DEAD), NOBODY].map((number) => lookedUp(number, { validateOnly: true }));
    const outcomes = await send(letters);
    expect(verdictsOf(outcomes)).toEqual(['ok', 'ERR_HANDLE_MANUALLY', 'ERR_PERSON_NOT_FOUND']);
    expect(valueOf(outcomes[0])).toMatchObject({ outcome: 'validated', totals: { letters: 1, failed: 2 } });
    expect([await world.asked('folkeregister'), await world.asked('svarut', 'sendPerson')]).toEqual([1, 0]);
  });
});
