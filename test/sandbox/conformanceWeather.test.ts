/** What can be ordered to go wrong can go wrong everywhere: asked of every endpoint there is. */
import type { Caller } from './caller';
import { askRoute, startWithRoutes, type Route } from './routes';

let caller: Caller;
let routes: readonly Route[];
beforeAll(async () => ({ caller, routes } = await startWithRoutes()));
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));
afterAll(() => caller.close());

const SERVICES = ['maskinporten', 'folkeregister', 'krr', 'kjoretoyregister', 'svarut'];

describe('every endpoint', () => {
  it.each([429, 500, 503])('can answer with %i', async (status) => {
    for (const service of SERVICES)
      await caller.postJson('/admin/faults', { service, kind: 'status', status, times: routes.length });
    for (const route of routes) expect([route, (await askRoute(caller, route)).status]).toEqual([route, status]);
  });

  it('can answer with a page of HTML', async () => {
    for (const service of SERVICES)
      await caller.postJson('/admin/faults', { service, kind: 'html', times: routes.length });
    for (const route of routes) {
      const { status, headers } = await askRoute(caller, route);
      expect([route, status, headers.get('content-type')]).toEqual([route, 502, expect.stringContaining('text/html')]);
    }
  });

  it('can be cut off', async () => {
    for (const service of SERVICES)
      await caller.postJson('/admin/faults', { service, kind: 'drop', times: routes.length });
    for (const route of routes) await expect(askRoute(caller, route)).rejects.toThrow('fetch failed');
  });
});
