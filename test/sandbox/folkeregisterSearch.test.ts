import { RegisterCaller } from './folkeregisterCaller';

const ORDINARY = '12848539668';
const SURVIVING = '15867936634';
const HISTORICAL = '54867931298';
const DECEASED = '05913828676';
const COMMUTER = '14829449898';

let register: RegisterCaller;
beforeAll(async () => {
  register = await RegisterCaller.start();
});
afterEach(() => register.reset());
afterAll(() => register.close());

const query = (criteria: Record<string, string>) => new URLSearchParams(criteria).toString();

const exact = (criteria: Record<string, string>, role = 'full') =>
  register.get(`/personer/entydigsoek?part=navn&${query(criteria)}`, { role });

const found = async (criteria: Record<string, string>, role?: string): Promise<string> => {
  const { status, body } = await exact(criteria, role);
  return status === 200 ? body.identifikasjonsnummer[0].foedselsEllerDNummer : String(status);
};

const NAME = { navn: 'rask fyrlykt' };

describe('the exact search', () => {
  it.each<[string, Record<string, string>]>([
    ['number', { identifikasjonsnummer: ORDINARY }],
    ['birth date', { foedselsdato: '19850412' }],
    ['street and house', { adressenavn: 'Tenke', husnummer: '14b' }],
    ['postcode', { postnummer: '5003' }],
  ])('finds a person by name and %s', async (_what, criteria) => {
    expect(await found({ ...NAME, ...criteria })).toBe(ORDINARY);
  });

  it.each<[string, Record<string, string>]>([
    ['a foreign number', { utenlandskpersonidentifikasjon: 'POL-KONSTRUERT-91021700000' }],
    ['an identity document', { legitimasjonsdokument: 'POL-XX0000000' }],
  ])('finds a person by name and %s, with legal basis only', async (_what, criteria) => {
    const { body } = await register.get('/personer/57829147744?part=navn');
    const navn = `${body.navn[0].fornavn} ${body.navn[0].etternavn}`;
    expect(await found({ navn, ...criteria })).toBe('57829147744');
    expect(await found({ navn, ...criteria }, 'without-legal-basis')).toBe('400');
  });

  it.each(['utlendingsmyndighetenesidentifikasjonsnummer', 'utlendingsmyndighetenesIdentifikasjonsnummer'])(
    'finds a person by the DUF number as %s',
    async (parameter) => {
      expect(await found({ navn: 'REISENDE HAVSTEIN', [parameter]: '202300000002' })).toBe('55811089973');
    },
  );

  it('searches numbers out of use too', async () => {
    expect(await found({ navn: 'FINURLIG TINNSOLDAT', identifikasjonsnummer: HISTORICAL })).toBe(SURVIVING);
  });

  it('takes a former name only for opplysningsgrunnlag=historisk', async () => {
    const former = { navn: 'STILLE SOLSIKKE', foedselsdato: '19981111' };
    expect(await found(former)).toBe('404');
    expect(await found({ ...former, opplysningsgrunnlag: 'historisk' })).toBe('11919849802');
  });

  it.each(['soekFonetisk', 'soekfonetisk'])('hears names that sound alike with %s', async (parameter) => {
    const misspelt = { navn: 'Rasck Fyrlykt', foedselsdato: '19850412' };
    expect(await found(misspelt)).toBe('404');
    expect(await found({ navn: 'Rassk Fyrlycht', foedselsdato: '19850412', [parameter]: 'true' })).toBe(ORDINARY);
  });

  it('answers none and several alike', async () => {
    const none = await exact({ navn: 'INGEN SLIK', foedselsdato: '19850412' });
    expect(none.status).toBe(404);
    expect(await register.lastReason()).toContain('nobody');
    const several = await exact({ navn: 'VANLIG TVILLINGLØS', foedselsdato: '19900101' });
    expect(several.status).toBe(404);
    expect(await register.lastReason()).toContain('2 persons');
    expect({ ...none.body, korrelasjonsid: '' }).toEqual({ ...several.body, korrelasjonsid: '' });
  });

  it('is narrowed by a further criterion', async () => {
    const both = { navn: 'VANLIG TVILLINGLØS', foedselsdato: '19900101' };
    expect(await found({ ...both, postnummer: '0150' })).toBe('01819049927');
  });

  it('is content with the street where houses have no numbers, and only there', async () => {
    expect(await found({ navn: 'ENKEL BRYGGE', adressenavn: 'Nummerløsa' })).toBe('01876949608');
    expect(await found({ ...NAME, adressenavn: 'Tenkeveien' })).toBe('404');
  });

  it.each<[string, Record<string, string>]>([
    ['a name alone', NAME],
    ['a number alone', { identifikasjonsnummer: ORDINARY }],
    ['one word of a name', { navn: 'Fyrlykt', foedselsdato: '19850412' }],
    ['a birth date with dashes', { ...NAME, foedselsdato: '1985-04-12' }],
    ['two characters of a street', { ...NAME, adressenavn: 'Te', husnummer: '14' }],
    ['a number that cannot be', { ...NAME, identifikasjonsnummer: '12848539669' }],
    ['a foreign number without its country', { ...NAME, utenlandskpersonidentifikasjon: '123' }],
    ['a ground that does not exist', { ...NAME, postnummer: '5003', opplysningsgrunnlag: 'alt' }],
    ['a parameter that does not exist', { ...NAME, foedselsdato: '19850412', kjoenn: 'kvinne' }],
  ])('refuses %s', async (_what, criteria) => {
    expect((await exact(criteria)).status).toBe(400);
  });

  it.each([
    ['docs', '200', '400'],
    ['openapi', '400', '200'],
  ])('goes by the rule of the setting: %s', async (exactSearchRule, byPostcode, byDocument) => {
    await register.set({ exactSearchRule });
    expect(String((await exact({ ...NAME, postnummer: '5003' })).status)).toBe(byPostcode);
    const document = { foedselsdato: '19910217', legitimasjonsdokument: 'POL-XX0000000' };
    expect(String((await exact(document)).status)).toBe(byDocument);
  });
});

