import { readAddress, recipientAddress } from '../../../../src/svarut/letter/address';
import { ADDRESS, expectRefused, healthNetworkFrom, organisationFrom, personFrom, printFrom, wire } from '../letters';

const read = (given: unknown) => readAddress('postalAddress', 'postal address', given);

describe('an address', () => {
  test('goes on the wire without anything SvarUt does not know, and without empty lines', () => {
    const given = { ...ADDRESS, adresselinje2: ' ', adresselinje3: null, landkode: '', kommunenummer: '4601' };
    expect(JSON.parse(JSON.stringify(read(given)))).toEqual(ADDRESS);
  });

  test('keeps every line, trimmed, in its place', () => {
    const whole = {
      adresselinje1: 'c/o Fyr',
      adresselinje2: 'Storgata 1',
      adresselinje3: 'Inngang B',
      postnummer: '111 22',
      poststed: 'STOCKHOLM',
      landkode: 'SE',
    };
    expect(read(whole)).toEqual(whole);
    expect(read({ ...whole, adresselinje1: ' c/o Fyr ' })).toEqual(whole);
  });

  test('may have lines and a place of 70 characters, and a postal code of 20', () => {
    const line = 'x'.repeat(70);
    const longest = {
      adresselinje1: line,
      adresselinje2: line,
      adresselinje3: line,
      poststed: line,
      postnummer: '1'.repeat(20),
    };
    expect(JSON.parse(JSON.stringify(read(longest)))).toEqual(longest);
  });

  test.each<[string, unknown, string]>([
    ['no first line', { poststed: 'BERGEN' }, 'adresselinje1'],
    ['a blank first line', { ...ADDRESS, adresselinje1: '  ' }, 'adresselinje1'],
    ['a first line of 71', { ...ADDRESS, adresselinje1: 'x'.repeat(71) }, 'adresselinje1'],
    ['no place', { adresselinje1: 'x' }, 'poststed'],
    ['a second line of 71', { ...ADDRESS, adresselinje2: 'x'.repeat(71) }, 'adresselinje2'],
    ['a third line of 71', { ...ADDRESS, adresselinje3: 'x'.repeat(71) }, 'adresselinje3'],
    ['a place of 71', { ...ADDRESS, poststed: 'x'.repeat(71) }, 'poststed'],
    ['a postal code of 21', { ...ADDRESS, postnummer: '1'.repeat(21) }, 'postnummer'],
    ['a number for a postal code', { ...ADDRESS, postnummer: 5003 }, 'postnummer'],
    ['a country of three letters', { ...ADDRESS, landkode: 'NOR' }, 'landkode'],
    ['a country in small letters', { ...ADDRESS, landkode: 'se' }, 'landkode'],
    ['a text', 'Tenkeveien 14B, 5003 BERGEN', 'the address'],
    ['a list', [ADDRESS], 'the address'],
    ['nothing', null, 'the address'],
  ])('with %s is refused by the name of the line, and not repeated', async (_what, given, line) => {
    await expectRefused(() => read(given), 'postalAddress', new RegExp(`postal address .*\\(${line}\\)`));
  });
});

describe('the address of a recipient', () => {
  test.each([undefined, null])('(%p) may be missing only where nothing is ever printed', async (given) => {
    expect(recipientAddress(given, false)).toBeUndefined();
    await expectRefused(() => recipientAddress(given, true), 'postalAddress', /no postal address/);
  });

  test('is checked also where nothing is ever printed', async () => {
    await expectRefused(() => recipientAddress({ poststed: 'BERGEN' }, false), 'postalAddress', /adresselinje1/);
  });

  test.each([
    ['a person', personFrom],
    ['an organisation', organisationFrom],
  ])('is what a letter to %s needs for paper, and not when it goes only digitally', async (_kind, make) => {
    await expectRefused(() => make({ postalAddress: undefined }), 'postalAddress', /no postal address/);
    const digitalOnly = wire(make({ postalAddress: undefined, kunDigitalLevering: true }));
    expect(digitalOnly.mottaker).not.toHaveProperty('adresse');
    expect(wire(make()).mottaker).toMatchObject({ adresse: ADDRESS });
  });

  test('is what a letter on paper cannot do without', async () => {
    await expectRefused(() => printFrom({ postalAddress: undefined }), 'postalAddress', /is empty/);
    await expectRefused(() => printFrom({ postalAddress: { poststed: 'BERGEN' } }), 'postalAddress', /adresselinje1/);
  });

  test('is nowhere in a letter through the health network', () => {
    expect(JSON.stringify(wire(healthNetworkFrom({ postalAddress: ADDRESS })))).not.toContain('Tenkeveien');
  });
});
