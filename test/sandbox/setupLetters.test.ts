import { readFileSync } from 'node:fs';
import { ENVIRONMENTS, LANGUAGES, PARTIES, type Service } from '../../sandbox/src/setup/order';
import type { ChoicesField } from '../../src/operations/field';
import { folkeregisterOperations } from '../../src/folkeregister/operations';
import { everything, letterNamed, lettersOf, MUNICIPALITY, PARTY_ANSWERS, SERVICE_SETS, SUPPLIER } from './setupOrders';

const CASES = PARTIES.flatMap((party) =>
  ENVIRONMENTS.flatMap((environment) =>
    SERVICE_SETS.map((services) => ({
      title: `${party}, ${environment}: ${services.join(', ')}`,
      party,
      environment,
      services,
      letters: lettersOf({ ...PARTY_ANSWERS[party], environment, services }),
    })),
  ),
);

const fileNames = (letters: readonly { file: string }[]): readonly string[] =>
  letters.map(({ file }) => file.replace(/^\d\d-|\.\w+$/g, ''));

/** Words that stand in the texts only when the service is ordered. */
const WORDS_OF: Readonly<Record<Service, RegExp>> = {
  folkeregister: /folkeregister|rolleId|Skatteetaten/i,
  krr: /KRR|krr:|kontaktregisteret\.no|servicedesk@digdir\.no|delegere API-et/,
  svarut: /SvarUt|svarut|kontoId|Sende forsendelser/,
  kjoretoyregister: /kjøretøy|vegvesen|fiksOrgId/i,
};

const HOSTS = {
  test: /test\.maskinporten\.no|tt02\.altinn\.no|fiks\.test\.ks\.no|test\.svarut\.ks\.no|test\.kontaktregisteret\.no/,
  production: /(?<!\.)\b(?:maskinporten|kontaktregisteret)\.no|www\.altinn\.no|fiks\.ks\.no|(?<!\.)svarut\.ks\.no/,
};

