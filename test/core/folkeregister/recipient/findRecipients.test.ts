import { EVERYONE } from '../../../../sandbox/src/folkeregister/register';
import type { PersonDocument } from '../../../../src/folkeregister/model';
import { findRecipients } from '../../../../src/folkeregister/recipient/findRecipients';
import { isClear, REASONS, type Reason } from '../../../../src/folkeregister/recipient/reasons';
import { ServiceError } from '../../../../src/http/serviceError';
import { START } from '../../fakePorts';
import { anyoneNamed } from '../personas';

const numberOf = (slug: string): string => EVERYONE.find((one) => one.slug === slug)?.foedselsEllerDNummer ?? '';
const slugOf = (number: string): string => EVERYONE.find((one) => one.foedselsEllerDNummer === number)?.slug ?? number;

const notFound = new ServiceError('ERR_PERSON_NOT_FOUND', 'Nobody.', 'Check.', { service: 'folkeregister' });
const unavailable = new ServiceError('ERR_SERVICE_FAILURE', 'Down.', 'Wait.', { service: 'folkeregister' });

/** The sandbox's persons, some of them otherwise. */
const finding = (changes: Record<string, PersonDocument | ServiceError> = {}) => {
  const asked: { slugs: string[]; parts: readonly string[] }[] = [];
  const find = async (slugs: readonly string[], addresses = false): Promise<any[]> => [
    ...(await findRecipients(
      async (numbers, parts) => {
        asked.push({ slugs: numbers.map(slugOf), parts });
        return numbers.map((number) => changes[slugOf(number)] ?? anyoneNamed(slugOf(number)));
      },
      slugs.map(numberOf),
      { matter: 'both', addresses, nowMs: START },
    )),
  ];
  return { find, asked };
};
const found = async (slug: string, changes: Record<string, PersonDocument | ServiceError> = {}, addresses = false) =>
  (await finding(changes).find([slug], addresses))[0];

const HOME = { adresselinje1: 'Tenkeveien 14B', postnummer: '5003', poststed: 'BERGEN' };
const named = (role: string, slug: string, name: string, postalAddress: unknown) => ({
  role,
  foedselsnummer: numberOf(slug),
  organisasjonsnummer: null,
  name,
  contactName: null,
  postalAddress,
});

describe('a recipient', () => {
  test('is the person, with name and postal address', async () => {
    expect(await found('ordinary-resident')).toEqual({
      foedselsnummer: '12848539668',
      name: 'RASK FYRLYKT',
      recipients: [named('person', 'ordinary-resident', 'RASK FYRLYKT', HOME)],
      handleManually: false,
      reason: 'PERSONEN',
      reasonText: REASONS.PERSONEN,
      notifyMinorToo: false,
    });
  });

  test('is each parent of a child, looked up', async () => {
    expect(await found('child-two-parents')).toMatchObject({
      foedselsnummer: '30891694896',
      name: 'LEKEN FYRLYKT',
      recipients: [
        named('parentalResponsibility', 'ordinary-resident', 'RASK FYRLYKT', HOME),
        { role: 'parentalResponsibility', foedselsnummer: '03928338788', postalAddress: HOME },
      ],
      handleManually: false,
      reason: 'FORELDREANSVAR',
    });
  });

  test('who answers for an estate by profession is who the register says, and where', async () => {
    expect((await found('estate-with-lawyer')).recipients).toEqual([
      {
        role: 'estate',
        foedselsnummer: null,
        organisasjonsnummer: '313055108',
        name: 'KONSTRUERT ADVOKATFIRMA AS',
        contactName: 'GRUNDIG PARAGRAF',
        postalAddress: { adresselinje1: 'Rettsgata 1', postnummer: '0150', poststed: 'OSLO' },
      },
    ]);
  });

  test('who answers for an estate in private is looked up for the name, and written to where the estate is reached', async () => {
    const address = {
      adresselinje1: 'c/o VENNLIG PENNESKAFT',
      adresselinje2: 'Oppdiktaveien 21',
      postnummer: '7014',
      poststed: 'TRONDHEIM',
    };
    expect(await found('deceased')).toMatchObject({
      recipients: [named('estate', 'foreign-postal-address', 'VENNLIG PENNESKAFT', address)],
      handleManually: false,
      reason: 'DOEDSBO',
    });
    expect((await found('estate-with-unnumbered-person')).recipients).toMatchObject([
      { foedselsnummer: null, name: 'FJERN VEGGKLOKKE', postalAddress: null },
    ]);
  });

  test('has the number that is valid now', async () => {
    const [child] = [anyoneNamed('child-of-mother')];
    const foreldreansvar = [{ ansvar: 'mor', ansvarssubjekt: numberOf('child-of-mother'), ansvarlig: '14867936433' }];
    const old = { '14867936433': anyoneNamed('historical-identifiers') };
    const answer = await found('child-of-mother', { ...old, 'child-of-mother': { ...child, foreldreansvar } });
    expect(answer).toMatchObject({ recipients: [{ foedselsnummer: '15867936634' }], reason: 'FORELDREANSVAR' });
  });
});

