import fc from 'fast-check';
import type { Asked } from '../../../src/kjoretoyregister/client';
import { pair } from '../../../src/kjoretoyregister/pairing';
import { readVehicles } from '../../../src/kjoretoyregister/reader';
import { plateAt, vehicle } from './vehicles';

const THEN = '2020-06-01T00:00:00.000+02:00';
const LATER = '2022-06-01T00:00:00.000+02:00';

/** What each question got: the plate of the vehicle, the refusal, or nothing. */
const gotten = (asked: readonly Asked[], body: unknown): unknown[] =>
  pair('kjennemerke', asked, readVehicles(body).entries).map((entry) => {
    const id = entry?.vehicle?.kjoretoyId as { kjennemerke?: string } | undefined;
    return entry && (entry.refusal ?? id?.kjennemerke?.replace(' ', '') ?? 'nameless');
  });

const plates = (...ats: readonly number[]): Asked[] => ats.map((at) => ({ kjennemerke: plateAt(at) }));
const nameless = vehicle(plateAt(0), { kjoretoyId: {}, kjennemerke: [] });

/** A batch of different plates, some unknown, with the answers in any order. */
const batch = fc
  .uniqueArray(fc.record({ at: fc.nat(99), dated: fc.boolean() }), {
    minLength: 1,
    maxLength: 20,
    selector: ({ at, dated }) => `${at}/${dated}`,
  })
  .chain((questions) =>
    fc.record({
      questions: fc.constant(questions),
      order: fc.shuffledSubarray([...questions.keys()], { minLength: questions.length }),
      unknown: fc.array(fc.boolean(), { minLength: questions.length, maxLength: questions.length }),
    }),
  );

describe('answers that echo the question', () => {
  test('are tied to it in whatever order they come, and a plate asked about at two moments to each', () => {
    fc.assert(
      fc.property(batch, ({ questions, order, unknown }) => {
        const asked = questions.map(({ at, dated }) => ({ kjennemerke: plateAt(at), ...(dated && { dtg: THEN }) }));
        const responser = order.map((at) => {
          const request = { ...asked[at], kjennemerke: asked[at]!.kjennemerke.toLowerCase() };
          // Only the echo tells which moment an answer is about.
          return unknown[at]
            ? { request, feilmelding: `UKJENT_${at}` }
            : { request, kjoretoydata: vehicle(`XX${10_000 + at}`) };
        });
        gotten(asked, { responser }).forEach((got, at) => {
          expect(got).toBe(unknown[at] ? `UKJENT_${at}` : `XX${10_000 + at}`);
        });
      }),
    );
  });

  test('count by what they echo, whatever plates the vehicle has now', () => {
    const responser = [{ request: { kjennemerke: 'BR00099', dtg: THEN }, kjoretoydata: vehicle('BR00110') }];
    expect(gotten([{ kjennemerke: 'BR00099', dtg: THEN }, ...plates(1)], { responser })).toEqual([
      'BR00110',
      undefined,
    ]);
  });

  test('may leave the moment out where only one was asked about', () => {
    const asked = [{ kjennemerke: plateAt(1), dtg: THEN }, ...plates(2)];
    const echo = (at: number) => ({ request: { kjennemerke: plateAt(at) }, feilmelding: `X_${at}` });
    expect(gotten(asked, { responser: [echo(2), echo(1)] })).toEqual(['X_1', 'X_2']);
    const twice = [...asked, { kjennemerke: plateAt(1), dtg: LATER }];
    expect(gotten(twice, { responser: [echo(2), echo(1)] })).toEqual([undefined, 'X_2', undefined]);
  });

  test('are the same moment written otherwise, and not another', () => {
    const about = (dtg: string) => ({ responser: [{ request: { kjennemerke: plateAt(1), dtg }, feilmelding: 'X_1' }] });
    const asked = [{ kjennemerke: plateAt(1), dtg: THEN }];
    expect(gotten(asked, about('2020-05-31T22:00:00Z'))).toEqual(['X_1']);
    expect(gotten(asked, about(LATER))).toEqual([undefined]);
  });

  test("of something nobody asked for are nobody's, also when the numbers match", () => {
    const responser = [
      { request: { kjennemerke: plateAt(7) }, kjoretoydata: vehicle(plateAt(7)) },
      { request: { kjennemerke: plateAt(2) }, kjoretoydata: vehicle(plateAt(2)) },
    ];
    expect(gotten(plates(1, 2), { responser })).toEqual([undefined, plateAt(2)]);
  });

  test('that are two to one question are none', () => {
    const twice = { request: { kjennemerke: plateAt(1) } };
    const responser = [
      { ...twice, kjoretoydata: vehicle(plateAt(1)) },
      { ...twice, feilmelding: 'X_1' },
    ];
    expect(gotten(plates(1), { responser })).toEqual([undefined]);
  });
});

