import { itemsIn, kuidsIn, VehicleCaller } from './kjoretoy';

const LARGE_FLEET = '312220105';
const MUNICIPALITY = '310475025';

let register: VehicleCaller;
beforeAll(async () => {
  register = await VehicleCaller.start();
});
afterAll(() => register.close());
afterEach(() => register.reset());

type Parameters = Record<string, string | number | boolean>;

/** The last three digits of the ids found, or the status of an answer without any. */
const found = async (path: string, parameters: Parameters): Promise<unknown> => {
  const { status, body } = await register.search(path, parameters);
  return status === 200 ? kuidsIn(body).map((kuid) => kuid && Number(kuid.slice(-3))) : status;
};

describe('a search by name', () => {
  it.each<[string, Parameters, unknown]>([
    ['finds owner and co-owner', { navn: 'rask fyrlykt' }, [201, 214]],
    ['takes the words in any order', { navn: 'Fyrlykt Rask' }, [201, 214]],
    ['takes one word of the name', { navn: 'FYRLYKT' }, [201, 214]],
    ['does not take a part of a word', { navn: 'Fyr' }, 204],
    ['takes letters written in two parts', { navn: 'blåbærhaugen'.normalize('NFD') }, [201, 212, 213]],
    ['does not find a former owner', { navn: 'Klok Ostehøvel' }, [108]],
    ['does not find a subunit', { navn: 'STILLEVIK KOMMUNE HJEMMETJENESTEN' }, 204],
    ['does not find by an owner that is held back', { navn: 'Prøvedal kommune', antall: 10 }, [105, undefined, 997]],
  ])('%s', async (_rule, parameters, expected) => {
    expect(await found('eiernavn', parameters)).toEqual(expected);
  });

  it.each<[string, Parameters, unknown]>([
    ['postnummer', { postnummer: '5003' }, [201, 214]],
    ['another postnummer', { postnummer: '5004' }, 204],
    ['poststed', { poststed: 'Bergen' }, [201, 214]],
    ['fylke', { fylke: 'Vestland' }, [201, 214]],
    ['another fylke', { fylke: 'Oslo' }, 204],
    ['fodselsdato', { fodselsdato: '1985-04-12' }, [201, 214]],
    ['another fodselsdato', { fodselsdato: '1985-04-13' }, 204],
    ['persons only', { erPerson: true }, [201, 214]],
    ['organisations only', { erPerson: false }, 204],
  ])('narrows by %s', async (_what, filter, expected) => {
    expect(await found('eiernavn', { navn: 'Rask Fyrlykt', ...filter })).toEqual(expected);
  });

  it('narrows by what one and the same owner is', async () => {
    // This is when the co-owner was born.
    expect(await found('eiernavn', { navn: 'Rask Fyrlykt', fodselsdato: '1983-12-03' })).toBe(204);
  });
});

describe('a search by number', () => {
  it.each<[string, string, Parameters, unknown]>([
    ['a lessee', 'fodselsnummer', { fodselsnummer: '19887834124' }, [206]],
    ['an unknown person', 'fodselsnummer', { fodselsnummer: '30823299997' }, 204],
    [
      'a leasing company and its customers’ vehicles',
      'organisasjonsnummer',
      { organisasjonsnummer: '312203006' },
      [106, 206, 313],
    ],
    ['a customer id', 'kundeid', { kundeid: '990000210' }, [208, 209, 210]],
    ['scrapped ones too', 'fodselsnummer', { fodselsnummer: '02920197712' }, [207]],
    ['no scrapped ones', 'fodselsnummer', { fodselsnummer: '02920197712', ekskluderVraketUtfort: true }, 204],
    ['no exported ones', 'kundeid', { kundeid: '990000205', ekskluderVraketUtfort: true }, 204],
    [
      'exported ones when they are not left out',
      'kundeid',
      { kundeid: '990000205', ekskluderVraketUtfort: false },
      [204],
    ],
  ])('finds %s', async (_what, path, parameters, expected) => {
    expect(await found(path, parameters)).toEqual(expected);
  });

  it('finds the municipality’s own and leased vehicles', async () => {
    const fleet = (await found('organisasjonsnummer', { organisasjonsnummer: MUNICIPALITY })) as number[];
    expect(fleet).toEqual(Array.from({ length: 13 }, (_, at) => 301 + at));
  });
});

describe('a search by plate', () => {
  it.each<[string, string, unknown]>([
    ['a whole plate', 'sk 00301', [301]],
    ['one unknown character', 'SK0031?', [311, 312]],
    ['three unknown characters', '?K003?2', [302, 312]],
    ['a personal plate', '?LÅBÆR', [213]],
    ['plates of today only', 'KB00208', [209]],
    ['a plate that was given up', 'DK00204', 204],
  ])('takes %s', async (_what, kjennemerke, expected) => {
    expect(await found('kjennemerke', { kjennemerke })).toEqual(expected);
  });

  it('shows that there is a vehicle of which nothing is given out', async () => {
    const { body } = await register.search('kjennemerke', { kjennemerke: 'ZZ00998' });
    expect(body).toEqual({
      responskoder: [],
      antallITreffliste: 1,
      antallTreffTotalt: 1,
      kjoretoyresponser: [{ responskoder: [{ kode: 'OPPLYSNINGER_UTILGJENGELIG', beskrivelse: expect.any(String) }] }],
    });
  });
});

