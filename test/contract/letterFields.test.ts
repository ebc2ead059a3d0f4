/**
 * The table of docs/svarut.md that says what each field of a letter is filled from: true of what is sent, found out by
 * changing one field after the other, and complete by the published description.
 */
import { LETTER_FIELDS } from '../../scripts/docs/letterFields.mts';
import { documentFromBytes, SERVICES, type Field } from '../../src/core';
import { fullLetterNamed, inDays, LETTER } from '../fullLetters';
import { pdf } from '../integration/letters';
import { numberOf } from '../integration/persons';
import type { Stored } from '../integration/world';
import { useRecordedLetters } from './recordedLetters';
import { describeContract } from './specs';
import { pathOf, publishedPaths, valuesIn } from './wirePaths';

jest.setTimeout(60_000);

const LETTERS = ['to a person', 'to an organisation', 'to a health provider', 'on paper only'].map(fullLetterNamed);

/** About the sending, and not in the letter. */
const NOT_IN_THE_LETTER = [
  ...['batchName', 'sendOnce', 'windowDays', 'pauseAfter', 'validateOnly', 'kontoId', 'rolleId', 'consumerOrg'],
];

/** A row says which file it is about; that is no value of its own. */
const NAMES_A_FILE = /^(?:\w+Documents|documentMetadata)\.filnavn$/;

const OTHERS: Stored = {
  foedselsnummer: numberOf('emigrated'),
  organisasjonsnummer: '312220105',
  pasientFoedselsnummer: numberOf('emigrated'),
  svarPaForsendelseId: '11111111-2222-4333-8444-555555555555',
  'eksponertFor.digitalId': '312220105',
  // Fits an organisation, and as a HER-id.
  'svarSendesTil.digitalId': '312220105',
  'svarSendesTil.type': 'NHN_MOTTAKER',
  'svarSendesTil.landkode': 'DK',
  'postalAddress.landkode': 'DK',
  'signering.filnavn': LETTER.filnavn,
};

/** What must be otherwise for a field to be changed alone. */
const BESIDE: Readonly<Record<string, Stored>> = {
  'svarSendesTil.type': { kanSvareViaEdialog: false, signering: [] },
  documents: { kunDigitalLevering: true },
};

type Rows = readonly Stored[];

/** The values there are to change in a field, each with its path. */
const placesIn = (field: Field, input: Stored): readonly string[] => {
  if (field.kind === 'list') return field.columns.map(({ name }) => `${field.name}.${name}`);
  if (field.kind === 'json') return Object.keys(input[field.name] as Stored).map((line) => `${field.name}.${line}`);
  return [field.name];
};

const another = (place: string, kind: Field['kind'], value: unknown, choices: readonly string[]): unknown => {
  if (place in OTHERS) return OTHERS[place];
  switch (kind) {
    case 'boolean':
      return value !== true;
    case 'number':
      return Number(value) + 1;
    case 'dateTime':
      return inDays(40);
    case 'choice':
      return choices.find((choice) => choice !== value);
    default:
      return `${String(value)}x`;
  }
};

const otherFiles = (given: unknown, endpoint: string): unknown => {
  if (endpoint === 'nhn') return [pdf('annet.pdf')];
  const more =
    endpoint === 'print' ? pdf('annet.pdf') : documentFromBytes('annet.txt', 'text/plain', new Uint8Array(1));
  return [...(given as readonly unknown[]), more];
};

/** The input with one value changed: in the first row that has it, where the field is a list. */
const changed = (field: Field, place: string, input: Stored, endpoint: string): Stored => {
  const given = input[field.name];
  if (field.kind === 'documents') return { ...input, documents: otherFiles(given, endpoint) };
  const [, inner] = place.split('.');
  const column = field.kind === 'list' ? field.columns.find(({ name }) => name === inner)! : field;
  const choices = column.kind === 'choice' ? column.choices.map(({ value }) => value) : [];
  const change = (holder: Stored): Stored => ({
    ...holder,
    [inner!]: another(place, column.kind, holder[inner!], choices),
  });
  if (field.kind === 'list') {
    const first = (given as Rows).findIndex((row) => row[inner!] !== undefined);
    return { ...input, [field.name]: (given as Rows).map((row, at) => (at === first ? change(row) : row)) };
  }
  return {
    ...input,
    [field.name]: field.kind === 'json' ? change(given as Stored) : another(place, field.kind, given, choices),
  };
};

/** Where two letters differ, by path. */
const differences = (one: unknown, other: unknown): ReadonlySet<string> => {
  const [before, after] = [new Map(valuesIn(one)), new Map(valuesIn(other))];
  const places = [...before.keys(), ...after.keys()].filter((place) => before.get(place) !== after.get(place));
  return new Set(places.map(pathOf));
};

describe('what a field on the wire is filled from', () => {
  const send = useRecordedLetters();

  it.each(LETTERS.map((letter) => [letter.name, letter] as const))('is as the table says %s', async (_name, letter) => {
    const { operation, endpoint, input } = letter;
    const fields = SERVICES.svarut.operations.find(({ name }) => name === operation)!.fields;
    const found: Record<string, string[]> = {};
    for (const field of fields.filter(({ name }) => !NOT_IN_THE_LETTER.includes(name))) {
      for (const place of placesIn(field, input).filter((one) => !NAMES_A_FILE.test(one))) {
        const beside = { ...input, ...BESIDE[place] };
        const [before, after] = [
          await send(letter, beside),
          await send(letter, changed(field, place, beside, endpoint)),
        ];
        for (const wire of differences(before.forsendelse, after.forsendelse)) (found[wire] ??= []).push(place);
      }
    }
    const inOrder = (table: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(Object.entries(table).map(([wire, from]) => [wire, [...from].sort()]));
    expect(inOrder(found)).toEqual(inOrder(LETTER_FIELDS[endpoint]));
  });
});

describeContract('the table of what the fields of a letter are filled from', () => {
  it.each(LETTERS.map(({ endpoint }) => endpoint))(
    'has every field that is published for %s, and no other',
    (endpoint) => {
      const published = publishedPaths(endpoint);
      const holders = published.filter((path) =>
        published.some((other) => other.startsWith(`${path}.`) || other.startsWith(`${path}[].`)),
      );
      expect(Object.keys(LETTER_FIELDS[endpoint]).sort()).toEqual(
        published.filter((path) => !holders.includes(path)).sort(),
      );
    },
  );
});
