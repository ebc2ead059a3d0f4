/**
 * Data of one's own: what it becomes in the services.
 */
import { RegisterCaller } from './folkeregisterCaller';
import { ledgerLetter, letterTo, sent, TOWN_HALL } from './letters';
import { CHILD, DATA, DEAD, FATHER, MOTHER, ORGANISATION, PERSONS, WARD } from './ownData';
import { VehicleCaller } from './kjoretoy';

let register: RegisterCaller;
beforeAll(async () => {
  register = await RegisterCaller.start({ data: DATA });
});
afterEach(() => register.reset());
afterAll(() => register.close());

const person = async (number: string, ...parts: string[]) =>
  (await register.get(`/personer/${number}?${parts.map((part) => `part=${part}`).join('&')}`)).body;

const contact = async (number: string) => {
  const authorization = `Bearer ${await register.caller.token()}`;
  const body = { personidentifikatorer: [number], inkluderIkkeRegistrerte: true };
  return (await register.caller.postJson('/krr/rest/v2/personer', body, { authorization })).body.personer[0];
};

describe('persons of your own', () => {
  it('are in Folkeregister with name, birth, address and what follows from the number', async () => {
    const found = await person(FATHER, 'navn', 'foedsel', 'kjoenn', 'status', 'bostedsadresse');
    expect(found).toMatchObject({
      navn: [{ fornavn: 'Ola', mellomnavn: 'Midt', etternavn: 'Egen' }],
      foedsel: [{ foedselsdato: '1979-02-02' }],
      kjoenn: [{ kjoenn: 'mann' }],
      status: [{ status: 'bosatt' }],
      bostedsadresse: [
        {
          adressegradering: 'ugradert',
          vegadresse: {
            kommunenummer: '0301',
            adressenavn: 'Egenveien',
            adressenummer: { husnummer: '7', husbokstav: 'B' },
            poststed: { poststedsnavn: 'OSLO', postnummer: '0150' },
          },
        },
      ],
    });
  });

  it('are protected, and so is their address', async () => {
    const found = await person(WARD, 'adressebeskyttelse', 'bostedsadresse');
    expect(found).toMatchObject({
      adressebeskyttelse: [{ graderingsnivaa: 'fortrolig' }],
      bostedsadresse: [{ adressegradering: 'fortrolig' }],
    });
  });

  it('are related both ways, though the table says it once', async () => {
    const [mother, father, child] = await Promise.all(
      [MOTHER, FATHER, CHILD].map((number) => person(number, 'familierelasjon', 'foreldreansvar', 'sivilstand')),
    );
    const relations = ({ familierelasjon }: any) =>
      familierelasjon.map((one: any) => [one.relatertPerson, one.relatertPersonsRolle, one.minRolleForPerson]);
    expect(relations(mother)).toEqual([
      [FATHER, 'ektefelleEllerPartner', 'ektefelleEllerPartner'],
      [CHILD, 'barn', 'mor'],
    ]);
    expect(relations(father)).toEqual([
      [MOTHER, 'ektefelleEllerPartner', 'ektefelleEllerPartner'],
      [CHILD, 'barn', 'far'],
    ]);
    expect(relations(child)).toEqual([
      [MOTHER, 'mor', 'barn'],
      [FATHER, 'far', 'barn'],
    ]);
    expect(father.sivilstand).toMatchObject([{ sivilstand: 'gift', relatertVedSivilstand: MOTHER }]);
    const both = [MOTHER, FATHER].map((ansvarlig) => ({ ansvar: 'felles', ansvarssubjekt: CHILD, ansvarlig }));
    expect(child.foreldreansvar).toMatchObject(both);
    expect([...mother.foreldreansvar, ...father.foreldreansvar]).toMatchObject(both);
  });

  it('have a guardian who is somebody, and leave a widow', async () => {
    const { vergemaalEllerFremtidsfullmakt: guardianship, sivilstand } = await person(
      WARD,
      'vergemaalEllerFremtidsfullmakt',
      'sivilstand',
    );
    expect(guardianship).toMatchObject([{ vergemaaltype: 'voksen', verge: { foedselsEllerDNummer: MOTHER } }]);
    expect(sivilstand).toMatchObject([{ sivilstand: 'enkeEllerEnkemann' }]);
    expect(await person(DEAD, 'status', 'doedsfall', 'bostedsadresse')).toMatchObject({
      status: [{ status: 'doed' }],
      doedsfall: { doedsdato: '2024-01-01' },
    });
  });

  it('stand in KRR as the table says, and as it follows where it says nothing', async () => {
    expect(await contact(MOTHER)).toMatchObject({
      status: 'AKTIV',
      reservasjon: 'NEI',
      varslingsstatus: 'KAN_VARSLES',
      kontaktinformasjon: { epostadresse: 'kari@example.com', mobiltelefonnummer: '+4799999999' },
      digital_post: { postkasseleverandoeradresse: '984661185' },
    });
    expect(await contact(FATHER)).toMatchObject({ reservasjon: 'JA', varslingsstatus: 'KAN_IKKE_VARSLES' });
    expect(await contact(WARD)).toMatchObject({ reservasjon: 'NEI', varslingsstatus: 'KAN_IKKE_VARSLES' });
    expect(await contact(CHILD)).toMatchObject({ status: 'IKKE_REGISTRERT' });
    expect(await contact(DEAD)).toMatchObject({ status: 'SLETTET' });
  });

  it('get letters', async () => {
    const id = await sent(register.caller, letterTo(MOTHER));
    expect((await ledgerLetter(register.caller, id)).channel).toBe('dpi');
  });

  it('are listed with all others, after them, and stay when everything else is forgotten', async () => {
    await register.reset();
    const { body } = await register.caller.call('/admin/persons');
    expect(body.slice(-PERSONS.length).map(({ name, slug }: any) => `${slug} ${name}`)).toEqual(
      PERSONS.map(({ name }, index) => `own-${index + 1} ${name}`),
    );
  });
});

