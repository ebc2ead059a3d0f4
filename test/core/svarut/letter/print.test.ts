import { printRecipient } from '../../../../src/svarut/letter/print';
import { ADDRESS, expectRefused, ORGANISATION, other, pdf, printFrom, REFERENCE, wire } from '../letters';

test('a letter with nothing but what it must have is the least SvarUt takes', () => {
  const letter = printFrom();
  expect(wire(letter)).toEqual({
    tittel: 'Vedtak om SFO',
    eksternReferanse: REFERENCE,
    kryptert: false,
    utskriftskonfigurasjon: { tosidig: true },
    mottaker: { navn: 'RASK FYRLYKT', adresse: ADDRESS },
    dokumenter: [{ filnavn: 'vedtak.pdf', mimeType: 'application/pdf' }],
  });
  expect(letter).toMatchObject({
    endpoint: 'print',
    channel: 'print',
    encrypted: false,
    printable: ['vedtak.pdf'],
  });
});

test('a letter with everything has each thing in its place', () => {
  const letter = printFrom({
    documents: [pdf('b.pdf'), pdf('a.pdf')],
    tosidig: false,
    printedDocuments: [{ filnavn: 'a.pdf', giroarkSide: 1 }],
    svarSendesTil: [{ navn: 'Bergen kommune', digitalId: ORGANISATION, ...ADDRESS }],
    kryptert: true,
    svarPaForsendelseId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    korrelasjonsid: 'utsending 2026',
    avgivendeSystem: 'Flyt',
    avgivendeSystemAktor: 'Barnehage',
    konteringskode: 'K-1',
  });
  expect(wire(letter)).toEqual({
    tittel: 'Vedtak om SFO',
    eksternReferanse: REFERENCE,
    avgivendeSystem: 'Flyt',
    avgivendeSystemAktor: 'Barnehage',
    konteringskode: 'K-1',
    kryptert: true,
    utskriftskonfigurasjon: { tosidig: false },
    svarPaForsendelseId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    korrelasjonsid: 'utsending 2026',
    mottaker: { navn: 'RASK FYRLYKT', adresse: ADDRESS },
    svarSendesTil: { navn: 'Bergen kommune', type: 'ORGANISASJON', digitalId: ORGANISATION, adresse: ADDRESS },
    dokumenter: [
      { filnavn: 'b.pdf', mimeType: 'application/pdf' },
      { filnavn: 'a.pdf', mimeType: 'application/pdf', giroarkSide: 1 },
    ],
  });
  expect(letter.printable).toEqual(['b.pdf', 'a.pdf']);
});

test('paper has no digital recipient, level or way, whatever is left over in the form', () => {
  const sent = wire(printFrom({ kunDigitalLevering: true, sikkerhetsniva: 'HOYESTE', foedselsnummer: '12848539668' }));
  for (const field of ['kunDigitalLevering', 'sikkerhetsniva', 'lenker', 'eksponertFor', 'kanSvareViaEdialog'])
    expect(sent).not.toHaveProperty(field);
  expect(JSON.stringify(sent)).not.toContain('12848539668');
});

test('every file is a PDF, also among others', async () => {
  await expectRefused(() => printFrom({ documents: [pdf(), other()] }), 'documents', /not a PDF/);
});

test('settings about a file that the letter does not have are refused', async () => {
  const printedDocuments = [{ filnavn: 'b.pdf', giroarkSide: 1 }];
  await expectRefused(() => printFrom({ printedDocuments }), 'printedDocuments', /letter does not have/);
});

test('the recipient is the name and the address, however the address is written', () => {
  const one = printRecipient({ navn: 'RASK FYRLYKT', postalAddress: ADDRESS });
  expect(printRecipient({ navn: 'RASK FYRLYKT', postalAddress: { ...ADDRESS, adresselinje2: ' ', land: 'x' } })).toBe(
    one,
  );
  expect(printRecipient({ navn: 'LUR FYRLYKT', postalAddress: ADDRESS })).not.toBe(one);
  expect(printRecipient({ navn: 'RASK FYRLYKT', postalAddress: { ...ADDRESS, poststed: 'OSLO' } })).not.toBe(one);
  expect(printFrom().recipient).toBe(one);
});
