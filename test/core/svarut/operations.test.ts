import type { DocumentSource } from '../../../src/http/document';
import { presentError } from '../../../src/http/redact';
import type { TransportRequest } from '../../../src/http/transport';
import { runOperation } from '../../../src/operations/run';
import { svarutOperations } from '../../../src/svarut/operations';
import { forgetAll } from '../../../src/svarut/sentBefore';
import type { FindRecipients } from '../../../src/svarut/sending/recipient';
import {
  broken,
  failureOf,
  fakeWorld,
  fiksCredential,
  inTurn,
  KONTO,
  partsOf,
  refillRetries,
  sessionIn,
  valueOf,
  type Reply,
  type World,
} from '../fakePorts';
import { someNumbers } from '../numbers';
import { pdf } from './letters';
import { isSend, reading } from './scriptedSvarut';

const nobody: FindRecipients = () => Promise.reject(new Error('nobody is looked up'));

const operation = (name: string) => {
  const found = svarutOperations(nobody).find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

beforeEach(() => refillRetries('svarut'));

const run = (name: string, world: World, inputs: readonly Record<string, unknown>[], changes = {}) =>
  runOperation(
    operation(name),
    sessionIn(world, changes),
    inputs.map((values) => ({ values })),
    { rules: { realPersons: false } },
  );

const [a = '', b = ''] = someNumbers(2);
const vedtak = pdf('vedtak.pdf', '1');
const line = (changes: Record<string, unknown> = {}) => ({
  foedselsnummer: a,
  navn: 'RASK FYRLYKT',
  postalAddress: { adresselinje1: 'Tenkeveien 14B', poststed: 'BERGEN' },
  tittel: 'Vedtak om SFO',
  documents: [vedtak],
  eksternReferanse: 'sak-2026-101',
  ...changes,
});

interface Metadata {
  readonly eksternReferanse: string;
  readonly kunDigitalLevering: boolean;
  readonly mottaker: { readonly digitalId: string; readonly adresse?: unknown };
  readonly utskriftskonfigurasjon: { readonly tosidig: boolean };
}
const metadataOf = (request: TransportRequest | undefined): Metadata => {
  const [first] = partsOf(request);
  if (!first || !('text' in first)) throw new Error('no metadata');
  return JSON.parse(first.text) as Metadata;
};
const sent = (world: World): Metadata[] => world.requests.filter(isSend).map(metadataOf);

/** A SvarUt that takes every letter and does not show it in the look-up yet. */
const hiding = (): World => {
  const ids: string[] = [];
  return fakeWorld((request, nth) => {
    if (isSend(request)) return { json: { id: ids[ids.push(`letter-${nth}`) - 1] } };
    if (request.method === 'POST') return { json: { statuser: ids.map((id) => ({ id, status: 'AKSEPTERT' })) } };
    return { json: { forsendelser: [] } };
  });
};

describe('sending to a person', () => {
  const send = (world: World, inputs: readonly Record<string, unknown>[], changes = {}) =>
    run('sendToPerson', world, inputs, changes);

  test('gives the id, the reference and how it went', async () => {
    const world = fakeWorld(inTurn({ json: { forsendelser: [] } }, { json: { id: 'letter-1' } }));
    expect(valueOf((await send(world, [line()]))[0])).toEqual({
      outcome: 'sent',
      letterId: 'letter-1',
      eksternReferanse: 'sak-2026-101',
      recovered: false,
      journal: expect.objectContaining({ state: 'sent', letterId: 'letter-1' }) as unknown,
    });
    expect(sent(world)[0]).toMatchObject({
      eksternReferanse: 'sak-2026-101',
      kunDigitalLevering: false,
      mottaker: { digitalId: a },
      utskriftskonfigurasjon: { tosidig: true },
    });
  });

  test("a reference that was sent before gives the first letter's id and state", async () => {
    const world = fakeWorld(
      inTurn({ json: { forsendelser: [{ id: 'letter-0', dato: '2026-11-01T10:00:00+01:00', status: 'LEST' }] } }),
    );
    expect(valueOf((await send(world, [line()]))[0])).toEqual({
      outcome: 'duplicate',
      letterId: 'letter-0',
      eksternReferanse: 'sak-2026-101',
      status: 'LEST',
      journal: expect.objectContaining({ state: 'duplicate', letterId: 'letter-0' }) as unknown,
    });
  });

  test('the same line twice in one run is one letter, though SvarUt does not show it yet', async () => {
    const world = hiding();
    const outcomes = (await send(world, [line(), line({ eksternReferanse: 'sak-2026-102' }), line(), line()])).map(
      valueOf,
    );
    const [first] = outcomes;
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'duplicate', 'duplicate']);
    expect(outcomes.slice(2).map(({ letterId }) => letterId)).toEqual([first?.letterId, first?.letterId]);
    expect(
      sent(world)
        .map(({ eksternReferanse }) => eksternReferanse)
        .sort(),
    ).toEqual(['sak-2026-101', 'sak-2026-102']);
  });

  test('the same reference for another recipient or title is refused, and the first letter stands', async () => {
    const world = hiding();
    const outcomes = await send(world, [line(), line({ foedselsnummer: b }), line({ tittel: 'Noe annet' })]);
    expect(outcomes[0]?.ok).toBe(true);
    for (const outcome of outcomes.slice(1))
      expect(failureOf(outcome)).toMatchObject({
        code: 'ERR_REFERENCE_IN_USE',
        details: { field: 'eksternReferanse' },
      });
    expect(sent(world)).toHaveLength(1);
  });

  const otherDocuments: [string, DocumentSource[]][] = [
    ['a document of another size', [pdf('vedtak.pdf', '12')]],
    ['a document of another name', [pdf('avslag.pdf', '1')]],
    ['one document more', [vedtak, pdf('vedlegg.pdf', '1')]],
  ];

  test.each(otherDocuments)(
    'the same reference with %s is refused, and the first letter stands',
    async (_what, documents) => {
      const world = hiding();
      const outcomes = await send(world, [line(), line({ documents }), line()]);
      expect(failureOf(outcomes[1])).toMatchObject({
        code: 'ERR_REFERENCE_IN_USE',
        kind: 'business',
        details: { field: 'eksternReferanse' },
      });
      expect([outcomes[0], outcomes[2]].map((outcome) => valueOf(outcome).outcome)).toEqual(['sent', 'duplicate']);
      expect(sent(world)).toHaveLength(1);
    },
  );

  test('the same reference with a document of the same name and size is the same letter', async () => {
    const world = hiding();
    const outcomes = (await send(world, [line(), line({ documents: [pdf('vedtak.pdf', '2')] })])).map(valueOf);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['sent', 'duplicate']);
    expect(sent(world)).toHaveLength(1);
  });

  test('asks for the batch name right after the reference, where nothing is folded away', () => {
    const { fields } = operation('sendToPerson');
    const at = fields.findIndex(({ name }) => name === 'eksternReferanse');
    expect(fields[at + 1]?.name).toBe('batchName');
    expect(fields[at + 1]?.group).toBeUndefined();
  });

  test('a line whose letter was refused may be tried again by a later line', async () => {
    const world = fakeWorld((request, nth) =>
      isSend(request) ? (nth <= 2 ? { status: 400 } : { json: { id: 'letter-2' } }) : { json: { forsendelser: [] } },
    );
    const outcomes = await send(world, [line(), line()]);
    expect(failureOf(outcomes[0]).code).toBe('ERR_REFUSED');
    expect(valueOf(outcomes[1])).toMatchObject({ outcome: 'sent', letterId: 'letter-2' });
  });

  test('a line whose outcome is not known is not tried again by a later line', async () => {
    const world = fakeWorld(
      reading((request) => (isSend(request) ? broken('ECONNRESET') : { json: { forsendelser: [] } })),
    );
    const outcomes = await send(world, [line(), line()]);
    expect(outcomes.map((outcome) => failureOf(outcome).code)).toEqual([
      'ERR_LETTER_OUTCOME_UNKNOWN',
      'ERR_LETTER_OUTCOME_UNKNOWN',
    ]);
    expect(sent(world)).toHaveLength(2);
  });

  test('the same reference on two accounts is two letters', async () => {
    const world = hiding();
    const other = '4d4d4d4d-0000-4000-8000-000000000004';
    const outcomes = (await send(world, [line(), line({ kontoId: other })])).map(valueOf);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['sent', 'sent']);
    expect(world.requests.filter(isSend).map(({ url }) => /kontoer\/([^/]+)/.exec(url)?.[1])).toEqual([KONTO, other]);
  });

  test('the next run of the same process asks by the id that it remembers, and of another process sends again', async () => {
    const world = hiding();
    await send(world, [line()]);
    expect(valueOf((await send(world, [line()]))[0])).toMatchObject({ outcome: 'duplicate', letterId: 'letter-2' });
    forgetAll();
    await send(world, [line()]);
    expect(sent(world)).toHaveLength(2);
  });

  describe('without a reference', () => {
    const bare = (changes: Record<string, unknown> = {}) => line({ eksternReferanse: undefined, ...changes });

    test('has one derived, the same for the same letter and another for every other', async () => {
      const world = hiding();
      const outcomes = (
        await send(world, [
          bare(),
          bare(),
          bare({ foedselsnummer: b }),
          bare({ tittel: 'Noe annet' }),
          bare({ batchName: '2027' }),
        ])
      ).map(valueOf);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['sent', 'duplicate', 'sent', 'sent', 'sent']);
      const references = outcomes.map(({ eksternReferanse }) => String(eksternReferanse));
      expect(references[0]).toBe(references[1]);
      expect(new Set(references).size).toBe(4);
      for (const reference of references) expect(reference).toMatch(/^nk-/);
    });

    test('is the same letter with a document of the same name and size', async () => {
      const world = hiding();
      const outcomes = (await send(world, [bare(), bare({ documents: [pdf('vedtak.pdf', '2')] })])).map(valueOf);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['sent', 'duplicate']);
      expect(sent(world)).toHaveLength(1);
    });

    test.each(otherDocuments)(
      'is refused with %s, and is never taken for the letter before it',
      async (_what, documents) => {
        const world = hiding();
        const outcomes = await send(world, [bare(), bare({ documents }), bare({ documents, batchName: '2027' })]);
        expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.outcome : outcome.error.code))).toEqual([
          'sent',
          'ERR_REFERENCE_IN_USE',
          'sent',
        ]);
        expect(sent(world)).toHaveLength(2);
      },
    );

    test.each(['first', 'last'])(
      'is one letter beside a line that gives the derived reference itself, %s',
      async (place) => {
        const derived = String(valueOf((await send(hiding(), [bare()]))[0]).eksternReferanse);
        forgetAll();
        // A SvarUt that takes its time, so that two lines side by side would both have looked before either is sent.
        const world = fakeWorld(async (request, nth) => {
          for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
          return isSend(request) ? { json: { id: `letter-${nth}` } } : { json: { forsendelser: [] } };
        });
        const explicit = line({ eksternReferanse: derived });
        const inputs = place === 'first' ? [explicit, bare(), bare()] : [bare(), bare(), explicit];
        const outcomes = (await send(world, inputs)).map(valueOf);
        expect(outcomes.map(({ outcome }) => outcome)).toEqual(['sent', 'duplicate', 'duplicate']);
        expect(sent(world).map(({ eksternReferanse }) => eksternReferanse)).toEqual([derived]);
      },
    );

    test('and without a secret fails alone: its neighbours with a reference are sent', async () => {
      const world = hiding();
      const outcomes = await send(world, [bare(), line(), bare()], {
        fiks: { ...fiksCredential, referenceSecret: '' },
      });
      expect(outcomes.map(({ ok }) => ok)).toEqual([false, true, false]);
      expect(sent(world)).toHaveLength(1);
    });

    test('and without a secret is refused before anything is asked', async () => {
      const world = fakeWorld(inTurn());
      const [outcome] = await send(world, [bare()], { fiks: { ...fiksCredential, referenceSecret: '' } });
      expect(failureOf(outcome)).toMatchObject({
        code: 'ERR_CREDENTIAL_INCOMPLETE',
        details: { field: 'referenceSecret' },
      });
      expect(world.requests).toEqual([]);
    });

    test.each([undefined, '', '  ', ' , '])(
      'is one letter, whether the batch name is missing or %j',
      async (batchName) => {
        const world = fakeWorld(async (request, nth) => {
          await new Promise((resolve) => setImmediate(resolve));
          return isSend(request) ? { json: { id: `letter-${nth}` } } : { json: { forsendelser: [] } };
        });
        const outcomes = (await send(world, [bare(), bare({ batchName }), bare()])).map(valueOf);
        expect(outcomes.map(({ outcome }) => outcome)).toEqual(['sent', 'duplicate', 'duplicate']);
        expect(sent(world)).toHaveLength(1);
      },
    );
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['no address', { postalAddress: undefined }, 'postalAddress'],
    ['no document', { documents: [] }, 'documents'],
    ['no name', { navn: '' }, 'navn'],
    ['no title', { tittel: ' ' }, 'tittel'],
    ['a title that is too long', { tittel: 'x'.repeat(1001) }, 'tittel'],
    ['a reference that is too long', { eksternReferanse: 'x'.repeat(101) }, 'eksternReferanse'],
    ['an account that is no id', { kontoId: '12345' }, 'kontoId'],
    ['a malformed number', { foedselsnummer: '16903349845' }, 'foedselsnummer'],
    ['a billing code SvarUt does not take', { konteringskode: 'K/1' }, 'konteringskode'],
  ])('a line with %s is refused by the name of the field, and its neighbour is sent', async (_what, changes, field) => {
    const world = hiding();
    const outcomes = await send(world, [line(changes), line({ eksternReferanse: 'sak-2' })]);
    expect(failureOf(outcomes[0]).details.field).toBe(field);
    expect(outcomes[1]?.ok).toBe(true);
    expect(sent(world)).toHaveLength(1);
  });

  test('without any account is refused before anything is asked', async () => {
    const world = fakeWorld(inTurn());
    expect(failureOf((await send(world, [line()], { fiks: { ...fiksCredential, kontoId: '' } }))[0])).toMatchObject({
      code: 'ERR_CREDENTIAL_INCOMPLETE',
      details: { field: 'kontoId' },
    });
  });

  test('digitally only needs no address, and sends none', async () => {
    const world = hiding();
    await send(world, [line({ postalAddress: null, kunDigitalLevering: true })]);
    expect(sent(world)[0]).toMatchObject({ kunDigitalLevering: true });
    expect(sent(world)[0]?.mottaker).not.toHaveProperty('adresse');
  });

  test('no error of a send tells of the recipient', async () => {
    const replies: (Reply | Error)[] = [
      { status: 400, json: { message: `RASK FYRLYKT ${a} Tenkeveien`, errorId: 'RASK FYRLYKT', code: 'RASK FYRLYKT' } },
      { status: 400, json: { errorId: a, errorCode: `FNR_${a}`, error: 'RASK FYRLYKT' } },
      broken('ECONNRESET'),
      { status: 500, text: `RASK ${a}` },
    ];
    for (const reply of replies) {
      const world = fakeWorld(reading((request) => (isSend(request) ? reply : { json: { forsendelser: [] } })));
      const shown = JSON.stringify(presentError(failureOf((await send(world, [line()]))[0])));
      expect(shown).not.toMatch(new RegExp(`RASK|Tenkeveien|${a}|${KONTO}`));
    }
  });
});
