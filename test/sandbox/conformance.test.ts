/** The table in docs/conformance.md: true of the tests, the routes and the settings there are, and complete. */
import { CONFORMANCE } from '../../scripts/docs/conformance.mts';
import { defaultSettings } from '../../sandbox/src/settings';
import { startWithRoutes } from './routes';
import { hasTest, testNamesIn, type TestNames } from './testNames';

const GROUPS = CONFORMANCE.flatMap(({ groups }) => groups);
const RULES = GROUPS.flatMap(({ rules }) => rules);

const read = new Map<string, TestNames>();
const namesIn = (file: string): TestNames => {
  const names = read.get(file) ?? testNamesIn(file);
  read.set(file, names);
  return names;
};

describe('each rule of the sandbox', () => {
  it.each(CONFORMANCE.map((service) => [service.title, service] as const))(
    'of %s has tests that exist',
    (_title, { groups }) => {
      const missing = groups
        .flatMap(({ rules }) => rules.flatMap(([, , ...proofs]) => proofs))
        .filter(({ file, name }) => !hasTest(namesIn(file), name));
      expect(missing).toEqual([]);
    },
  );

  it('has a source, words of its own and a test', () => {
    for (const [source, rule, ...proofs] of RULES) {
      expect(source).toMatch(/§\d/);
      expect(rule.length).toBeGreaterThan(10);
      expect(proofs.length).toBeGreaterThan(0);
    }
  });

  it('is said once in its group', () => {
    for (const { rules } of GROUPS) expect(new Set(rules.map(([, rule]) => rule)).size).toBe(rules.length);
  });

  it('would be found out without a test', () => {
    const names = namesIn('sandbox/krr');
    expect(hasTest(names, 'a whole batch is refused when it has 1001 identifiers')).toBe(true);
    expect(hasTest(names, 'a whole batch is refused when %s')).toBe(true);
    for (const wrong of ['a whole batch is refused', 'a whole batch is refused when it rains', 'it is empty'])
      expect(hasTest(names, wrong)).toBe(false);
  });
});

it('each endpoint of the sandbox has rules, and no rule is about another', async () => {
  const { caller, routes } = await startWithRoutes();
  await caller.close();
  const ruled = GROUPS.filter(({ rules }) => rules.length > 0).flatMap(({ endpoints }) => endpoints);
  expect([...new Set(ruled)].sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
});

it('each setting of the sandbox is in a rule, which has a test of both behaviours', () => {
  const said = RULES.map(([, rule]) => rule).join('\n');
  expect(Object.keys(defaultSettings()).filter((name) => !said.includes(`\`${name}\``))).toEqual([]);
});
