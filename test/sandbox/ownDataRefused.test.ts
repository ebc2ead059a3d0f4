/**
 * Data of one's own that is not taken: everything wrong is said at once, with where it is and what to do, and never what
 * stands there.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSandbox } from '../../sandbox/src/index';
import { OwnDataError } from '../../sandbox/src/ownData/problem';
import { Population } from '../../sandbox/src/population/population';
import { createWorld, type WorldOptions } from '../../sandbox/src/world';
import { CHILD, DATA, FATHER, MOTHER, PERSONS, REAL_LOOKING } from './ownData';

const folder = mkdtempSync(path.join(tmpdir(), 'own-data-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const where = path.join(folder, name);
  writeFileSync(where, content);
  return where;
};

const problemsOf = (data: unknown, more: WorldOptions = {}): readonly string[] => {
  try {
    createWorld({ ...more, data: data as WorldOptions['data'] });
  } catch (error) {
    if (!(error instanceof OwnDataError)) throw error;
    expect(error.message).not.toMatch(/\d{9,}/);
    return error.problems;
  }
  return [];
};

const [mother, father] = PERSONS;
const persons = (...rows: object[]) => ({ persons: rows });
const person = (changes: object) => ({ number: MOTHER, name: 'Kari Egen', birthDate: '1980-01-01', ...changes });
const wrongDigits = `${MOTHER.slice(0, 10)}${(Number(MOTHER[10]) + 1) % 10}`;
const noDay = `35${MOTHER.slice(2)}`;

it('nothing is said of data that is right', () => {
  expect(problemsOf(DATA)).toEqual([]);
  expect(problemsOf({})).toEqual([]);
});

describe('a row of persons is refused for', () => {
  it.each<[string, object, RegExp]>([
    [
      'a number that looks real',
      { number: REAL_LOOKING },
      /^\/persons\/0\/number: looks real: .* use a synthetic number/,
    ],
    ['wrong control digits', { number: wrongDigits }, /^\/persons\/0\/number: has control digits that do not fit\. /],
    ['a number that begins with no day', { number: noDay }, /^\/persons\/0\/number: begins with no day\. /],
    [
      'a number that is no text',
      { number: Number(MOTHER) },
      /^\/persons\/0\/number: is not right\. It must be a synth/,
    ],
    ['a number too short', { number: '123' }, /^\/persons\/0\/number: is not right\. It must be a synth/],
    ['a number somebody has from the start', { number: '12848539668' }, /^\/persons\/0\/number: is taken/],
    ['a number somebody had', { number: '48889049823' }, /^\/persons\/0\/number: is taken/],
    ['a number that only KRR has', { number: '22885399316' }, /^\/persons\/0\/number: is taken/],
    [
      'a field there is not',
      { shoeSize: 43 },
      /^\/persons\/0: has something unknown \(shoeSize\)\. There are number, /,
    ],
    [
      'a name of one word',
      { name: 'Kari' },
      /^\/persons\/0\/name: is not right\. It must be a given name and a family/,
    ],
    ['a birth date that is none', { birthDate: '1980-02-30' }, /^\/persons\/0\/birthDate: .* YYYY-MM-DD\.$/],
    ['a status there is not', { status: 'levende' }, /^\/persons\/0\/status: .* one of bosatt, /],
    [
      'an address grade without an address',
      { addressGrade: 'fortrolig' },
      /^\/persons\/0: has addressGrade without street/,
    ],
    ['a dead person without a day of death', { status: 'doed' }, /^\/persons\/0\/deathDate: is missing\. Say when\.$/],
    ['a dead person who lives', { status: 'bosatt', deathDate: '2020-01-01' }, /^\/persons\/0\/status: is not that of/],
    ['a death before the birth', { deathDate: '1970-01-01' }, /^\/persons\/0\/deathDate: is before the birth/],
    [
      'a dead person KRR would notify',
      { deathDate: '2020-01-01', krr: 'notifiable' },
      /^\/persons\/0\/krr: .* deletes/,
    ],
    [
      'an address of nobody in KRR',
      { krr: 'deleted', email: 'a@example.com' },
      /^\/persons\/0\/krr: goes with neither/,
    ],
    ['nothing that can have expired', { krr: 'expired' }, /^\/persons\/0\/krr: needs an address/],
    ['a mother who is nobody', { mother: FATHER }, /^\/persons\/0\/mother: is the number of nobody in the file\. Add/],
    [
      'a mother of the sandbox',
      { mother: '12848539668' },
      /^\/persons\/0\/mother: is the number of nobody in the file/,
    ],
    ['a guardian who looks real', { guardian: REAL_LOOKING }, /^\/persons\/0\/guardian: looks real/],
    ['being its own spouse', { spouse: MOTHER }, /^\/persons\/0\/spouse: is the person itself/],
  ])('%s', (_why, changes, says) => {
    expect(problemsOf(persons(person(changes)))).toEqual([expect.stringMatching(says)]);
  });

  it('a street without the rest of the address', () => {
    expect(problemsOf(persons(person({ street: 'Veien 1' })))).toEqual([
      expect.stringContaining('has street without municipality'),
      expect.stringContaining('has street without postcode'),
      expect.stringContaining('has street without town'),
    ]);
  });

  it('a number that an earlier row has', () => {
    expect(problemsOf(persons(person({}), person({ name: 'En Annen' })))).toEqual([
      expect.stringMatching(/^\/persons\/1\/number: stands in an earlier row too/),
    ]);
  });

  it('a number that a generated person has', () => {
    const number = new Population(10, 5).at(3).foedselsEllerDNummer;
    expect(problemsOf(persons(person({ number })), { persons: 10, seed: 5 })).toEqual([
      expect.stringMatching(/^\/persons\/0\/number: is taken/),
    ]);
    expect(problemsOf(persons(person({ number })))).toEqual([]);
  });

  it('a spouse who is married to somebody else', () => {
    const rival = { ...PERSONS[3], guardian: undefined, spouse: FATHER };
    expect(problemsOf({ persons: [mother, father, rival] })).toEqual([
      expect.stringMatching(/^\/persons\/2\/spouse: is married to somebody else/),
    ]);
  });
});

describe('other data is refused for', () => {
  it.each<[string, unknown, RegExp]>([
    ['no object', [], /^the whole: is not right\. It must be an object with persons/],
    ['a list there is not', { accounts: [] }, /^the whole: has something unknown \(accounts\)/],
    ['a list that is none', { persons: {} }, /^\/persons: is not right\. It must be a list/],
    ['a row that is none', { persons: ['x'] }, /^\/persons\/0: is not right\. It must be an object with number/],
    ['a field named by a number', { [REAL_LOOKING]: [] }, /^the whole: has something unknown\. There are/],
    [
      'a real-looking organisation',
      { organisations: [{ number: '974760673', name: 'X' }] },
      /^\/organisations\/0\/number: looks real/,
    ],
    [
      'an organisation with a wrong digit',
      { organisations: [{ number: '310001113', name: 'X' }] },
      /^\/organisations\/0\/number: has a control digit/,
    ],
    [
      'an organisation there is',
      { organisations: [{ number: '310475025', name: 'X' }] },
      /^\/organisations\/0\/number: is taken/,
    ],
    [
      'a real-looking plate',
      { vehicles: [{ plate: 'AB 12345', owner: '310475025' }] },
      /^\/vehicles\/0\/plate: looks real/,
    ],
    ['a plate there is', { vehicles: [{ plate: 'SK00301', owner: '310475025' }] }, /^\/vehicles\/0\/plate: is taken/],
    [
      'a plate that is there twice, written in two ways',
      {
        vehicles: [
          { plate: 'SB 00901', owner: '310475025' },
          { plate: 'SB00901', owner: '310475025' },
        ],
      },
      /^\/vehicles\/1\/plate: stands in an earlier row/,
    ],
    [
      'an owner who is nobody',
      { vehicles: [{ plate: 'SB 00901', owner: CHILD }] },
      /^\/vehicles\/0\/owner: is the number of nobody/,
    ],
    [
      'an owner who looks real',
      { vehicles: [{ plate: 'SB 00901', owner: REAL_LOOKING }] },
      /^\/vehicles\/0\/owner: looks real/,
    ],
  ])('%s', (_why, data, says) => {
    expect(problemsOf(data)).toEqual([expect.stringMatching(says)]);
  });
});

describe('a table', () => {
  it('is told all that is wrong at once, by line and column', () => {
    const lines = [
      'number;name;birthDate;fnr;mother;opensAltinn',
      `${MOTHER};Kari Egen;1980-01-01;1;;ja`,
      `${REAL_LOOKING};"Ola; Egen";1980-13-01;;${FATHER};true`,
      `${CHILD};X;;;;`,
      `${MOTHER};Kari Igjen;1980-01-01;;;;;`,
    ];
    expect(problemsOf(file('wrong.csv', lines.join('\r\n')))).toEqual([
      expect.stringMatching(/^line 1, cell 4: is no column there is\. There are number, /),
      expect.stringMatching(/^line 2, column opensAltinn: is not right\. It must be true or false\.$/),
      expect.stringMatching(/^line 3, column birthDate: is not right/),
      expect.stringMatching(/^line 3, column mother: is the number of nobody in the file/),
      expect.stringMatching(/^line 3, column number: looks real/),
      expect.stringMatching(/^line 4, column name: is not right/),
      expect.stringMatching(/^line 4: lacks birthDate\. Add it\.$/),
      expect.stringMatching(/^line 5, column number: stands in an earlier row too/),
      expect.stringMatching(/^line 5: has 8 cells, and the header has 6\. /),
    ]);
  });

  it('without a header is not taken for one, and what stands there is not repeated', () => {
    const problems = problemsOf(file('headless.csv', `${REAL_LOOKING},Ekte Person,1980-01-01\n`));
    expect(problems).toHaveLength(3);
    for (const problem of problems)
      expect(problem).toMatch(/^line 1: has no column (?:number|name|birthDate)\. Add it/);
    expect(problems.join()).not.toContain('Ekte');
  });

  it('with a column twice is refused', () => {
    const text = `number,name,birthDate,name\n${MOTHER},A B,1980-01-01,C D\n`;
    expect(problemsOf(file('twice.csv', text))).toEqual([
      expect.stringMatching(/^line 1, cell 4: is a column that is/),
    ]);
  });

  it('with quotes that do not fit is refused by line', () => {
    const text = `number,name,birthDate\n${MOTHER},"Kari" Egen,1980-01-01\n`;
    expect(problemsOf(file('quotes.csv', text))).toEqual([expect.stringMatching(/^line 2: the quotes do not fit/)]);
  });
});

describe('a file is refused that', () => {
  it.each<[string, () => string, RegExp]>([
    ['is not there', () => path.join(folder, 'nothing.json'), /^the file cannot be read/],
    ['has another name', () => file('data.xlsx', ''), /ends in neither \.json nor \.csv/],
    ['is not JSON', () => file('broken.json', `{"persons": [${REAL_LOOKING}`), /^the file is not JSON/],
    ['is not UTF-8', () => file('latin.csv', Uint8Array.of(0x6e, 0xe5)), /^the file is not UTF-8/],
  ])('%s', (_why, make, says) => {
    expect(problemsOf(make())).toEqual([expect.stringMatching(says)]);
  });
});

it('no sandbox starts on data that is wrong, and the error says why', async () => {
  const wrong = persons(person({ number: REAL_LOOKING })) as WorldOptions['data'];
  await expect(startSandbox({ data: wrong })).rejects.toThrow(
    /^The data cannot be used:\n {2}\/persons\/0\/number: looks real/,
  );
});
