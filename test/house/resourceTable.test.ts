/** The table of the register's resources in docs/folkeregister.md cannot be made while anything is missing. */
import { testFiles } from '../../scripts/docs/endpoints.mts';
import { RESOURCES, resourceTable } from '../../scripts/docs/registerResources.mts';
import { SERVICES, type Operation, type Session } from '../../src/core';

const operations: readonly Operation<Session>[] = SERVICES.folkeregister.operations;
const { trigger } = SERVICES.folkeregister;
const tests = testFiles();

it('has a line for every resource, with an operation and tests in both hosts', () => {
  const [, , ...lines] = resourceTable(operations, trigger, tests).split('\n');
  expect(lines).toHaveLength(RESOURCES.length);
  for (const line of lines)
    expect(line).toMatch(/^(?:\| [^|]+ ){4}\| `[^|]+` \| `[^|]*n8n\/[^|]+` \| `[^|]*node-red\/[^|]+` \|$/);
});

it('tells of the trigger where it asks', () => {
  const lines = resourceTable(operations, trigger, tests).split('\n');
  expect(lines.filter((line) => line.includes(trigger.title.en)).length).toBe(trigger.endpoints?.length);
});

it.each(RESOURCES)('is not made without an operation for $endpoint', ({ endpoint }) => {
  const others = operations.filter(({ endpoints = [] }) => !endpoints.includes(endpoint));
  expect(() => resourceTable(others, trigger, tests)).toThrow(/ has no operation\.$/);
});

it.each(RESOURCES.filter(({ of }) => of !== 'ks'))(
  'is not made without a way to Skatteetaten for $endpoint',
  ({ endpoint }) => {
    const throughFiksAlone = operations.map((operation) =>
      operation.endpoints?.includes(endpoint)
        ? { ...operation, fields: operation.fields.filter(({ name }) => name !== 'route') }
        : operation,
    );
    expect(() => resourceTable(throughFiksAlone, trigger, tests)).toThrow(/ has no operation with the right routes\.$/);
  },
);

it.each([
  [/^(?!n8n|hosts|node-red)/, 'test'],
  [/n8n/, 'test in n8n'],
  [/node-red|nodeRed/, 'test in Node-RED'],
])('is not made without the tests that are %s: it misses a %s', (where, missed) => {
  const others = tests.filter(({ file }) => !where.test(file));
  expect(() => resourceTable(operations, trigger, others)).toThrow(new RegExp(` has no ${missed}\\.$`));
});
