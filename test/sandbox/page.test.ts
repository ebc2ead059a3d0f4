import { runInNewContext } from 'node:vm';
import { Caller } from './caller';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());

describe('the web page', () => {
  it('shows the credentials and the persons', async () => {
    const { body } = await caller.call('/');
    expect(body).toContain(caller.credentials.fiks.kontoId);
    expect(body).toContain('RASK FYRLYKT');
    expect(body).toContain('12848539668');
  });

  it('escapes what it fills in', async () => {
    const { body } = await caller.call('/');
    expect(body).toContain('data-copy="{&#34;kty&#34;:&#34;RSA&#34;');
    expect(body).not.toContain('"kty"');
  });

  it('allows nothing inline and nothing from elsewhere', async () => {
    const { headers, body } = await caller.call('/');
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(body).not.toMatch(/<style|style="|onclick=|https?:\/\/(?!127\.0\.0\.1)/);
    expect(body).toMatch(/<script src="\/page\.js" defer><\/script>/);
  });

  it('has a script that needs nothing from outside itself', async () => {
    const { body, headers } = await caller.call('/page.js');
    expect(headers.get('content-type')).toContain('text/javascript');
    const browser = {
      document: {
        addEventListener: () => undefined,
        getElementById: () => ({ textContent: '' }),
      },
      fetch: () => Promise.reject(new Error('offline')),
      setTimeout: () => 0,
    };
    expect(() => runInNewContext(body, browser)).not.toThrow();
  });

  it('never sets markup from data', async () => {
    const { body } = await caller.call('/page.js');
    expect(body).not.toMatch(/innerHTML\s*=[^=]|insertAdjacentHTML|document\.write/);
  });
});