describe('answers without an echo', () => {
  test('are tied by the plates of the vehicle, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(12).keys()], { minLength: 1 }), (order) => {
        const kjoretoyresponser = order.map((at) => ({ kjoretoy: vehicle(plateAt(at)), responskoder: [] }));
        expect(gotten(plates(...order.toSorted((a, b) => a - b)), { kjoretoyresponser })).toEqual(
          order.toSorted((a, b) => a - b).map(plateAt),
        );
      }),
    );
  });

  test('are found by a personal plate too', () => {
    const both = { kjennemerke: [{ kjennemerke: 'RZ 00109' }, { kjennemerke: 'SYNT 1' }] };
    const body = [{ kjoretoy: vehicle('RZ00109', both) }, { kjoretoy: vehicle(plateAt(2)) }];
    expect(gotten([...plates(2), { kjennemerke: 'SYNT1' }], body)).toEqual([plateAt(2), 'RZ00109']);
  });

  const refused = { responskoder: [{ kode: 'KJENNEMERKE_UKJENT' }] };

  test('that name nothing are tied by their place while all that name themselves stand in theirs', () => {
    const body = [
      { kjoretoy: vehicle(plateAt(1)) },
      refused,
      { kjoretoy: nameless },
      { kjoretoy: vehicle(plateAt(4)) },
    ];
    expect(gotten(plates(1, 2, 3, 4), body)).toEqual([plateAt(1), 'KJENNEMERKE_UKJENT', 'nameless', plateAt(4)]);
  });

  test('that name nothing are tied to nobody when another stands out of place', () => {
    const body = [{ kjoretoy: vehicle(plateAt(3)) }, refused, { kjoretoy: vehicle(plateAt(1)) }];
    expect(gotten(plates(1, 2, 3), body)).toEqual([plateAt(1), undefined, plateAt(3)]);
  });

  test('that name nothing are tied to nobody when some are missing', () => {
    expect(gotten(plates(1, 2, 3), [{ kjoretoy: vehicle(plateAt(1)) }, refused])).toEqual([
      plateAt(1),
      undefined,
      undefined,
    ]);
  });

  test('about one plate at two moments are tied by their place alone', () => {
    const asked = [
      { kjennemerke: plateAt(1), dtg: THEN },
      { kjennemerke: plateAt(1), dtg: LATER },
    ];
    const first = vehicle(plateAt(1), { forstegangsregistrering: { registrertForstegangNorgeDato: '1' } });
    const second = vehicle(plateAt(1), { forstegangsregistrering: { registrertForstegangNorgeDato: '2' } });
    const pairs = pair('kjennemerke', asked, readVehicles([{ kjoretoy: first }, { kjoretoy: second }]).entries);
    expect(pairs.map((entry) => entry?.vehicle)).toEqual([first, second]);
    expect(gotten(asked, [{ kjoretoy: first }])).toEqual([undefined, undefined]);
  });

  test("whose vehicle has other plates than were asked for are nobody's", () => {
    expect(gotten(plates(1), [{ kjoretoy: vehicle(plateAt(2)) }])).toEqual([undefined]);
  });
});

test('never is a vehicle that names itself tied to a question about another, whatever comes back', () => {
  const element = fc.oneof(
    fc.nat(5).map((at) => ({ kjoretoy: vehicle(plateAt(at)) })),
    fc.nat(5).map((at) => ({ request: { kjennemerke: plateAt(at) }, kjoretoydata: vehicle(plateAt(at)) })),
    fc.constant({ kjoretoy: nameless }),
    fc.constant({ feilmelding: 'X_1' }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(5), { maxLength: 6 }), fc.array(element, { maxLength: 8 }), (ats, elements) => {
      gotten(plates(...ats), elements).forEach((got, at) => {
        expect([plateAt(ats[at]!), 'nameless', 'X_1', undefined]).toContain(got);
      });
    }),
    { numRuns: 500 },
  );
});

test('vehicles are tied by kuid where that was asked for, and by nothing else', () => {
  const first = vehicle('AA10001');
  const entries = readVehicles([{ kjoretoydata: vehicle('AA10002') }, { kjoretoydata: first }]).entries;
  const pairs = pair('kuid', [{ kuid: '9910001' }, { kuid: '9910003' }], entries);
  expect(pairs.map((entry) => entry?.vehicle)).toEqual([first, undefined]);
});
