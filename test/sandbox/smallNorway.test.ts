/**
 * What there is in the sandbox to try something with, counted from what its services answer.
 */
import { RegisterCaller } from './folkeregisterCaller';
import { isMinor, Norway } from './norway';

let register: RegisterCaller;
let norway: Norway;
beforeAll(async () => {
  register = await RegisterCaller.start();
  norway = await Norway.seenBy(register);
});
afterAll(() => register.close());

describe('there are', () => {
  it('at least 40 persons, 15 organisations and 25 vehicles', () => {
    expect(norway.persons.length).toBeGreaterThanOrEqual(40);
    expect(norway.recipients.organisations.length).toBeGreaterThanOrEqual(15);
    expect(new Set(norway.vehicles.map(({ kjoretoyId }) => kjoretoyId.kuid)).size).toBeGreaterThanOrEqual(25);
  });

  it('relations, guardians and estates of every kind', () => {
    expect(norway.valuesOf('familierelasjon', 'relatertPersonsRolle')).toEqual(
      new Set(['ektefelleEllerPartner', 'barn', 'mor', 'far', 'medmor']),
    );
    expect(norway.valuesOf('foreldreansvar', 'ansvar')).toEqual(new Set(['mor', 'far', 'felles', 'andre', 'ukjent']));
    expect(norway.valuesOf('vergemaalEllerFremtidsfullmakt', 'vergemaaltype').size).toBeGreaterThanOrEqual(5);
    const estates = norway.all('kontaktinformasjonForDoedsbo');
    const kinds = ['person', 'advokat', 'organisasjon'].filter((kind) => estates.some((estate) => estate[kind]));
    expect(kinds).toEqual(['person', 'advokat', 'organisasjon']);
    expect(norway.valuesOf('kontaktinformasjonForDoedsbo', 'skifteform').size).toBe(2);
  });

  it('addresses of every kind and grade', () => {
    const FORMS = {
      bostedsadresse: ['vegadresse', 'matrikkeladresse', 'ukjentBosted'],
      oppholdsadresse: ['vegadresse', 'adressenErUkjent'],
      deltBosted: ['vegadresse'],
      postadresse: ['vegadresse', 'postboksadresse', 'postadresseIFrittFormat'],
      postadresseIUtlandet: ['utenlandskAdresse'],
    };
    for (const [part, forms] of Object.entries(FORMS)) {
      const found = norway.all(part);
      expect([part, forms.filter((form) => !found.some((address) => address[form] !== undefined))]).toEqual([part, []]);
    }
    const grades = ['bostedsadresse', 'oppholdsadresse', 'postadresse'].flatMap((part) => [
      ...norway.valuesOf(part, 'adressegradering'),
    ]);
    expect(new Set(grades)).toEqual(new Set(['ugradert', 'klientadresse', 'fortrolig']));
    expect(norway.valuesOf('adressebeskyttelse', 'graderingsnivaa')).toEqual(
      new Set(['fortrolig', 'strengtFortrolig']),
    );
  });

  it('accounts, roles with different parts, and integrations with different rights', () => {
    const { accounts, roles, clients, integrations } = register.caller.credentials;
    expect(accounts.length).toBeGreaterThanOrEqual(5);
    expect(roles.length).toBeGreaterThanOrEqual(4);
    expect(clients.length).toBeGreaterThanOrEqual(4);
    expect(integrations.length).toBeGreaterThanOrEqual(3);
    for (const list of [accounts, roles, clients, integrations]) {
      expect(new Set(list.map(({ description }) => description)).size).toBe(list.length);
    }
  });
});

