import type { TransportRequest } from '../../../../src/http/transport';
import { ServiceError } from '../../../../src/http/serviceError';
import { runOperation } from '../../../../src/operations/run';
import { sendingOperations } from '../../../../src/svarut/sending/operations';
import type { FindRecipients, FoundRecipient } from '../../../../src/svarut/sending/recipient';
import {
  failureOf,
  fakeWorld,
  fiksCredential,
  partsOf,
  refillRetries,
  sessionIn,
  valueOf,
  type World,
} from '../../fakePorts';
import { someNumbers } from '../../numbers';
import { ADDRESS, expectRefused, LINES, ORGANISATION, other, pdf, PERSON, sized, type Given } from '../letters';
import { isSend, none } from '../scriptedSvarut';

const [a = '', b = '', c = '', d = ''] = someNumbers(4);

beforeEach(() => refillRetries('svarut'));

type Name = 'sendToPerson' | 'sendToOrganisation' | 'sendToHealthNetwork' | 'sendAsPaperOnly';

const nobody: FindRecipients = () => Promise.reject(new Error('nobody is looked up'));

const operationNamed = (name: Name, find = nobody) => {
  const operation = sendingOperations(find).find((one) => one.name === name);
  if (!operation) throw new Error(`no ${name}`);
  return operation;
};

const run = (name: Name, world: World, inputs: readonly Given[], find?: FindRecipients, session = sessionIn(world)) =>
  runOperation(
    operationNamed(name, find),
    session,
    inputs.map((values) => ({ values })),
    { rules: { realPersons: false } },
  );

const KINDS: readonly (readonly [name: Name, line: Given, endpoint: string, channel: string])[] = [
  ['sendToPerson', LINES.person, 'person', 'digitalOrPrint'],
  ['sendToOrganisation', LINES.organisation, 'organisasjon', 'digitalOrPrint'],
  ['sendToHealthNetwork', LINES.healthNetwork, 'nhn', 'healthNetwork'],
  ['sendAsPaperOnly', LINES.print, 'print', 'print'],
];
const lineOf = (name: Name): Given => ({ documents: [pdf()], ...KINDS.find(([one]) => one === name)?.[1] });

const taking = (): World => fakeWorld((request, nth) => (isSend(request) ? { json: { id: `letter-${nth}` } } : none));
const metadataOf = (request: TransportRequest | undefined): Record<string, unknown> => {
  const [first] = partsOf(request);
  if (!first || !('text' in first)) throw new Error('no metadata');
  return JSON.parse(first.text) as Record<string, unknown>;
};
const sent = (world: World) => world.requests.filter(isSend);

