/**
 * The calls for many persons with nothing around them: no client of ours, no host.
 */
import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT, type JWK } from 'jose';
import { request } from 'undici';
import { readCredentials } from '../demo/ledger.mts';

const SCOPES = 'ks:fiks krr:global/kontaktinformasjon.read krr:global/digitalpost.read';
const PARTS = ['navn', 'status', 'foedsel', 'bostedsadresse', 'postadresse', 'adressebeskyttelse'];

/** Of both services. */
export const BATCH = 1000;
/** Calls under way at once, as many as our nodes have. */
const LANES = 4;

export interface BareCalls {
  /** For whoever else calls the sandbox; it lasts as long as the bench. */
  readonly token: string;
  readonly askKrr: (numbers: readonly string[]) => Promise<void>;
  readonly askFolkeregisteret: (numbers: readonly string[]) => Promise<void>;
}

const postJson = async (
  url: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> => {
  const answer = await request(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (answer.statusCode !== 200)
    throw new Error(`The sandbox answered ${answer.statusCode}: ${await answer.body.text()}`);
  return answer.body.json();
};

const fetchToken = async (
  url: string,
  { clientId, keyId, privateKey }: Readonly<Record<string, string>>,
): Promise<string> => {
  const assertion = await new SignJWT({ scope: SCOPES })
    .setProtectedHeader({ alg: 'RS256', kid: keyId })
    .setIssuer(clientId ?? '')
    .setAudience(`${url}/maskinporten/`)
    .setIssuedAt()
    .setExpirationTime('100s')
    .setJti(randomUUID())
    .sign(await importJWK(JSON.parse(privateKey ?? '') as JWK, 'RS256'));
  const answer = await request(`${url}/maskinporten/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }).toString(),
  });
  const { access_token } = (await answer.body.json()) as { access_token?: string };
  if (access_token === undefined) throw new Error(`The sandbox gave no token (${answer.statusCode}).`);
  return access_token;
};

const expectOneEach = (numbers: readonly string[], answers: readonly unknown[]): void => {
  if (answers.length !== numbers.length) throw new Error(`${answers.length} answers for ${numbers.length} numbers.`);
};

export const bareCallsTo = async (url: string): Promise<BareCalls> => {
  const { maskinporten, fiks } = await readCredentials(url);
  await postJson(`${url}/admin/settings`, { tokenLifetimeSeconds: 3600 });
  const token = await fetchToken(url, maskinporten);
  const authorization = `Bearer ${token}`;
  const fiksHeaders = {
    authorization,
    IntegrasjonId: fiks.integrationId ?? '',
    IntegrasjonPassord: fiks.integrationPassword ?? '',
  };
  const query = new URLSearchParams([...PARTS.map((part) => ['part', part]), ['somBestilt', 'true']]);
  const bulk = `${url}/fiks/folkeregister/api/v1/${fiks.rolleId}/v1/personer/bulkoppslag?${query}`;
  return {
    token,
    askKrr: async (numbers) => {
      const body = { personidentifikatorer: numbers, inkluderIkkeRegistrerte: true };
      const answer = await postJson(`${url}/krr/rest/v2/personer`, body, { authorization });
      expectOneEach(numbers, (answer as { personer: unknown[] }).personer);
    },
    askFolkeregisteret: async (numbers) => {
      const answer = await postJson(bulk, { foedselsEllerDNummer: numbers }, fiksHeaders);
      expectOneEach(numbers, (answer as { oppslag: unknown[] }).oppslag);
    },
  };
};

/** KRR about all of them, in as few calls as it allows. */
export const askKrrAboutAll = async ({ askKrr }: BareCalls, numbers: readonly string[]): Promise<void> => {
  const calls = Array.from({ length: Math.ceil(numbers.length / BATCH) }, (_, at) => at).values();
  const lane = async (): Promise<void> => {
    for (const at of calls) await askKrr(numbers.slice(at * BATCH, (at + 1) * BATCH));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
};
