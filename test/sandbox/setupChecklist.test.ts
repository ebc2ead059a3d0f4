import { FIKS_CREDENTIAL } from '../../src/credentials/fiks';
import { MASKINPORTEN_CREDENTIAL } from '../../src/credentials/maskinporten';
import { LANGUAGES, type Language } from '../../sandbox/src/setup/order';
import type { SetupAnswers } from '../../sandbox/src/setup/answers';
import { lettersOf, MUNICIPALITY, PARTY_ANSWERS } from './setupOrders';

const checklist = (answers: SetupAnswers): string => lettersOf(answers).at(-1)!.text;

/** The rows of the tables: what stands as the field, and what to paste. */
const rows = (text: string): readonly (readonly [field: string, value: string])[] =>
  [...text.matchAll(/^\| (.+?) \| (.+) \|$/gm)]
    .map(([, field, value]) => [field!, value!] as const)
    .filter(([field]) => !['Felt', 'Field', '---'].includes(field));

const valueOf = (text: string, label: string): string => {
  const row = rows(text).find(([field]) => field.startsWith(label));
  if (!row) throw new Error(`There is no row ${label}.`);
  return row[1];
};

const LABELS = [...MASKINPORTEN_CREDENTIAL.fields, ...FIKS_CREDENTIAL.fields].map(({ label }) => label);
const asShown: Record<Language, readonly string[]> = {
  en: LABELS.map(({ en }) => en),
  nb: LABELS.map(({ en, nb }) => (en === nb ? en : `${en} / ${nb}`)),
};

describe.each(LANGUAGES)('the checklist in %s', (language) => {
  const answers = { ...PARTY_ANSWERS.supplier, language };
  const text = checklist(answers);

  it('names the fields as the dialogs of n8n and Node-RED do', () => {
    const fields = rows(text).map(([field]) => field);
    expect(fields).toHaveLength(11);
    expect(asShown[language]).toEqual(expect.arrayContaining(fields));
  });

  it('covers every field of the credentials that cannot stay empty', () => {
    const fields = rows(text).map(([field]) => field);
    const required = [...MASKINPORTEN_CREDENTIAL.fields, ...FIKS_CREDENTIAL.fields]
      .filter((field) => field.required && (!('shownWhen' in field) || field.shownWhen === undefined))
      .map(({ label }) => label.en);
    expect(required.length).toBeGreaterThan(3);
    for (const label of required) expect(fields.some((field) => field.startsWith(label))).toBe(true);
  });

  it('points at the step that each value comes from', () => {
    const step = language === 'nb' ? 'steg' : 'step';
    expect(valueOf(text, 'Client ID')).toContain(`${step} 4`);
    expect(valueOf(text, 'Folkeregister Role ID')).toContain(`${step} 5`);
    expect(valueOf(text, 'SvarUt Account ID')).toContain(`${step} 6`);
    expect(valueOf(text, 'Fiks Organisation ID')).toContain(`${step} 7`);
    expect(valueOf(text, 'Integration Password')).toContain(`${step} 8`);
  });

  it('gives the key id', () => {
    expect(valueOf(text, 'Key ID (kid)')).toContain('`flyt-n8n-2027`');
  });

  it('says what waits for what', () => {
    const [first, , delegation, client] = text.split('\n').filter((line) => /^- \[ \] \*\*\d/.test(line));
    expect(first).toMatch(language === 'nb' ? /Kan sendes nå\.$/ : /Can be sent now\.$/);
    expect(delegation).toMatch(language === 'nb' ? /Venter på steg 2\.$/ : /Waits for step 2\.$/);
    expect(client).toMatch(language === 'nb' ? /Venter på steg 1, 2, 3\.$/ : /Waits for steps 1, 2, 3\.$/);
  });

  it('comes again for production, from test only', () => {
    expect(text).toContain('--environment production');
    expect(checklist({ ...answers, environment: 'production' })).not.toContain('--environment');
  });
});

describe('the consumer organisation in the checklist', () => {
  const label = 'Consumer Organisation';

  it('is empty for a municipality', () => {
    expect(valueOf(checklist(PARTY_ANSWERS.municipality), label)).toBe('tomt');
  });

  it('is the customer for a supplier that uses KRR alone', () => {
    expect(valueOf(checklist({ ...PARTY_ANSWERS.supplier, services: ['krr'] }), label)).toBe(MUNICIPALITY.number);
  });

  it('is given on the KRR node where Fiks is used too, which wants the number of the supplier', () => {
    const value = valueOf(checklist(PARTY_ANSWERS.supplier), label);
    expect(value).toMatch(/^tomt her/);
    expect(value).toContain(`skriv ${MUNICIPALITY.number} i Konsumentorganisasjon på KRR-noden`);
  });

  it('is empty for a supplier without KRR', () => {
    expect(valueOf(checklist({ ...PARTY_ANSWERS.supplier, services: ['svarut'] }), label)).toBe('tomt');
  });
});

it('has no Fiks credential when KRR is all there is', () => {
  expect(checklist({ ...PARTY_ANSWERS.municipality, services: ['krr'] })).not.toContain('Integration ID');
});
