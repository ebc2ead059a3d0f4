import { Caller } from './caller';
import { advance, ledgerLetter, letterPath, nhnLetter, send, sent, set, statesOf } from './letters';

const OFFICE = 8440100;
const SILENT = 8440102;
const REFUSING = 8440103;
const WITHOUT_MESSAGES = 8440104;

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start({ speed: 0 });
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

const toHerId = (mottakerHerId: number | null) => nhnLetter({ mottakertype: 'HER_ID', mottakerHerId });

describe('a letter to the health network', () => {
  it.each<[string, object, string[]]>([
    ['reaches the GP of the patient', nhnLetter(), ['SENDT_NHN_MOTTAKER', 'LEVERT_NHN_MOTTAKER']],
    ['reaches a HER-id', toHerId(OFFICE), ['SENDT_NHN_MOTTAKER', 'LEVERT_NHN_MOTTAKER']],
    ['stays sent without a receipt', toHerId(SILENT), ['SENDT_NHN_MOTTAKER']],
    ['stays sent when the receipt is negative', toHerId(REFUSING), ['SENDT_NHN_MOTTAKER']],
  ])('%s', async (_what, metadata, states) => {
    await sent(caller, metadata, { endpoint: 'nhn' });
    await advance(caller, 60);
    const letter = await ledgerLetter(caller);
    expect(statesOf(letter)).toEqual(['MOTTATT', 'AKSEPTERT', ...states]);
    expect(letter).toMatchObject({ endpoint: 'nhn', channel: 'nhn', recipient: '128485*****', address: null });
  });

  it('that its recipient refuses says so in an event only', async () => {
    const id = await sent(caller, toHerId(REFUSING), { endpoint: 'nhn' });
    await advance(caller, 60);
    const { body } = await caller.call(letterPath(id, 'hendelser'), { headers: await caller.fiksHeaders() });
    expect(body.hendelser.at(-1).hendelse).toMatch(/avviste/);
  });

  it('about a patient without a GP is rejected later', async () => {
    const pasient = { fodselsnummer: '05913828676', fornavn: 'A', etternavn: 'B' };
    await sent(caller, nhnLetter({ pasient }), { endpoint: 'nhn' });
    await advance(caller, 60);
    expect(statesOf(await ledgerLetter(caller))).toEqual(['MOTTATT', 'AVVIST']);
  });
});

describe('a letter to the health network is refused when', () => {
  it.each<[string, object, RegExp]>([
    ['the title is longer than 200', nhnLetter({ tittel: 'x'.repeat(201) }), /tittel/],
    ['the kind of recipient is unknown', nhnLetter({ mottakertype: 'SYKEHUS' }), /mottakertype/],
    ['a HER-id is meant and none is given', toHerId(null), /krever mottakerHerId/],
    ['the HER-id is 0', toHerId(0), /mottakerHerId/],
    ['the HER-id is in no register', toHerId(1), /adresseregisteret/],
    ['the HER-id takes no messages', toHerId(WITHOUT_MESSAGES), /tar ikke imot/],
    [
      'the number of the patient is not valid',
      nhnLetter({ pasient: { fodselsnummer: '12345678901', fornavn: 'A', etternavn: 'B' } }),
      /pasient/,
    ],
    ['nobody can be called', nhnLetter({ avsenderKontakt: { fornavn: 'A', etternavn: 'B' } }), /telefonnummer/],
  ])('%s', async (_what, metadata, message) => {
    const { status, body } = await send(caller, metadata, { endpoint: 'nhn' });
    expect([status, body.message]).toEqual([400, expect.stringMatching(message)]);
    expect(await ledgerLetter(caller)).toBeUndefined();
  });

  it.each<[string, readonly string[], string, RegExp]>([
    ['there is no file', [], '%PDF-1.7', /nøyaktig én fil/],
    ['there are two files', ['a.pdf', 'b.pdf'], '%PDF-1.7', /nøyaktig én fil/],
    ['the file has a forbidden name', ['a:b.pdf'], '%PDF-1.7', /filnavn/],
    ['the file is no PDF', ['a.pdf'], 'PK', /application\/pdf/],
  ])('%s', async (_what, filenames, content, message) => {
    const { status, body } = await send(caller, nhnLetter(), { endpoint: 'nhn', filenames, content });
    expect([status, body.message]).toEqual([400, expect.stringMatching(message)]);
  });
});

describe('the address register of the health network', () => {
  const lookUp = async (herId: string | number) =>
    caller.call(`/svarut/api/v1/nhn/oppslag/${herId}`, { headers: await caller.fiksHeaders() });

  it.each([
    [OFFICE, 'ORGANIZATION', 'Enabled', 'organizationDetails'],
    [SILENT, 'PERSON', 'Inherited', 'personDetails'],
    [WITHOUT_MESSAGES, 'SERVICE', 'Disabled', 'serviceDetails'],
  ])('knows %i, a party of the type %s', async (herId, type, amqpTransportStatus, details) => {
    expect(await lookUp(herId)).toMatchObject({
      status: 200,
      body: { herId, type, amqpTransportStatus, [details]: expect.any(Object) },
    });
  });

  it.each([
    [404, 1],
    [400, 0],
    [400, 'lege'],
    [400, 2 ** 31],
  ])('answers %i to %s', async (status, herId) => {
    expect((await lookUp(herId)).status).toBe(status);
  });

  it('can be without the look-up, as an environment where it is not released', async () => {
    await set(caller, { nhnLookup: 'notFound' });
    expect((await lookUp(OFFICE)).status).toBe(404);
  });
});
