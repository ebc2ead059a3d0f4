/**
 * Check Connection, which every node offers.
 */
import type { Field } from '../operations/field';
import { succeeded, type JsonObject, type Operation } from '../operations/operation';
import type { Session } from '../session';
import { checkConnection } from './checkConnection';
import type { ConnectionPlan } from './plan';

const EXAMPLE: JsonObject = {
  ok: true,
  summary: 'All 5 steps passed.',
  steps: [
    {
      step: 'network',
      host: 'test.maskinporten.no',
      status: 'passed',
      message: 'test.maskinporten.no: name resolved, connection made, TLS agreed, and it answers.',
    },
    {
      step: 'key',
      status: 'passed',
      message: 'The key is an RSA key of 2048 bits. It signs with key id kommune-2026.',
    },
    {
      step: 'token',
      status: 'passed',
      message: 'Maskinporten issued a token with ks:fiks for organisation 310475025; it lasts 119 seconds.',
    },
  ],
  key: {
    type: 'RSA',
    bits: 2048,
    thumbprint: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
    publicJwk: {
      kty: 'RSA',
      use: 'sig',
      alg: 'RS256',
      kid: 'kommune-2026',
      n: '0vx7agoebGcQSuuPiLJXZpt...',
      e: 'AQAB',
    },
  },
  tokens: [{ organisation: '310475025', scope: 'ks:fiks', lifetimeSeconds: 119 }],
};

type Input = Readonly<Record<string, unknown>>;

/**
 * One check, however many items come in: each gets the same report.
 * @param fields what tells apart the ways to a service that has several
 */
export const checkConnectionOperation = (
  planFor: ConnectionPlan | ((input: Input) => ConnectionPlan),
  fields: readonly Field[] = [],
): Operation<Session> => ({
  name: 'checkConnection',
  title: { en: 'Check Connection', nb: 'Sjekk forbindelsen' },
  summary: {
    en: 'Go from this machine to the service one step at a time: network, key, token, integration, access. Of each step that fails it says who must do what. Asks about nobody.',
    nb: 'Gå fra denne maskinen til tjenesten ett steg om gangen: nett, nøkkel, token, integrasjon, tilgang. For hvert steg som feiler, sies det hvem som må gjøre hva. Spør ikke om noen.',
  },
  effect: 'read',
  fields,
  batch: { limit: 1, on: [] },
  sensitive: [],
  example: EXAMPLE,
  run: async (session, inputs) => {
    const plan = typeof planFor === 'function' ? planFor(inputs[0] ?? {}) : planFor;
    const report = await checkConnection(session, [plan]);
    return inputs.map(() => succeeded(report as unknown as JsonObject));
  },
});
