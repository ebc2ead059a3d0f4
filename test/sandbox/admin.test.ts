import type { OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccessTokens } from '../../sandbox/src/maskinporten/accessTokens';
import { createServer } from '../../sandbox/src/server';
import { SandboxState } from '../../sandbox/src/state';
import { Caller } from './caller';
import { letterTo, send } from './letters';
import { requestWithHeaders } from './rawHttp';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

describe('the credentials', () => {
  it('are the same in every sandbox, so that what was pasted survives a restart', async () => {
    const other = await Caller.start();
    const { sandboxUrl: _otherUrl, ...others } = (await other.call('/admin/credentials')).body.maskinporten;
    await other.close();
    const { body } = await caller.call('/admin/credentials');
    expect(body.maskinporten).toEqual({ ...others, sandboxUrl: caller.url });
    expect(JSON.parse(body.maskinporten.privateKey)).toMatchObject({ kty: 'RSA', kid: body.maskinporten.keyId });
  });
});

describe('the request list', () => {
  it('has every request with its verdict, and hides identifiers in paths', async () => {
    const { rolleId } = caller.credentials.fiks;
    const path = `/fiks/folkeregister/api/v1/${rolleId}/v1/personer/12848539668?part=navn`;
    await caller.call(path);
    await caller.call(path, { headers: await caller.fiksHeaders() });
    const { body } = await caller.call('/admin/requests');
    expect(body).toEqual([
      expect.objectContaining({
        service: 'folkeregister',
        operation: 'person',
        method: 'GET',
        path: `/fiks/folkeregister/api/v1/${rolleId}/v1/personer/128485*****`,
        status: 401,
        verdict: 'refused',
        reason: expect.stringContaining('Authorization'),
      }),
      expect.objectContaining({ service: 'maskinporten', operation: 'token', verdict: 'accepted' }),
      expect.objectContaining({ service: 'folkeregister', status: 200, verdict: 'accepted' }),
    ]);
  });

  it('has requests to paths that do not exist', async () => {
    expect((await caller.call('/krr/rest/v3/personer')).status).toBe(401);
    expect(await caller.call('/maskinporten/authorize')).toMatchObject({
      status: 404,
      body: { error: 'invalid_request' },
    });
    expect(await caller.lastRequest()).toMatchObject({ operation: 'unknown', status: 404 });
  });
});

describe('a reset', () => {
  it('forgets letters, requests and settings', async () => {
    await caller.postJson('/admin/settings', { filtrerUtgaatt: true });
    await send(caller, letterTo('12848539668'));
    expect((await caller.call('/admin/reset', { method: 'POST' })).status).toBe(204);
    expect((await caller.call('/admin/letters')).body).toEqual([]);
    expect((await caller.call('/admin/requests')).body).toEqual([]);
    expect((await caller.postJson('/admin/settings', {})).body.filtrerUtgaatt).toBe(false);
  });

  it('lets a grant be used again', async () => {
    const assertion = await caller.grant();
    await caller.askForToken(assertion);
    await caller.call('/admin/reset', { method: 'POST' });
    expect((await caller.askForToken(assertion)).status).toBe(200);
  });
});

describe('the administration', () => {
  it.each(['localhost', '127.0.0.1', '[::1]'])('answers on %s', async (name) => {
    const host = `${name}:${new URL(caller.url).port}`;
    expect((await requestWithHeaders(caller.url, '/admin/letters', { host })).status).toBe(200);
  });

  it.each(['attacker.example', 'localhost.attacker.example', '192.168.1.4:8440', '127.0.0.1@attacker.example'])(
    'refuses the host name %s, which may be this machine under a false name',
    async (host) => {
      for (const path of ['/admin/credentials', '/admin/letters', '/', '/page.js']) {
        expect((await requestWithHeaders(caller.url, path, { host })).status).toBe(403);
      }
    },
  );

  it.each(['https://attacker.example', 'null', 'http://127.0.0.1:1'])(
    'refuses an order from a page at %s',
    async (origin) => {
      expect((await requestWithHeaders(caller.url, '/admin/reset', { origin }, 'POST')).status).toBe(403);
    },
  );

  it('takes an order from its own page', async () => {
    expect((await requestWithHeaders(caller.url, '/admin/reset', { origin: caller.url }, 'POST')).status).toBe(204);
  });

  it('answers to the name the sandbox was told to go by, and to pages from there, also behind a proxy', async () => {
    const state = new SandboxState(1);
    const server = await createServer(state, await AccessTokens.create());
    await server.listen({ port: 0, host: '127.0.0.1' });
    const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    state.url = 'https://sandbox.example:8440';
    const statusOf = async (headers: OutgoingHttpHeaders) =>
      (await requestWithHeaders(url, '/admin/reset', headers, 'POST')).status;
    const host = 'sandbox.example:8440';
    expect(await statusOf({ host })).toBe(204);
    expect(await statusOf({ host, origin: `https://${host}` })).toBe(204);
    expect(await statusOf({ host, origin: 'https://attacker.example' })).toBe(403);
    expect(await statusOf({ host: 'other.example:8440' })).toBe(403);
    expect(await statusOf({ host: 'localhost' })).toBe(204);
    await server.close();
  });

  it('lets no other site read its answers', async () => {
    const { headers } = await requestWithHeaders(caller.url, '/admin/letters', {});
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it.each([
    ['/admin/clock', {}],
    ['/admin/clock', { advanceSeconds: -1 }],
    ['/admin/clock', { advanceSecond: 1 }],
    ['/admin/settings', { filtrerUtgatt: true }],
    ['/admin/settings', { errorJson: 'list' }],
  ])('refuses the misspelt order %s %j', async (path, body) => {
    expect((await caller.postJson(path, body)).status).toBe(400);
  });

  it('does not let an uploaded page run as its own', async () => {
    const form = new FormData();
    const dokumenter = [{ filnavn: 'side.html', mimeType: 'text/html' }];
    form.append('forsendelse', JSON.stringify(letterTo('12848539668', { dokumenter, kunDigitalLevering: true })));
    form.append('fil', new File(['<script>alert(1)</script>'], 'side.html', { type: 'text/html' }));
    const { kontoId } = caller.credentials.fiks;
    const { body } = await caller.call(`/svarut/api/v3/kontoer/${kontoId}/forsendelser/person`, {
      method: 'POST',
      headers: await caller.fiksHeaders(),
      body: form,
    });
    const { headers } = await caller.call(`/admin/letters/${body.id}/documents/0`);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toBe('attachment');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('answers 404 for a document that is not there', async () => {
    expect((await caller.call('/admin/letters/x/documents/0')).status).toBe(404);
  });
});
