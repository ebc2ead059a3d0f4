/** Every field of fact sheet krr §4: what becomes of it. */
import { showContactInfo } from '../../../src/krr/contactInfo';
import { personFrom, wirePerson } from '../../../src/krr/model';

const NUMBER = '12848539668';

const shown = (more: Record<string, unknown>, certificate = true): any => {
  const wire = { personidentifikator: NUMBER, status: 'AKTIV', ...more };
  return showContactInfo(personFrom(wirePerson.parse(wire), 'v2'), { mailbox: true, certificate });
};
const contact = (kontaktinformasjon: Record<string, unknown>) => shown({ kontaktinformasjon });

const SILENT = {
  foedselsnummer: NUMBER,
  hasDigitalMailbox: null,
  reserved: null,
  language: null,
  languageForTemplate: 'nb',
  krrStatus: 'AKTIV',
  varslingsstatus: null,
  email: null,
  mobile: null,
  mailbox: null,
};

test.each([
  [{}],
  [{ kontaktinformasjon: null, digital_post: null, spraak: null, sertifikat: null, reservasjon: null }],
])('what is not there, or there as %j, is null', (nothing) => {
  expect(shown(nothing)).toEqual(SILENT);
});

test('empty texts are nothing', () => {
  const channels = {
    epostadresse: '',
    epostadresse_oppdatert: '',
    mobiltelefonnummer: ' ',
    mobiltelefonnummer_duplisert: '',
  };
  const post = { postkasseadresse: '', postkasseleverandoeradresse: '' };
  const empty = { kontaktinformasjon: channels, digital_post: post, sertifikat: '', spraak: '', varslingsstatus: '' };
  expect(shown({ ...empty, reservasjon: '' })).toEqual(SILENT);
});

test.each([
  ['status', { status: 'SLETTET' }, { krrStatus: 'SLETTET', hasDigitalMailbox: false }],
  ['reservasjon JA', { reservasjon: 'JA' }, { reserved: true }],
  ['reservasjon NEI', { reservasjon: 'NEI' }, { reserved: false }],
  ['varslingsstatus', { varslingsstatus: 'KAN_IKKE_VARSLES' }, { varslingsstatus: 'KAN_IKKE_VARSLES' }],
  ['spraak', { spraak: 'nn' }, { language: 'nn', languageForTemplate: 'nn' }],
  ['spraak, Northern Sami', { spraak: 'se' }, { language: 'se', languageForTemplate: 'nb' }],
  ['spraak as some spell it', { sprak: 'en' }, { language: 'en', languageForTemplate: 'en' }],
])('%s is shown', (_what, wire, expected) => {
  expect(shown(wire)).toEqual({ ...SILENT, ...expected });
});

test.each([
  ['reservasjonstidspunkt', { reservasjonstidspunkt: '2023-06-10T21:00:01+02' }],
  ['reservasjon_oppdatert', { reservasjon_oppdatert: '2023-06-10T21:00:01+02' }],
  ['spraak_oppdatert', { spraak_oppdatert: '2023-06-10T21:00:01+02' }],
  ['oppdatert', { oppdatert: '2023-06-10T21:00:01+02' }],
  ['a field to come', { noe_nytt: { mer: [1] } }],
])('%s is neither needed nor in the way', (_what, wire) => {
  expect(shown(wire)).toEqual(SILENT);
});

describe.each([
  ['epostadresse', 'email', 'a@example.no'],
  ['mobiltelefonnummer', 'mobile', '+46701740605'],
])('%s', (name, channel, address) => {
  test.each([
    ['2023-06-29T10:14:52+02', '2023-06-29T10:14:52+02:00'],
    ['2023-08-05T10:45:15.768Z', '2023-08-05T12:45:15.768+02:00'],
    ['2014-11-27T08:29:10.123+01:00', '2014-11-27T08:29:10.123+01:00'],
    ['not a date', null],
  ])('has its dates as sent and whole: %s', (sent, whole) => {
    const dates = { [`${name}_oppdatert`]: sent, [`${name}_sist_verifisert`]: sent };
    expect(contact({ [name]: address, ...dates })[channel]).toMatchObject({
      address,
      lastUpdated: whole,
      lastUpdatedRaw: sent,
      lastVerified: whole,
      lastVerifiedRaw: sent,
    });
  });

  test('does not show when it was validated, which is no sign of freshness', () => {
    const validated = contact({ [name]: address, [`${name}_sist_validert`]: '2026-06-10T21:00:01+02' });
    expect(validated).toEqual(contact({ [name]: address }));
  });

  test.each([
    ['JA', true],
    ['NEI', false],
    [undefined, false],
    ['KANSKJE', null],
  ])('is shared when its mark is %p: %p', (mark, shared) => {
    expect(contact({ [name]: address, [`${name}_duplisert`]: mark })[channel].shared).toBe(shared);
  });
});

describe('digital_post', () => {
  const post = { postkasseadresse: 'ola.nordmann#9YDT', postkasseleverandoeradresse: '984661185' };

  test('is shown, with the certificate as base64 whether it came so or as PEM', () => {
    const pem = '-----BEGIN CERTIFICATE-----\nMIIE\r\nAbC=\n-----END CERTIFICATE-----\n';
    for (const sertifikat of ['MIIEAbC=', pem])
      expect(shown({ digital_post: post, sertifikat })).toMatchObject({
        hasDigitalMailbox: true,
        mailbox: { address: 'ola.nordmann#9YDT', provider: '984661185', certificate: 'MIIEAbC=' },
      });
  });

  test('has no certificate that nobody asked for, and null where KRR sent none', () => {
    expect(shown({ digital_post: post, sertifikat: 'MIIE' }, false).mailbox).not.toHaveProperty('certificate');
    expect(shown({ digital_post: post, sertifikat: '' }).mailbox.certificate).toBeNull();
  });

  test('may have an address and no provider, but not the other way round', () => {
    expect(shown({ digital_post: { postkasseadresse: '0000485887' } }).mailbox.provider).toBeNull();
    const told = { reservasjon: 'NEI', varslingsstatus: 'KAN_VARSLES' };
    expect(shown({ ...told, digital_post: { postkasseleverandoeradresse: '922020175' } }).hasDigitalMailbox).toBe(
      false,
    );
  });
});

describe('a mailbox that is not in the answer', () => {
  const person = { reservasjon: 'NEI', varslingsstatus: 'KAN_VARSLES' };

  test.each([
    ['is none, of a person about whom nothing is withheld', person, false],
    ['may be withheld, of one who has reserved', { ...person, reservasjon: 'JA' }, null],
    ['may be withheld, of one who cannot be notified', { ...person, varslingsstatus: 'KAN_IKKE_VARSLES' }, null],
    ['may be withheld, where nothing is told of reservation', { varslingsstatus: 'KAN_VARSLES' }, null],
    ['is none, of one who is not registered', { status: 'IKKE_REGISTRERT' }, false],
  ])('%s', (_what, wire, has) => {
    expect(shown(wire).hasDigitalMailbox).toBe(has);
  });
});