describe('what is for a person to decide', () => {
  const mother = anyoneNamed('single-mother');
  const withMother = (changes: PersonDocument | ServiceError) =>
    found('child-of-mother', { 'single-mother': changes instanceof Error ? changes : { ...mother, ...changes } });

  test.each<[string, PersonDocument | ServiceError, Reason]>([
    ['is not in the register', notFound, 'MOTTAKER_UKJENT'],
    ['is dead', { status: [{ status: 'doed' }] }, 'MOTTAKER_UTILGJENGELIG'],
    ['is missing', { status: [{ status: 'forsvunnet' }] }, 'MOTTAKER_UTILGJENGELIG'],
    ['has a status that is not told', { status: [] }, 'MOTTAKER_UTILGJENGELIG'],
    ['is a minor too', { foedsel: [{ foedselsdato: '2010-01-01' }] }, 'MOTTAKER_MINDREAARIG'],
    ['may be a minor', { foedsel: [] }, 'MOTTAKER_MINDREAARIG'],
    ['has no address', { bostedsadresse: [] }, 'ADRESSE_MANGLER'],
    ['is protected', { adressebeskyttelse: [{ graderingsnivaa: 'fortrolig' }] }, 'ADRESSE_VISES_IKKE'],
  ])('a parent who %s', async (_what, changes, reason) => {
    const answer = await withMother(changes);
    expect(answer).toMatchObject({ handleManually: true, reason, reasonText: REASONS[reason] });
    expect(answer.recipients).toMatchObject([{ foedselsnummer: numberOf('single-mother') }]);
  });

  test('comes with those in question, and with the first reason there is', async () => {
    expect(await found('ward-with-tasks')).toMatchObject({
      recipients: [{ role: 'guardian', name: 'HJELPSOM REKKVERK' }, { role: 'person' }],
      handleManually: true,
      reason: 'VERGE_UKLART',
    });
    expect(await found('future-power-of-attorney')).toMatchObject({
      recipients: [
        { role: 'guardian', foedselsnummer: null, name: 'FJERN KIKKERT', postalAddress: null },
        { role: 'person' },
      ],
      reason: 'MOTTAKER_UKJENT',
    });
    expect(await found('child-of-organisation')).toMatchObject({
      recipients: [{ organisasjonsnummer: '310475025', name: null }],
      reason: 'ADRESSE_MANGLER',
    });
    expect(await found('child-of-unknown')).toMatchObject({ recipients: [], reason: 'FORELDREANSVAR_UKJENT' });
    expect(await found('estate-without-contact')).toMatchObject({ recipients: [], reason: 'DOEDSBO_UTEN_KONTAKT' });
  });

  test('is everything with a reason that is not clear, and nothing else', async () => {
    const { find } = finding();
    for (const { handleManually, reason } of await find(EVERYONE.map(({ slug }) => slug)))
      expect(handleManually).toBe(!isClear(reason));
  });
});

describe('protection', () => {
  const CONFIDENTIAL = ['confidential', 'strictly-confidential', 'confidential-child', 'strictly-confidential-child'];

  test.each(CONFIDENTIAL)('of the person withholds where anybody is: %s', async (slug) => {
    const answer = await found(slug);
    expect(answer.recipients).not.toEqual([]);
    for (const { foedselsnummer, name, postalAddress } of answer.recipients) {
      expect([foedselsnummer, name, postalAddress]).toEqual([expect.any(String), expect.any(String), null]);
    }
    expect(answer).toMatchObject({ handleManually: true, reason: 'ADRESSE_VISES_IKKE' });
    expect(JSON.stringify(answer)).not.toMatch(/ortrolig|Skjermveien|Gjemselveien/);
  });

  test('of the person withholds the address of a parent who is not protected', async () => {
    const protectedChild = {
      ...anyoneNamed('child-of-mother'),
      adressebeskyttelse: [{ graderingsnivaa: 'fortrolig' }],
    };
    const answer = await found('child-of-mother', { 'child-of-mother': protectedChild });
    expect(answer).toMatchObject({
      recipients: [{ name: 'VARM LYSESTAKE', postalAddress: null }],
      handleManually: true,
    });
  });

  test('of one parent leaves the address of the other', async () => {
    const father = { ...anyoneNamed('long-name-nordic-letters'), adressebeskyttelse: [{}] };
    const answer = await found('child-two-parents', { 'long-name-nordic-letters': father });
    expect(answer).toMatchObject({
      recipients: [{ postalAddress: HOME }, { postalAddress: null }],
      handleManually: true,
      reason: 'ADRESSE_VISES_IKKE',
    });
  });

  test('of a private person withholds what was given for the estate', async () => {
    const contact = {
      ...anyoneNamed('foreign-postal-address'),
      adressebeskyttelse: [{ graderingsnivaa: 'fortrolig' }],
    };
    const answer = await found('deceased', { 'foreign-postal-address': contact });
    expect(answer).toMatchObject({ recipients: [{ postalAddress: null }], reason: 'ADRESSE_VISES_IKKE' });
  });

  test('is still told to an author who has asked for the addresses', async () => {
    expect(await found('confidential-child', {}, true)).toMatchObject({
      recipients: [{ name: 'VARSOM GJEMSEL', postalAddress: { adresselinje1: 'Skjermveien 4' } }],
      handleManually: true,
      reason: 'ADRESSE_VISES_IKKE',
    });
  });

  test('of one address leaves another that is open', async () => {
    expect(await found('client-address')).toMatchObject({
      recipients: [{ postalAddress: { adresselinje1: 'Postboks 77' } }],
      handleManually: false,
    });
  });
});

