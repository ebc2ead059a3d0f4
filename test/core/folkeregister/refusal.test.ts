import { presentError } from '../../../src/http/redact';
import { fakeWorld, failureOf, fiksCredential, sessionIn, type Reply } from '../fakePorts';
import { someNumbers } from '../numbers';
import { asking } from './asking';

const [number = ''] = someNumbers(1);
const HANDLE = '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2';
const FIKS = { foedselsnummer: number };
const DIRECT = { foedselsnummer: number, route: 'skatteetaten' };

const refusalOf = async (reply: Reply, input: object = FIKS, fiks = fiksCredential) => {
  const world = fakeWorld(() => reply);
  const [outcome] = await asking(world, 'getPerson', [{ ...input }], sessionIn(world, { fiks }));
  return failureOf(outcome);
};

interface Shape {
  readonly name: string;
  readonly reply: Reply;
  readonly serviceCode?: string;
  readonly reference?: string;
}

/** The seven bodies a refusal can have (fact sheet folkeregister §8.2). */
const SHAPES: readonly Shape[] = [
  {
    name: 'of the register',
    reply: { json: { kode: 'FREG-001', melding: `Feil ${number}`, korrelasjonsid: HANDLE } },
    serviceCode: 'FREG-001',
    reference: HANDLE,
  },
  {
    name: 'for those outside',
    reply: { json: { code: 'FREG-001', message: `Feil ${number}`, httpStatus: 400, feilreferanse: HANDLE } },
    serviceCode: 'FREG-001',
    reference: HANDLE,
  },
  {
    name: 'declared for access',
    reply: {
      json: {
        feilkode: 'FREG-002',
        feilmelding: `Feil ${number}`,
        alvorlighetsgrad: 'FEIL',
        httpStatus: 403,
        tilleggsinformasjon: {},
      },
    },
    serviceCode: 'FREG-002',
  },
  { name: 'of the extracts', reply: { json: { feilmelding: `Feil ${number}` } } },
  {
    name: 'of Fiks',
    reply: {
      json: {
        timestamp: 1,
        status: 403,
        error: 'Forbidden',
        errorId: HANDLE,
        path: `/personer/${number}`,
        message: `Nei ${number}`,
        errorCode: 'ACCESS_DENIED',
        errorJson: JSON.stringify({ melding: number }),
      },
    },
    serviceCode: 'ACCESS_DENIED',
    reference: HANDLE,
  },
  {
    name: 'of the firewall',
    reply: { text: `<html><body>Rejected ${number}. Your support ID is: 1829384756102938</body></html>` },
    reference: '1829-3847-5610-2938',
  },
  { name: 'without a body', reply: {} },
];

describe.each([
  ['through Fiks', FIKS],
  ['at Skatteetaten', DIRECT],
])('a refusal %s', (_way, input) => {
  test.each(SHAPES)('$name is read for its code and reference, and not quoted', async (shape) => {
    for (const status of [400, 403, 429, 500]) {
      const { code, details, message, action } = await refusalOf({ status, ...shape.reply }, input);
      expect(code).toMatch(/^ERR_(?:REFUSED|FORBIDDEN|THROTTLED|SERVICE_FAILURE)$/);
      expect(details).toMatchObject({ service: 'folkeregister', status });
      expect(details.serviceCode).toBe(shape.serviceCode);
      // Behind a page with another status stands a gateway, whose pages have no such reference.
      const isPage = shape.reply.text !== undefined && status >= 429;
      expect(details.supportReference).toBe(isPage ? undefined : shape.reference);
      expect(`${message} ${action}`).not.toContain(number);
    }
  });

  test('by the firewall is not taken for a lack of access, so nobody is asked for again', async () => {
    const [a = '', b = '', c = ''] = someNumbers(3);
    const world = fakeWorld(() => ({ status: 403, text: '<!DOCTYPE html><html>Request Rejected</html>' }));
    const outcomes = await asking(
      world,
      'getPerson',
      [a, b, c].map((foedselsnummer) => ({ ...input, foedselsnummer })),
    );
    expect(outcomes.map((outcome) => failureOf(outcome))).toMatchObject(Array(3).fill({ code: 'ERR_REFUSED' }));
    expect(failureOf(outcomes[0]).message).toMatch(/firewall/);
    expect(world.requests).toHaveLength(1);
  });

  test('that comes as a page with 404 says nothing of the person', async () => {
    expect(await refusalOf({ status: 404, text: '<html>no such page</html>' }, input)).toMatchObject({
      code: 'ERR_NOT_FOUND',
    });
    expect(await refusalOf({ status: 404, json: { kode: 'FREG-003' } }, input)).toMatchObject({
      code: 'ERR_PERSON_NOT_FOUND',
    });
  });
});

