import { tokenRefusal } from '../../../src/maskinporten/tokenRefusal';
import { answer } from '../fakePorts';

const TRACE = '493f00112233445566778899aabbccdd';
const refusalFor = (description: string, error = 'invalid_grant', status = 400) =>
  tokenRefusal(answer({ status, json: { error, error_description: `${description} (trace_id: ${TRACE})` } }));

describe('each refusal in the fact sheet becomes the one thing to change', () => {
  // Words as Maskinporten writes them, with and without its code in front.
  test.each([
    ['MP-012', 'Grant is used before', /used before/],
    ['MP-100', 'Invalid assertion. Client authentication failed. Client not found', /client id/],
    ['MP-110', 'Invalid JWT claim aud', /environment/],
    ['MP-121', 'Expired key', /expired/],
    ['MP-124', 'Invalid JWT signature', /private key/],
    ['MP-130', 'JWT is expired', /clock/],
    ['MP-130', 'Issue time is after now', /clock/],
    ['MP-200', 'Client has invalid scopes', /scope/],
    ['MP-201', 'scopes not allowed for maskinporten', /integration type/],
    ['MP-250', 'Consumer has not been granted access to the scope ks:fiks.', /not been given the scope/],
    ['MP-251', 'Consumer 910000000 has not delegated scope to supplier 920000000', /delegated/],
  ])('%s: %s', (code, words, sentence) => {
    for (const description of [words, `${code}: something else`]) {
      const error = refusalFor(description);
      expect(error).toMatchObject({
        code: 'ERR_TOKEN_REFUSED',
        details: { service: 'maskinporten', status: 400, serviceCode: code, supportReference: TRACE },
      });
      expect(error.message).toMatch(sentence);
      expect(error.action).toMatch(/\.$/);
    }
  });

  test('an unknown key id, as recorded', () => {
    const error = refusalFor(
      'Invalid assertion. Client authentication failed. Unknown key identifier (kid) for client.',
    );
    expect(error.code).toBe('ERR_TOKEN_REFUSED');
    expect(error.message).toContain('key id');
    expect(error.details.serviceCode).toBeUndefined();
  });

  test('a missing grant, as recorded with the older kind of reference', () => {
    const json = {
      error: 'forbidden',
      error_description:
        'Consumer has not been granted access to the scope krr. (correlation id: 6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2)',
    };
    expect(tokenRefusal(answer({ status: 403, json })).details).toMatchObject({
      serviceCode: 'MP-250',
      supportReference: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    });
  });

  test('one nobody has seen still says what to compare, and keeps the reference', () => {
    const error = refusalFor('Something new', 'invalid_request');
    expect(error).toMatchObject({ code: 'ERR_TOKEN_REFUSED', retryable: false, details: { supportReference: TRACE } });
    expect(error.action).toContain('client id');
  });

  test('a wrong signature is told apart from an unknown key id, also when the text mentions the kid', () => {
    expect(refusalFor('Invalid JWT signature for kid kommune-2026').message).toContain('private key');
  });

  test.each(['Something new about the kid', 'Client skidata is new', 'MP-kid'])(
    '"%s" is not taken for an unknown key id',
    (description) => {
      const error = refusalFor(description);
      expect(error.message).toBe('Maskinporten refused to issue a token.');
      expect(error.details.serviceCode).toBeUndefined();
    },
  );
});

test('the words of Maskinporten are never repeated, since they may quote the grant', () => {
  const error = refusalFor('Invalid JWT claim aud canary-in-the-text');
  expect(JSON.stringify([error.message, error.action, error.details])).not.toContain('canary');
});

test.each([
  [429, 'ERR_THROTTLED'],
  [500, 'ERR_SERVICE_FAILURE'],
  [503, 'ERR_SERVICE_FAILURE'],
])('status %i says nothing of the grant and can be tried again', (status, code) => {
  expect(tokenRefusal(answer({ status, json: { error: 'invalid_grant', error_description: 'MP-124' } }))).toMatchObject(
    { code, retryable: true },
  );
});

test('a web page in place of an answer is not taken for a refusal of the grant', () => {
  expect(tokenRefusal(answer({ status: 403, text: '<html>MP-124</html>' })).code).not.toBe('ERR_TOKEN_REFUSED');
});
