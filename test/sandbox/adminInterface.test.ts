import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { inProject } from '../../scripts/project.mts';
import { AccessTokens } from '../../sandbox/src/maskinporten/accessTokens';
import { createServer } from '../../sandbox/src/server';
import { SandboxState } from '../../sandbox/src/state';
import { Caller } from './caller';
import { letterTo, sent, toSign } from './letters';

let caller: Caller;
let description: any;
beforeAll(async () => {
  caller = await Caller.start();
  description = (await caller.call('/admin/openapi.json')).body;
});
afterAll(() => caller.close());

/** `GET /admin/letters/{id}` for each. */
const described = (): string[] =>
  Object.entries<object>(description.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );

const operationsOf = (): any[] => Object.values<object>(description.paths).flatMap((path) => Object.values(path));

/** The server's own tree of routes, in which a child continues its parent's path. */
const routesIn = (tree: string): string[] => {
  const parents: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', segment, methods = ''] = /^([│ ]*)[├└]── (\S*)(?: \((.+)\))?$/.exec(line) ?? [];
    if (segment === undefined) return [];
    parents.length = indent.length / 4;
    parents.push(segment);
    const path = parents.join('').replaceAll(/:(\w+)/g, '{$1}');
    return methods.split(', ').flatMap((method) => (method === '' || method === 'HEAD' ? [] : [`${method} ${path}`]));
  });
};

const ajv = new Ajv2020({ discriminator: true, allowUnionTypes: true, allErrors: true });
formats.default(ajv);

describe('the OpenAPI document of the administration', () => {
  it('has every route there is', async () => {
    const server = await createServer(new SandboxState(1), await AccessTokens.create());
    await server.ready();
    const routes = routesIn(server.printRoutes({ commonPrefix: false }));
    await server.close();
    const administration = routes.filter((route) => / \/admin\//.test(route));
    expect(administration.length).toBeGreaterThan(20);
    expect(described().sort()).toEqual(administration.sort());
  });

  it('has what the README lists, and nothing else', () => {
    const readme = readFileSync(inProject('sandbox', 'README.md'), 'utf8');
    const listed = [...readme.matchAll(/^\| `(GET|POST|DELETE) (\/admin\/[^`? ]+)/gm)].map(
      ([, method, path]) => `${method} ${path}`,
    );
    expect(described().sort()).toEqual([...new Set(listed)].sort());
  });

  it('has a summary, an id of its own and an answer for each', () => {
    const operations = operationsOf();
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { operationId, summary, responses } of operations) {
      const good = Object.entries<any>(responses).filter(([status]) => status.startsWith('2'));
      expect([operationId, typeof summary, good.length]).toEqual([operationId, 'string', 1]);
      const [[status, { content }]] = good as [[string, any]];
      expect([operationId, status === '204']).toEqual([operationId, content === undefined]);
    }
  });

  it('names each parameter in a path once', () => {
    for (const [path, operations] of Object.entries<any>(description.paths)) {
      for (const { parameters } of Object.values<any>(operations)) {
        const names = parameters.filter((one: any) => one.in === 'path').map(({ name }: any) => name);
        expect(names).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      }
    }
  });

  it('is OpenAPI 3.1 with schemas that hold', () => {
    expect(description).toMatchObject({ openapi: '3.1.0', info: { title: expect.any(String) } });
    const schemas = operationsOf().flatMap(({ parameters, requestBody, responses }) => [
      ...parameters.map(({ schema }: any) => schema),
      ...[requestBody, ...Object.values<any>(responses)].flatMap((one) =>
        Object.values<any>(one?.content ?? {}).map(({ schema }) => schema),
      ),
    ]);
    expect(schemas.length).toBeGreaterThan(30);
    for (const schema of schemas) expect(() => ajv.compile(schema)).not.toThrow();
  });
});

describe('each answer of the administration', () => {
  /** What is sent to each, after what it needs is there. */
  const BODIES: Record<string, object> = {
    'POST /admin/clients': { organisation: '310475025' },
    'POST /admin/delegations': { consumer: '310475025', supplier: '312497107', scope: 'a:b' },
    'POST /admin/letters/{id}/state': { state: 'LEST' },
    'POST /admin/events': { type: 'endringINavn', person: '12848539668' },
    'POST /admin/faults': { service: 'krr', kind: 'throttle', retryAfter: 'date', probability: 0.5, seed: 3 },
    'POST /admin/clock': { advanceSeconds: 60 },
    'POST /admin/settings': { vehicleQuota: 3 },
  };

  it('is as the document says', async () => {
    const id = await sent(caller, letterTo('12848539668', toSign()));
    await caller.call('/maskinporten/jwk', { headers: { 'x-sandbox-fault': 'contentType' } });
    const pathTo = async (path: string): Promise<string> => {
      const order = BODIES['POST /admin/faults'];
      const of = path.includes('faults') ? (await caller.postJson('/admin/faults', order)).body.id : id;
      return path.replace('{id}', of).replace('{index}', '0');
    };
    const wrong: string[] = [];
    // Last what forgets the others.
    const order = described().sort((a, b) => Number(a.endsWith('/reset')) - Number(b.endsWith('/reset')));
    for (const operation of order) {
      const [method, path] = operation.split(' ') as [string, string];
      const url = await pathTo(path);
      const body = BODIES[operation];
      const answer = body ? await caller.postJson(url, body) : await caller.call(url, { method });
      const { responses } = description.paths[path][method.toLowerCase()];
      const type = answer.headers.get('content-type')?.split(';', 1)[0] ?? 'nothing';
      const content = responses[answer.status]?.content ?? { nothing: { schema: {} } };
      if (!content[type]) wrong.push(`${operation}: ${answer.status} ${type}`);
      if (!ajv.validate(content[type]?.schema ?? {}, answer.body)) wrong.push(`${operation}: ${ajv.errorsText()}`);
    }
    expect(wrong).toEqual([]);
  });

  it('that refuses says so in a sentence', async () => {
    const { schema } = operationsOf()[0].responses.default.content['application/json'];
    for (const path of ['/admin/letters/x/metadata', '/admin/requests?limit=x']) {
      expect(ajv.validate(schema, (await caller.call(path)).body)).toBe(true);
    }
  });
});
