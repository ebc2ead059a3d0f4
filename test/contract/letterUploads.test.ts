/** The files of a letter as they leave, read again by a parser of somebody else's: their order, names, types and bytes. */
import { documentFromBytes, type DocumentSource } from '../../src/core';
import { FULL_LETTERS, LETTER, type FullLetter } from '../fullLetters';
import { sha256 } from '../integration/letters';
import type { Part } from './multipart';
import { useRecordedLetters } from './recordedLetters';

const send = useRecordedLetters();

const bytesOf = async (document: DocumentSource): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of document.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const filesOf = ({ input }: FullLetter): readonly DocumentSource[] => input.documents as readonly DocumentSource[];

/** What is about files by their names, which are others here. */
const NOTHING_ABOUT_FILES = {
  personDocuments: [],
  organisationDocuments: [],
  printedDocuments: [],
  documentMetadata: [],
  signering: [],
};

const NAMED = FULL_LETTERS.map((letter) => [letter.name, letter] as const);
const WITH_SEVERAL_FILES = NAMED.filter(([, { endpoint }]) => endpoint !== 'nhn');

const COMPOSED = [
  'Vedtak på ærlig støtte.pdf',
  '10 Ångström.pdf',
  '2 Čáhcesuolu 手紙.pdf',
  "50 % av 'alt' (2026), ny & god; del=1.pdf",
].map((name) => name.normalize('NFC'));
const DECOMPOSED = COMPOSED.map((name) => name.normalize('NFD'));

const named = (filnavn: string): DocumentSource =>
  documentFromBytes(filnavn, 'application/pdf', new TextEncoder().encode(`%PDF-1.7 ${filnavn.normalize('NFC')}`));

const nameAndType = ({ filename, type }: Part): unknown => [filename, type];

describe('the files of a letter', () => {
  it.each(NAMED)('%s come after the metadata, in their order, under their names and types', async (_name, letter) => {
    const { parts, files } = await send(letter, letter.input);
    const documents = filesOf(letter);
    expect(parts[0]).toMatchObject({ kind: 'field', name: 'forsendelse' });
    expect(files.map(nameAndType)).toEqual(documents.map(({ filnavn, mimeType }) => [filnavn, mimeType]));
  });

  it.each(WITH_SEVERAL_FILES)('%s are listed in the metadata as they come', async (_name, letter) => {
    const { forsendelse, files } = await send(letter, letter.input);
    expect(forsendelse.dokumenter.map(({ filnavn, mimeType }: any) => [filnavn, mimeType])).toEqual(
      files.map(nameAndType),
    );
  });

  it.each(WITH_SEVERAL_FILES)('%s come backwards when they are given backwards', async (_name, letter) => {
    const documents = filesOf(letter).toReversed();
    const { forsendelse, files } = await send(letter, { ...letter.input, documents });
    const names = documents.map(({ filnavn }) => filnavn);
    expect([files.map(({ filename }) => filename), forsendelse.dokumenter.map(({ filnavn }: any) => filnavn)]).toEqual([
      names,
      names,
    ]);
  });

  describe.each([
    ['as they are', false],
    ['encrypted', true],
  ])('%s', (_how, kryptert) => {
    const NORMAL = { ...NOTHING_ABOUT_FILES, sikkerhetsniva: 'BETYDELIG', kryptert };

    it.each(
      WITH_SEVERAL_FILES.flatMap(([name, letter]) =>
        [
          ['composed', COMPOSED],
          ['decomposed', DECOMPOSED],
        ].map(([form, names]) => [name, form as string, letter, names as readonly string[]] as const),
      ),
    )('%s have one name in both places, composed, when it is given %s', async (_name, _form, letter, names) => {
      const { forsendelse, files } = await send(letter, { ...letter.input, ...NORMAL, documents: names.map(named) });
      expect(forsendelse.kryptert).toBe(kryptert);
      expect(files.map(({ filename }) => filename)).toEqual(COMPOSED);
      expect(forsendelse.dokumenter.map(({ filnavn }: any) => filnavn)).toEqual(COMPOSED);
    });

    it.each([...COMPOSED, ...DECOMPOSED])('to the health network have the name %s, composed', async (name) => {
      const letter = FULL_LETTERS.find(({ endpoint }) => endpoint === 'nhn')!;
      const { files } = await send(letter, { ...letter.input, kryptert, documents: [named(name)] });
      expect(files.map(nameAndType)).toEqual([[name.normalize('NFC'), 'application/pdf']]);
    });
  });

  const CMS_BEGINS = 0x30;

  it.each(NAMED)('%s are their own bytes, or CMS and longer where the letter is encrypted', async (_name, letter) => {
    const { forsendelse, files } = await send(letter, letter.input);
    const plain = await Promise.all(filesOf(letter).map(bytesOf));
    const isItself = files.map((file, at) => file.sha256 === sha256(plain[at]!));
    const isEnvelope = files.map(({ content }, at) => content[0] === CMS_BEGINS && content.length > plain[at]!.length);
    const encrypted = forsendelse.kryptert === true;
    expect([isItself, isEnvelope]).toEqual([plain.map(() => !encrypted), plain.map(() => encrypted)]);
  });

  it.each([
    ['sendToPerson', 'person'],
    ['sendToOrganisation', 'organisasjon'],
  ] as const)('of %s are encrypted by themselves on the highest level', async (operation, endpoint) => {
    const letter = FULL_LETTERS.find((one) => one.endpoint === endpoint)!;
    const plain = { ...letter.input, ...NOTHING_ABOUT_FILES, documents: [LETTER], kryptert: false };
    const { forsendelse, files } = await send({ operation }, { ...plain, sikkerhetsniva: 'HOYESTE' });
    expect(forsendelse).toMatchObject({ kryptert: true, sikkerhetsniva: 'HOYESTE' });
    expect(files[0]!.sha256).not.toBe(sha256(await bytesOf(LETTER)));
    expect((await send({ operation }, plain)).files[0]!.sha256).toBe(sha256(await bytesOf(LETTER)));
  });
});
