import { SERVICES, type Service } from '../../../src/catalog';
import type { Operation } from '../../../src/operations/operation';
import type { Session } from '../../../src/session';

const services: readonly Service[] = Object.values(SERVICES);
const sorting = services
  .flatMap(({ operations }) => operations)
  .flatMap((operation: Operation<Session>) =>
    operation.branches ? [{ ...operation, branches: operation.branches }] : [],
  );

test('the check of the rules of notification sorts its results', () => {
  expect(sorting.map(({ name }) => name)).toContain('checkNotificationRules');
});

describe.each(sorting)('the results of $name', ({ branches, example }) => {
  test('are of kinds with names of their own, in both languages', () => {
    for (const nameOf of [
      ({ value }: (typeof branches.names)[number]) => value,
      ({ label }: (typeof branches.names)[number]) => label.en,
      ({ label }: (typeof branches.names)[number]) => label.nb,
    ]) {
      const names = branches.names.map(nameOf);
      expect(new Set(names).size).toBe(names.length);
      expect(names.every((name) => name.length > 1)).toBe(true);
    }
  });

  test('have an example of one of the kinds', () => {
    expect(branches.names.map(({ value }) => value)).toContain(branches.of(example));
  });
});

test.each(['mayBeNotified', 'paperOnly', 'noChannel'])(
  'a result with the verdict %s is of that kind',
  (notification) => {
    const branches = sorting.find(({ name }) => name === 'checkNotificationRules')!.branches;
    expect(branches.of({ notification })).toBe(notification);
    expect(branches.names.map(({ value }) => value)).toContain(notification);
  },
);

test('KRR takes a Fiks integration by a choice that its look-ups offer', () => {
  const { mayUseFiks, operations } = SERVICES.krr as Service;
  for (const { fields } of operations.filter(({ name }) => /^(?:check(?!Connection)|lookUp)/.test(name))) {
    const field = fields.find(({ name }) => name === mayUseFiks?.field);
    expect(field?.kind === 'choice' && field.choices.map(({ value }) => value)).toContain(mayUseFiks?.is);
  }
});
