import { generateKeyPairSync } from 'node:crypto';
import { readSigningKey } from '../../../../src/maskinporten/keys/signingKey';
import { pkcs8 } from '../../../keyFiles/authority';
import { materialOf } from '../../../keyFiles/keyCase';
import { jwkOf } from '../../../keyFiles/written';
import { START, testKey, thrownBy } from '../../fakePorts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = pkcs8(privateKey);

const read = (text: string, more: Partial<Parameters<typeof materialOf>[0]> = {}) =>
  readSigningKey(materialOf({ privateKey: text, ...more }), START);
const readJwk = (more: object, keyId = '') => read(JSON.stringify(jwkOf(privateKey, more)), { keyId });

describe('the id of a key', () => {
  test('is that of the field, also where the JWK has another', () => {
    expect(readJwk({ kid: 'from-jwk' }, 'from-field').kid).toBe('from-field');
    expect(read(pem, { keyId: 'from-field' }).kid).toBe('from-field');
  });

  test('is that of the JWK where the field is empty', () => {
    expect(readJwk({ kid: 'from-jwk' }).kid).toBe('from-jwk');
  });

  test('is asked for where there is neither an id nor a certificate', async () => {
    expect(await thrownBy(() => read(pem))).toMatchObject({
      code: 'ERR_KEY_ID_MISSING',
      details: { service: 'maskinporten', field: 'keyId' },
      action: expect.stringMatching(/key id.*certificate/) as string,
    });
  });
});

describe('the algorithm', () => {
  test('is RS256 where the key names none', () => {
    expect(read(pem, { keyId: 'a' }).alg).toBe('RS256');
    expect(readJwk({ kid: 'a' }).alg).toBe('RS256');
  });

  test.each(['RS256', 'RS384', 'RS512'])('is %s where the JWK says so', (alg) => {
    expect(readJwk({ kid: 'a', alg }).alg).toBe(alg);
  });

  test.each(['PS256', 'ES256', 'HS256', 'none'])('may not be %s', async (alg) => {
    expect((await thrownBy(() => readJwk({ kid: 'a', alg }))).code).toBe('ERR_KEY_ALGORITHM');
  });
});

describe('a JWKS', () => {
  const jwks = (...keys: readonly object[]) => JSON.stringify({ keys: keys.map((more) => jwkOf(privateKey, more)) });

  test('with several keys is answered with the ids to choose from', async () => {
    const error = await thrownBy(() => read(jwks({ kid: 'arkiv-2026' }, { kid: 'skole-2026' })));
    expect(error).toMatchObject({ code: 'ERR_KEY_AMBIGUOUS', details: { field: 'keyId' } });
    expect(error.action).toBe('Fill in one of these key ids: "arkiv-2026", "skole-2026".');
  });

  test('without the given id is answered with the ids to choose from', async () => {
    const error = await thrownBy(() => read(jwks({ kid: 'arkiv-2026' }), { keyId: 'arkiv-2025' }));
    expect(error).toMatchObject({ code: 'ERR_KEY_ID_UNKNOWN', details: { field: 'keyId' } });
    expect(error.action).toBe('Fill in one of these key ids: "arkiv-2026".');
  });

  test('with many keys of long names is answered with a short sentence', async () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ kid: `${i} ${'lang'.repeat(100)}\n"` }));
    expect((await thrownBy(() => read(jwks(...many)))).action.length).toBeLessThan(800);
  });
});

test('the passphrase is used as it stands, with the blanks around it', async () => {
  const passphrase = ' med mellomrom ';
  const locked = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString();
  expect(read(locked, { keyId: 'a', passphrase }).key.equals(privateKey)).toBe(true);
  expect((await thrownBy(() => read(locked, { keyId: 'a', passphrase: passphrase.trim() }))).code).toBe(
    'ERR_KEY_PASSPHRASE_WRONG',
  );
});

test('the key of the other tests can be used', () => {
  expect(read(testKey(), { keyId: 'a' }).key.type).toBe('private');
});
