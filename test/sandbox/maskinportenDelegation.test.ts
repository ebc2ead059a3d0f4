import { decodeJwt } from 'jose';
import { Caller } from './caller';
import { expectRefusal } from './expectRefusal';

const MUNICIPALITY = '310475025';
const SUPPLIER = '312497107';
const CUSTOMER_WITHOUT_DELEGATION = '314245075';
const CONTACT = 'krr:global/kontaktinfo.read';
const MAILBOX = 'krr:global/postkasse.read';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());
beforeEach(() => caller.call('/admin/reset', { method: 'POST' }));

/** A grant of the built-in supplier. */
const grant = (claims: Record<string, unknown>) =>
  caller.grant({ claims: { ...caller.grantOf('A supplier').claims, ...claims } });

const tokenFor = async (claims: Record<string, unknown>): Promise<string> => {
  const answer = await caller.askForToken(await grant(claims));
  expect(answer.status).toBe(200);
  return answer.body.access_token;
};

const party = (organisation: string) => ({ authority: 'iso6523-actorid-upis', ID: `0192:${organisation}` });

describe('a supplier', () => {
  it('gets a token in which the customer is the consumer', async () => {
    expect(decodeJwt(await tokenFor({ consumer_org: MUNICIPALITY }))).toMatchObject({
      consumer: party(MUNICIPALITY),
      supplier: party(SUPPLIER),
      delegation_source: 'https://tt02.altinn.no/',
    });
  });

  it('is refused for a customer that has delegated nothing, with the parties named', async () => {
    await expectRefusal(
      caller,
      await grant({ consumer_org: CUSTOMER_WITHOUT_DELEGATION }),
      403,
      'forbidden',
      /^Consumer 314245075 has not delegated scope ks:fiks to supplier 312497107\. /,
    );
    expect((await caller.lastRequest()).reason).toContain('MP-251');
  });

  it('may act for a customer from the moment it delegates, for that scope and until a reset', async () => {
    const claims = { consumer_org: CUSTOMER_WITHOUT_DELEGATION };
    const delegation = { consumer: CUSTOMER_WITHOUT_DELEGATION, supplier: SUPPLIER, scope: 'ks:fiks' };
    expect((await caller.postJson('/admin/delegations', delegation)).status).toBe(204);
    expect(decodeJwt(await tokenFor(claims)).consumer).toEqual(party(CUSTOMER_WITHOUT_DELEGATION));
    await expectRefusal(
      caller,
      await grant({ ...claims, scope: `ks:fiks ${CONTACT}` }),
      403,
      'forbidden',
      /has not delegated scope krr:global\/kontaktinfo\.read to/,
    );
    await caller.call('/admin/reset', { method: 'POST' });
    expect((await caller.askForToken(await grant(claims))).status).toBe(403);
  });

  it('that forgets the customer has no access to ks:fiks of its own', async () => {
    await expectRefusal(
      caller,
      await grant({}),
      403,
      'forbidden',
      /^Consumer has not been granted access to the scope ks:fiks\. /,
    );
  });

  it('is refused for a customer the owner of the scope has not let in', async () => {
    const consumer = '313729141';
    await caller.postJson('/admin/delegations', { consumer, supplier: SUPPLIER, scope: 'ks:fiks' });
    await expectRefusal(caller, await grant({ consumer_org: consumer }), 403, 'forbidden', /not been granted access/);
  });

  it.each([['31047502'], ['NO310475025'], [310475025], [null], [[MUNICIPALITY]], ['']])(
    'is refused with %j for a customer',
    async (consumer_org) => {
      await expectRefusal(caller, await grant({ consumer_org }), 400, 'invalid_request', /Invalid parameter value/);
    },
  );

  it('may not say the old way for whom it acts, alone or together with the new', async () => {
    for (const claims of [{}, { consumer_org: MUNICIPALITY }]) {
      const assertion = await grant({ ...claims, iss_onbehalfof: MUNICIPALITY });
      await expectRefusal(caller, assertion, 400, 'invalid_request', /Invalid parameter value/);
    }
  });

  it('may not name a customer and a system user at once', async () => {
    const assertion = await grant({ consumer_org: MUNICIPALITY, authorization_details: [] });
    await expectRefusal(caller, assertion, 400, 'invalid_request', /Invalid parameter value/);
  });
});

