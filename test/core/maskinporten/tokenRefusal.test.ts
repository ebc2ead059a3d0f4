import { tokenRefusal } from '../../../src/maskinporten/tokenRefusal';
import { answer, credentialOf } from '../fakePorts';

const TRACE = '493f00112233445566778899aabbccdd';
const refusalFor = (description: string, error = 'invalid_grant', status = 400, consumerOrg = '') =>
  tokenRefusal(
    answer({ status, json: { error, error_description: `${description} (trace_id: ${TRACE})` } }),
    credentialOf(consumerOrg ? { consumerOrg } : {}),
    ['ks:fiks'],
  );

describe('each refusal in the fact sheet becomes the one thing to change', () => {
  // Words as Maskinporten writes them, with and without its code in front.
  test.each([
    ['MP-011', 'Invalid assertion. Invalid parameter value.', /could not read the request/],
    ['MP-012', 'Grant is used before', /used before/],
    ['MP-120', 'The assertion is signed with an invalid certificate', /certificate in this environment/],
    ['MP-122', 'The organisation number does not match certificate', /another organisation/],
    ['MP-123', 'Invalid JWT header x5c', /could not read the certificate/],
    ['MP-301', 'Unknown type in authorization details', /type in the authorization details/],
    ['MP-302', 'Unknown fields in authorization details', /a field Maskinporten does not know/],
    ['MP-303', 'Invalid values in authorization details', /a value Maskinporten does not accept/],
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
    expect(tokenRefusal(answer({ status: 403, json }), credentialOf(), ['ks:fiks']).details).toMatchObject({
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

test('no two rows give the same advice', () => {
  const words = [
    'Invalid parameter value',
    'Grant is used before',
    'Client not found',
    'Invalid JWT claim aud',
    'signed with an invalid certificate',
    'Expired key',
    'organisation number does not match certificate',
    'Invalid JWT header x5c',
    'Invalid JWT signature',
    'JWT is expired',
    'Unknown key identifier (kid) for client',
    'invalid scopes for client',
    'scopes not allowed for maskinporten',
    'Consumer has not been granted access to the scope x',
    'Consumer X has not delegated scope to supplier Y',
    'Unknown type in authorization details',
    'Unknown fields in authorization details',
    'Invalid values in authorization details',
    'combination consumer_org in claim and delegation scope on client is invalid',
  ];
  const errors = words.map((text) => refusalFor(text));
  expect(new Set(errors.map(({ message }) => message)).size).toBe(words.length);
  expect(new Set(errors.map(({ action }) => action)).size).toBe(words.length);
});

test('a code that is printed goes before the words around it', () => {
  expect(refusalFor('MP-122 Client authentication failed').details.serviceCode).toBe('MP-122');
});

test.each([
  'Invalid scopes for client',
  'Consumer has not been granted access to the scope',
  'has not delegated scope',
])('"%s" says which scopes were asked for', (text) => {
  expect(refusalFor(text).action).toMatch(/Asked for: ks:fiks\.$/);
});

test('a scope that is not on the client is explained by the family that was asked for', () => {
  expect(refusalFor('Invalid scopes for client').action).toContain('must fill in the consumer organisation');
  expect(refusalFor('Invalid scopes for client', 'invalid_scope', 400, '310475025').action).toContain(
    'krr:global/kontaktinfo.read',
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
  const outcome = answer({ status, json: { error: 'invalid_grant', error_description: 'MP-124' } });
  expect(tokenRefusal(outcome, credentialOf(), ['ks:fiks'])).toMatchObject({ code, retryable: true });
});

test('a web page in place of an answer is not taken for a refusal of the grant', () => {
  expect(tokenRefusal(answer({ status: 403, text: '<html>MP-124</html>' }), credentialOf(), ['ks:fiks']).code).not.toBe(
    'ERR_TOKEN_REFUSED',
  );
});
