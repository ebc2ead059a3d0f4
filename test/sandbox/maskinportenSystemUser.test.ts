import { decodeJwt } from 'jose';
import { Caller } from './caller';
import { expectRefusal } from './expectRefusal';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());

const OWNER = { authority: 'iso6523-actorid-upis', ID: '0192:310475025' };
const DETAIL = { type: 'urn:altinn:systemuser', systemuser_org: OWNER };

const grant = (authorization_details: unknown) => caller.grant({ claims: { authorization_details } });

describe('a grant for a system user', () => {
  it.each([[DETAIL], [{ ...DETAIL, externalRef: 'sandkommunen' }]])(
    'gives a token that names it: %j',
    async (detail) => {
      const { status, body } = await caller.askForToken(await grant([detail]));
      expect(status).toBe(200);
      expect(decodeJwt(body.access_token).authorization_details).toEqual([
        { ...detail, systemuser_id: [expect.stringMatching(/^[0-9a-f-]{36}$/)], system_id: expect.any(String) },
      ]);
    },
  );

  it.each([
    ['another type', [{ ...DETAIL, type: 'urn:altinn:consent' }]],
    ['no type', [{ systemuser_org: OWNER }]],
  ])('is refused with %s', async (_what, details) => {
    await expectRefusal(
      caller,
      await grant(details),
      400,
      'invalid_request',
      /^Unknown type in authorization details\. /,
    );
    expect((await caller.lastRequest()).reason).toContain('MP-301');
  });

  it.each([
    ['a field that is not known', [{ ...DETAIL, reference: 'x' }]],
    ['the early spelling of the organisation', [{ type: DETAIL.type, systemuserorg: OWNER }]],
    ['a field that is not known on the organisation', [{ ...DETAIL, systemuser_org: { ...OWNER, name: 'x' } }]],
  ])('is refused with %s', async (_what, details) => {
    await expectRefusal(
      caller,
      await grant(details),
      400,
      'invalid_request',
      /^Unknown fields in authorization details\. /,
    );
    expect((await caller.lastRequest()).reason).toContain('MP-302');
  });

  it.each([
    ['an object and no list', DETAIL],
    ['a text', 'urn:altinn:systemuser'],
    ['null', null],
    ['an empty list', []],
    ['two parties', [DETAIL, DETAIL]],
    ['a list in the list', [[DETAIL]]],
    ['no organisation', [{ type: DETAIL.type }]],
    ['an organisation as text', [{ ...DETAIL, systemuser_org: OWNER.ID }]],
    ['another authority', [{ ...DETAIL, systemuser_org: { ...OWNER, authority: 'iso6523' } }]],
    ['a bare organisation number', [{ ...DETAIL, systemuser_org: { ...OWNER, ID: '310475025' } }]],
    ['an organisation without a system user', [{ ...DETAIL, systemuser_org: { ...OWNER, ID: '0192:314245075' } }]],
    ['a reference that is a number', [{ ...DETAIL, externalRef: 1 }]],
  ])('is refused with %s', async (_what, details) => {
    await expectRefusal(
      caller,
      await grant(details),
      400,
      'invalid_request',
      /^Invalid values in authorization details\. /,
    );
    expect((await caller.lastRequest()).reason).toContain('MP-303');
  });
});
