import { templateFor } from '../../../src/krr/language';

test.each([
  ['nb', 'nb'],
  ['nn', 'nn'],
  ['en', 'en'],
  ['EN', 'en'],
])('a person who wants %s is written to in %s', (language, template) => {
  expect(templateFor(language)).toBe(template);
});

test.each(['se', 'de', 'toString', '', undefined])('for %p, which has no template, it is bokmål', (language) => {
  expect(templateFor(language)).toBe('nb');
});
