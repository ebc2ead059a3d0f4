import { letter, pdf, sha256 } from './letters';
import { numberOf, PERSONAS, REPLACED, SURVIVOR } from './persons';
import { failureOf, valueOf, World } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
afterEach(() => world.reset());

const send = async (...letters: readonly object[]) =>
  (
    await world.run(
      'svarut',
      'sendToPerson',
      letters.map((one) => ({ ...one })),
    )
  ).map(valueOf);

/** Where each letter must go, and how it ends, when it is sent with the address Folkeregisteret gives. */
const DELIVERY: Record<string, readonly [channel: string, end: string, statusClass: string]> = {
  'ordinary-resident': ['dpi', 'LEVERT_SDP', 'delivered'],
  'd-number': ['print', 'PRINTET', 'delivered'],
  deceased: ['none', 'IKKE_LEVERT', 'failed'],
  emigrated: ['print', 'PRINTET', 'delivered'],
  'strictly-confidential': ['dpi', 'SENDT_DIGITALT', 'delivered'],
  confidential: ['none', 'IKKE_LEVERT', 'failed'],
  'client-address': ['print', 'PRINTET', 'delivered'],
  'child-two-parents': ['print', 'PRINTET', 'delivered'],
  'foreign-postal-address': ['dpi', 'LEVERT_SDP', 'delivered'],
  'historical-identifiers': ['altinn', 'LEST', 'delivered'],
  'shared-residence': ['print', 'PRINTET', 'delivered'],
  'long-name-nordic-letters': ['dpi', 'LEVERT_SDP', 'delivered'],
};

describe('Folkeregister, then Send to Person, then Get Status', () => {
  it.each(PERSONAS.map(({ slug }) => slug))('brings a letter to %s as far as it can go', async (slug) => {
    const [channel, end, statusClass] = DELIVERY[slug]!;
    const person = valueOf((await world.run('folkeregister', 'getPerson', [{ foedselsnummer: numberOf(slug) }]))[0]);
    const { foedselsnummer, name: navn, postalAddress } = person;
    const kunDigitalLevering = postalAddress === null;
    const [sent] = await send(letter(`sak-${slug}`, { foedselsnummer, navn, postalAddress, kunDigitalLevering }));
    expect(sent).toEqual({
      outcome: 'sent',
      letterId: expect.any(String),
      eksternReferanse: `sak-${slug}`,
      recovered: false,
      journal: expect.objectContaining({ state: 'sent', letterId: sent.letterId, eksternReferanse: `sak-${slug}` }),
    });

    await world.advance(10);
    const status = valueOf((await world.run('svarut', 'getStatus', [{ letterId: sent.letterId }]))[0]);
    expect(status).toMatchObject({ letterId: sent.letterId, status: end, statusClass, final: true });
    const ledger = await world.ledger();
    expect(ledger).toEqual([
      expect.objectContaining({
        id: sent.letterId,
        channel,
        state: end,
        recipientIdHash: sha256(foedselsnummer),
        kunDigitalLevering,
      }),
    ]);
    expect(ledger[0]?.address ?? null).toEqual(postalAddress);
  });

  it('reaches the person behind an old number under the number that is valid now', async () => {
    const person = valueOf((await world.run('folkeregister', 'getPerson', [{ foedselsnummer: REPLACED }]))[0]);
    await send(letter('sak-gammelt-nummer', { foedselsnummer: person.foedselsnummer }));
    expect((await world.ledger()).map(({ recipientIdHash }) => recipientIdHash)).toEqual([sha256(SURVIVOR)]);
  });
});

