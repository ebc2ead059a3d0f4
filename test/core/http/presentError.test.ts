import fc from 'fast-check';
import * as core from '../../../src/core';
import { presentError } from '../../../src/http/redact';
import {
  asServiceError,
  ERROR_CODES,
  isServiceError,
  ServiceError,
  type ErrorCode,
} from '../../../src/http/serviceError';

const codes = Object.keys(ERROR_CODES) as ErrorCode[];
const SECRETS = [
  '12848539668',
  '128485 39668',
  'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl',
  'kari.nordmann@example.no',
  'https://api.fiks.ks.no/x/12848539668?a=b',
];

test('no sentence and no detail of a service error carries a number, a token, an e-mail or an address', () => {
  const text = fc
    .tuple(fc.string({ maxLength: 20 }), fc.constantFrom(...SECRETS), fc.string({ maxLength: 20 }))
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(
      fc.constantFrom(...codes),
      text,
      text,
      text,
      text,
      text,
      (code, message, action, serviceCode, supportReference, field) => {
        const shown = JSON.stringify(
          presentError(
            new ServiceError(code, message, action, {
              service: 'svarut',
              status: 400,
              serviceCode,
              supportReference,
              field,
            }),
          ),
        );
        for (const secret of SECRETS) expect(shown).not.toContain(secret);
      },
    ),
  );
});

test('of an error nobody foresaw nothing is shown but its kind', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{12,40}$/), (secret) => {
      const errors = [
        new Error(secret),
        new TypeError(secret, { cause: new Error(secret) }),
        secret,
        { message: secret, config: { data: secret } },
        [secret],
      ];
      for (const error of errors) {
        const presented = presentError(error);
        expect(presented.code).toBe('ERR_INTERNAL');
        expect(JSON.stringify(presented)).not.toContain(secret);
      }
    }),
  );
});

test('a name somebody gave an error is redacted too', () => {
  const error = Object.assign(new Error(), { name: 'Lookup12848539668Error' });
  expect(presentError(error).message).toContain('Lookup[number]Error');
});

test('an error nobody foresaw is presented as the service error it is taken for', () => {
  for (const error of [new TypeError('canary'), 'canary', undefined, { message: 'canary' }])
    expect(presentError(error)).toEqual(presentError(asServiceError(error)));
});

test('a host gets errors presented, and no means to redact by itself', () => {
  expect(core).toHaveProperty('presentError', presentError);
  expect(core).not.toHaveProperty('redact');
});

test('what a caller needs to act is shown', () => {
  const error = new ServiceError('ERR_FORBIDDEN', 'Not allowed.', 'Ask for it.', {
    service: 'krr',
    status: 403,
    serviceCode: 'MP-250',
    supportReference: 'abc',
    field: undefined,
  });
  expect(presentError(error)).toEqual({
    code: 'ERR_FORBIDDEN',
    kind: 'system',
    retryable: false,
    message: 'Not allowed.',
    action: 'Ask for it.',
    service: 'krr',
    status: 403,
    serviceCode: 'MP-250',
    supportReference: 'abc',
  });
});

test('the cause of an error is never shown', () => {
  const error = new ServiceError('ERR_INTERNAL', 'Something went wrong.', 'Report it.');
  error.cause = new Error('canary');
  expect(JSON.stringify(presentError(error))).not.toContain('canary');
});

describe('a service error', () => {
  test.each(codes)(
    '%s says whether the case or the machinery is at fault, and whether running again can help',
    (code) => {
      const { kind, retryable, meaning } = ERROR_CODES[code];
      const error = new ServiceError(code, 'message', 'action');
      expect([error.kind, error.retryable]).toEqual([kind, retryable]);
      expect(meaning).toMatch(/\.$/);
      // What has to be mended in the case cannot be helped by doing the same again.
      if (kind === 'business') expect(retryable).toBe(false);
    },
  );

  test('is known by its code and not by its class, so that two copies of the package understand each other', () => {
    const foreign = Object.assign(new Error('message'), {
      code: 'ERR_TIMEOUT',
      action: 'action',
      kind: 'system',
      retryable: true,
      details: {},
    });
    expect(isServiceError(foreign)).toBe(true);
    expect(presentError(foreign).code).toBe('ERR_TIMEOUT');
  });

  test.each([
    [new Error('x')],
    [Object.assign(new Error('x'), { code: 'ECONNRESET', action: 'x' })],
    [{ code: 'ERR_TIMEOUT', action: 'x' }],
    [undefined],
    ['ERR_TIMEOUT'],
  ])('%p is not one', (other) => {
    expect(isServiceError(other)).toBe(false);
  });
});
