/** What is pasted opens every service of the municipality: no part of it may come out of an error. */
import fc from 'fast-check';
import { isServiceError } from '../../../../src/http/serviceError';
import { readSigningKey } from '../../../../src/maskinporten/keys/signingKey';
import { pkcs8 } from '../../../keyFiles/authority';
import { materialOf, PASSPHRASE } from '../../../keyFiles/keyCase';
import { make } from '../../../keyFiles/made';
import { exportPkcs12 } from '../../../keyFiles/pkcs12';
import { base64, jwkOf, pkcs1, withDekHeader } from '../../../keyFiles/written';
import { Workshop } from '../../../keyFiles/workshop';

const NOW = Date.parse('2026-11-20T10:00:00+01:00');
const RUN = 12;

const pasted = Workshop.use((workshop) => {
  const { key, otherKey, chain, trio } = make(workshop);
  const jwk = jwkOf(key, { kid: 'a' });
  return [
    pkcs8(key),
    pkcs1(key),
    withDekHeader(key, 'aes-256-cbc'),
    key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSPHRASE }).toString(),
    JSON.stringify(jwk),
    JSON.stringify({ keys: [jwk, jwkOf(otherKey, { kid: 'b' })] }),
    base64(JSON.stringify(jwk)),
    base64(pkcs8(key)),
    chain.join('') + pkcs8(key),
    base64(exportPkcs12(workshop, { key, certificates: chain })),
    base64(trio),
  ];
});

const piece = fc.oneof(
  fc.string({ maxLength: 5 }),
  fc.constantFrom('\n', ' ', '\\n', '"', '{', '}', '-----BEGIN ', '='),
);
const damage = fc.record({ at: fc.nat(), removed: fc.oneof(fc.constant(0), fc.nat(20), fc.nat(3000)), put: piece });

const damaged = fc.tuple(fc.constantFrom(...pasted), fc.array(damage, { maxLength: 3 })).map(([text, damages]) =>
  damages.reduce((current, { at, removed, put }) => {
    const from = at % (current.length + 1);
    return current.slice(0, from) + put + current.slice(from + removed);
  }, text),
);

/** Every piece of twelve characters of what can be a part of a key. */
const runsOf = (text: string): ReadonlySet<string> =>
  new Set(
    (text.match(/[\w+/=-]{40,}/g) ?? []).flatMap((body) =>
      Array.from({ length: body.length - RUN + 1 }, (_, from) => body.slice(from, from + RUN)),
    ),
  );

const shownOf = (error: Error): string =>
  [error.message, error.stack, String(error.cause), JSON.stringify(error), ...Object.values(error).map(String)].join(
    '\n',
  );

test('no error repeats twelve characters of it, whatever was damaged, in whichever field', () => {
  const refused = new Set<string>();
  fc.assert(
    fc.property(
      damaged,
      fc.constantFrom('', PASSPHRASE, 'gjettet'),
      fc.boolean(),
      (text, passphrase, asCertificate) => {
        const material = asCertificate
          ? { privateKey: pasted[0]!, certificate: text, passphrase }
          : { privateKey: text, passphrase };
        try {
          readSigningKey(materialOf(material), NOW);
        } catch (error) {
          if (!isServiceError(error)) throw error;
          refused.add(error.code);
          expect(error.cause).toBeUndefined();
          const shown = shownOf(error);
          const runs = runsOf(text);
          for (let from = 0; from + RUN <= shown.length; from += 1) {
            if (runs.has(shown.slice(from, from + RUN))) throw new Error(`repeated in ${error.code}`);
          }
        }
      },
    ),
    { numRuns: 500 },
  );
  // That much was really met.
  expect(refused.size).toBeGreaterThan(5);
});

test.each(['gjettet-hemmelig-passord', PASSPHRASE])('no error repeats the passphrase %s', (passphrase) => {
  const errors = pasted.flatMap((text) => {
    try {
      readSigningKey(materialOf({ privateKey: text.slice(0, -30), passphrase }), NOW);
      return [];
    } catch (error) {
      return [error as Error];
    }
  });
  expect(errors.length).toBeGreaterThan(pasted.length / 2);
  for (const error of errors) expect(shownOf(error)).not.toContain(passphrase);
});
