import { healthNetworkRecipient } from '../../../../src/svarut/letter/healthNetwork';
import { someNumbers } from '../../numbers';
import { expectRefused, healthNetworkFrom, ORGANISATION, PERSON, REFERENCE, wire } from '../letters';

const [reader = ''] = someNumbers(1);

test('a letter to the GP with nothing but what it must have is the least SvarUt takes', () => {
  const letter = healthNetworkFrom();
  expect(wire(letter)).toEqual({
    tittel: 'Epikrise',
    eksternReferanse: REFERENCE,
    kryptert: false,
    utskriftskonfigurasjon: { tosidig: true },
    mottakertype: 'FASTLEGE',
    kunDigitalLevering: false,
    avsenderKontakt: { fornavn: 'Kari', etternavn: 'Saksbehandler', telefonnummer: '55 55 55 55' },
    pasient: { fodselsnummer: PERSON, fornavn: 'RASK', etternavn: 'FYRLYKT' },
  });
  expect(letter).toMatchObject({
    endpoint: 'nhn',
    channel: 'healthNetwork',
    recipient: `nhn:FASTLEGE::${PERSON}`,
    encrypted: false,
    printable: [],
  });
});

test('a letter with everything has each thing in its place', () => {
  const letter = healthNetworkFrom({
    mottakertype: 'HER_ID',
    mottakerHerId: '8094866',
    pasientMellomnavn: 'MELLOM',
    avsenderMellomnavn: 'Mellom',
    beskrivelse: 'Om behandlingen',
    kunDigitalLevering: true,
    kryptert: true,
    eksponertFor: [{ digitalId: reader }, { digitalId: ORGANISATION }],
    tosidig: false,
    svarPaForsendelseId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    korrelasjonsid: 'utsending 2026',
    avgivendeSystem: 'Flyt',
    avgivendeSystemAktor: 'Helsestasjon',
    konteringskode: 'K-1',
  });
  expect(wire(letter)).toEqual({
    tittel: 'Epikrise',
    eksternReferanse: REFERENCE,
    avgivendeSystem: 'Flyt',
    avgivendeSystemAktor: 'Helsestasjon',
    konteringskode: 'K-1',
    kryptert: true,
    utskriftskonfigurasjon: { tosidig: false },
    svarPaForsendelseId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    korrelasjonsid: 'utsending 2026',
    mottakertype: 'HER_ID',
    mottakerHerId: 8094866,
    beskrivelse: 'Om behandlingen',
    eksponertFor: [reader, ORGANISATION],
    kunDigitalLevering: true,
    avsenderKontakt: {
      fornavn: 'Kari',
      mellomnavn: 'Mellom',
      etternavn: 'Saksbehandler',
      telefonnummer: '55 55 55 55',
    },
    pasient: { fodselsnummer: PERSON, fornavn: 'RASK', mellomnavn: 'MELLOM', etternavn: 'FYRLYKT' },
  });
});

describe('the recipient', () => {
  test('by HER-id needs the id, and it is one', async () => {
    for (const mottakerHerId of [undefined, ''])
      await expectRefused(
        () => healthNetworkFrom({ mottakertype: 'HER_ID', mottakerHerId }),
        'mottakerHerId',
        /is empty/,
      );
    for (const mottakerHerId of [0, 1.5, 'x', 2_147_483_648])
      await expectRefused(
        () => healthNetworkFrom({ mottakertype: 'HER_ID', mottakerHerId }),
        'mottakerHerId',
        /not a whole number/,
      );
  });

  test('who is the GP has no HER-id, whatever is left over in the form', () => {
    const letter = healthNetworkFrom({ mottakertype: 'FASTLEGE', mottakerHerId: 8094866 });
    expect(wire(letter)).not.toHaveProperty('mottakerHerId');
    expect(letter.recipient).toBe(healthNetworkFrom().recipient);
  });

  test('of another kind is refused', async () => {
    for (const mottakertype of ['LEGE', ''])
      await expectRefused(() => healthNetworkFrom({ mottakertype }), 'mottakertype');
  });

  test('is another for another kind, HER-id or patient', () => {
    const recipients = [
      healthNetworkRecipient({ mottakertype: 'FASTLEGE', mottakerHerId: undefined, pasientFoedselsnummer: PERSON }),
      healthNetworkRecipient({ mottakertype: 'FASTLEGE', mottakerHerId: undefined, pasientFoedselsnummer: reader }),
      healthNetworkRecipient({ mottakertype: 'HER_ID', mottakerHerId: 1, pasientFoedselsnummer: PERSON }),
      healthNetworkRecipient({ mottakertype: 'HER_ID', mottakerHerId: 2, pasientFoedselsnummer: PERSON }),
    ];
    expect(new Set(recipients).size).toBe(4);
  });
});

describe('what is told of patient and sender', () => {
  test.each([
    'pasientFoedselsnummer',
    'pasientFornavn',
    'pasientEtternavn',
    'avsenderFornavn',
    'avsenderEtternavn',
    'avsenderTelefonnummer',
    'tittel',
  ])('%s must be filled in', async (field) => {
    await expectRefused(() => healthNetworkFrom({ [field]: ' ' }), field, /is empty/);
  });

  test.each([
    ['pasientFornavn', 30],
    ['pasientMellomnavn', 30],
    ['pasientEtternavn', 30],
    ['avsenderFornavn', 30],
    ['avsenderMellomnavn', 30],
    ['avsenderEtternavn', 30],
    ['avsenderTelefonnummer', 20],
    ['tittel', 200],
    ['beskrivelse', 5000],
  ])('%s has %i characters at most', async (field, most) => {
    expect(() => healthNetworkFrom({ [field]: 'x'.repeat(most) })).not.toThrow();
    await expectRefused(() => healthNetworkFrom({ [field]: 'x'.repeat(most + 1) }), field, /is longer than/);
  });

  test('the patient is a person, and outside production none that can be real', async () => {
    await expectRefused(() => healthNetworkFrom({ pasientFoedselsnummer: ORGANISATION }), 'pasientFoedselsnummer');
    await expectRefused(() => healthNetworkFrom({ pasientFoedselsnummer: '12848539669' }), 'pasientFoedselsnummer');
  });
});
