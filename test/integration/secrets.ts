/** Everything a run knew that may not be shown to anybody: found out from the data, the credentials and the wire. */
import { KRR_ONLY_PERSONS } from '../../sandbox/src/krr/persons';
import { ADDRESS } from './letters';
import { currentIn, NOBODY, NOT_SYNTHETIC, PERSONAS, SHORTENED } from './persons';
import type { World } from './world';

const parts = (token: unknown): string[] =>
  typeof token === 'string' ? [token, ...token.split('.').filter((part) => part.length > 8)] : [];

const fromTheWire = (world: World): string[] =>
  world.exchanges.flatMap(({ request, response }) => {
    if (!request.url.endsWith('/token')) return [request.url];
    const assertion = new URLSearchParams(String(request.body)).get('assertion');
    const body = new TextDecoder().decode(response?.body);
    const token = body.startsWith('{') ? JSON.parse(body).access_token : undefined;
    return [request.url, ...parts(assertion), ...parts(token)];
  });

const ofPersons = (): string[] =>
  PERSONAS.flatMap((persona) => [
    persona.foedselsEllerDNummer,
    ...persona.historiskeIdentifikatorer,
    ...currentIn(persona, 'navn').flatMap(({ fornavn, mellomnavn, etternavn }) => [fornavn, mellomnavn, etternavn]),
  ]).filter((text): text is string => typeof text === 'string');

/** Who owns the vehicles that are asked about, apart from the persons above, and the vehicles' plates. */
const OF_VEHICLES = ['TEKOPP', 'SYKKEL', 'LAMPE', '14837810141', '02918521073', 'DN00101', 'DN 00101', 'SYNT 1'];

export const secretsOf = (world: World): Set<string> => {
  const { maskinporten, fiks } = world.sandbox.credentials;
  const { d, p, q, dp, dq, qi, n } = JSON.parse(maskinporten.privateKey) as Record<string, string>;
  return new Set(
    [
      ...ofPersons(),
      ...KRR_ONLY_PERSONS.flatMap(({ personidentifikator, email, mobile }) => [
        personidentifikator,
        email?.address,
        mobile?.address,
      ]),
      ...OF_VEHICLES,
      ...[NOBODY, NOT_SYNTHETIC, SHORTENED, ADDRESS.adresselinje1],
      ...[d, p, q, dp, dq, qi, n, fiks.integrationPassword, fiks.referenceSecret, 'guessed-password', 'my secret key'],
      ...[world.sandbox.url, new URL(world.sandbox.url).host],
      ...fromTheWire(world),
    ].filter((text): text is string => typeof text === 'string' && text.length > 3),
  );
};

const LOOKS_SECRET = /\d{6}[\s.-]?\d{5}|eyJ|-----BEGIN|https?:\/\/127|bearer\s[^[]/i;

/** References made by machines, for support; a run of digits in one means nothing. */
const HANDLES = /\b(?:[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\b/gi;

/** What of the secrets stands in the text, shortened to tell which without telling it. */
export const leaksIn = (text: string, secrets: ReadonlySet<string>): string[] => {
  const lower = text.toLowerCase();
  const found = [...secrets].filter((secret) => lower.includes(secret.toLowerCase()));
  const looks = LOOKS_SECRET.exec(text.replace(HANDLES, ''));
  return looks ? [...found, `looks secret: ${looks[0]}`] : found;
};