describe.each(KINDS)('%s', (name, given, endpoint, channel) => {
  const line = { documents: [pdf()], ...given };

  test('sends to its own endpoint, looked up before, with all its files', async () => {
    const world = taking();
    const documents = [pdf('b.pdf'), pdf('a.pdf')].slice(0, endpoint === 'nhn' ? 1 : 2);
    const [outcome] = await run(name, world, [{ ...line, documents, eksternReferanse: `${endpoint}-1` }]);
    expect(valueOf(outcome)).toMatchObject({
      outcome: 'sent',
      letterId: 'letter-2',
      eksternReferanse: `${endpoint}-1`,
      journal: { state: 'sent', channel },
    });
    expect(world.requests.map(({ method, url }) => [method, new URL(url).pathname.split('/').at(-1)])).toEqual([
      ['GET', 'metadata'],
      ['POST', endpoint],
    ]);
    const [, ...files] = partsOf(world.requests[1]);
    expect(files.map((part) => 'document' in part && part.document.filnavn)).toEqual(
      documents.map(({ filnavn }) => filnavn),
    );
    expect(metadataOf(world.requests[1])).toMatchObject({ eksternReferanse: `${endpoint}-1` });
  });

  test('is a send that AI agents are never offered, and shows an example of its result', () => {
    const operation = operationNamed(name);
    expect(operation).toMatchObject({ effect: 'send', example: { outcome: 'sent', journal: { channel } } });
    expect(operation.endpoints).toEqual([`POST /v3/kontoer/{kontoId}/forsendelser/${endpoint}`]);
  });

  test('without a reference derives one, the same for the same letter and another for another title', async () => {
    const world = taking();
    const outcomes = await run(name, world, [
      line,
      line,
      { ...line, tittel: 'Noe annet' },
      { ...line, batchName: '2' },
    ]);
    const results = outcomes.map(valueOf);
    expect(results.map(({ outcome }) => outcome)).toEqual(['sent', 'duplicate', 'sent', 'sent']);
    expect(new Set(results.map(({ eksternReferanse }) => eksternReferanse)).size).toBe(3);
    for (const { eksternReferanse } of results) expect(eksternReferanse).toMatch(/^nk-[\w-]{43}$/);
  });

  test('without a reference and without a secret fails before anything is asked', async () => {
    const world = taking();
    const session = sessionIn(world, { fiks: { ...fiksCredential, referenceSecret: '' } });
    expect(failureOf((await run(name, world, [line], nobody, session))[0])).toMatchObject({
      code: 'ERR_CREDENTIAL_INCOMPLETE',
      details: { field: 'referenceSecret' },
    });
    expect(world.requests).toEqual([]);
  });

  test('that is only validated sends nothing, and tells each line what the whole batch would be', async () => {
    const world = taking();
    const outcomes = await run(
      name,
      world,
      [line, line, { ...line, tittel: '' }, { ...line, tittel: 'Noe annet' }].map((one) => ({
        ...one,
        validateOnly: true,
      })),
    );
    const totals = {
      letters: 2,
      duplicates: 1,
      failed: 1,
      digitalOrPrint: 0,
      digitalOnly: 0,
      print: 0,
      healthNetwork: 0,
      [channel]: 2,
    };
    expect(outcomes.map((outcome) => outcome.ok && outcome.value.totals)).toEqual([totals, totals, false, totals]);
    expect(sent(world)).toEqual([]);
  });

  test('has no field twice, and folds away nothing that must be filled in', () => {
    const { fields } = operationNamed(name);
    expect(new Set(fields.map((field) => field.name)).size).toBe(fields.length);
    expect(fields.filter(({ required, group }) => required && group === 'advanced')).toEqual([]);
  });
});

describe('the same letter to recipients of several kinds', () => {
  test('is a letter to each', async () => {
    const references = await Promise.all(
      KINDS.map(
        async ([name]) =>
          valueOf((await run(name, taking(), [{ ...lineOf(name), tittel: 'Vedtak' }]))[0]).eksternReferanse,
      ),
    );
    expect(new Set(references).size).toBe(KINDS.length);
  });
});

