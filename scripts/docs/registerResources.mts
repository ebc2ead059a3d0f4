/**
 * Every resource of the register and of KS' own services upon it (fact sheet folkeregister §1.3, §2), with what calls it and the
 * tests of that, in both hosts. The list stands here and not in the declarations, so that one that is missing there is missed.
 */
import { testFiles } from './endpoints.mts';
import { table, type Operation, type Trigger } from './reference.mts';

export const RESOURCES_BEGIN =
  '<!-- generated from scripts/docs/registerResources.mts, the declarations and the tests by npm run docs; do not edit -->';

interface Resource {
  /** As an operation declares it. */
  readonly endpoint: string;
  /** `ks`: only through Fiks, where it is no mirror of the register. */
  readonly of: 'everyPackage' | 'legalBasis' | 'ks';
}

const both = (endpoint: string): Resource => ({ endpoint, of: 'everyPackage' });
const withLegalBasis = (endpoint: string): Resource => ({ endpoint, of: 'legalBasis' });
const ofKs = (method: string, resource: string): Resource => ({
  endpoint: `${method} /folkeregister/api/v1/${resource}`,
  of: 'ks',
});

export const RESOURCES: readonly Resource[] = [
  both('GET /v1/personer/{personidentifikator}'),
  both('GET /v1/personer/entydigsoek'),
  both('GET /v1/personer/soek'),
  both('POST /v1/personer/bulkoppslag'),
  withLegalBasis('GET /v1/personer/arkiv/{dokumentidentifikator}'),
  withLegalBasis('POST /v1/personer/bulkoppslag/arkiv'),
  both('GET /v1/personer/xsd'),
  both('GET /v1/hendelser/feed'),
  both('GET /v1/hendelser/siste/sekvensnummer'),
  withLegalBasis('GET /v1/hendelser/{hendelsesidentifikator}'),
  withLegalBasis('POST /v1/hendelser/bulkoppslag'),
  withLegalBasis('GET /v1/hendelser/xsd'),
  both('GET /v1/hendelser/feedxsd'),
  withLegalBasis('GET /v1/uttrekk/komplett'),
  both('POST /v1/uttrekk/tilpasset'),
  both('GET /v1/uttrekk/{jobbid}/batch/{batchnr}'),
  ofKs('POST', 'oppvekst/{fiksOrgId}/{rolleId}'),
  ofKs('GET', 'hendelser/typer'),
  ofKs('POST', 'hendelser/statistikk'),
  ofKs('POST', 'hendelser/liste'),
  ofKs('POST', 'hendelser/{fiksOrgId}/opprettRolle'),
  ofKs('DELETE', 'hendelser/{fiksOrgId}/slettRolle'),
];

/** Through Fiks, and at Skatteetaten. */
const ROUTES = {
  everyPackage: ['yes', 'yes'],
  legalBasis: ['with legal basis', 'with legal basis'],
  ks: ['yes', '–'],
} as const;

type Test = ReturnType<typeof testFiles>[number];

const IN_N8N = /^(?:hosts\/)?n8n\/|^hosts\/browser\/n8n/;
const IN_NODE_RED = /^node-red\/|^hosts\/browser\/nodeRed/;

/** They ask for each resource on each route (test/registerResources.ts). */
const isAboutEveryResource = ({ text }: Test): boolean => text.includes("/registerResources'");

/** Those that call it, the one with the least besides first. */
const callersOf = ({ endpoint }: Resource, operations: readonly Operation[]): readonly Operation[] =>
  operations
    .filter(({ endpoints = [] }) => endpoints.includes(endpoint))
    .sort((a, b) => (a.endpoints?.length ?? 0) - (b.endpoints?.length ?? 0));

/** @throws Error that names what is missing */
const demand = (isThere: boolean, { endpoint }: Resource, what: string): void => {
  if (!isThere) throw new Error(`${endpoint} has no ${what}.`);
};

const rowOf = (
  resource: Resource,
  operations: readonly Operation[],
  trigger: Trigger | undefined,
  tests: readonly Test[],
): readonly string[] => {
  const callers = callersOf(resource, operations);
  const [first] = callers;
  if (!first) throw new Error(`${resource.endpoint} has no operation.`);
  const canGoDirectly = callers.some(({ fields }) => fields.some(({ name }) => name === 'route'));
  demand(canGoDirectly === (resource.of !== 'ks'), resource, 'operation with the right routes');
  const about = tests.filter((test) => isAboutEveryResource(test) || test.text.includes(`'${first.name}'`));
  const inN8n = about.filter(({ file }) => IN_N8N.test(file));
  const inNodeRed = about.filter(({ file }) => IN_NODE_RED.test(file));
  const others = about.filter((test) => !inN8n.includes(test) && !inNodeRed.includes(test));
  demand(others.length > 0, resource, 'test');
  demand(inN8n.length > 0, resource, 'test in n8n');
  demand(inNodeRed.length > 0, resource, 'test in Node-RED');
  const titles = [...callers, ...(trigger?.endpoints?.includes(resource.endpoint) ? [trigger] : [])];
  const listed = (some: readonly Test[]): string => some.map(({ file }) => `\`${file}\``).join(', ');
  return [
    `\`${resource.endpoint}\``,
    ...ROUTES[resource.of],
    titles.map(({ title }) => title.en).join(', '),
    ...[others, inN8n, inNodeRed].map(listed),
  ];
};

/** @throws Error that names a resource without an operation or a test, in either host */
export const resourceTable = (operations: readonly Operation[], trigger?: Trigger, tests = testFiles()): string =>
  table(
    ['Resource', 'Through Fiks', 'At Skatteetaten', 'Operation', 'In the tests', 'In n8n', 'In Node-RED'],
    RESOURCES.map((resource) => rowOf(resource, operations, trigger, tests)),
  );
