import fc from 'fast-check';
import { z } from 'zod/v4';
import { errorMarks, isSuccess, readAnswer, refusal } from '../../../src/http/answer';
import { presentError } from '../../../src/http/redact';
import { answer, thrownBy } from '../fakePorts';

const ERROR_ID = '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2';
const TRACE_ID = '493f00112233445566778899aabbccdd';

const schema = z.looseObject({ personer: z.array(z.looseObject({ status: z.string() })) });

describe('reading an answer', () => {
  test('keeps what the schema does not know', () => {
    const body = { personer: [{ status: 'AKTIV', nytt: 1 }], mer: true };
    expect(readAnswer('krr', schema, answer({ json: body }))).toEqual(body);
  });

  test.each([['<html><body>Blocked by firewall 12848539668</body></html>'], [''], ['{"personer": [']])(
    'says that %j is not JSON and does not repeat it',
    async (text) => {
      const error = await thrownBy(() => readAnswer('krr', schema, answer({ text })));
      expect(error).toMatchObject({ code: 'ERR_UNEXPECTED_ANSWER', details: { service: 'krr', status: 200 } });
      expect(error.message).not.toContain('12848539668');
      expect(error.message).toContain('not JSON');
    },
  );

  test('says where a strange shape is strange, and not what stood there', async () => {
    const error = await thrownBy(() =>
      readAnswer('krr', schema, answer({ json: { personer: [{ status: { navn: 'KARI NORDMANN' } }] } })),
    );
    expect(error.code).toBe('ERR_UNEXPECTED_ANSWER');
    expect(error.message).toContain('personer.status');
    expect(error.message).not.toContain('NORDMANN');
  });

  test('a null where an object belongs is a strange shape and no crash', async () => {
    expect((await thrownBy(() => readAnswer('krr', schema, answer({ json: null })))).code).toBe(
      'ERR_UNEXPECTED_ANSWER',
    );
  });
});

