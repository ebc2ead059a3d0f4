import fc from 'fast-check';
import { toE164 } from '../../../src/krr/phoneNumber';

test.each([
  ['99999999', '+4799999999'],
  ['41234567', '+4741234567'],
  ['+4799999999', '+4799999999'],
  ['004799999999', '+4799999999'],
  ['+47 999 99 999', '+4799999999'],
  ['999-99_999', '+4799999999'],
  ['+46701740605', '+46701740605'],
  ['0046 70 174 06 05', '+46701740605'],
  ['+1 202 555 0123', '+12025550123'],
])('%s is %s', (written, e164) => {
  expect(toE164(written)).toBe(e164);
});

test.each([
  ['no Norwegian mobile number', '22334455'],
  ['a Norwegian number one digit short', '+479999999'],
  ['a Norwegian number of no mobile', '+4722334455'],
  ['a number whose country is not marked', '46701740605'],
  ['too long for anybody', '+1234567890123456'],
  ['too short', '12'],
  ['not a number', 'ring meg'],
  ['a country that begins with zero', '+0712345678'],
])('%s is given no country: %s', (_why, written) => {
  expect(toE164(written)).toBeUndefined();
});

test('what comes out is E.164, whatever stands in the register', () => {
  const written = fc.stringMatching(/^\+?[- _0-9]{1,20}$/);
  fc.assert(
    fc.property(written, (text) => {
      const e164 = toE164(text);
      if (e164 !== undefined) {
        expect(e164).toMatch(/^\+[1-9]\d{6,14}$/);
        expect(toE164(e164)).toBe(e164);
      }
    }),
  );
});
