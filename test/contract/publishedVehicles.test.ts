/** Answers of the real register (of its test environment) that others have published: the client must read them whole. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pair } from '../../src/kjoretoyregister/pairing';
import { readVehicles } from '../../src/kjoretoyregister/reader';
import { simplify, type Settings } from '../../src/kjoretoyregister/simplify';
import { FOLDER } from './specs';

const PLAIN: Settings = { includeOwner: false, includeProtectedAddresses: false, includeRaw: false };
const OWNER: Settings = { ...PLAIN, includeOwner: true };
const NOW = Date.parse('2026-11-20T10:00:00+01:00');

const describeSample = (file: string, tests: (sample: any) => void): void => {
  const whole = path.join(FOLDER, file);
  if (existsSync(whole)) {
    describe(file, () => tests(JSON.parse(readFileSync(whole, 'utf8'))));
    return;
  }
  process.stderr.write(`The test of ${file} is skipped: it is not in ../shared/specs.\n`);
  test.skip(`${file} (skipped: it is not in ../shared/specs)`, () => undefined);
};

/** Every value in it that is a text, so that nothing of an address can hide. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(textsIn)
    : typeof value === 'string'
      ? [value]
      : [];

/** All that stands in the addresses of the owners, and nowhere else. */
const addressTexts = ({ eierskap = {}, ...rest }: any): string[] => {
  const elsewhere = new Set(textsIn(rest));
  return Object.values<any>(eierskap)
    .flatMap(({ adresse }) => textsIn(adresse))
    .filter((text) => !elsewhere.has(text));
};

describeSample('kjoretoy-sample-sok-response-v2.json', (sample) => {
  const { entries, total, codes } = readVehicles(sample);
  const vehicles = entries.flatMap(({ vehicle }) => (vehicle ? [vehicle] : []));

  test('has two vehicles, and says so', () => {
    expect([vehicles.length, total, codes]).toEqual([2, 2, []]);
    expect(entries.map(({ refusal }) => refusal)).toEqual([null, null]);
  });

  test('is simplified', () => {
    expect(vehicles.map((vehicle) => simplify(vehicle, OWNER, NOW))).toMatchObject([
      {
        kjennemerke: 'CU 10942',
        plates: ['CU 10942'],
        kuid: '3378119709',
        understellsnummer: 'TESTDIGDIR0000016',
        merkekode: '4011',
        make: expect.any(String),
        model: expect.any(String),
        vehicleStatus: 'REGISTRERT',
        firstRegistered: '2021-04-21',
        euControl: { state: 'overdue', deadline: '2025-04-21' },
        handleManually: false,
        owner: { type: 'person', name: 'HELGE KROKEN', foedselsnummer: null, foedselsdato: '1977-03-01' },
        coOwner: { type: 'person', name: 'JARLE BERGER' },
        responsibleUser: { name: 'HELGE KROKEN' },
      },
      {
        kjennemerke: 'EC 80261',
        kuid: '3378119451',
        merkekode: '0065',
        owner: { name: 'JARLE BERGER' },
        coOwner: null,
      },
    ]);
  });

  test('has addresses, none of which leaves', () => {
    const withheld = vehicles.flatMap(addressTexts);
    expect(withheld).toContain('TESTGATA 11');
    for (const settings of [PLAIN, OWNER]) {
      const shown = textsIn(vehicles.map((vehicle) => simplify(vehicle, { ...settings, includeRaw: true }, NOW)));
      expect(shown.filter((text) => withheld.includes(text))).toEqual([]);
    }
  });
});

describeSample('kjoretoy-sample-bulk-response-v3-excerpt.json', (sample) => {
  const { entries, quotaLeft } = readVehicles(sample);
  const dtg = '2023-06-02T13:33:07+02:00';
  const asked = ['CU11293', 'CU11296', 'CU11298', 'CU11300', 'CU11304', 'YX1384'].map((kjennemerke) => ({
    kjennemerke,
    dtg,
  }));

  test('has what each was asked for, in another order too, and the one that is withheld', () => {
    expect(quotaLeft).toBe(4944);
    for (const questions of [asked, asked.toReversed()]) {
      const answers = pair('kjennemerke', questions, entries);
      expect(
        answers.map((answer) => answer?.refusal ?? (answer?.vehicle?.kjoretoyId as any)?.kjennemerke.replace(' ', '')),
      ).toEqual(
        questions.map(({ kjennemerke }) => (kjennemerke === 'CU11300' ? 'OPPLYSNINGER_UTILGJENGELIG' : kjennemerke)),
      );
    }
  });

  const shownAs = (plate: string, settings = OWNER, now: number | undefined = NOW) => {
    const at = asked.findIndex(({ kjennemerke }) => kjennemerke === plate);
    return simplify(pair('kjennemerke', asked, entries)[at]?.vehicle ?? {}, settings, now);
  };

  test('is simplified, without what this version does not tell', () => {
    expect(shownAs('CU11293')).toMatchObject({
      kjennemerke: 'CU 11293',
      kuid: null,
      vehicleStatus: 'REGISTRERT',
      euControl: { state: 'overdue', deadline: '2026-11-17' },
      owner: { name: 'MUSIKALSK FORSKJELL', foedselsnummer: null, kundeId: null },
    });
    expect(shownAs('CU11296')).toMatchObject({ vehicleStatus: 'AVREGISTRERT', euControl: { state: 'notApplicable' } });
    expect(shownAs('CU11298')).toMatchObject({ owner: { type: 'organisation', name: 'MØLLER BIL AS' } });
    expect(shownAs('CU11298').responsibleUser).not.toEqual(shownAs('CU11298').owner);
    expect(shownAs('CU11304')).toMatchObject({ coOwner: { name: 'TØRR PRAKSIS' } });
    expect(shownAs('YX1384')).toMatchObject({
      euControl: { state: 'notApplicable', deadline: null },
      make: expect.any(String),
    });
  });

  test('has addresses, none of which leaves', () => {
    const withheld = entries.flatMap(({ vehicle }) => addressTexts(vehicle ?? {}));
    expect(withheld).toContain('Reistadvegen 77');
    const shown = textsIn(asked.map(({ kjennemerke }) => shownAs(kjennemerke, { ...OWNER, includeRaw: true })));
    expect(shown.filter((text) => withheld.includes(text))).toEqual([]);
  });
});
