/**
 * docs/conformance.md: what the sandbox keeps of the real services. test/sandbox/conformance.test.ts sees to it that it is true.
 */
import { folkeregister } from './conformance/folkeregister.mts';
import { kjoretoyregister } from './conformance/kjoretoyregister.mts';
import { krr } from './conformance/krr.mts';
import { maskinporten } from './conformance/maskinporten.mts';
import type { Group, Proof, ServiceRules } from './conformance/rule.mts';
import { svarut } from './conformance/svarut.mts';
import { table } from './reference.mts';

export const CONFORMANCE: readonly ServiceRules[] = [maskinporten, folkeregister, krr, kjoretoyregister, svarut];

const rulesOf = ({ groups }: ServiceRules) => groups.flatMap(({ rules }) => rules);

const endpointsOf = ({ groups }: ServiceRules): ReadonlySet<string> =>
  new Set(groups.flatMap((group) => group.endpoints));

const overview = (): string =>
  table(
    ['Service', 'Endpoints', 'Rules', 'Tests named', 'Missing'],
    CONFORMANCE.map((service) => {
      const proofs = rulesOf(service).flatMap(([, , ...named]) => named);
      const tests = new Set(proofs.map(({ file, name }) => `${file}: ${name}`));
      const missing = rulesOf(service).filter(([, , ...named]) => named.length === 0);
      return [service.title, endpointsOf(service).size, rulesOf(service).length, tests.size, missing.length].map(
        String,
      );
    }),
  );

const inMarkdown = (text: string): string => text.replace(/[<>*_~]/g, String.raw`\$&`);

const byFile = (proofs: readonly Proof[]): string =>
  [...new Set(proofs.map(({ file }) => file))]
    .map((file) => {
      const names = proofs.filter((proof) => proof.file === file).map(({ name }) => inMarkdown(name));
      return `\`${file}\`: ${names.join('; ')}`;
    })
    .join('<br>');

const groupSection = ({ about, endpoints, rules }: Group, { factSheet }: ServiceRules): string =>
  [
    `### ${about}`,
    endpoints.map((endpoint) => `- \`${endpoint}\``).join('\n'),
    table(
      ['Rule', 'Where it stands', 'Tests'],
      rules.map(([source, rule, ...proofs]) => [
        rule,
        source.startsWith('§') ? `${factSheet.replace('.md', '')} ${source}` : source,
        byFile(proofs),
      ]),
    ),
  ].join('\n\n');

export const CONFORMANCE_BEGIN = '<!-- generated from scripts/docs/conformance/ by npm run docs; do not edit -->';

export const conformancePage = (): string =>
  [
    overview(),
    ...CONFORMANCE.flatMap((service) => [
      `## ${service.title}`,
      ...service.groups.map((group) => groupSection(group, service)),
    ]),
  ].join('\n\n');
