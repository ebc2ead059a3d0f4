import { folkeregisterOperations } from '../../../../src/folkeregister/operations';
import type { JsonObject } from '../../../../src/operations/operation';
import { fakeWorld, failureOf, inTurn, refillRetries, ROLE, valueOf, type Reply } from '../../fakePorts';
import { someNumbers } from '../../numbers';
import { asking, urlOf } from '../asking';
import { JOB } from './extract';

beforeEach(() => refillRetries('folkeregister'));

const numbers = someNumbers(2);

const get = async (reply: Reply, batchNumber = 3) => {
  const world = fakeWorld(inTurn(reply));
  const [outcome] = await asking(world, 'getExtractBatch', [{ jobId: JOB, batchNumber }]);
  return { world, outcome };
};

const NOBODY = { jobId: JOB, foedselsnumre: null, persondokumenter: null, count: 0 };

describe('a batch of an extract', () => {
  test('is asked for once, by job and number', async () => {
    const { world } = await get({ json: { foedselsEllerDNummer: numbers } });
    expect(world.requests).toHaveLength(1);
    expect(urlOf(world).pathname).toBe(`/folkeregister/api/v1/${ROLE}/v1/uttrekk/${JOB}/batch/3`);
  });

  test.each<[string, Reply, object]>([
    [
      'of a tailored extract has numbers',
      { json: { foedselsEllerDNummer: numbers } },
      { batchState: 'ready', jobId: JOB, foedselsnumre: numbers, persondokumenter: null, count: 2, nextBatch: 4 },
    ],
    [
      'of a complete one has versions',
      { json: { dokumentidentifikator: ['a'.repeat(32)] } },
      {
        batchState: 'ready',
        jobId: JOB,
        foedselsnumre: null,
        persondokumenter: ['a'.repeat(32)],
        count: 1,
        nextBatch: 4,
      },
    ],
    [
      'that is not ready is a result, and is to be asked for again',
      { status: 404, json: { feilmelding: 'Batch med id=3 er enda ikke klar' } },
      { ...NOBODY, batchState: 'notReady', nextBatch: 3 },
    ],
    [
      'that is not ready may say so without a word',
      { status: 404 },
      { ...NOBODY, batchState: 'notReady', nextBatch: 3 },
    ],
    ['that is empty is the end', { json: {} }, { ...NOBODY, batchState: 'end', nextBatch: 3 }],
    [
      'whose list is empty is the end too',
      { json: { foedselsEllerDNummer: [], dokumentidentifikator: null } },
      { ...NOBODY, batchState: 'end', nextBatch: 3 },
    ],
  ])('%s', async (_what, reply, expected) => {
    expect(valueOf((await get(reply)).outcome)).toEqual(expected);
  });

  test.each<[string, Reply, string]>([
    ['that is gone', { status: 410, json: { feilmelding: 'Jobb eksisterer ikke' } }, 'ERR_EXTRACT_GONE'],
    ['with a message in place of persons', { json: { feilmelding: 'Feil' } }, 'ERR_UNEXPECTED_ANSWER'],
    ["that is a gateway's page", { status: 404, text: '<html></html>' }, 'ERR_NOT_FOUND'],
    ["that is gone, says a gateway's page", { status: 410, text: '<html></html>' }, 'ERR_REFUSED'],
    ['that is no object', { json: ['x'] }, 'ERR_UNEXPECTED_ANSWER'],
  ])('%s is an error, and not the end', async (_what, reply, code) => {
    expect(failureOf((await get(reply)).outcome).code).toBe(code);
  });

  test('that is gone says what can be wrong, and names the job', async () => {
    const { outcome } = await get({ status: 410 });
    expect(failureOf(outcome)).toMatchObject({
      kind: 'business',
      retryable: false,
      action: expect.stringMatching(/same role/),
      details: { jobId: JOB, status: 410 },
    });
  });

  test('is asked for again where the service stumbles', async () => {
    const world = fakeWorld(inTurn({ status: 503 }, { json: {} }));
    const [outcome] = await asking(world, 'getExtractBatch', [{ jobId: JOB }]);
    expect(valueOf(outcome)).toMatchObject({ batchState: 'end', nextBatch: 0 });
  });

  test('of a job whose id could lead elsewhere does not lead there', async () => {
    const world = fakeWorld(inTurn({ json: {} }));
    await asking(world, 'getExtractBatch', [{ jobId: '../personer/1' }]);
    expect(urlOf(world).pathname).toBe(`/folkeregister/api/v1/${ROLE}/v1/uttrekk/..%2Fpersoner%2F1/batch/0`);
  });

  test('sorts into what is ready, what is not, and the end', async () => {
    const { branches } = folkeregisterOperations.find(({ name }) => name === 'getExtractBatch')!;
    const sortOf = async (reply: Reply) => branches?.of(valueOf((await get(reply)).outcome) as JsonObject);
    const replies = [{ json: { foedselsEllerDNummer: numbers } }, { status: 404 }, { json: {} }];
    expect(await Promise.all(replies.map(sortOf))).toEqual(branches?.names.map(({ value }) => value));
  });
});