describe('a search by chassis number', () => {
  it.each<[string, Parameters, unknown]>([
    ['the whole number', { understellsnummer: 'SANDKJT0000000201' }, [201]],
    [
      'a beginning',
      { understellsnummer: 'sandkjt00000002*' },
      [201, 203, 204, 205, 206, 207, 208, 209, 211, 213, 214, 215],
    ],
    ['an end', { understellsnummer: '*0212' }, [212]],
    ['a middle', { understellsnummer: '*OP-50*' }, [202]],
    ['one make only', { understellsnummer: '830417', merkekode: '9906' }, [108]],
    ['characters that mean something elsewhere', { understellsnummer: 'SANDKJT.*' }, 204],
  ])('takes %s', async (_what, parameters, expected) => {
    expect(await found('understellsnummer', parameters)).toEqual(expected);
  });
});

describe('pages', () => {
  const page = async (parameters: Parameters) =>
    (await register.search('organisasjonsnummer', { organisasjonsnummer: LARGE_FLEET, ...parameters })).body;

  it('have fifty rows when nothing is said, and a hundred at most', async () => {
    expect(await page({})).toMatchObject({ antallITreffliste: 50, antallTreffTotalt: 1000 });
    expect(await page({ antall: 500 })).toMatchObject({ antallITreffliste: 100, antallTreffTotalt: 1000 });
  });

  it('are counted from row one', async () => {
    const ten = kuidsIn(await page({ antall: 10 }));
    expect(kuidsIn(await page({ fra: 1, antall: 10 }))).toEqual(ten);
    expect(kuidsIn(await page({ fra: 4, antall: 3 }))).toEqual(ten.slice(3, 6));
  });

  it('give five hundred hits without a gap or a repeat', async () => {
    const kuids = new Set<string | undefined>();
    for (let fra = 1; fra <= 500; fra += 70) {
      const { body } = await register.search('understellsnummer', { understellsnummer: 'STORVAN*', fra, antall: 70 });
      expect(body.antallTreffTotalt).toBe(500);
      for (const kuid of kuidsIn(body)) kuids.add(kuid);
    }
    expect(kuids.size).toBe(500);
  });

  it('after the last are empty', async () => {
    expect(await page({ fra: 1001 })).toEqual({
      responskoder: [],
      antallITreffliste: 0,
      antallTreffTotalt: 1000,
      kjoretoyresponser: [],
    });
  });
});

describe('a search without hits', () => {
  it('has no body', async () => {
    expect(await register.search('eiernavn', { navn: 'Finnes Ikke' })).toMatchObject({ status: 204, body: '' });
  });
});

describe('a wrong parameter', () => {
  it.each<[string, string, Parameters | string]>([
    ['no name', 'eiernavn', {}],
    ['an empty name', 'eiernavn', { navn: ' ' }],
    ['two names', 'eiernavn', 'navn=A&navn=B'],
    ['a filter this search does not have', 'eiernavn', { navn: 'A', ekskluderVraketUtfort: true }],
    ['a misspelt filter', 'fodselsnummer', { fodselsnummer: '14837810141', ekskluderVraket: true }],
    ['a name from the prototype', 'eiernavn', { navn: 'A', constructor: 'x' }],
    ['a birth year where a date is wanted', 'eiernavn', { navn: 'A', fodselsdato: '1985' }],
    ['a flag that is neither true nor false', 'eiernavn', { navn: 'A', erPerson: 'ja' }],
    ['an organisation number for a person', 'fodselsnummer', { fodselsnummer: MUNICIPALITY }],
    ['a person’s number for an organisation', 'organisasjonsnummer', { organisasjonsnummer: '14837810141' }],
    ['a customer id with letters', 'kundeid', { kundeid: '99x' }],
    ['four unknown characters', 'kjennemerke', { kjennemerke: 'DN0????' }],
    ['a star in a plate', 'kjennemerke', { kjennemerke: 'DN*' }],
    ['a plate of blanks', 'kjennemerke', { kjennemerke: ' - ' }],
    ['a star inside a chassis number', 'understellsnummer', { understellsnummer: 'SYNT*101' }],
    ['a star alone', 'understellsnummer', { understellsnummer: '*' }],
    ['twenty characters', 'understellsnummer', { understellsnummer: 'A'.repeat(20) }],
    ['a make of five digits', 'understellsnummer', { understellsnummer: '830417', merkekode: '09906' }],
    ['row zero', 'kundeid', { kundeid: '1', fra: 0 }],
    ['no rows', 'kundeid', { kundeid: '1', antall: 0 }],
    ['half a row', 'kundeid', { kundeid: '1', antall: 1.5 }],
    ['a moment, which no search takes', 'kjennemerke', { kjennemerke: 'DN00101', dtg: '2020-01-01T00:00:00Z' }],
    ['no kind of owner', 'kunde', { navn: 'A' }],
    ['an unknown kind of owner', 'kunde', { eiertype: 'ALLE', navn: 'A' }],
    ['a name and a part of a name', 'kunde', { eiertype: 'BEGGE', navn: 'A', etternavn: 'B' }],
    ['no name at all', 'kunde', { eiertype: 'BEGGE', postnummer: '5003' }],
    ['sound with a part of a name', 'kunde', { eiertype: 'PERSON', etternavn: 'B', fonetisk: true }],
    ['gender of an organisation', 'kunde', { eiertype: 'BEGGE', navn: 'A', kjonn: 'K' }],
    ['an unknown gender', 'kunde', { eiertype: 'PERSON', navn: 'A', kjonn: 'X' }],
    ['pages of customers', 'kunde', { eiertype: 'PERSON', navn: 'A', fra: 1 }],
  ])('is refused with codes and nothing else: %s', async (_what, path, parameters) => {
    const { status, body } = await register.search(path, parameters);
    expect(status).toBe(400);
    expect(body).toEqual({ responskoder: [{ kode: expect.any(String), beskrivelse: expect.any(String) }] });
  });

  it('is explained in the request list without its value', async () => {
    await register.search('fodselsnummer', { fodselsnummer: '310475025' });
    const { reason, path } = await register.caller.lastRequest();
    expect(reason).toBe('fodselsnummer must be eleven digits');
    expect(path).not.toContain('310475025');
  });
});

