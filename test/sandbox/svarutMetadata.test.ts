import { Caller } from './caller';
import { expectRefused, letterTo, send } from './letters';

const RECIPIENT = '12848539668';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

describe('the metadata is refused when', () => {
  const document = { filnavn: 'vedtak.pdf', mimeType: 'application/pdf' };
  const replyTo = (type: string, digitalId: string) => ({
    svarSendesTil: { navn: 'Kommunen', type, digitalId, adresse: { adresselinje1: 'Torget 1', poststed: 'BERGEN' } },
  });
  const inTwoDays = new Date(Date.now() + 2 * 24 * 60 * 60 * 1000).toISOString();
  const signing = { signering: { signeringUtloper: inTwoDays, signaturType: 'AUTENTISERT_SIGNATUR' } };
  const toSign = { dokumenter: [{ ...document, skalSigneres: true }] };

  it.each<[string, object, RegExp]>([
    ['the title is missing', { tittel: undefined }, /tittel/],
    ['the title is too long', { tittel: 'x'.repeat(1001) }, /tittel/],
    ['the name of the recipient is missing', { mottaker: { digitalId: RECIPIENT } }, /navn/],
    [
      'the number of the recipient has wrong control digits',
      { mottaker: { navn: 'A', digitalId: '12848539669' } },
      /digitalId/,
    ],
    ['the recipient is an organisation', { mottaker: { navn: 'A', digitalId: '310475025' } }, /digitalId/],
    [
      'a line of the address is too long',
      { mottaker: { navn: 'A', digitalId: RECIPIENT, adresse: { adresselinje1: 'x'.repeat(71), poststed: 'B' } } },
      /adresselinje1/,
    ],
    [
      'the country has a name and not a code',
      {
        mottaker: {
          navn: 'A',
          digitalId: RECIPIENT,
          adresse: { adresselinje1: 'x', poststed: 'B', landkode: 'Norge' },
        },
      },
      /landkode/,
    ],
    ['a name of a file has a slash', { dokumenter: [{ ...document, filnavn: 'a/b.pdf' }] }, /filnavn/],
    ['two files have the same name', { dokumenter: [document, { ...document, filnavn: 'VEDTAK.pdf' }] }, /unike/],
    ['a file that may be printed is no PDF', { dokumenter: [{ ...document, mimeType: 'image/png' }] }, /skrives ut/],
    ['the highest security level is not encrypted', { sikkerhetsniva: 'HOYESTE' }, /HOYESTE/],
    ['the security level is unknown', { sikkerhetsniva: 'NIVA4' }, /sikkerhetsniva/],
    ['a flag is a text', { kunDigitalLevering: 'true' }, /kunDigitalLevering/],
    ['the reference is too long', { eksternReferanse: 'x'.repeat(101) }, /eksternReferanse/],
    ['there are six links', { lenker: Array(6).fill({ url: 'https://example.com', tekst: 'x' }) }, /lenker/],
    ['an eDialog reply has nowhere to go', { kanSvareViaEdialog: true }, /kanSvareViaEdialog/],
    ['the reply number does not fit its type', replyTo('ORGANISASJON', RECIPIENT), /svarSendesTil/],
    [
      'signing is asked for without a document to sign',
      { ...signing, ...replyTo('ORGANISASJON', '310475025') },
      /brukes sammen/,
    ],
    ['a document is to be signed without signing', toSign, /brukes sammen/],
    ['signing has no organisation to return to', { ...toSign, ...signing }, /svarSendesTil/],
    [
      'signing expires too soon',
      {
        ...toSign,
        ...replyTo('ORGANISASJON', '310475025'),
        signering: { ...signing.signering, signeringUtloper: new Date().toISOString() },
      },
      /signeringUtloper/,
    ],
  ])('%s', async (_what, changes, reason) => {
    await expectRefused(caller, letterTo(RECIPIENT, changes), reason);
  });

  it('signing that is complete is accepted', async () => {
    const metadata = letterTo(RECIPIENT, { ...toSign, ...signing, ...replyTo('ORGANISASJON', '310475025') });
    expect((await send(caller, metadata)).status).toBe(200);
  });

  it('the print endpoint gets a recipient without an address', async () => {
    await expectRefused(caller, letterTo(RECIPIENT, { mottaker: { navn: 'A' } }), /adresse/, { endpoint: 'print' });
  });

  it('the print endpoint gets a file that is no PDF, whatever the flags of the other endpoints say', async () => {
    const dokumenter = [{ ...document, mimeType: 'image/png', skalEkskluderesFraUtskrift: true }];
    const metadata = letterTo(RECIPIENT, { dokumenter, kunDigitalLevering: true });
    await expectRefused(caller, metadata, /skrives ut/, { endpoint: 'print' });
  });
});
