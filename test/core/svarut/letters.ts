/**
 * Letters of each kind, made as the runner makes them: what a flow gives goes through the check of the operation's own fields, so
 * that defaults and limits are those of the declarations.
 */
import { documentFromBytes, type DocumentSource } from '../../../src/http/document';
import { checkInput } from '../../../src/operations/checkInput';
import type { Field } from '../../../src/operations/field';
import type { Values } from '../../../src/operations/operation';
import { healthNetworkLetter } from '../../../src/svarut/letter/healthNetwork';
import type { Letter } from '../../../src/svarut/letter/letter';
import { organisationLetter } from '../../../src/svarut/letter/organisation';
import { personLetter } from '../../../src/svarut/letter/person';
import { printLetter } from '../../../src/svarut/letter/print';
import {
  HEALTH_NETWORK_FIELDS,
  ORGANISATION_FIELDS,
  PERSON_FIELDS,
  PRINT_FIELDS,
} from '../../../src/svarut/sending/fields/letters';
import { START, thrownBy } from '../fakePorts';

export type Given = Readonly<Record<string, unknown>>;

export const REFERENCE = 'sak-2026-101';
export const PERSON = '12848539668';
export const ORGANISATION = '310475025';
export const ADDRESS = { adresselinje1: 'Tenkeveien 14B', postnummer: '5003', poststed: 'BERGEN' };

export const pdf = (filnavn = 'vedtak.pdf', text = 'a letter'): DocumentSource =>
  documentFromBytes(filnavn, 'application/pdf', new TextEncoder().encode(`%PDF-1.7 ${text}`));

/** One that says it is so large; nothing reads it while the letter is only made. */
export const sized = (filnavn: string, size: number): DocumentSource => ({ ...pdf(filnavn), size });

export const other = (filnavn = 'data.xml', mimeType = 'application/xml'): DocumentSource => ({
  ...pdf(filnavn),
  mimeType,
});

/** One whose opening is counted. */
export const watched = (document = pdf()): DocumentSource & { readonly opened: { times: number } } => {
  const opened = { times: 0 };
  const open = (): AsyncIterable<Uint8Array> => {
    opened.times += 1;
    return document.open();
  };
  return { ...document, open, opened };
};

/** What must be filled in, of each kind. */
export const LINES = {
  person: { foedselsnummer: PERSON, navn: 'RASK FYRLYKT', postalAddress: ADDRESS, tittel: 'Vedtak om SFO' },
  organisation: {
    organisasjonsnummer: ORGANISATION,
    navn: 'FYRLYKT AS',
    postalAddress: ADDRESS,
    tittel: 'Vedtak om SFO',
  },
  healthNetwork: {
    mottakertype: 'FASTLEGE',
    pasientFoedselsnummer: PERSON,
    pasientFornavn: 'RASK',
    pasientEtternavn: 'FYRLYKT',
    avsenderFornavn: 'Kari',
    avsenderEtternavn: 'Saksbehandler',
    avsenderTelefonnummer: '55 55 55 55',
    tittel: 'Epikrise',
  },
  print: { navn: 'RASK FYRLYKT', postalAddress: ADDRESS, tittel: 'Vedtak om SFO' },
} as const;

const checked = <const Fields extends readonly Field[]>(fields: Fields, line: Given, given: Given): Values<Fields> =>
  checkInput(fields, { documents: [pdf()], ...line, ...given }, { realPersons: false }) as Values<Fields>;

export const personInput = (given: Given = {}) => checked(PERSON_FIELDS, LINES.person, given);

export const personFrom = (given: Given = {}, reference = REFERENCE, now = START): Letter => {
  const input = personInput(given);
  const { foedselsnummer, navn = '', postalAddress } = input;
  return personLetter(input, { foedselsnummer, navn, postalAddress }, reference, now);
};

export const organisationFrom = (given: Given = {}, reference = REFERENCE): Letter =>
  organisationLetter(checked(ORGANISATION_FIELDS, LINES.organisation, given), reference);

export const healthNetworkFrom = (given: Given = {}, reference = REFERENCE): Letter =>
  healthNetworkLetter(checked(HEALTH_NETWORK_FIELDS, LINES.healthNetwork, given), reference);

export const printFrom = (given: Given = {}, reference = REFERENCE): Letter =>
  printLetter(checked(PRINT_FIELDS, LINES.print, given), reference);

type Make = (given: Given, reference?: string) => Letter;

export const KINDS: readonly (readonly [kind: string, make: Make])[] = [
  ['a person', personFrom],
  ['an organisation', organisationFrom],
  ['the health network', healthNetworkFrom],
  ['paper', printFrom],
];

/** The metadata as SvarUt reads it. */
export const wire = (letter: Letter): Record<string, unknown> =>
  JSON.parse(JSON.stringify(letter.metadata)) as Record<string, unknown>;

/** Asserts that the letter cannot be made, and that the error names the field and says nothing of the content. */
export const expectRefused = async (
  make: () => unknown,
  field: string,
  words: RegExp = /./,
  content: RegExp = /Tenkeveien|BERGEN|FYRLYKT|12848539668/,
): Promise<void> => {
  const error = await thrownBy(make);
  expect([error.code, error.details.field]).toEqual([expect.stringMatching(/^ERR_INVALID_/), field]);
  expect(error.message).toMatch(words);
  expect(error.message + error.action).not.toMatch(content);
};
