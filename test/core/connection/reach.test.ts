import { reach } from '../../../src/connection/reach';
import { broken, fakeWorld, inTurn, thrownBy } from '../fakePorts';

const HOST = 'https://test.maskinporten.no/';

test.each([200, 401, 403, 404, 500, 503])('an answer of %i shows that the way is open', async (status) => {
  const step = await reach(fakeWorld(() => ({ status })).ports, HOST);
  expect(step).toEqual({
    step: 'network',
    host: 'test.maskinporten.no',
    status: 'passed',
    message: 'test.maskinporten.no: name resolved, connection made, TLS agreed, and it answers.',
  });
});

test('a sandbox without TLS is not said to have agreed on it', async () => {
  const step = await reach(fakeWorld(() => ({})).ports, 'http://127.0.0.1:8440/');
  expect(step).toMatchObject({ status: 'passed', host: '127.0.0.1:8440' });
  expect(step.message).not.toContain('TLS');
});

test.each([
  ['ENOTFOUND', /name could not be resolved/, /DNS/],
  ['EAI_AGAIN', /name could not be resolved/, /DNS/],
  ['ECONNREFUSED', /no connection could be made/, /TCP port 443 .*139\.105\.36\.132/s],
  ['UND_ERR_CONNECT_TIMEOUT', /no connection could be made/, /TCP port 443/],
  ['SELF_SIGNED_CERT_IN_CHAIN', /TLS was not agreed/, /root certificate/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /TLS was not agreed/, /root certificate/],
  ['EPROTO', /TLS was not agreed/, /root certificate/],
  ['ETIMEDOUT', /no answer within 10 seconds/, /TCP port 443/],
  ['ECONNRESET', /broke before an answer/, /TCP port 443/],
])('%s says how far it got, and who must do what', async (code, message, action) => {
  const step = await reach(fakeWorld(inTurn(broken(code))).ports, HOST);
  expect(step).toMatchObject({ step: 'network', host: 'test.maskinporten.no', status: 'failed' });
  expect(step.message).toMatch(message);
  expect(step.action).toMatch(action);
});

test('a code that the host has wrapped is found', async () => {
  const wrapped = Object.assign(new Error('request failed'), { cause: broken('ENOTFOUND') });
  expect((await reach(fakeWorld(inTurn(wrapped)).ports, HOST)).message).toContain('name could not be resolved');
});

test("n8n's protection of inner networks is told by its name", async () => {
  const blocked = Object.assign(new Error('blocked'), { name: 'SsrfBlockedIpError' });
  expect((await reach(fakeWorld(inTurn(blocked)).ports, HOST)).action).toContain('N8N_SSRF_PROTECTION_ENABLED');
});

test('a proxy that wants a user name is not taken for an open way', async () => {
  expect(await reach(fakeWorld(() => ({ status: 407 })).ports, HOST)).toMatchObject({ status: 'failed' });
});

test('a run that is stopped is stopped, not reported as a fault of the network', async () => {
  const controller = new AbortController();
  controller.abort();
  const world = fakeWorld(inTurn(broken('ECONNRESET')));
  expect((await thrownBy(() => reach(world.ports, HOST, controller.signal))).code).toBe('ERR_CANCELLED');
});
