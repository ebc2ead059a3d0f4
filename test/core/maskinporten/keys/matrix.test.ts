import { createPublicKey, X509Certificate } from 'node:crypto';
import { ERROR_CODES, isServiceError } from '../../../../src/http/serviceError';
import { describeKey } from '../../../../src/maskinporten/keys/publicKey';
import { readSigningKey, type SigningKey } from '../../../../src/maskinporten/keys/signingKey';
import { keyMatrix, type KeyCase } from '../../../keyMatrix';

const NOW = Date.now();
const matrix = keyMatrix();
const found: string[] = [];

/** `kid`, `x5c`, or the code of the error. */
const outcomeOf = ({ material }: KeyCase): string => {
  try {
    return readSigningKey(material, NOW).kid === undefined ? 'x5c' : 'kid';
  } catch (error) {
    if (isServiceError(error)) return error.code;
    throw error;
  }
};

afterAll(() => {
  process.stdout.write(`${matrix.length} pasted keys, and what came of them:\n${found.join('\n')}\n`);
});

test.each(matrix)('$name', (entry) => {
  const outcome = outcomeOf(entry);
  found.push(`  ${outcome.padEnd(30)} ${entry.name}`);
  expect({ ok: outcome, error: outcome }).toMatchObject(entry.expected);
});

const read = (): readonly (readonly [KeyCase, SigningKey])[] =>
  matrix
    .filter(({ expected }) => 'ok' in expected)
    .map((entry) => [entry, readSigningKey(entry.material, NOW)] as const);

test('every key that is read is the right one, with the right id or certificate', () => {
  for (const [{ name, publicJwk, certificateOrg }, key] of read()) {
    const { publicJwk: described, certificate } = describeKey(key, NOW);
    const { n, e, kid } = publicJwk!;
    expect({ name, n: described.n, e: described.e }).toEqual({ name, n, e });
    expect({ name, organisation: certificate?.organisation }).toEqual({ name, organisation: certificateOrg });
    if (key.kid !== undefined) expect({ name, kid: key.kid }).toEqual({ name, kid });
  }
});

test('never both an id and a certificate are sent, and the certificate is that of the key', () => {
  for (const [{ name }, { key, kid, x5c, certificate }] of read()) {
    expect({ name, sent: [kid, x5c].filter(Boolean).length }).toEqual({ name, sent: 1 });
    if (!x5c) continue;
    const leaf = new X509Certificate(Buffer.from(x5c[0]!, 'base64'));
    expect({ name, same: leaf.raw.equals(certificate!.raw) }).toEqual({ name, same: true });
    expect({ name, own: leaf.publicKey.equals(createPublicKey(key)) }).toEqual({ name, own: true });
  }
});

test('every way in which a key can be wrong is in the matrix', () => {
  const codes = Object.keys(ERROR_CODES).filter((code) => /^ERR_(?:KEY|CERTIFICATE)_/.test(code));
  const refused = new Set(matrix.flatMap(({ expected }) => ('error' in expected ? expected.error : [])));
  expect([...refused].sort()).toEqual(codes.sort());
});
