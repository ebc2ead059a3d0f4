/** What must hold for a letter whatever its fields say: who may be written to, from where, and what SvarUt would do with it. */
import { operationNamed, SERVICES } from '../../../../src/catalog';
import { readFiksCredential } from '../../../../src/fiks/credential';
import { documentFromBytes } from '../../../../src/http/document';
import { runOperation } from '../../../../src/operations/run';
import { inputRulesFor, type Session } from '../../../../src/session';
import { deriveReference } from '../../../../src/svarut/reference';
import { credentialOf, fakeWorld, fiksCredential, INTEGRATION, refillRetries, sessionIn } from '../../fakePorts';
import { withControlDigits } from '../../numbers';
import { ADDRESS, LINES, ORGANISATION, organisationFrom, pdf, PERSON, personFrom } from '../letters';
import { none, ok, sendsOf, svarut } from '../scriptedSvarut';

beforeEach(() => refillRetries('svarut'));

const sendToPerson = async (session: Session, changes: Record<string, unknown>) => {
  const operation = operationNamed(SERVICES.svarut, 'sendToPerson')!;
  const values = { ...LINES.person, documents: [pdf()], ...changes };
  const [outcome] = await runOperation(operation, session, [{ values }], {
    rules: inputRulesFor(session.maskinporten),
  });
  return outcome;
};

/** One that is not of the synthetic series: only its form matters. */
const NOT_SYNTHETIC = Array.from({ length: 1000 }, (_, at) =>
  withControlDigits(`010170${String(at).padStart(3, '0')}`, 0),
).find(Boolean)!;

test('a redirection that is stored as a number is one, and not none', () => {
  const stored = { integrationId: INTEGRATION, integrationPassword: 'x', redirectLettersTo: Number(ORGANISATION) };
  expect(readFiksCredential(stored).redirectLettersTo).toBe(ORGANISATION);
});

test.each([
  ['test', NOT_SYNTHETIC, 'ERR_REAL_IDENTIFIER'],
  ['production', PERSON, 'ERR_SYNTHETIC_IDENTIFIER'],
] as const)(
  'in %s the reply address of a person follows the rule of all numbers',
  async (environment, digitalId, code) => {
    const world = fakeWorld(svarut([none], [ok]));
    const session = sessionIn(world, {
      maskinporten: credentialOf({ environment }),
      fiks: { ...fiksCredential, allowProductionSends: true },
    });
    const outcome = await sendToPerson(session, {
      foedselsnummer: environment === 'production' ? NOT_SYNTHETIC : PERSON,
      eksternReferanse: 'sak-1',
      svarSendesTil: [{ navn: 'Rask Fyrlykt', type: 'PERSON', digitalId, ...ADDRESS }],
    });
    expect(outcome).toMatchObject({ ok: false, error: { code, details: { field: 'svarSendesTil' } } });
    expect(world.requests).toEqual([]);
  },
);

test('without the switch for production nobody is looked up', async () => {
  const world = fakeWorld(() => ({ json: {} }));
  const session = sessionIn(world, { maskinporten: credentialOf({ environment: 'production' }) });
  const outcome = await sendToPerson(session, {
    foedselsnummer: NOT_SYNTHETIC,
    recipientFrom: 'folkeregister',
    eksternReferanse: 'sak-2',
  });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'ERR_SENDING_OFF' } });
  expect(world.requests).toEqual([]);
});

test('a redirection does not hide that a PDF has a password', async () => {
  const locked = documentFromBytes('a.pdf', 'application/pdf', Buffer.from('%PDF-1.7 trailer << /Encrypt 5 0 R >>'));
  const world = fakeWorld(svarut([none], [ok]));
  const session = sessionIn(world, { fiks: { ...fiksCredential, redirectLettersTo: PERSON } });
  expect(await sendToPerson(session, { documents: [locked], eksternReferanse: 'sak-3' })).toMatchObject({ ok: false });
  expect(sendsOf(world)).toBe(0);
});

const LEFT_OUT = [{ filnavn: 'vedtak.pdf', skalEkskluderesFraUtskrift: true }];

test('a letter of which nothing would be printed, and which may have to be, is refused', () => {
  const refusal = /^Every document is left out of printing/;
  expect(() => personFrom({ personDocuments: LEFT_OUT })).toThrow(refusal);
  expect(() => organisationFrom({ organisationDocuments: LEFT_OUT })).toThrow(refusal);
  expect(() => personFrom({ personDocuments: LEFT_OUT, kunDigitalLevering: true })).not.toThrow();
});

test('a title in either way of writing å derives the same reference', () => {
  const referenceOf = (tittel: string) =>
    deriveReference({ batchName: undefined, recipient: PERSON, tittel }, fiksCredential);
  expect(referenceOf('Vedtak om båtplass'.normalize('NFD'))).toBe(referenceOf('Vedtak om båtplass'.normalize('NFC')));
});

test('a UUID with eleven digits in a row is a reference like any other', () => {
  expect(() => personFrom({}, '3f0c1f6e-5b7a-4c7e-9d1e-a48213077415')).not.toThrow();
});

const SPELLINGS: readonly (readonly [as: string, spell: (number: string) => string])[] = [
  ['with an underline', (number) => `${number.slice(0, 6)}_${number.slice(6)}`],
  ['with two blanks', (number) => `${number.slice(0, 6)}  ${number.slice(6)}`],
  ['with an en dash', (number) => `${number.slice(0, 6)}\u2013${number.slice(6)}`],
  ['in pairs', (number) => `${number.slice(0, 2)} ${number.slice(2, 4)} ${number.slice(4, 6)} ${number.slice(6)}`],
];

test.each(SPELLINGS)('an identity number in a title is found %s', (_as, spell) => {
  expect(() => personFrom({ tittel: `Vedtak ${spell(PERSON)}` })).toThrow(/looks like an identity number/);
});

test('a billing code is no place for an identity number', () => {
  expect(() => personFrom({ konteringskode: PERSON })).toThrow(/looks like an identity number/);
});