describe('a refusal of a part', () => {
  const roles = [{ name: 'Barnevern', rolleId: fiksCredential.rolleId, purpose: '', parts: [] }];
  const ask = (reply: Reply, input: object = FIKS) => refusalOf(reply, input, { ...fiksCredential, roles });

  test.each(['message', 'melding', 'feilmelding'])(
    'names the part that stands in %s, the role, and who can widen it',
    async (key) => {
      const error = await ask({
        status: 403,
        json: { [key]: `Rollen mangler "bostedsadresse" for ${number}`, errorId: HANDLE },
      });
      expect(error).toMatchObject({
        code: 'ERR_PART_NOT_ALLOWED',
        message: 'The Folkeregister role Barnevern may not see: bostedsadresse.',
        details: { field: 'parts', status: 403, supportReference: HANDLE },
      });
      expect(error.action).toMatch(/administers Fiks Folkeregister in your municipality/);
    },
  );

  test('names no part that was not asked for, whatever the words are', async () => {
    expect(await ask({ status: 403, json: { message: 'statsborgerskap foreldreansvar formue' } })).toMatchObject({
      code: 'ERR_FORBIDDEN',
      message: expect.stringMatching(/role Barnevern .*\(navn, status, .*adressebeskyttelse\)/),
    });
  });

  test('that only says that it is not acceptable names all that was asked for', async () => {
    const error = await ask({ status: 406 }, { ...FIKS, parts: ['navn', 'opphold'] });
    expect(error).toMatchObject({
      code: 'ERR_PART_NOT_ALLOWED',
      message: 'The Folkeregister role Barnevern lacks at least one of the parts asked for: navn, opphold.',
    });
  });

  test('at Skatteetaten names the package, its scope and whom to apply to', async () => {
    const refused = await ask(
      { status: 403, json: { feilkode: 'FREG-001' } },
      { ...DIRECT, rettighetspakke: 'offentligutenhjemmel' },
    );
    expect(refused.message).toContain('offentligutenhjemmel');
    expect(refused.action).toMatch(/folkeregister:deling\/offentligutenhjemmel.*apply to Skatteetaten/);
    const lacking = await ask({ status: 406 }, { ...DIRECT, parts: ['foreldreansvar'] });
    expect(lacking).toMatchObject({ code: 'ERR_PART_NOT_ALLOWED', action: expect.stringMatching(/rights package/) });
  });
});

test("the firewall's reference comes out as it can be quoted, and a person's number does not", async () => {
  const shown = async (id: string) =>
    presentError(await refusalOf({ status: 403, text: `<html>Your support ID is: ${id}</html>` })).supportReference;
  expect(await shown('1829384756102938')).toBe('1829-3847-5610-2938');
  expect(await shown(number)).toBeUndefined();
  expect(await shown('a1b2c3d4e5f6')).toBe('a1b2c3d4e5f6');
});

test('what a host shows of any refusal has no number in it', async () => {
  for (const { reply } of SHAPES) {
    for (const status of [400, 401, 403, 406, 409]) {
      for (const input of [FIKS, DIRECT])
        expect(JSON.stringify(presentError(await refusalOf({ status, ...reply }, input)))).not.toContain(number);
    }
  }
});
