import { journalRecord, type JournalEvent } from '../../../../src/svarut/sending/journal';
import { fiksCredential, START } from '../../fakePorts';
import { someNumbers } from '../../numbers';
import { healthNetworkFrom, KINDS, organisationFrom, personFrom, printFrom, REFERENCE } from '../letters';

const [one = '', two = ''] = someNumbers(2);
const SECRET = fiksCredential.referenceSecret;
const DOCUMENTS = [{ filnavn: 'vedtak.pdf', mimeType: 'application/pdf', size: 17, sha256: 'ab'.repeat(32) }];
const EVENT: JournalEvent = { state: 'sent', letterId: 'letter-1', at: START };

const record = (letter = personFrom(), secret = SECRET, event = EVENT) =>
  journalRecord(letter, DOCUMENTS, secret, event);
const referenceOf = (letter = personFrom(), secret = SECRET) => record(letter, secret).recipientReference;

test('a record has all that an archive needs of a letter', () => {
  expect(record()).toEqual({
    state: 'sent',
    letterId: 'letter-1',
    recordedAt: '2026-11-20T09:00:00.000Z',
    title: 'Vedtak om SFO',
    eksternReferanse: REFERENCE,
    recipientReference: expect.stringMatching(/^nk-r-[\w-]{22}$/) as unknown,
    channel: 'digitalOrPrint',
    encrypted: false,
    documents: DOCUMENTS,
  });
});

test.each(['sent', 'duplicate', 'refused', 'unknown', 'validated'] as const)('%s is a state of a letter', (state) => {
  expect(record(undefined, SECRET, { ...EVENT, state, letterId: null })).toMatchObject({ state, letterId: null });
});

test('an encrypted letter, and one that goes only digitally, say so', () => {
  expect(record(personFrom({ kryptert: true, kunDigitalLevering: true }))).toMatchObject({
    encrypted: true,
    channel: 'digitalOnly',
  });
});

describe('the reference of the recipient', () => {
  test('is the same for the same recipient, whatever the letter', () => {
    const reference = referenceOf(personFrom({ foedselsnummer: one }));
    expect(referenceOf(personFrom({ foedselsnummer: one, tittel: 'Noe annet', navn: 'LUR' }, 'sak-2'))).toBe(reference);
    expect(referenceOf(personFrom({ foedselsnummer: two }))).not.toBe(reference);
  });

  test('is the same in every version, since archives know recipients by it', () => {
    expect(referenceOf()).toBe('nk-r-fFi-zenXrkC1LihXFKcoD1');
  });

  test('is another for each recipient of each kind', () => {
    const letters = [
      personFrom({ foedselsnummer: one }),
      personFrom({ foedselsnummer: two }),
      organisationFrom(),
      organisationFrom({ organisasjonsnummer: '311938460' }),
      healthNetworkFrom({ pasientFoedselsnummer: one }),
      healthNetworkFrom({ mottakertype: 'HER_ID', mottakerHerId: 1, pasientFoedselsnummer: one }),
      printFrom(),
      printFrom({ navn: 'LUR FYRLYKT' }),
    ];
    expect(new Set(letters.map((letter) => referenceOf(letter))).size).toBe(letters.length);
  });

  test('is another with another secret', () => {
    expect(referenceOf(personFrom(), 'another secret of many characters')).not.toBe(referenceOf());
  });

  test.each(['', 'fifteen letters'])('is none with the secret %j: a short one can be guessed', (secret) => {
    expect(referenceOf(personFrom(), secret)).toBeNull();
  });
});

test.each(KINDS)(
  'the record of a letter to %s tells nothing of the recipient, with or without a secret',
  (_kind, make) => {
    for (const secret of [SECRET, ''])
      expect(JSON.stringify(record(make({}), secret))).not.toMatch(/12848539668|310475025|FYRLYKT|Tenkeveien|BERGEN/);
  },
);