describe.each(CASES)('the letters for a $title', ({ party, environment, services, letters }) => {
  const usesFiks = services.some((service) => service !== 'krr');
  const text = everything(letters);

  it('are those that are needed, in the order they are done', () => {
    expect(fileNames(letters)).toEqual([
      ...(usesFiks ? ['ks-digital-scope'] : []),
      ...(services.includes('krr') ? ['digdir-krr'] : []),
      ...(services.includes('krr') && party === 'supplier' ? ['altinn-delegation'] : []),
      'maskinporten-client',
      ...(services.includes('folkeregister') ? ['folkeregister-role'] : []),
      ...(services.includes('svarut') ? ['svarut-account'] : []),
      ...(services.includes('kjoretoyregister') ? ['vehicle-register'] : []),
      ...(usesFiks ? ['fiks-integration'] : []),
      'next-steps',
    ]);
    const numbers = letters.slice(0, -1).map(({ file }) => Number(file.slice(0, 2)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('say nothing of other services', () => {
    for (const [service, words] of Object.entries(WORDS_OF)) {
      if (services.includes(service as Service)) expect(text).toMatch(words);
      else expect(text).not.toMatch(words);
    }
    if (!usesFiks) expect(text.replaceAll(/https:\S+/g, '')).not.toMatch(/fiks/i);
  });

  it('name the hosts of their environment only', () => {
    const other = environment === 'test' ? 'production' : 'test';
    expect(text).toMatch(HOSTS[environment]);
    expect(text).not.toMatch(HOSTS[other]);
  });

  it('ask for exactly the scopes that the client needs', () => {
    const krr =
      party === 'supplier'
        ? ['krr:global/kontaktinfo.read', 'krr:global/postkasse.read']
        : ['krr:global/kontaktinformasjon.read', 'krr:global/digitalpost.read'];
    const wanted = [...(usesFiks ? ['ks:fiks'] : []), ...(services.includes('krr') ? krr : [])];
    const client = letterNamed(letters, 'maskinporten-client').text;
    expect([...client.matchAll(/^ {3}- (\S+)$/gm)].map(([, scope]) => scope)).toEqual(wanted);
    expect(new Set(text.match(/\bkrr:global\/[\w.]+/g))).toEqual(new Set(services.includes('krr') ? krr : []));
  });

  it('carry the numbers of the organisations they are about, and no others', () => {
    const numbers = new Set(text.match(/\b\d{9}\b/g));
    expect(numbers).toEqual(new Set([MUNICIPALITY.number, ...(party === 'supplier' ? [SUPPLIER.number] : [])]));
  });
});

describe('the letter to KS Digital', () => {
  it('goes to their address and gives the number of the owner of the client', () => {
    for (const [party, owner] of [
      ['municipality', MUNICIPALITY],
      ['supplier', SUPPLIER],
    ] as const) {
      const letter = letterNamed(lettersOf(PARTY_ANSWERS[party]), 'ks-digital');
      expect(letter.to).toBe('fiks@ksdigital.no');
      expect(letter.subject).toContain(owner.number);
      expect(letter.text).toContain(`Organisasjonsnummer: ${owner.number}`);
    }
  });

  it('asks a municipality for its main unit only', () => {
    expect(letterNamed(lettersOf(PARTY_ANSWERS.municipality), 'ks-digital').text).toContain('(hovedenheten)');
    expect(letterNamed(lettersOf(PARTY_ANSWERS.supplier), 'ks-digital').text).not.toContain('(hovedenheten)');
  });

  it('asks what the documentation leaves open, and nothing when it leaves nothing open', () => {
    const ask = (services: readonly Service[]) =>
      letterNamed(lettersOf({ ...PARTY_ANSWERS.municipality, services }), 'ks-digital').text;
    expect(ask(['svarut'])).toContain('status og for søk på ekstern referanse i SvarUt?');
    expect(ask(['kjoretoyregister'])).toContain('søkene i kjøretøyregisteret');
    expect(ask(['folkeregister'])).not.toContain('?');
  });

  it('asks for access to the test environment in test only', () => {
    const ask = (environment: 'test' | 'production') =>
      letterNamed(lettersOf({ ...PARTY_ANSWERS.municipality, environment }), 'ks-digital').text;
    expect(ask('test')).toContain('https://forvaltning.fiks.test.ks.no/');
    expect(ask('production')).not.toContain('testmiljø');
  });
});

describe('the letters of a supplier', () => {
  const letters = lettersOf(PARTY_ANSWERS.supplier);

  it('have the municipality delegate KRR, from itself to the supplier', () => {
    const { text } = letterNamed(letters, 'altinn-delegation');
    expect(text).toContain('KRR - Delegere på-vegne-av-rettighet');
    expect(text).toContain('fra: Eksempel kommune (310475025)');
    expect(text).toContain('til: Flyt AS (312497107)');
  });

  it('make the supplier the authorised organisation in Fiks', () => {
    const { text } = letterNamed(letters, 'fiks-integration');
    expect(text).toContain('autorisert organisasjon: Flyt AS (312497107), altså leverandøren og ikke kommunen');
  });

  it('register the client on the supplier itself', () => {
    const { text } = letterNamed(letters, 'maskinporten-client');
    expect(text).toContain('vårt eget organisasjonsnummer, 312497107, ikke «på vegne av kunde»');
  });

  it('tell the municipality who asks and why', () => {
    for (const name of ['folkeregister-role', 'svarut-account', 'vehicle-register', 'fiks-integration']) {
      expect(letterNamed(letters, name).text).toContain('Vi er leverandør');
    }
    expect(everything(lettersOf(PARTY_ANSWERS.municipality))).not.toContain('leverandør og');
  });
});

describe('the letter about the Folkeregister role', () => {
  const { text, open } = letterNamed(lettersOf(PARTY_ANSWERS.municipality), 'folkeregister-role');

  it('asks for the parts that the Folkeregister node asks for, each with its reason', () => {
    const asked = [...text.matchAll(/^- ([a-zA-Z]+): (?!\[).+/gm)].map(([, part]) => part!);
    const getPerson = folkeregisterOperations.find(({ name }) => name === 'getPerson')!;
    const parts = getPerson.fields.find(({ name }) => name === 'parts') as ChoicesField;
    expect(asked.sort()).toEqual([...parts.default].sort());
  });

  it('leaves legal basis and purpose to those who know them', () => {
    expect(open).toEqual(
      expect.arrayContaining(['[lovhjemmel, eller uten hjemmel]', '[hva opplysningene skal brukes til]']),
    );
  });
});

describe('a letter', () => {
  it('lists every placeholder in it, in subject and text', () => {
    const [letter] = lettersOf({});
    expect(letter!.open).toEqual([
      '[kommunens navn]',
      '[kommunens organisasjonsnummer]',
      '[navn og rolle]',
      '[telefon og e-post]',
    ]);
  });

  it.each(LANGUAGES)('is in Norwegian also when the checklist is in %s', (language) => {
    const [letter] = lettersOf({ ...PARTY_ANSWERS.municipality, language });
    expect(letter!.text).toMatch(/^Hei,\n\nVi ber dere åpne/);
  });
});

describe('the guide', () => {
  const guide = readFileSync('docs/setup.md', 'utf8');

  it.each(PARTIES)('knows every scope and every address in the letters of a %s', (party) => {
    const letters = lettersOf(PARTY_ANSWERS[party]);
    const told = everything(letters).match(/\bkrr:global\/\w+\.read|ks:fiks|\w+@\w+\.no/g)!;
    expect(told.length).toBeGreaterThan(5);
    for (const word of told) expect(guide).toContain(word);
  });
});
