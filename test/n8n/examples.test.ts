/** What every shipped workflow promises, before it runs: test/hosts/n8n runs them. */
import { readdirSync, readFileSync } from 'node:fs';
import { inProject } from '../../scripts/project.mts';
import { credentialsFor } from '../../sandbox/src/admin/credentials';
import { Folkeregister } from '../../nodes/Folkeregister/Folkeregister.node';
import { Kjoretoyregister } from '../../nodes/Kjoretoyregister/Kjoretoyregister.node';
import { Krr } from '../../nodes/Krr/Krr.node';
import { SvarUt } from '../../nodes/SvarUt/SvarUt.node';

interface Workflow {
  readonly nodes: readonly { name: string; type: string; parameters: Readonly<Record<string, unknown>> }[];
  readonly connections: Readonly<Record<string, { main: { node: string }[][] }>>;
  readonly settings: object;
}

const WORKFLOWS = readdirSync(inProject('examples', 'n8n')).map((file) => {
  const text = readFileSync(inProject('examples', 'n8n', file), 'utf8');
  return { file, text, workflow: JSON.parse(text) as Workflow };
});

const FORMS = new Map(
  [new Folkeregister(), new Krr(), new Kjoretoyregister(), new SvarUt()].map(({ description }) => [
    `n8n-nodes-norsk-kommune.${description.name}`,
    description.properties,
  ]),
);

describe.each(WORKFLOWS)('$file', ({ text, workflow: { nodes, connections, settings } }) => {
  it('stores no execution data', () => {
    expect(settings).toMatchObject({
      saveDataSuccessExecution: 'none',
      saveDataErrorExecution: 'none',
      saveManualExecutions: false,
      saveExecutionProgress: false,
    });
  });

  it('holds no secret and no identity number', () => {
    const { maskinporten, fiks } = credentialsFor('http://127.0.0.1:8440');
    const secrets = [JSON.parse(maskinporten.privateKey).d, fiks.integrationPassword, fiks.referenceSecret];
    for (const secret of secrets) expect(text.includes(secret)).toBe(false);
    expect(text).not.toMatch(/(?<![\w-])\d{6}[ .-]?\d{5}(?![\w-])/);
  });

  it('is wired only to what is there', () => {
    const names = nodes.map(({ name }) => name);
    const wired = Object.entries(connections).flatMap(([from, { main }]) => [
      from,
      ...main.flat().map(({ node }) => node),
    ]);
    expect(new Set(names).size).toBe(names.length);
    expect(wired.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('fills in only what the forms of our nodes have', () => {
    const ours = nodes.filter(({ type }) => FORMS.has(type));
    expect(ours.length).toBeGreaterThan(0);
    for (const { type, parameters } of ours) {
      const shown = FORMS.get(type)!.filter(
        ({ name, displayOptions }) =>
          name === 'operation' ||
          !displayOptions?.show?.operation ||
          displayOptions.show.operation.includes(parameters.operation as string),
      );
      expect(shown.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(parameters)));
    }
  });
});