describe('a recipient who is looked up when the letter is sent', () => {
  const registered = (number: string): FoundRecipient => ({
    foedselsnummer: number === b ? d : number,
    navn: `NAVN ${number.slice(0, 2)}`,
    postalAddress: ADDRESS,
    handleManually: number === c,
  });
  const asked: string[][] = [];
  const find: FindRecipients = (_session, _role, numbers) => {
    asked.push([...numbers]);
    return Promise.resolve(new Map(numbers.map((number) => [number, registered(number)])));
  };
  beforeEach(() => void (asked.length = 0));

  const line = (foedselsnummer: string, changes: Given = {}): Given => ({
    foedselsnummer,
    recipientFrom: 'folkeregister',
    tittel: 'Vedtak',
    documents: [pdf()],
    ...changes,
  });

  test('has the name, address and number of the register on the letter, and nothing of it in the result', async () => {
    const world = taking();
    const outcomes = await run('sendToPerson', world, [line(a), line(b)], find);
    expect(sent(world).map((request) => metadataOf(request).mottaker)).toEqual([
      { navn: `NAVN ${a.slice(0, 2)}`, digitalId: a, adresse: ADDRESS },
      { navn: `NAVN ${b.slice(0, 2)}`, digitalId: d, adresse: ADDRESS },
    ]);
    expect(JSON.stringify(outcomes)).not.toMatch(new RegExp(`NAVN|Tenkeveien|BERGEN|${a}|${b}|${d}`));
    expect(asked).toEqual([[a, b]]);
  });

  test('is the recipient of the same letter as one whose name and address the flow gave', async () => {
    const [looked] = await run('sendToPerson', taking(), [line(a)], find);
    const given = { recipientFrom: 'flow', navn: 'RASK FYRLYKT', postalAddress: ADDRESS };
    const [told] = await run('sendToPerson', taking(), [line(a, given)]);
    expect(valueOf(looked).eksternReferanse).toBe(valueOf(told).eksternReferanse);
  });

  test('whose address is withheld gets no letter, and does not keep the others from theirs', async () => {
    const world = taking();
    const outcomes = await run('sendToPerson', world, [line(c), line(a)], find);
    expect(failureOf(outcomes[0]).code).toBe('ERR_HANDLE_MANUALLY');
    expect(valueOf(outcomes[1]).outcome).toBe('sent');
    expect(sent(world)).toHaveLength(1);
  });

  test('and whom the register refuses to tell of gets none, while letters with an address from the flow go', async () => {
    const refusal = new ServiceError('ERR_FORBIDDEN', 'Not yours.', 'Ask.', { service: 'folkeregister', status: 403 });
    const given = { recipientFrom: 'flow', navn: 'RASK FYRLYKT', postalAddress: ADDRESS };
    const world = taking();
    const outcomes = await run('sendToPerson', world, [line(a), line(b, given)], () => Promise.reject(refusal));
    expect(failureOf(outcomes[0])).toBe(refusal);
    expect(valueOf(outcomes[1]).outcome).toBe('sent');
  });

  test('needs neither name nor address from the flow, and what is left over there is not used', async () => {
    const world = taking();
    await run('sendToPerson', world, [line(a, { navn: 'GAMMEL', postalAddress: { poststed: 'x' } })], find);
    expect(JSON.stringify(metadataOf(sent(world)[0]))).not.toContain('GAMMEL');
  });

  test('is not looked up for a line that fails the check', async () => {
    await run('sendToPerson', taking(), [line('12848539669'), line(a, { tittel: '' })], find);
    expect(asked).toEqual([]);
  });
});

