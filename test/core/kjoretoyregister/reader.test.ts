import { readVehicles } from '../../../src/kjoretoyregister/reader';
import { thrownBy } from '../fakePorts';
import { plateAt, vehicle } from './vehicles';

const car = vehicle(plateAt(1));
const van = vehicle(plateAt(2));
const code = (kode: string) => ({ kode, beskrivelse: 'Noe om SYKKEL' });
const vehiclesIn = (body: unknown) => readVehicles(body).entries.map((entry) => entry.vehicle);
const refusalsIn = (body: unknown) => readVehicles(body).entries.map(({ refusal }) => refusal);

describe('vehicles are found', () => {
  test.each<[string, unknown]>([
    ['under responser', { responser: [{ kjoretoydata: car }, { kjoretoydata: van }] }],
    ['under kjoretoyresponser', { kjoretoyresponser: [{ kjoretoy: car }, { kjoretoy: van }] }],
    ['under kjoretoydataListe', { kjoretoydataListe: [{ kjoretoydata: car }, { kjoretoydata: van }] }],
    ['in a list at the top', [{ kjoretoydata: car }, { kjoretoy: van }]],
    ['in a list of vehicles', [car, van]],
    [
      'in a list within a list, as of a chassis number',
      { responser: [{ request: {}, kjoretoydataListe: [{ kjoretoydata: car }, { kjoretoydata: van }] }] },
    ],
  ])('%s', (_where, body) => {
    expect(vehiclesIn(body)).toEqual([car, van]);
  });

  test.each<[string, unknown]>([
    ['with one of the names', { request: { kjennemerke: plateAt(1) }, kjoretoydata: car }],
    ['with the other', { kjoretoy: car, responskoder: [] }],
    ['bare', car],
  ])('in a single object, %s', (_how, body) => {
    expect(vehiclesIn(body)).toEqual([car]);
  });

  test.each<[string, unknown]>([
    ['no answer at all', undefined],
    ['an empty list', []],
    ['an empty list under a name', { responskoder: [], kjoretoyresponser: [] }],
    ['no hits', { responskoder: [], antallTreffTotalt: 0 }],
    ['an empty list within a list', { responser: [{ request: {}, kjoretoydataListe: [] }] }],
  ])('are none in %s', (_what, body) => {
    expect(readVehicles(body).entries).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['a text', 'OK'],
    ['an object that says nothing', { gjenstaendeKvote: 12 }],
    ['a list that is none', { responser: null }],
    ['a list of something else', ['something else']],
    ['elements that say nothing', { kjoretoyresponser: [{ responskoder: [] }] }],
  ])('are not said to be none in %s: it may be anything', async (_what, body) => {
    expect(await thrownBy(() => readVehicles(body))).toMatchObject({ code: 'ERR_UNEXPECTED_ANSWER' });
  });

  test('keep their places, also among elements that cannot be read', () => {
    expect(vehiclesIn({ responser: [null, { kjoretoydata: car }, 'x', { kjoretoydata: [] }] })).toEqual([
      null,
      car,
      null,
      null,
    ]);
  });
});

describe('a refusal', () => {
  test.each<[string, unknown]>([
    ['is a feilmelding', { responser: [{ request: { kuid: '1' }, feilmelding: 'KUID_UKJENT' }] }],
    ['is the first of the codes', { kjoretoyresponser: [{ responskoder: [code('KUID_UKJENT'), code('B_2')] }] }],
    ['stands alone', { feilmelding: 'KUID_UKJENT' }],
    ['is all that is in the answer', { responskoder: [code('KUID_UKJENT')] }],
  ])('%s', (_how, body) => {
    expect(refusalsIn(body)).toEqual(['KUID_UKJENT']);
  });

  test('counts for more than a vehicle beside it, which is not shown', () => {
    const [entry] = readVehicles([{ feilmelding: 'OPPLYSNINGER_UTILGJENGELIG', kjoretoydata: car }]).entries;
    expect(entry).toMatchObject({ vehicle: null, refusal: 'OPPLYSNINGER_UTILGJENGELIG' });
  });

  test('is not a code that comes with a vehicle, nor an empty text', () => {
    expect(refusalsIn([{ kjoretoy: car, responskoder: [code('DELVIS_SVAR')] }])).toEqual([null]);
    expect(refusalsIn([{ kjoretoydata: car, feilmelding: '' }])).toEqual([null]);
  });

  test('is there even where its code cannot be read', () => {
    expect(refusalsIn([{ responskoder: [{ kode: 7 }] }])).toEqual(['']);
  });
});

test('an element tells what it is about by the echo, by its codes, or by itself', () => {
  const about = { kjennemerke: 'DN00101', dtg: '2020-01-01T00:00:00+01:00' };
  for (const element of [
    { request: about, feilmelding: 'X_1' },
    { responskoder: [{ kode: 'X_1', ...about }] },
    { ...about, feilmelding: 'X_1' },
  ])
    expect(readVehicles({ responser: [element] }).entries[0]?.about).toMatchObject(about);
});

test('the vehicles of one question share what they are about', () => {
  const request = { kjennemerke: 'DN00101' };
  const body = { responser: [{ request, kjoretoydataListe: [{ kjoretoydata: car }, { feilmelding: 'X_1' }] }] };
  expect(readVehicles(body).entries.map(({ about }) => about)).toEqual([request, request]);
});

test('totals, codes and what is left of the quota are read where they stand, and are otherwise not known', () => {
  expect(
    readVehicles({ antallTreffTotalt: 12, responskoder: [code('A_1')], gjenstaendeKvote: 4944, responser: [] }),
  ).toEqual({ entries: [], total: 12, codes: ['A_1'], quotaLeft: 4944 });
  expect(readVehicles({ antallTreffTotalt: '12', gjenstaendeKvote: null, responser: [] })).toEqual({
    entries: [],
    total: undefined,
    codes: [],
    quotaLeft: null,
  });
});