describe('the marks of an error body', () => {
  // The shapes in fact sheet folkeregister §8.2, and those of Maskinporten and KRR.
  test.each([
    [{ kode: 'FREG-001', melding: 'x', korrelasjonsid: TRACE_ID }, 'FREG-001', TRACE_ID],
    [{ code: 'FREG-001', message: 'x', httpStatus: 400, feilreferanse: 'ref-0001' }, 'FREG-001', 'ref-0001'],
    [{ feilkode: 'F-1', feilmelding: 'x', alvorlighetsgrad: 'y', httpStatus: 403 }, 'F-1', undefined],
    [{ feilmelding: 'Batch er ikke klar' }, undefined, undefined],
    [
      { timestamp: 1, status: 403, error: 'Forbidden', errorId: ERROR_ID, path: '/x', message: 'y', errorCode: 'E-9' },
      'E-9',
      ERROR_ID,
    ],
    [{ error: 'invalid_grant', error_description: 'x', trace_id: TRACE_ID }, undefined, TRACE_ID],
    [{ errorCode: null, kode: '', code: 'NO_ACCESS' }, 'NO_ACCESS', undefined],
    [
      { errorCode: 'KARI NORDMANN', code: 'FREG-001', errorId: 'KARI NORDMANN', trace_id: TRACE_ID },
      'FREG-001',
      TRACE_ID,
    ],
  ])('of %j are its code and its reference', (json, serviceCode, supportReference) => {
    expect(errorMarks(answer({ status: 400, json }))).toEqual({ serviceCode, supportReference });
  });

  test.each([[''], ['<html>'], ['[]'], ['"text"'], ['null'], ['7']])('of %j are none', (text) => {
    expect(errorMarks(answer({ status: 400, text }))).toEqual({});
  });

  test('never are the texts of the body', () => {
    const text = 'Ugyldig fødselsnummer 12848539668';
    const marks = errorMarks(
      answer({
        status: 400,
        json: { melding: text, message: text, feilmelding: text, error_description: text, path: text },
      }),
    );
    expect(JSON.stringify(marks)).not.toContain('Ugyldig');
  });

  const KEYS = [
    ...['errorCode', 'kode', 'code', 'feilkode', 'error'],
    ...['errorId', 'korrelasjonsid', 'feilreferanse', 'trace_id'],
  ];

  test.each([
    'Ugyldig mottaker KARI NORDMANN',
    'KARI NORDMANN',
    'Kari Nordmann',
    'Kari',
    'NORDMANN',
    'KARI-NORDMANN',
    'ÅSE_NORDMANN',
    'kari.nordmann@example.no',
    'Tenkeveien 14B',
    'MP-112 for KARI NORDMANN',
    'MP-112\nKARI NORDMANN',
  ])('are codes and handles, so that "%s" is not taken, whatever field it stands in', (text) => {
    for (const key of KEYS) {
      const response = answer({ status: 400, json: { [key]: text } });
      expect(errorMarks(response)).toEqual({ serviceCode: undefined, supportReference: undefined });
      expect(JSON.stringify(presentError(refusal('svarut', response)))).not.toContain(text);
    }
  });

  test('are never words, which have neither a digit nor an underscore', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }).filter((text) => !/[\d_]/.test(text)),
        fc.constantFrom(...KEYS),
        (text, key) => {
          expect(errorMarks(answer({ status: 400, json: { [key]: text } }))).toEqual({
            serviceCode: undefined,
            supportReference: undefined,
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each(KEYS)('go out without the identity number that stands in %s', (key) => {
    for (const text of ['12848539668', 'FNR_12848539668', 'F-12848539668']) {
      const shown = presentError(refusal('svarut', answer({ status: 400, json: { [key]: text } })));
      expect(JSON.stringify(shown)).not.toContain('12848539668');
    }
  });

  test.each([
    ['MP-112', true],
    ['FREG-001', true],
    ['E9', true],
    ['NO_ACCESS', true],
    [`A${'1'.repeat(9)}${'B'.repeat(50)}`, true],
    [`A${'1'.repeat(9)}${'B'.repeat(51)}`, false],
    ['9', false],
    ['E', false],
    ['9-E', false],
    ['FORBIDDEN', false],
    ['no_access', false],
    ['No_Access', false],
  ])('take %s for a code: %p', (code, taken) => {
    expect(errorMarks(answer({ status: 400, json: { code } })).serviceCode).toBe(taken ? code : undefined);
  });

  test.each([
    [ERROR_ID, true],
    [TRACE_ID, true],
    ['ref-0001', true],
    ['a'.repeat(63) + '1', true],
    ['a'.repeat(64) + '1', false],
    ['ref-001', false],
    ['abcdefgh', false],
    ['ref 0001', false],
    ['/personer/1', false],
  ])('take %s for a handle: %p', (errorId, taken) => {
    expect(errorMarks(answer({ status: 400, json: { errorId } })).supportReference).toBe(taken ? errorId : undefined);
  });

  test.each([[7], [null], [['FREG-001']], [{ kode: 'FREG-001' }], [true]])('take %j for neither', (value) => {
    for (const key of KEYS)
      expect(errorMarks(answer({ status: 400, json: { [key]: value } }))).toEqual({
        serviceCode: undefined,
        supportReference: undefined,
      });
  });
});

describe('a refusal', () => {
  test.each([
    [400, 'ERR_REFUSED'],
    [401, 'ERR_UNAUTHORIZED'],
    [403, 'ERR_FORBIDDEN'],
    [404, 'ERR_NOT_FOUND'],
    [409, 'ERR_REFUSED'],
    [429, 'ERR_THROTTLED'],
    [302, 'ERR_UNEXPECTED_ANSWER'],
    [500, 'ERR_SERVICE_FAILURE'],
    [503, 'ERR_SERVICE_FAILURE'],
  ])('with status %i is %s and says what to do', (status, code) => {
    const error = refusal('svarut', answer({ status, json: { errorId: ERROR_ID } }));
    expect(error).toMatchObject({ code, details: { service: 'svarut', status, supportReference: ERROR_ID } });
    expect(error.message).toContain('SvarUt');
    expect(error.action).toMatch(/^[A-Z].*\.$/);
  });

  test("uses the service's own meaning of a status where it has one", () => {
    const known = { 403: { code: 'ERR_FORBIDDEN', message: 'The role is too narrow.', action: 'Widen it.' } } as const;
    expect(refusal('folkeregister', answer({ status: 403 }), known).message).toBe('The role is too narrow.');
    expect(refusal('folkeregister', answer({ status: 404 }), known).code).toBe('ERR_NOT_FOUND');
  });
});

test('success is any 2xx and nothing else', () => {
  expect([199, 200, 204, 299, 300, 400].map((status) => isSuccess(answer({ status })))).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
});
