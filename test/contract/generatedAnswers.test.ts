/** What the sandbox answers about the persons it generates, by the published descriptions: they are as well made as those with a story. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answered, answering, personsPath } from './answering';
import { describeContract, FOLDER } from './specs';
import { Xsd } from './xsd';

const COUNT = 400;
const SCHEMA = 'folkeregister-persondokument-1.0-beta2.xsd';
const EVERYTHING = ['person-basis', 'relasjon-utvidet', 'identitetsgrunnlag-utvidet', 'historikk'];
const PARTS = EVERYTHING.map((part) => `part=${part}`).join('&');

describeContract('what the sandbox answers about generated persons', () => {
  const setUp = answering('answers about generated persons', { persons: COUNT });

  /** The last there are: those with a story come first. */
  const numbers = async (): Promise<string[]> => {
    const { caller } = setUp();
    const total = Number((await caller.call('/admin/persons?limit=1')).headers.get('x-total-count'));
    const { body } = await caller.call(`/admin/persons?from=${total - COUNT}&limit=${COUNT}`);
    return body.map(({ foedselsEllerDNummer }: any) => foedselsEllerDNummer);
  };

  it('in Folkeregisteret, with legal basis and without, in JSON and in XML', async () => {
    const { caller, headers, contract } = setUp();
    const xsd = new Xsd(readFileSync(path.join(FOLDER, SCHEMA), 'utf8'));
    const asked = await numbers();
    expect(asked).toHaveLength(COUNT);
    for (const number of asked) {
      const get = (role: string, query: string, accept = 'application/json') =>
        caller.call(`${personsPath(caller, role)}/${number}?${query}`, { headers: { ...headers, accept } });
      const whole = answered(await get('full', PARTS));
      contract.expectAnswer('withLegalBasis', '/v1/personer/{personidentifikator}', 'get', 200, whole);
      const without = answered(await get('without-legal-basis', 'part=person-basis'));
      const template = '/offentligutenhjemmel/v1/personer/{personidentifikator}';
      contract.expectAnswer('withoutLegalBasis', template, 'get', 200, without);
      expect([...xsd.judge(answered(await get('full', PARTS, 'application/xml'))).wrong]).toEqual([]);
      contract.answers.add(SCHEMA);
    }
  });

  it('in KRR, through Fiks', async () => {
    const { caller, headers, contract } = setUp();
    const states = new Set<string>();
    for (const fnr of await numbers()) {
      const resource = `/fiks/register/api/v1/ks/${caller.credentials.fiks.rolleId}/krr/person`;
      const { status, body } = await caller.postJson(resource, { fnr }, headers);
      states.add(body.status === 404 ? 'nobody' : `${body.status} ${body.reservert} ${body.kanVarsles}`);
      contract.expectAnswer('krr', '/register/api/v1/ks/{rolleId}/krr/person', 'post', status, body);
    }
    expect(states.size).toBeGreaterThan(3);
  });
});