describe('organisations and vehicles of your own', () => {
  it('get letters as they are said to', async () => {
    const letter = letterTo(ORGANISATION, { mottaker: { navn: 'EGEN', digitalId: ORGANISATION, adresse: TOWN_HALL } });
    const received = await sent(register.caller, letter, { endpoint: 'organisasjon' });
    expect((await ledgerLetter(register.caller, received)).channel).toBe('svarinn');
    const printed = await sent(
      register.caller,
      { ...letter, forsendelsestype: 'byggesak.soknad' },
      { endpoint: 'organisasjon' },
    );
    expect((await ledgerLetter(register.caller, printed)).channel).toBe('print');
  });

  it('are owned by persons and organisations, of the file and of the sandbox', async () => {
    const vehicles = new VehicleCaller(register.caller, await register.caller.fiksHeaders());
    const look = async (kjennemerke: string) => (await vehicles.plate(kjennemerke)).kjoretoy;
    const van = await look('SB00901');
    expect(van.eierskap.eier).toMatchObject({
      person: { fornavn: 'Kari', fodselsnummer: MOTHER },
      adresse: { adresselinje1: 'Egenveien 7B', postnummer: '0150' },
    });
    expect(van.eierskap.medeier.person.fodselsnummer).toBe(FATHER);
    const leased = await look('SB00902');
    expect(leased.eierskap.eier.enhet).toEqual({
      organisasjonsnummer: ORGANISATION,
      organisasjonsnavn: 'EGEN BEDRIFT AS',
    });
    expect(leased.eierskap.leasingtaker.erUnntattOffentlighet).toBe(true);
    const municipal = await look('SB00903');
    expect(municipal.registrering.registreringsstatus.kodeVerdi).toBe('AVREGISTRERT');
    // The same customer as for the vehicles the municipality has from the start.
    const fleet = await look('SK00301');
    expect(municipal.eierskap.eier.kundeId).toBe(fleet.eierskap.eier.kundeId);
  });

  it('are among those the administration shows', async () => {
    const [recipients, shown] = await Promise.all(
      ['/admin/recipients', '/admin/vehicles'].map(async (where) => (await register.caller.call(where)).body),
    );
    expect(recipients.organisations.at(-1)).toMatchObject({ organisasjonsnummer: ORGANISATION, altinn: 'none' });
    expect(recipients.receivingSystems.at(-1)).toMatchObject({ organisasjonsnummer: ORGANISATION });
    expect(shown.slice(-3).map(({ kjennemerker }: any) => kjennemerker)).toEqual([
      ['SB 00901'],
      ['SB 00902'],
      ['SB 00903'],
    ]);
  });
});