describe("a client that names its own organisation as the supplier's customer", () => {
  it.each(['ks:fiks', 'krr:global/kontaktinformasjon.read'])('is told to leave it out, with %s', async (scope) => {
    const claims = { scope, consumer_org: MUNICIPALITY };
    await expectRefusal(
      caller,
      await caller.grant({ claims }),
      400,
      'invalid_request',
      /^The combination of consumer_org in claim and delegation scope on client is invalid\. /,
    );
  });
});

describe("KRR's two families of scopes", () => {
  const both = async () =>
    caller.register({
      organisation: SUPPLIER,
      scopes: [CONTACT, MAILBOX, 'krr:global/kontaktinformasjon.read', 'krr:global/digitalpost.read'],
      keys: [{ kid: caller.credentials.maskinporten.keyId, publicJwk: caller.publicJwk }],
    });

  it.each([
    ['krr:global/kontaktinformasjon.read', MUNICIPALITY],
    ['krr:global/digitalpost.read', MUNICIPALITY],
    [CONTACT, undefined],
    [MAILBOX, undefined],
  ])('do not mix: %s with the customer %s is refused even on a client that has it', async (scope, consumer_org) => {
    const claims = { iss: await both(), scope, consumer_org };
    await expectRefusal(caller, await caller.grant({ claims }), 400, 'invalid_scope', /^Invalid scopes for client\. /);
  });

  it('are each on clients of their own', async () => {
    const ordinary = await grant({ scope: 'krr:global/kontaktinformasjon.read', consumer_org: MUNICIPALITY });
    await expectRefusal(caller, ordinary, 400, 'invalid_scope', /^Invalid scopes for client\. /);
    const delegated = await caller.grant({ claims: { scope: CONTACT, consumer_org: SUPPLIER } });
    await expectRefusal(caller, delegated, 400, 'invalid_scope', /^Invalid scopes for client\. /);
  });
});

describe('with the token of a supplier', () => {
  const NUMBER = '12848539668';

  const lookUpInKrr = async (claims: Record<string, unknown>) => {
    const authorization = `Bearer ${await tokenFor({ consumer_org: MUNICIPALITY, ...claims })}`;
    const { body } = await caller.postJson(
      '/krr/rest/v2/personer',
      { personidentifikatorer: [NUMBER], inkluderIkkeRegistrerte: true },
      { authorization },
    );
    return body.personer[0];
  };

  it('KRR answers as it does the customer itself, scope by scope', async () => {
    const authorization = `Bearer ${await caller.token()}`;
    const { body } = await caller.postJson(
      '/krr/rest/v2/personer',
      { personidentifikatorer: [NUMBER], inkluderIkkeRegistrerte: true },
      { authorization },
    );
    expect(await lookUpInKrr({ scope: `${CONTACT} ${MAILBOX}` })).toEqual(body.personer[0]);
    expect(await lookUpInKrr({ scope: CONTACT })).not.toHaveProperty('digital_post');
    expect(await lookUpInKrr({ scope: MAILBOX })).not.toHaveProperty('kontaktinformasjon');
  });

  const lookUpInFolkeregister = async (consumer_org: string) => {
    const { integrationId, integrationPassword, rolleId } = caller.credentials.fiks;
    const authorization = `Bearer ${await tokenFor({ consumer_org })}`;
    return caller.call(`/fiks/folkeregister/api/v1/${rolleId}/v1/personer/${NUMBER}?part=navn`, {
      headers: { authorization, IntegrasjonId: integrationId, IntegrasjonPassord: integrationPassword },
    });
  };

  it("Fiks lets in the customer's integration", async () => {
    expect((await lookUpInFolkeregister(MUNICIPALITY)).status).toBe(200);
  });

  it("Fiks refuses the integration when the token is for another customer's sake", async () => {
    const consumer = CUSTOMER_WITHOUT_DELEGATION;
    await caller.postJson('/admin/delegations', { consumer, supplier: SUPPLIER, scope: 'ks:fiks' });
    expect((await lookUpInFolkeregister(consumer)).status).toBe(401);
    expect((await caller.lastRequest()).reason).toContain(consumer);
  });
});
