import {
  broken,
  fakeWorld,
  failureOf,
  inTurn,
  refillRetries,
  ROLE,
  sessionIn,
  valueOf,
  type Reply,
} from '../../fakePorts';
import { asking, urlOf } from '../asking';
import { JOB, ordersIn } from './extract';

beforeEach(() => refillRetries('folkeregister'));

const BERGEN = { bostedskommunenummer: '4601' };
const ORDERED: Reply = { json: { jobbId: JOB } };

const order = async (input: object, ...replies: readonly (Reply | Error)[]) => {
  const world = fakeWorld(inTurn(...(replies.length > 0 ? replies : [ORDERED])));
  const [outcome] = await asking(world, 'orderExtract', [{ ...input }]);
  return { world, outcome };
};

describe('an order for an extract', () => {
  test('gives the id of the job', async () => {
    const { world, outcome } = await order(BERGEN);
    expect(valueOf(outcome)).toEqual({ jobId: JOB, feedsekvensnr: null });
    expect(urlOf(world).pathname).toBe(`/folkeregister/api/v1/${ROLE}/v1/uttrekk/tilpasset`);
    expect(world.requests[0]).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
  });

  test.each<[string, object, object]>([
    [
      'those who live in a municipality',
      BERGEN,
      { personstatustyper: ['bosatt'], kommunenummer: { bostedskommunenummer: '4601' } },
    ],
    [
      'those who stay in one',
      { ...BERGEN, extract: 'oppholdskommune', oppholdskommunenummer: '4601', personstatustyper: ['bosatt', 'aktiv'] },
      { personstatustyper: ['bosatt', 'aktiv'], kommunenummer: { oppholdskommunenummer: '4601' } },
    ],
    [
      'the whole country, whatever stands in a field that is hidden then',
      {
        ...BERGEN,
        extract: 'wholeCountry',
        personstatustyper: ['doed'],
        doedsaarFraOgMed: 2023,
        doedsaarTilOgMed: 2024,
      },
      { personstatustyper: ['doed'], doedsaarFraOgMed: '2023', doedsaarTilOgMed: '2024' },
    ],
    [
      'everything there is to ask for',
      {
        ...BERGEN,
        foedselsaarFraOgMed: 2010,
        foedselsaarTilOgMed: 2020,
        kjoenn: 'kvinne',
        sivilstandstype: 'ugift',
        statsborgerskap: 'nor',
      },
      {
        personstatustyper: ['bosatt'],
        kommunenummer: { bostedskommunenummer: '4601' },
        foedselsaarFraOgMed: '2010',
        foedselsaarTilOgMed: '2020',
        kjoenn: 'kvinne',
        sivilstandstype: 'ugift',
        statsborgerskap: 'NOR',
      },
    ],
  ])("asks for %s in the register's words, and for nothing else", async (_what, input, body) => {
    const { world } = await order(input);
    expect(ordersIn(world.requests)).toEqual([body]);
  });

  test.each<[string, object, string]>([
    ['without a municipality', {}, 'bostedskommunenummer'],
    ['with a municipality that lost its zero', { bostedskommunenummer: '301' }, 'bostedskommunenummer'],
    ['without one of stay', { extract: 'oppholdskommune' }, 'oppholdskommunenummer'],
    [
      'with one of stay that is none',
      { extract: 'oppholdskommune', oppholdskommunenummer: 'Bergen' },
      'oppholdskommunenummer',
    ],
    ['with a country that is none', { ...BERGEN, statsborgerskap: 'Polen' }, 'statsborgerskap'],
  ])('%s is not placed', async (_what, input, field) => {
    const { world, outcome } = await order(input);
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field } });
    expect(world.requests).toEqual([]);
  });

  test('is placed once however many items ask for the same, and once for each that differs', async () => {
    const world = fakeWorld(() => ORDERED);
    const outcomes = await asking(world, 'orderExtract', [BERGEN, BERGEN, { bostedskommunenummer: '0301' }, BERGEN]);
    expect(outcomes.map((outcome) => valueOf(outcome).jobId)).toEqual([JOB, JOB, JOB, JOB]);
    expect(world.requests).toHaveLength(2);
  });

  test('goes directly to Skatteetaten where that is chosen', async () => {
    const world = fakeWorld(() => ORDERED);
    const input = { ...BERGEN, route: 'skatteetaten', rettighetspakke: 'offentligutenhjemmel' };
    await asking(world, 'orderExtract', [input], sessionIn(world, { fiks: undefined }));
    expect(urlOf(world).pathname).toBe('/folkeregisteret/api/offentligutenhjemmel/v1/uttrekk/tilpasset');
  });
});