/** The fact sheet's table of test persons (krr §8), and those it adds itself. */
const KRR_ROWS: Readonly<Record<string, (contact: any) => boolean>> = {
  expired: ({ reservasjon, varslingsstatus, kontaktinformasjon }) =>
    reservasjon === 'NEI' && varslingsstatus === 'KAN_IKKE_VARSLES' && kontaktinformasjon !== undefined,
  deleted: ({ status, reservasjon }) => status === 'SLETTET' && reservasjon === undefined,
  'reserved with addresses that have no dates': ({ reservasjon, kontaktinformasjon }) =>
    reservasjon === 'JA' && kontaktinformasjon?.epostadresse && !kontaktinformasjon.epostadresse_oppdatert,
  both: (contact) => mayBeNotified(contact) && hasEmail(contact) && hasMobile(contact) && !contact.digital_post,
  'mobile only': (contact) => mayBeNotified(contact) && !hasEmail(contact) && hasMobile(contact),
  'email only': (contact) => mayBeNotified(contact) && hasEmail(contact) && !hasMobile(contact),
  'Digipost, never confirmed on the mobile': (contact) =>
    hasMailboxWith(contact, '984661185') &&
    hasMobile(contact) &&
    contact.kontaktinformasjon.mobiltelefonnummer_sist_verifisert === undefined,
  'e-Boks': (contact) => hasMailboxWith(contact, '922020175'),
  'reserved, with nothing shown': ({ reservasjon, kontaktinformasjon, digital_post }) =>
    reservasjon === 'JA' && !kontaktinformasjon && !digital_post,
  ...Object.fromEntries(
    ['nn', 'nb', 'en', 'se'].map((language) => [
      `language ${language}`,
      ({ spraak, spraak_oppdatert }: any) => spraak === language && spraak_oppdatert !== undefined,
    ]),
  ),
  'email expired, mobile fresh': ({ varslingsstatus, kontaktinformasjon }) =>
    varslingsstatus === 'KAN_VARSLES' &&
    monthsSince(kontaktinformasjon?.epostadresse_sist_verifisert) > 18 &&
    monthsSince(kontaktinformasjon?.mobiltelefonnummer_sist_verifisert) < 18,
  'confirmed lately, updated ten years ago': ({ kontaktinformasjon }) =>
    monthsSince(kontaktinformasjon?.epostadresse_oppdatert) > 100 &&
    monthsSince(kontaktinformasjon?.epostadresse_sist_verifisert) < 18,
  'an address that others have too': ({ kontaktinformasjon }) => kontaktinformasjon?.epostadresse_duplisert === 'JA',
  'a foreign number': ({ kontaktinformasjon }) => /^\+(?!47)/.test(kontaktinformasjon?.mobiltelefonnummer ?? ''),
  'empty addresses': ({ kontaktinformasjon }) => kontaktinformasjon?.epostadresse === '',
  'not registered': ({ status }) => status === 'IKKE_REGISTRERT',
  'dates with an offset without minutes': ({ kontaktinformasjon }) =>
    /[+-]\d{2}$/.test(kontaktinformasjon?.epostadresse_oppdatert ?? ''),
  'dates with a full offset': ({ kontaktinformasjon }) =>
    /[+-]\d{2}:\d{2}$/.test(kontaktinformasjon?.epostadresse_oppdatert ?? ''),
  'dates in UTC': ({ kontaktinformasjon }) => /Z$/.test(kontaktinformasjon?.epostadresse_oppdatert ?? ''),
};

const mayBeNotified = ({ varslingsstatus }: any): boolean => varslingsstatus === 'KAN_VARSLES';
const hasEmail = ({ kontaktinformasjon }: any): boolean => Boolean(kontaktinformasjon?.epostadresse);
const hasMobile = ({ kontaktinformasjon }: any): boolean => Boolean(kontaktinformasjon?.mobiltelefonnummer);
const hasMailboxWith = (contact: any, vendor: string): boolean =>
  mayBeNotified(contact) && contact.digital_post?.postkasseleverandoeradresse === vendor;
/** NaN, which is neither more nor less than anything, where there is no date. */
const monthsSince = (date: string | undefined): number =>
  (Date.now() - Date.parse((date ?? '').replace(/([+-]\d{2})$/, '$1:00'))) / (30.44 * 86_400_000);

describe('a person of Folkeregister stands in KRR as', () => {
  it.each(Object.keys(KRR_ROWS))('%s', (row) => {
    const adults = norway.persons.filter((person) => !isMinor(person)).map((person) => norway.contactOf(person));
    expect(adults.filter(KRR_ROWS[row]!)).not.toEqual([]);
  });
});
