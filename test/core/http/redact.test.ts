import fc from 'fast-check';
import { redact } from '../../../src/http/redact';

const around = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('', ' ', '/personer/', '"fnr":"', 'saksnr 2026-', 'file_', '\n'),
);
const characters = (from: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...from), minLength, maxLength });

const DIGITS = '0123456789';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

describe('whatever stands around it', () => {
  test('no run of eleven digits survives', () => {
    fc.assert(
      fc.property(around, characters(DIGITS, 11, 30), around, (before, digits, after) => {
        expect(redact(before + digits + after)).not.toMatch(/\d{11}/);
      }),
      { numRuns: 1000 },
    );
  });

  test('no identity number written with a gap survives', () => {
    fc.assert(
      fc.property(
        around,
        characters(DIGITS, 6, 6),
        fc.constantFrom(' ', '.', '-', '\u00a0', '\n'),
        characters(DIGITS, 5, 5),
        around,
        (before, date, gap, individual, after) => {
          expect(redact(before + date + gap + individual + after)).not.toMatch(/\d{6}[\s.-]?\d{5}/);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('no private key in PEM survives, whole or cut off', () => {
    const pem = fc.record({
      kind: fc.constantFrom('PRIVATE KEY', 'RSA PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'),
      lines: fc.array(characters(`${BASE64}+/`, 64, 64), { minLength: 1, maxLength: 4 }),
      end: fc.constantFrom('\n', '\r\n', ' ', '\\n'),
      whole: fc.boolean(),
    });
    fc.assert(
      fc.property(around, pem, around, (before, { kind, lines, end, whole }, after) => {
        const text = [`-----BEGIN ${kind}-----`, ...lines, ...(whole ? [`-----END ${kind}-----`] : [])].join(end);
        const shown = redact(before + text + after);
        for (const line of lines) expect(shown).not.toContain(line.slice(0, 32));
        expect(shown).not.toContain('PRIVATE KEY-----');
      }),
    );
  });

  test('no token or assertion survives', () => {
    const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const jwt = fc
      .record({ kid: fc.string({ maxLength: 20 }), iss: fc.uuid(), signature: characters(`${BASE64}-_`, 43, 80) })
      .map(({ kid, iss, signature }) => ({
        whole: [encoded({ alg: 'RS256', kid }), encoded({ iss, scope: 'ks:fiks' }), signature].join('.'),
        signature,
      }));
    fc.assert(
      fc.property(
        around,
        jwt,
        fc.constantFrom('', ' ', '"', '&x=1', '\n', '|'),
        (before, { whole, signature }, after) => {
          const shown = redact(before + whole + after);
          expect(shown).not.toContain('eyJ');
          expect(shown).not.toContain(signature.slice(0, 20));
        },
      ),
    );
  });

  test('no e-mail address survives', () => {
    const label = characters('abcxyzABC019', 1, 8);
    const email = fc
      .tuple(
        characters('abcxyzABC019.+_-', 1, 12),
        fc.array(label, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('no', 'com', 'kommune.no'),
      )
      .map(([local, labels, top]) => ({
        local,
        domain: [...labels, top].join('.'),
      }));
    fc.assert(
      fc.property(
        around,
        email,
        fc.constantFrom('', ' ', ',', '>', ')', '\n', '"'),
        (before, { local, domain }, after) => {
          const shown = redact(`${before} ${local}@${domain}${after}`);
          expect(shown).not.toContain(`@${domain}`);
          expect(shown).not.toContain(`${local}@`);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('nothing more is lost by redacting twice, and the marks themselves stay', () => {
    fc.assert(
      fc.property(around, around, (before, after) => {
        const once = redact(`${before} 12848539668 ${after}`);
        expect(once).toContain('[number]');
        expect(redact(once)).toBe(once);
      }),
    );
  });
});

test('the public address of a help desk stays, alone and in a sentence, and what only looks like it goes', () => {
  const sentence = 'Send it to api-kjoretoy@vegvesen.no.';
  expect(redact(sentence)).toBe(sentence);
  for (const other of ['x-api-kjoretoy@vegvesen.no', 'api-kjoretoy@vegvesen.no.example.com', 'kari@vegvesen.no'])
    expect(redact(`Send it to ${other}.`)).toBe('Send it to [e-mail].');
});

describe('what opens a door', () => {
  test.each([
    ['a bearer header', 'Authorization: Bearer abc.def~ghi+jkl/mno=', 'abc.def'],
    ['a basic header', 'authorization: basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
    ['the private parts of a JWK', '{"kty":"RSA","d":"c2VjcmV0","p" : "cHJpbWU","qi":"aW52ZXJzZQ"}', 'c2VjcmV0'],
    [
      'an address with an id in it',
      'GET https://api.fiks.ks.no/folkeregister/api/v1/role/v1/personer/x?part=navn failed',
      'api.fiks.ks.no',
    ],
  ])('%s is taken away', (_what, text, secret) => {
    expect(text).toContain(secret);
    expect(redact(text)).not.toContain(secret);
  });

  test('every private part of a JWK is taken away, and the public ones may stay', () => {
    const shown = redact(
      JSON.stringify({
        kty: 'RSA',
        n: 'bW9kdWx1cw',
        d: 'AAAA1',
        p: 'AAAA2',
        q: 'AAAA3',
        dp: 'AAAA4',
        dq: 'AAAA5',
        qi: 'AAAA6',
      }),
    );
    expect(shown).not.toContain('AAAA');
    expect(shown).toContain('bW9kdWx1cw');
  });
});

describe('what tells nothing of anyone', () => {
  test.each([
    'KRR did not answer in time.',
    'Status 503 after 3 tries, 2026-11-20T10:00:00+01:00.',
    'Give a number from 1 to 3650.',
    'errorId 6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    'sak-2026-101',
  ])('"%s" stays as it is', (text) => {
    expect(redact(text)).toBe(text);
  });
});

describe('the edges', () => {
  test.each(['kari@blåbær.no', 'post@ørsta.kommune.no', 'åse.ødegård@example.no', 'åse@blåbær.no', 'kåre+x@例え.jp'])(
    'the e-mail address %s with other letters than English ones does not survive, nor does a part of it',
    (address) => {
      expect(redact(`sent to ${address} today`)).toBe('sent to [e-mail] today');
    },
  );

  test('an identity number is taken away whole when other digits stand before it', () => {
    expect(redact('case 202600 12848539668 failed')).toBe('case 202600 [number] failed');
    expect(redact('case 202600-12848539668-1 failed')).toBe('case 202600-[number]-1 failed');
  });

  test('a run of digits with an identity number in it is taken away whole, so that nothing of it can be told', () => {
    fc.assert(
      fc.property(characters(DIGITS, 11, 60), (digits) => {
        expect(redact(digits)).toBe('[number]');
        expect(redact(`fnr_${digits}.pdf`)).toBe('fnr_[number].pdf');
      }),
    );
  });

  test('the private parts of a JWK are taken away when it is quoted inside other JSON', () => {
    let quoted = JSON.stringify({ kty: 'RSA', d: 'c2VjcmV0c2VjcmV0', q: 'c2VjcmV0' });
    for (let times = 0; times < 4; times += 1) {
      expect(redact(quoted)).not.toContain('c2VjcmV0');
      quoted = JSON.stringify({ privateKey: quoted });
    }
  });
});