describe('the search for a list', () => {
  const search = async (criteria: Record<string, string>, role?: string) => {
    const answer = await register.get(`/personer/soek?${query(criteria)}`, role ? { role } : {});
    return answer.body.foedselsEllerDNummer ?? answer.status;
  };

  it.each<[Record<string, string>, readonly string[]]>([
    [{ navn: 'fyrlykt', foedselsaarTilOgMed: '1990' }, [ORDINARY]],
    [{ navn: 'FYRLYKT', foedselsdato: '20160930' }, ['30891694896']],
    [{ navn: 'TVILLINGLØS', kommunenummer: '4601' }, ['01819049765']],
    [{ navn: 'TVILLINGLØS', fylkesnummer: '03' }, ['01819049927']],
    [{ adressenavn: 'Lampeveien', husnummer: '8', kjoenn: 'kvinne' }, ['19878849879']],
    [{ navn: 'TOGBILLETT', postnummer: '0150' }, []],
    [{ navn: 'TOGBILLETT', postnummer: '0150', inkluderOppholdsadresse: 'true' }, [COMMUTER]],
    [{ navn: 'KORKETREKKER' }, []],
    [{ navn: 'KORKETREKKER', inkluderDoede: 'true' }, [DECEASED]],
    [{ adressenavn: 'Gamleveien' }, []],
    [{ adressenavn: 'Gamleveien', opplysningsgrunnlag: 'historisk' }, ['19878849879']],
  ])('for %j finds %j', async (criteria, expected) => {
    expect(await search(criteria)).toEqual(expected);
    expect(await search(criteria, 'without-legal-basis')).toEqual(expected);
  });

  it('needs no criterion at all, and gives no more than asked for', async () => {
    expect((await search({})).length).toBeGreaterThan(50);
    expect(await search({ maksTreff: '3' })).toHaveLength(3);
  });

  it.each<Record<string, string>>([
    { maksTreff: '0' },
    { maksTreff: '10001' },
    { kjoenn: 'ukjent' },
    { kommunenummer: '46' },
    { inkluderDoede: 'ja' },
    { navnet: 'FYRLYKT' },
    { navn: '' },
  ])('refuses %j', async (criteria) => {
    expect(await search(criteria)).toBe(400);
  });

  it('tells the caller to narrow what finds too many', async () => {
    await register.set({ searchHitLimit: 5 });
    const { status, body } = await register.get('/personer/soek');
    expect([status, body.melding]).toEqual([400, 'For mange treff. Avgrens søket.']);
  });

  it.each([
    ['empty', { foedselsEllerDNummer: [] }],
    ['missing', {}],
  ])('answers no hits as the setting says: %s', async (searchWithoutHits, expected) => {
    await register.set({ searchWithoutHits });
    expect((await register.get('/personer/soek?navn=INGEN')).body).toEqual(expected);
  });

  it('has no parts to choose', async () => {
    expect((await register.get('/personer/soek?navn=FYRLYKT&part=navn')).status).toBe(400);
  });
});
