/**
 * What opens a door, for the tests that look whether it has got out: the secrets of the sandbox's credentials in every form
 * they are written in, and whatever looks like a grant or a token.
 */
import { createPrivateKey, type KeyObject } from 'node:crypto';

interface Credentials {
  readonly maskinporten: { readonly privateKey: string };
  readonly fiks: { readonly integrationPassword: string; readonly referenceSecret: string };
  readonly certificateClient: {
    readonly privateKey: string;
    readonly passphrase: string;
    readonly privateKeyAsPem: string;
  };
}

/** A part that gets out is as bad as the whole, and what goes over several lines is never found whole. */
export const piecesOf = (text: string): string[] => text.match(/[\w+/=-]{24}/g) ?? [];

/** In the PEM of a key of 2048 bits, or longer in proportion, the public half comes first. */
const PUBLIC_LINES = 9;

const writtenOut = (key: KeyObject): string[] => {
  const { d, p, q, dp, dq, qi } = key.export({ format: 'jwk' });
  const pems = (['pkcs8', 'pkcs1'] as const).map((type) =>
    key.export({ type, format: 'pem' }).toString().split('\n').slice(PUBLIC_LINES, -2).join('\n'),
  );
  return [d, p, q, dp, dq, qi, ...pems].flatMap((text = '') => piecesOf(text));
};

/** What a test itself filled in where a secret belongs. */
export const GUESSED = 'guessed-canary-7f3a9c';

export const secretsIn = ({ maskinporten, fiks, certificateClient }: Credentials): ReadonlySet<string> =>
  new Set([
    ...writtenOut(createPrivateKey({ key: JSON.parse(maskinporten.privateKey), format: 'jwk' })),
    ...writtenOut(createPrivateKey(certificateClient.privateKeyAsPem)),
    ...piecesOf(certificateClient.privateKey),
    ...[certificateClient.passphrase, fiks.integrationPassword, fiks.referenceSecret, GUESSED],
  ]);

/** The public half of a key can hold the beginning of a token by chance, but never two parts of one. */
const LOOKS_SECRET =
  /eyJ[\w-]{8,}\.eyJ[\w-]{8,}|bearer\s+eyJ|-----BEGIN [A-Z ]*PRIVATE KEY|\\*"d\\*"\s*:\s*\\*"[\w-]{24}/i;

/** Which of the secrets stand in the text. */
export const opensDoors = (text: string, secrets: ReadonlySet<string>): string[] => {
  const looks = LOOKS_SECRET.exec(text)?.[0];
  return [...secrets].filter((secret) => text.includes(secret)).concat(looks ? [`looks secret: ${looks}`] : []);
};
