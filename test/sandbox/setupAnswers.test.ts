import { orderFrom, type SetupAnswers } from '../../sandbox/src/setup/answers';
import { SERVICES } from '../../sandbox/src/setup/order';
import { SetupProblem } from '../../sandbox/src/setup/problem';
import { askForMissing } from '../../sandbox/src/setup/questions';
import { MUNICIPALITY, PARTY_ANSWERS, SUPPLIER } from './setupOrders';

describe('an order', () => {
  it('without answers is for a municipality, everything, in test, with placeholders', () => {
    const unknown = { name: '[kommunens navn]', number: '[kommunens organisasjonsnummer]' };
    expect(orderFrom({})).toEqual({
      party: 'municipality',
      organisation: unknown,
      municipality: unknown,
      services: SERVICES,
      environment: 'test',
      language: 'nb',
    });
  });

  it('has the municipality as owner and customer when it sets up for itself', () => {
    const { organisation, municipality } = orderFrom(PARTY_ANSWERS.municipality);
    expect(organisation).toEqual(MUNICIPALITY);
    expect(municipality).toEqual(MUNICIPALITY);
  });

  it('tells supplier and customer apart', () => {
    const { organisation, municipality } = orderFrom(PARTY_ANSWERS.supplier);
    expect(organisation).toEqual(SUPPLIER);
    expect(municipality).toEqual(MUNICIPALITY);
  });

  it('takes numbers in groups and names over several lines as people write them', () => {
    const { organisation } = orderFrom({ organisation: ' Eksempel\n  kommune ', organisationNumber: '310 475 025' });
    expect(organisation).toEqual(MUNICIPALITY);
  });

  it('keeps one order of services, whatever the order they were named in', () => {
    expect(orderFrom({ services: ['svarut', 'krr', 'folkeregister'] }).services).toEqual([
      'folkeregister',
      'krr',
      'svarut',
    ]);
  });

  it.each<[string, SetupAnswers, RegExp]>([
    [
      'a number with a wrong control digit',
      { organisationNumber: '310475024' },
      /Organisasjonsnummeret er ikke gyldig/,
    ],
    ['a number that is too short', { organisationNumber: '31047502' }, /Organisasjonsnummeret er ikke gyldig/],
    [
      'a wrong number of the customer',
      { for: 'supplier', municipalityNumber: '310475024' },
      /Kommunens organisasjonsnummer er ikke gyldig/,
    ],
    [
      'a supplier that is its own customer',
      { for: 'supplier', organisationNumber: '310475025', municipalityNumber: '310 475 025' },
      /samme organisasjonsnummer/,
    ],
    ['a municipality with a customer', { municipality: 'Eksempel kommune' }, /ingen egen kommune i tillegg/],
    ['no service', { services: [] }, /Ingen tjeneste er valgt/],
    ['a key id with a blank in it', { keyId: 'min nøkkel' }, /Nøkkelens navn kan ikke brukes/],
  ])('refuses %s', (_title, answers, message) => {
    expect(() => orderFrom(answers)).toThrow(SetupProblem);
    expect(() => orderFrom(answers)).toThrow(message);
  });

  it('refuses in the language that was asked for, and without quoting the answer', () => {
    expect(() => orderFrom({ organisationNumber: '310475024', language: 'en' })).toThrow(
      /^The organisation number is not valid\. Give nine digits as they stand in Enhetsregisteret\.$/,
    );
  });
});

/** Answers each question with the next line, as a person at a terminal would. */
const typing = (...lines: string[]) => {
  const asked: string[] = [];
  const ask = (question: string): Promise<string> => {
    asked.push(question);
    const line = lines.shift();
    if (line === undefined) throw new Error(`Nobody answers: ${question}`);
    return Promise.resolve(line);
  };
  return { ask, asked };
};

describe('the questions on a terminal', () => {
  it('are only about what is missing', async () => {
    const { ask, asked } = typing('', '');
    await askForMissing({ ...PARTY_ANSWERS.municipality, services: ['krr'] }, ask);
    expect(asked).toEqual([expect.stringContaining('Hvilket miljø')]);
  });

  it('give the answers', async () => {
    const { ask } = typing(
      's',
      'Flyt AS',
      '312497107',
      'Eksempel kommune',
      '310475025',
      'krr, sv',
      'prod',
      'flyt-2027',
    );
    expect(await askForMissing({}, ask)).toEqual({
      for: 'supplier',
      organisation: 'Flyt AS',
      organisationNumber: '312497107',
      municipality: 'Eksempel kommune',
      municipalityNumber: '310475025',
      services: ['krr', 'svarut'],
      environment: 'production',
      keyId: 'flyt-2027',
    });
  });

  it('leave open what is answered with Enter alone, and ask a municipality for no customer', async () => {
    const { ask, asked } = typing('', '', '', '', '', '');
    expect(await askForMissing({}, ask)).toEqual({});
    expect(asked).toHaveLength(6);
  });

  it('come again when the answer cannot be used', async () => {
    const { ask, asked } = typing('310475024', '310475025', 'fiks', 'svarut', 'min nøkkel', 'min-nokkel');
    const { organisation } = PARTY_ANSWERS.municipality;
    const answers = await askForMissing({ for: 'municipality', organisation, environment: 'test' }, ask);
    expect(answers).toMatchObject({
      organisationNumber: '310475025',
      services: ['svarut'],
      keyId: 'min-nokkel',
    });
    expect(asked[1]).toMatch(/^Det går ikke/);
  });

  it.each([
    ['krr,', ['krr']],
    ['KRR svar', ['krr', 'svarut']],
    ['kj', ['kjoretoyregister']],
  ])('read %j as the services %j', async (typed, services) => {
    const { ask } = typing(typed);
    expect((await askForMissing({ ...PARTY_ANSWERS.municipality, environment: 'test' }, ask)).services).toEqual(
      services,
    );
  });

  it.each(['k', ',', 'krr, post'])('take %j for no service, and ask again', async (typed) => {
    const { ask, asked } = typing(typed, 'krr');
    await askForMissing({ ...PARTY_ANSWERS.municipality, environment: 'test' }, ask);
    expect(asked).toHaveLength(2);
  });

  it('are asked in the language of the answers', async () => {
    const { ask, asked } = typing('', '', '', '', '', '');
    await askForMissing({ language: 'en' }, ask);
    expect(asked[0]).toMatch(/^Who owns/);
  });
});