describe('a search for customers', () => {
  const customers = async (parameters: Parameters): Promise<unknown> => {
    const { status, body } = await register.search('kunde', parameters);
    return status === 200 ? body.kunder.map(({ personEnhet }: any) => personEnhet.kundeId) : status;
  };

  it('gives people and organisations with how many vehicles each has', async () => {
    const { body } = await register.search('kunde', { eiertype: 'ORGANISASJON', navn: 'Storflåten AS' });
    expect(body).toEqual({
      responskoder: [],
      antallITreffliste: 1,
      antallTreffTotalt: 1,
      kunder: [
        {
          personEnhet: {
            kundeId: '990000304',
            enhet: { organisasjonsnummer: LARGE_FLEET, organisasjonsnavn: 'STORFLÅTEN AS' },
            adresse: expect.any(Object),
            erUverifisert: false,
          },
          antallKjoretoy: 1000,
        },
      ],
    });
  });

  it.each<[string, Parameters, unknown]>([
    ['a full name', { eiertype: 'PERSON', navn: 'Fyrlykt Rask' }, ['990000201']],
    ['a name of the wrong kind', { eiertype: 'ORGANISASJON', navn: 'Fyrlykt' }, 204],
    ['one word of several names', { eiertype: 'BEGGE', navn: 'kommune' }, ['990000102', '990000301']],
    ['a given name, whole', { eiertype: 'PERSON', fornavn: 'bjørn-øystein åge' }, ['990000202']],
    ['a given name, in part', { eiertype: 'PERSON', fornavn: 'åge' }, 204],
    ['a middle name', { eiertype: 'PERSON', mellomnavn: 'rask', etternavn: 'sykkel' }, ['990000002']],
    ['a spelling', { eiertype: 'PERSON', navn: 'Wandrer' }, 204],
    ['a sound', { eiertype: 'PERSON', navn: 'Wandrer', fonetisk: true }, ['990000211']],
    ['a birth year', { eiertype: 'PERSON', navn: 'Tinnsoldat', fodselsdato: '1979' }, ['990000210']],
    ['another birth year', { eiertype: 'PERSON', navn: 'Tinnsoldat', fodselsdato: '1978' }, 204],
    ['women', { eiertype: 'PERSON', navn: 'Fyrlykt', kjonn: 'K' }, ['990000201']],
    ['men', { eiertype: 'PERSON', navn: 'Fyrlykt', kjonn: 'M' }, 204],
    ['a municipality', { eiertype: 'BEGGE', navn: 'kommune', kommune: 'stillevik' }, ['990000301']],
    ['a county', { eiertype: 'BEGGE', navn: 'kommune', fylke: 'Nordland' }, ['990000102']],
  ])('finds by %s', async (_what, parameters, expected) => {
    expect(await customers(parameters)).toEqual(expected);
  });
});

describe('the fødselsnummer of an owner', () => {
  const owners = async (): Promise<string> => {
    const [{ kjoretoy }] = itemsIn((await register.search('kjennemerke', { kjennemerke: 'SU00201' })).body) as [any];
    const { body } = await register.search('kunde', { eiertype: 'PERSON', navn: 'Fyrlykt' });
    return JSON.stringify([kjoretoy.eierskap, body.kunder]);
  };

  it('is there for a caller with the right to it, and otherwise in no answer', async () => {
    expect(await owners()).toMatch(/"fodselsnummer":"12848539668"/);
    await register.set({ vehicleOwnerNumbers: false });
    expect(await owners()).not.toContain('fodselsnummer');
    expect(await found('fodselsnummer', { fodselsnummer: '12848539668' })).toEqual([201, 214]);
  });
});
