import { decodeJwt } from 'jose';
import { checkClient } from '../../../src/connection/checkClient';
import type { ConnectionReport } from '../../../src/connection/report';
import { folkeregisterConnection } from '../../../src/folkeregister/connection';
import { krrConnection } from '../../../src/krr/connection';
import { svarutConnection } from '../../../src/svarut/connection';
import { fakeWorld, sessionIn, type Reply, type Route } from '../fakePorts';

const PLANS = [folkeregisterConnection, krrConnection, svarutConnection];
const KRR_SCOPE = 'krr:global/kontaktinformasjon.read';

const issued: Reply = { json: { access_token: 'opaque', expires_in: 119 } };
const refused = (description: string): Reply => ({
  status: 400,
  json: { error: 'invalid_scope', error_description: description },
});

/** Answers by the scope that was asked for. */
const byScope =
  (answers: Readonly<Record<string, Reply>>): Route =>
  ({ body }) => {
    const { scope } = decodeJwt(new URLSearchParams(String(body)).get('assertion') ?? '');
    return answers[String(scope)] ?? issued;
  };

const check = (answers: Readonly<Record<string, Reply>>) => {
  const world = fakeWorld(() => ({ status: 404 }), { token: byScope(answers) });
  return { world, report: checkClient(sessionIn(world), PLANS) };
};

const tokenSteps = ({ steps }: ConnectionReport) => steps.filter(({ step }) => step === 'token');

test('a client with the scopes of every service passes', async () => {
  const report = await check({}).report;
  expect(report.ok).toBe(true);
  expect(tokenSteps(report).map(({ status }) => status)).toEqual(['passed', 'passed']);
});

test.each([
  ['MP-200', 'MP-200 The client requested invalid scopes'],
  ['MP-201', 'MP-201 Scope not allowed for maskinporten integration'],
  ['MP-250', 'MP-250 Consumer has not been granted access to the scope'],
  ['MP-251', 'MP-251 Consumer has not delegated access to the scope'],
])('a scope that is refused as %s is a warning that names it, where another is granted', async (_code, description) => {
  const report = await check({ [KRR_SCOPE]: refused(description) }).report;
  expect(report.ok).toBe(true);
  expect(tokenSteps(report)).toEqual([
    expect.objectContaining({ status: 'passed' }),
    expect.objectContaining({
      status: 'warning',
      message: expect.stringContaining(KRR_SCOPE),
      action: expect.stringMatching(/If no flow needs this scope, nothing is wrong\.$/),
    }),
  ]);
});

test('a client without any of the scopes fails, and each is named', async () => {
  const none = refused('MP-200 The client requested invalid scopes');
  const report = await check({ 'ks:fiks': none, [KRR_SCOPE]: none }).report;
  expect(tokenSteps(report).map(({ status, message }) => [status, message])).toEqual([
    ['failed', expect.stringContaining('ks:fiks')],
    ['failed', expect.stringContaining(KRR_SCOPE)],
  ]);
  expect(report.ok).toBe(false);
});

test('what is wrong with the client itself is told once, however many scopes were asked for', async () => {
  const unknown = refused('MP-100 Client not found');
  const report = await check({ 'ks:fiks': unknown, [KRR_SCOPE]: unknown }).report;
  expect(tokenSteps(report)).toEqual([expect.objectContaining({ status: 'failed', serviceCode: 'MP-100' })]);
});

test('a failure that is not about the scope stays one, also where another token is issued', async () => {
  const report = await check({ [KRR_SCOPE]: refused('MP-012 The grant was used before') }).report;
  expect(report.ok).toBe(false);
  expect(tokenSteps(report).map(({ status }) => status)).toEqual(['passed', 'failed']);
});

test('no Fiks integration is tried, also where the session has one', async () => {
  const { world, report } = check({});
  expect((await report).steps.map(({ step }) => step)).not.toContain('integration');
  expect(world.requests.filter(({ headers }) => 'IntegrasjonId' in headers)).toEqual([]);
});