describe('how the register is asked', () => {
  test('twice however many there are: for the persons, and for those who are not among them', async () => {
    const { find, asked } = finding();
    await find(['child-two-parents', 'ordinary-resident', 'child-of-mother', 'newborn', 'deceased']);
    expect(asked.map(({ slugs }) => slugs)).toEqual([
      ['child-two-parents', 'ordinary-resident', 'child-of-mother', 'newborn', 'deceased'],
      ['long-name-nordic-letters', 'single-mother', 'foreign-postal-address'],
    ]);
  });

  test('once where nobody else is named', async () => {
    const { find, asked } = finding();
    await find(['ordinary-resident', 'estate-with-lawyer']);
    expect(asked).toHaveLength(1);
  });

  test('for no more of the recipients than it takes to write to them', async () => {
    const { find, asked } = finding();
    await find(['child-of-mother']);
    const parts = [
      'navn',
      'status',
      'doedsfall',
      'foedsel',
      'bostedsadresse',
      'oppholdsadresse',
      'postadresse',
      'postadresseIUtlandet',
    ];
    expect(asked.map((one) => one.parts)).toEqual([
      [...parts, 'foreldreansvar', 'vergemaalEllerFremtidsfullmakt', 'kontaktinformasjonForDoedsbo'],
      parts,
    ]);
  });

  test('an unknown person and one who cannot be read fail alone', async () => {
    const answers = await finding({ newborn: notFound, orphan: { navn: 'TAPPER' } }).find([
      'ordinary-resident',
      'newborn',
      'orphan',
      'child-of-mother',
    ]);
    expect(answers.map(({ code, reason }) => code ?? reason)).toEqual([
      'PERSONEN',
      'ERR_PERSON_NOT_FOUND',
      'ERR_UNEXPECTED_ANSWER',
      'FORELDREANSVAR',
    ]);
  });

  test.each([
    ['of one recipient', { 'single-mother': unavailable }],
    ['of all recipients', undefined],
  ])('a failure of the service to tell %s is a failure of their letters, and of no other', async (_of, changes) => {
    const numbers = ['ordinary-resident', 'child-of-mother', 'estate-with-lawyer'].map(numberOf);
    const answers: any[] = [
      ...(await findRecipients(
        async (asked, parts) => {
          if (!changes && !parts.includes('foreldreansvar')) throw unavailable;
          return asked.map((number) => (changes as any)?.[slugOf(number)] ?? anyoneNamed(slugOf(number)));
        },
        numbers,
        { matter: 'both', addresses: false, nowMs: START },
      )),
    ];
    expect(answers.map(({ code, reason }) => code ?? reason)).toEqual(['PERSONEN', 'ERR_SERVICE_FAILURE', 'DOEDSBO']);
  });

  test('a fault of ours in the second round is not taken for a failure of the service', async () => {
    const broken = async (numbers: readonly string[], parts: readonly string[]) => {
      if (!parts.includes('foreldreansvar')) throw new TypeError('ours');
      return numbers.map((number) => anyoneNamed(slugOf(number)));
    };
    const question = { matter: 'both', addresses: false, nowMs: START } as const;
    await expect(findRecipients(broken, [numberOf('child-of-mother')], question)).rejects.toThrow('ours');
  });
});

test('every reason is a sentence in both languages', () => {
  for (const { en, nb } of Object.values(REASONS)) for (const text of [en, nb]) expect(text).toMatch(/^[A-ZÆØÅ].*\.$/);
});
