/** Letters with every field filled in, by the published description of sending: nothing wrong in them, and nothing missing. */
import { SERVICES } from '../../src/core';
import { FULL_LETTERS, type FullLetter } from '../fullLetters';
import { Contract, FORSENDELSE, type Endpoint } from './openapi';
import { useRecordedLetters, type RecordedLetter } from './recordedLetters';
import { describeContract, readSpec } from './specs';
import { pathsIn, publishedPaths } from './wirePaths';

const ENDPOINTS = Object.keys(FORSENDELSE) as Endpoint[];

const NAMED = FULL_LETTERS.map((letter) => [letter.name, letter] as const);

describe('the letters with every field', () => {
  /** Whom the token speaks for is no part of a letter. */
  const ABOUT_THE_TOKEN = 'consumerOrg';

  it.each(['sendToPerson', 'sendToOrganisation', 'sendToHealthNetwork', 'sendAsPaperOnly'] as const)(
    'leave out no field of %s',
    (name) => {
      const { fields } = SERVICES.svarut.operations.find((operation) => operation.name === name)!;
      const inputs = FULL_LETTERS.filter(({ operation }) => operation === name).map(({ input }) => input);
      const places = fields
        .filter((field) => field.name !== ABOUT_THE_TOKEN)
        .flatMap((field) =>
          field.kind === 'list' ? field.columns.map((column) => [field.name, column.name]) : [[field.name]],
        );
      const isFilled = ([list, column]: readonly string[]): boolean =>
        inputs.some((input) =>
          column === undefined
            ? input[list!] !== undefined
            : (input[list!] as readonly Record<string, unknown>[] | undefined)?.some(
                (row) => row[column] !== undefined,
              ),
        );
      expect(places.filter((place) => !isFilled(place))).toEqual([]);
    },
  );
});

describeContract('the letters that the client sends', () => {
  const send = useRecordedLetters();
  let contract: Contract;
  const sent = new Map<FullLetter, RecordedLetter>();
  beforeAll(async () => {
    contract = new Contract();
    for (const letter of FULL_LETTERS) sent.set(letter, await send(letter, letter.input));
  });
  afterAll(() =>
    process.stdout.write(
      `${contract.requests} letters of the client were checked against the published description.\n`,
    ),
  );

  it.each(NAMED)('%s has the metadata of its endpoint', (_name, letter) => {
    const { path, forsendelse } = sent.get(letter)!;
    const endpoint = `/v3/kontoer/{kontoId}/forsendelser/${letter.endpoint}`;
    expect(path).toBe(`/svarut/api${endpoint.replace('{kontoId}', String(letter.input.kontoId))}`);
    expect(Object.keys(readSpec('send').paths)).toContain(endpoint);
    contract.expectMetadata(forsendelse, letter.endpoint);
  });

  it('go to every endpoint of sending there is, each by an operation that says so', () => {
    const said = SERVICES.svarut.operations.flatMap(({ name, endpoints = [] }) =>
      FULL_LETTERS.some(({ operation }) => operation === name) ? endpoints : [],
    );
    expect([...said].sort()).toEqual(
      Object.keys(readSpec('send').paths)
        .map((path) => `POST ${path}`)
        .sort(),
    );
  });

  it.each(ENDPOINTS)('fill every field that is published for %s', (endpoint) => {
    const filled = new Set(
      FULL_LETTERS.filter((letter) => letter.endpoint === endpoint).flatMap((letter) =>
        pathsIn(sent.get(letter)!.forsendelse),
      ),
    );
    const published = publishedPaths(endpoint);
    expect(published.length).toBeGreaterThan(20);
    expect(published.filter((path) => !filled.has(path))).toEqual([]);
  });

  it.each(ENDPOINTS)('would be found out to %s with a field of another name', (endpoint) => {
    const { forsendelse } = sent.get(FULL_LETTERS.find((letter) => letter.endpoint === endpoint)!)!;
    const { eksternReferanse, ...others } = forsendelse;
    const judge = new Contract();
    judge.expectMetadata(forsendelse, endpoint);
    expect(() => judge.expectMetadata({ ...others, eksternRef: eksternReferanse }, endpoint)).toThrow('eksternRef');
  });
});