describe('an order for everything', () => {
  const COMPLETE = { extract: 'complete' };

  test('is made at the newest event, and tells which', async () => {
    const { world, outcome } = await order(COMPLETE, { json: 40_015 }, ORDERED);
    expect(valueOf(outcome)).toEqual({ jobId: JOB, feedsekvensnr: 40_015 });
    expect(urlOf(world, 1).pathname + urlOf(world, 1).search).toBe(
      `/folkeregister/api/v1/${ROLE}/v1/uttrekk/komplett?feedsekvensnr=40015`,
    );
    expect(world.requests[1]).toMatchObject({ method: 'GET', body: undefined });
  });

  test('is made at the event that is given, and then nobody is asked for the newest', async () => {
    const { world, outcome } = await order({ ...COMPLETE, feedsekvensnr: 7 }, ORDERED);
    expect(valueOf(outcome).feedsekvensnr).toBe(7);
    expect(world.requests).toHaveLength(1);
  });

  test('that the package does not have says so', async () => {
    const { outcome } = await order({ ...COMPLETE, feedsekvensnr: 7 }, { status: 404 });
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_NOT_FOUND', action: expect.stringMatching(/legal basis/) });
  });
});

describe('an order that is not taken', () => {
  test.each<[string, Reply, string]>([
    ['for its criteria, by status', { status: 400, json: { kode: 'FREG-001' } }, 'ERR_REFUSED'],
    ['for its criteria, by a message in an ordinary answer', { json: { feilmelding: 'Ugyldig' } }, 'ERR_REFUSED'],
    ['by an answer that says nothing', { json: {} }, 'ERR_UNEXPECTED_ANSWER'],
    ['because ten are going', { status: 429 }, 'ERR_TOO_MANY_EXTRACTS'],
    ['because the role may not', { status: 403 }, 'ERR_FORBIDDEN'],
    ['because the service is down', { status: 503 }, 'ERR_SERVICE_FAILURE'],
  ])('%s is not placed again', async (_why, reply, code) => {
    const { world, outcome } = await order(BERGEN, reply);
    expect(failureOf(outcome).code).toBe(code);
    expect(world.requests).toHaveLength(1);
  });

  test('can have been taken all the same where the answer was lost, so it is not placed again either', async () => {
    const { world, outcome } = await order(BERGEN, broken('ECONNRESET'));
    expect(failureOf(outcome).code).toBe('ERR_CONNECTION_LOST');
    expect(world.requests).toHaveLength(1);
  });

  test.each([
    { status: 400, json: { melding: 'Hemmelig 12848539668' } },
    { json: { feilmelding: 'Hemmelig 12848539668' } },
  ])('never has the words of the register: %j', async (reply) => {
    const { message, action } = failureOf((await order(BERGEN, reply)).outcome);
    expect(`${message} ${action}`).toMatch(/criteria/);
    expect(`${message} ${action}`).not.toMatch(/Hemmelig/);
  });

  test('for want of a place can be tried again, when one is free', async () => {
    const { outcome } = await order(BERGEN, { status: 429 });
    expect(failureOf(outcome)).toMatchObject({ kind: 'system', retryable: true, details: { status: 429 } });
  });
});