describe('bad input', () => {
  const REPLY = { navn: 'Bergen kommune', digitalId: ORGANISATION, ...ADDRESS };
  const SIGNING = { signeringUtloper: '2027-01-01' };

  test.each<[string, Name, Given, string, RegExp]>([
    ['no address for paper', 'sendToPerson', { postalAddress: undefined }, 'postalAddress', /no postal address/],
    [
      'no address for an organisation',
      'sendToOrganisation',
      { postalAddress: null },
      'postalAddress',
      /no postal address/,
    ],
    ['no address on paper', 'sendAsPaperOnly', { postalAddress: '' }, 'postalAddress', /is empty/],
    ['another file than PDF', 'sendToPerson', { documents: [other()] }, 'documents', /not a PDF, and the letter may/],
    [
      'another file on paper',
      'sendAsPaperOnly',
      { documents: [other()] },
      'documents',
      /not a PDF, and the letter may/,
    ],
    ['another file for the GP', 'sendToHealthNetwork', { documents: [other()] }, 'documents', /exactly one file/],
    ['two files of one name', 'sendToPerson', { documents: [pdf(), pdf()] }, 'documents', /same file name/],
    ['a name with /', 'sendToOrganisation', { documents: [pdf('a/b.pdf')] }, 'documents', /file name .* has/],
    [
      'a name of 227',
      'sendAsPaperOnly',
      { documents: [pdf(`${'x'.repeat(223)}.pdf`)] },
      'documents',
      /longer than 226/,
    ],
    [
      'NFC and NFD',
      'sendToPerson',
      { documents: [pdf('\u00e5.pdf'), pdf('a\u030a.pdf')] },
      'documents',
      /same file name/,
    ],
    [
      '19 MB for the GP',
      'sendToHealthNetwork',
      { documents: [sized('a.pdf', 19e6)] },
      'documents',
      /larger than 18 MB/,
    ],
    ['351 MB for paper', 'sendAsPaperOnly', { documents: [sized('a.pdf', 351e6)] }, 'documents', /350 MB or more/],
    [
      '351 MB that may be printed',
      'sendToPerson',
      { documents: [sized('a.pdf', 351e6)] },
      'documents',
      /350 MB or more/,
    ],
    ['an empty PDF', 'sendToPerson', { documents: [sized('a.pdf', 0)] }, 'documents', /document is empty/],
    [
      'a PDF that is none',
      'sendToPerson',
      { documents: [{ ...other('a.pdf', 'application/pdf'), open: () => textOf('<html></html>'), size: 13 }] },
      'documents',
      /called a PDF and is none/,
    ],
    [
      'a protected PDF',
      'sendAsPaperOnly',
      { documents: [pdf('a.pdf', 'trailer <</Encrypt 8 0 R>>')] },
      'documents',
      /protected with a password/,
    ],
    [
      'giro page 0',
      'sendToPerson',
      { personDocuments: [{ filnavn: 'vedtak.pdf', giroarkSide: 0 }] },
      'giroarkSide',
      /whole number in its range/,
    ],
    [
      'settings of a file that is not there',
      'sendAsPaperOnly',
      { printedDocuments: [{ filnavn: 'b.pdf', giroarkSide: 1 }] },
      'printedDocuments',
      /file that the letter does not have/,
    ],
    ['signing without an address for it', 'sendToPerson', { signering: [SIGNING] }, 'signering', /Signing needs/],
    [
      'signing that expires',
      'sendToPerson',
      { svarSendesTil: [REPLY], signering: [{ signeringUtloper: '2026-11-21T09:00' }] },
      'signering',
      /less than a day/,
    ],
    ['eDialog to nobody', 'sendToOrganisation', { kanSvareViaEdialog: true }, 'kanSvareViaEdialog', /eDialog" needs/],
    [
      'a reply to a person who is none',
      'sendToPerson',
      { svarSendesTil: [{ ...REPLY, type: 'PERSON' }] },
      'svarSendesTil',
      /does not fit its kind/,
    ],
    ['HER-id without one', 'sendToHealthNetwork', { mottakertype: 'HER_ID' }, 'mottakerHerId', /is empty/],
    [
      'a link that is none',
      'sendToPerson',
      { lenker: [{ url: 'kommunen.no', tekst: 'x' }] },
      'lenker',
      /whole address/,
    ],
    [
      'a malformed organisation',
      'sendToOrganisation',
      { organisasjonsnummer: '310475026' },
      'organisasjonsnummer',
      /not an/,
    ],
    ['a malformed account', 'sendAsPaperOnly', { kontoId: '12345' }, 'kontoId', /neither a UUID nor a name/],
    ['a number in the title', 'sendAsPaperOnly', { tittel: `Til ${PERSON}` }, 'tittel', /identity number/],
    ['a number in the reference', 'sendToPerson', { eksternReferanse: PERSON }, 'eksternReferanse', /identity number/],
    [
      'a number in a file name',
      'sendToHealthNetwork',
      { documents: [pdf(`${PERSON}.pdf`)] },
      'documents',
      /identity number/,
    ],
  ])(
    '(%s) is an error of its own, before anything is asked; the next line goes',
    async (_what, name, changes, field, words) => {
      const world = taking();
      const outcomes = await run(name, world, [
        { ...lineOf(name), ...changes },
        { ...lineOf(name), eksternReferanse: `next-${name}` },
      ]);
      await expectRefused(() => Promise.reject(failureOf(outcomes[0])), field, words);
      expect(valueOf(outcomes[1]).outcome).toBe('sent');
      expect(sent(world)).toHaveLength(1);
      expect(world.requests).toHaveLength(2);
    },
  );

  async function* textOf(text: string) {
    yield new TextEncoder().encode(text);
  }
});
