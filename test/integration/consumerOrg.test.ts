import { decodeJwt } from 'jose';
import type { Outcome } from '../../src/core';
import { numberOf } from './persons';
import { cold, failureOf, valueOf, World, type Stored } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => world.reset());

const CUSTOMER = '310475025';
const CUSTOMER_WITHOUT_DELEGATION = '314245075';

const SUPPLIER = '312497107';
const supplier = (): Stored => {
  const { clientId, keyId } = world.sandbox.credentials.clients.find(({ organisation }) => organisation === SUPPLIER)!;
  return { clientId, keyId };
};

const person = { foedselsnummer: numberOf('ordinary-resident') };

/** Contact info is looked up by the supplier, or by a client of the municipality, on behalf of somebody. */
const lookUp = async (maskinporten: Stored, changes: Stored = {}): Promise<Outcome | undefined> => {
  const session = world.session({ maskinporten: { ...cold(world).maskinporten, ...maskinporten } });
  return (await world.run('krr', 'lookUpContactInfo', [{ ...person, ...changes }], session))[0];
};

const tokens = (): Record<string, unknown>[] =>
  world.exchanges
    .filter(({ request }) => request.url.endsWith('/token'))
    .map(({ response }) => JSON.parse(new TextDecoder().decode(response?.body)) as { access_token: string })
    .map(({ access_token }) => decodeJwt(access_token));

const party = (organisation: string) => ({ authority: 'iso6523-actorid-upis', ID: `0192:${organisation}` });

describe('a supplier', () => {
  it.each([
    ['contact info', { includeMailbox: false }, 'krr:global/kontaktinfo.read'],
    ['the mailbox too', { includeMailbox: true }, 'krr:global/kontaktinfo.read krr:global/postkasse.read'],
  ])(
    'that looks up %s for a customer speaks for the customer, with the scopes of delegation',
    async (_what, changes, scope) => {
      valueOf(await lookUp({ ...supplier(), consumerOrg: CUSTOMER }, changes));
      expect(tokens()).toEqual([
        expect.objectContaining({ scope, consumer: party(CUSTOMER), supplier: party(SUPPLIER) }),
      ]);
    },
  );

  it('that names the customer on the node gets the same', async () => {
    valueOf(await lookUp(supplier(), { consumerOrg: CUSTOMER }));
    expect(tokens()).toEqual([expect.objectContaining({ consumer: party(CUSTOMER), supplier: party(SUPPLIER) })]);
  });

  it('whose customer has given it an integration uses Fiks on behalf of that customer', async () => {
    const session = world.session({ maskinporten: { ...supplier(), consumerOrg: CUSTOMER } });
    const [outcome] = await world.run('folkeregister', 'getPerson', [person], session);
    expect(valueOf(outcome)).toMatchObject({ foedselsnummer: person.foedselsnummer });
    expect(tokens()).toEqual([expect.objectContaining({ scope: 'ks:fiks', consumer: party(CUSTOMER) })]);
  });

  it('is told to ask a customer that has delegated nothing', async () => {
    const outcome = await lookUp({ ...supplier(), consumerOrg: CUSTOMER_WITHOUT_DELEGATION });
    expect(failureOf(outcome)).toMatchObject({
      code: 'ERR_TOKEN_REFUSED',
      serviceCode: 'MP-251',
      action: expect.stringMatching(/^Ask the customer to delegate the API in Altinn/),
    });
  });

  it('is told that its own organisation is no customer', async () => {
    expect(failureOf(await lookUp({ ...supplier(), consumerOrg: SUPPLIER }))).toMatchObject({
      code: 'ERR_TOKEN_REFUSED',
      message: expect.stringContaining('is your own'),
      action: expect.stringMatching(/^Leave the consumer organisation empty/),
    });
  });

  it('that forgot the customer is told to fill it in', async () => {
    expect(failureOf(await lookUp(supplier()))).toMatchObject({
      code: 'ERR_TOKEN_REFUSED',
      serviceCode: 'MP-200',
      action: expect.stringContaining('must fill in the consumer organisation'),
    });
  });

  it('has a token for each customer, and none is used for another', async () => {
    const session = world.session({ maskinporten: supplier() });
    const inputs = [CUSTOMER, CUSTOMER_WITHOUT_DELEGATION, CUSTOMER].map((consumerOrg) => ({ ...person, consumerOrg }));
    const outcomes = await world.run('krr', 'lookUpContactInfo', inputs, session);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
  });
});

describe('a client with the scopes of its own organisation', () => {
  it('that names a customer is told which scopes that takes', async () => {
    expect(failureOf(await lookUp({ consumerOrg: CUSTOMER_WITHOUT_DELEGATION }))).toMatchObject({
      code: 'ERR_TOKEN_REFUSED',
      serviceCode: 'MP-200',
      action: expect.stringContaining('krr:global/kontaktinfo.read'),
    });
  });

  it('that asks for them besides is refused as well', async () => {
    const extraScopes = 'krr:global/kontaktinformasjon.read';
    const given = { ...supplier(), consumerOrg: CUSTOMER, expert: true, extraScopes };
    expect(failureOf(await lookUp(given))).toMatchObject({ code: 'ERR_TOKEN_REFUSED', serviceCode: 'MP-200' });
  });

  it('speaks for itself when it names nobody', async () => {
    valueOf(await lookUp({}));
    expect(tokens()).toEqual([expect.objectContaining({ consumer: party(CUSTOMER) })]);
    expect(tokens()[0]).not.toHaveProperty('supplier');
  });
});
