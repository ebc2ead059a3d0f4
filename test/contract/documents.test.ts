/** That no published document is forgotten: each is held against what the sandbox answers, or it is said what it is for. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RegisterCaller } from '../sandbox/folkeregisterCaller';
import { describeContract, FOLDER, PUBLISHED } from './specs';

/** Judged by in tests of their own. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'folkeregister-persondokument-1.0-beta2.xsd': 'xmlAnswers',
  'folkeregister-hendelsedokument-1.4.xsd': 'xmlAnswers',
  'folkeregister-personas.json': 'documents',
  'kjoretoy-vehicles.json': 'vehicleAnswers',
  'kjoretoy-sample-sok-response-v2.json': 'publishedVehicles',
  'kjoretoy-sample-bulk-response-v3-excerpt.json': 'publishedVehicles',
};

const textOf = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8');
const testText = (name: string): string => readFileSync(path.join(__dirname, `${name}.test.ts`), 'utf8');

describeContract('each published document', () => {
  const documents = () => readdirSync(FOLDER).filter((file) => !file.endsWith('.md'));

  it('is used by a test of what the sandbox answers', () => {
    const described = Object.values<string>(PUBLISHED);
    expect(documents().filter((file) => !described.includes(file) && !(file in ELSEWHERE))).toEqual([]);
    for (const [file, test] of Object.entries(ELSEWHERE)) expect(testText(test)).toContain(file);
  });

  it('of those that are descriptions is named by a test of answers', () => {
    const answers = [
      'answering',
      ...readdirSync(__dirname).filter((file) => /Answers|Services|refusals|krr/.test(file)),
    ]
      .map((file) => readFileSync(path.join(__dirname, file.endsWith('.ts') ? file : `${file}.ts`), 'utf8'))
      .join('\n');
    const named = Object.keys(PUBLISHED).filter((name) => answers.includes(`'${name}'`));
    // What is common to Fiks has a check of its own.
    expect([...named, 'fiksCommon'].sort()).toEqual(Object.keys(PUBLISHED).sort());
    expect(answers).toContain('expectFiksError');
  });
});

describeContract('the twelve persons of folkeregister-personas.json', () => {
  it('are as they stand there, and so is what happened to them', async () => {
    const register = await RegisterCaller.start();
    try {
      const { personer } = JSON.parse(textOf('folkeregister-personas.json'));
      expect(personer).toHaveLength(12);
      for (const { foedselsEllerDNummer, folkeregisterperson } of personer) {
        const parts = [...Object.keys(folkeregisterperson), 'historikk'].map((part) => `part=${part}`);
        const { body } = await register.get(`/personer/${foedselsEllerDNummer}?${parts.join('&')}`);
        expect(body).toEqual(folkeregisterperson);
      }
    } finally {
      await register.close();
    }
  });
});