describe('Send to Person', () => {
  it('sends twelve letters, pairs each answer with its line, and looks each reference up first', async () => {
    const letters = PERSONAS.map(({ slug, foedselsEllerDNummer }) =>
      letter(`sak-${slug}`, { foedselsnummer: foedselsEllerDNummer }),
    );
    const results = await send(...letters);
    const ledger = new Map((await world.ledger()).map((one) => [one.id, one]));
    expect(results.map(({ letterId }) => ledger.get(letterId)?.eksternReferanse)).toEqual(
      letters.map(({ eksternReferanse }) => eksternReferanse),
    );
    expect(results.map(({ letterId }) => ledger.get(letterId)?.recipientIdHash)).toEqual(
      letters.map(({ foedselsnummer }) => sha256(String(foedselsnummer))),
    );
    expect(await world.asked('svarut', 'metadata')).toBe(12);
    expect(await world.asked('svarut', 'sendPerson')).toBe(12);
  });

  it('sends every optional field as SvarUt wants it', async () => {
    const optional = {
      tosidig: false,
      avgivendeSystem: 'Sak og arkiv',
      konteringskode: 'BAR-2026.1',
      kontoId: world.sandbox.credentials.fiks.kontoId,
    };
    expect(await send(letter('sak-valgfritt', optional))).toMatchObject([{ outcome: 'sent' }]);
    const [part] = world.exchanges.find(({ request }) => request.url.endsWith('/person'))!.request.body as unknown as [
      { text: string },
    ];
    expect(JSON.parse(part.text)).toMatchObject({
      utskriftskonfigurasjon: { tosidig: false },
      avgivendeSystem: 'Sak og arkiv',
      konteringskode: 'BAR-2026.1',
    });
  });

  it('sends other files than PDF where the letter is never printed', async () => {
    const image = { ...pdf('kart.png', 'not really an image'), mimeType: 'image/png' };
    await send(letter('sak-kart', { documents: [image], kunDigitalLevering: true, postalAddress: null }));
    expect((await world.ledger())[0]).toMatchObject({
      channel: 'dpi',
      documents: [{ filnavn: 'kart.png', mimeType: 'image/png' }],
    });
  });
});

describe('Get Status', () => {
  it('follows an unread letter from Altinn to paper', async () => {
    const [{ letterId }] = (await send(letter('sak-altinn', { foedselsnummer: '22828999528' }))) as [
      { letterId: string },
    ];
    const status = async () => valueOf((await world.run('svarut', 'getStatus', [{ letterId }]))[0]);
    expect(await status()).toMatchObject({ status: 'MOTTATT', statusClass: 'inProgress', final: false, channel: null });
    await world.advance(10);
    expect(await status()).toMatchObject({
      status: 'LEVERT_ALTINN',
      statusClass: 'inProgress',
      final: false,
      channel: 'digital',
    });
    await world.advance(41 * 3600);
    expect(await status()).toMatchObject({
      status: 'PRINTET',
      statusClass: 'delivered',
      final: true,
      channel: 'print',
    });
  });

  it('asks for 120 letters in two calls, and answers in order', async () => {
    const sent = await send(...Array.from({ length: 120 }, (_, at) => letter(`sak-${at}`)));
    const backwards = sent.map(({ letterId }) => letterId as string).reverse();
    const statuses = (
      await world.run(
        'svarut',
        'getStatus',
        backwards.map((letterId) => ({ letterId })),
      )
    ).map(valueOf);
    expect(statuses.map(({ letterId }) => letterId)).toEqual(backwards);
    expect(await world.asked('svarut', 'status')).toBe(2);
  });

  it('knows a letter by its id in capital letters too', async () => {
    const [{ letterId }] = (await send(letter('sak-store-bokstaver'))) as [{ letterId: string }];
    expect(valueOf((await world.run('svarut', 'getStatus', [{ letterId: letterId.toUpperCase() }]))[0]).status).toBe(
      'MOTTATT',
    );
  });

  it('tells of an unknown letter among known ones', async () => {
    const [{ letterId }] = (await send(letter('sak-kjent'))) as [{ letterId: string }];
    const [unknown, known] = await world.run('svarut', 'getStatus', [{ letterId: crypto.randomUUID() }, { letterId }]);
    expect(failureOf(unknown)).toMatchObject({ code: 'ERR_NOT_FOUND', field: 'letterId' });
    expect(valueOf(known).status).toBe('MOTTATT');
  });
});

describe('Find by Reference', () => {
  it('finds the letters of a reference, and nothing for another', async () => {
    const [{ letterId }] = (await send(letter('sak 2026/101 æøå & co'))) as [{ letterId: string }];
    const [found, other] = await world.run('svarut', 'findByReference', [
      { eksternReferanse: 'sak 2026/101 æøå & co' },
      { eksternReferanse: 'sak 2026' },
    ]);
    expect(valueOf(found).letters).toEqual([
      expect.objectContaining({ letterId, status: 'MOTTATT', statusClass: 'inProgress', final: false }),
    ]);
    expect(valueOf(other).letters).toEqual([]);
  });
});
