import fc from 'fast-check';
import { organisationRecipient } from '../../../src/svarut/letter/organisation';
import { personRecipient } from '../../../src/svarut/letter/person';
import { deriveReference } from '../../../src/svarut/reference';
import { fiksCredential, thrownBy } from '../fakePorts';
import { syntheticNumber } from '../numbers';

const identity = { batchName: '2026', recipient: '12848539668', tittel: 'Vedtak om SFO' };

test('the same letter has the same reference, and every other letter another', () => {
  const anyIdentity = fc.record({
    batchName: fc.option(fc.string({ maxLength: 5 }), { nil: undefined }),
    recipient: syntheticNumber(),
    tittel: fc.string({ maxLength: 5 }),
  });
  fc.assert(
    fc.property(anyIdentity, anyIdentity, (one, other) => {
      const same =
        one.recipient === other.recipient &&
        one.tittel === other.tittel &&
        (one.batchName ?? '') === (other.batchName ?? '');
      expect(deriveReference(one, fiksCredential)).toBe(deriveReference({ ...one }, fiksCredential));
      expect(deriveReference(one, fiksCredential) === deriveReference(other, fiksCredential)).toBe(same);
    }),
  );
});

test('words that move from the title to the batch name make another letter', () => {
  expect(deriveReference({ ...identity, batchName: 'a', tittel: 'bc' }, fiksCredential)).not.toBe(
    deriveReference({ ...identity, batchName: 'ab', tittel: 'c' }, fiksCredential),
  );
});

test('it fits SvarUt, and tells nothing of the recipient or the title', () => {
  fc.assert(
    fc.property(syntheticNumber(), (recipient) => {
      const reference = deriveReference({ ...identity, recipient }, fiksCredential);
      expect(reference).toMatch(/^nk-[\w-]{43}$/);
      expect(reference).not.toContain(recipient.slice(0, 6));
    }),
  );
});

test('it depends on the secret and not on the password', () => {
  const reference = deriveReference(identity, fiksCredential);
  expect(deriveReference(identity, { ...fiksCredential, integrationPassword: 'a new one' })).toBe(reference);
  expect(
    deriveReference(identity, { ...fiksCredential, referenceSecret: 'another secret of many characters' }),
  ).not.toBe(reference);
});

test('it is the same in every version, since old letters are known by it', () => {
  expect(deriveReference(identity, fiksCredential)).toBe('nk-BUcqewOAtHD8Lil9lMmg0xIzlHwQzd8bOT3uXmdR1fQ');
});

test('it is that of a person in every version, by the number alone', () => {
  const recipient = personRecipient({ foedselsnummer: '12848539668' });
  expect(deriveReference({ ...identity, recipient }, fiksCredential)).toBe(deriveReference(identity, fiksCredential));
});

test('a recipient of another kind with the same digits is another', () => {
  const recipients = [
    personRecipient({ foedselsnummer: '310475025' }),
    organisationRecipient({ organisasjonsnummer: '310475025' }),
  ];
  const [one, other] = recipients.map((recipient) => deriveReference({ ...identity, recipient }, fiksCredential));
  expect(one).not.toBe(other);
});

test.each(['', 'fifteen letters'])('there is none with the secret %j', async (referenceSecret) => {
  expect(await thrownBy(() => deriveReference(identity, { ...fiksCredential, referenceSecret }))).toMatchObject({
    code: 'ERR_CREDENTIAL_INCOMPLETE',
    details: { field: 'referenceSecret' },
  });
});
