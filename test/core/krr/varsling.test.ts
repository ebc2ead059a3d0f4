import fc from 'fast-check';
import { personFrom, wirePerson } from '../../../src/krr/model';
import type { Channel, KrrPerson } from '../../../src/krr/person';
import { REASONS, type Reason } from '../../../src/krr/reasons';
import { vurderVarsling, type ChannelName, type Purpose } from '../../../src/krr/varsling';
import { START } from '../fakePorts';

const FRESH = '2026-06-10T21:00:01+02';
const OLD = '2016-06-10T21:00:01+02';

const channel = (dates: Partial<Channel> = { updated: FRESH }): Channel => ({ address: 'x', shared: false, ...dates });
const person = (changes: Partial<KrrPerson>): KrrPerson => ({
  foedselsnummer: '12848539668',
  status: 'AKTIV',
  reserved: false,
  varslingsstatus: 'KAN_VARSLES',
  contactTold: true,
  ...changes,
});

const EMAIL = channel();
const EXPIRED = channel({ updated: OLD, verified: OLD });
const UNDATED = channel({});

interface Row {
  readonly what: string;
  readonly person: KrrPerson;
  readonly reason: Reason;
  /** Channels for a decision, and for a service message. */
  readonly vedtak: readonly ChannelName[];
  readonly servicemelding: readonly ChannelName[];
}

// Fact sheet krr §6, row for row.
const rows: readonly Row[] = [
  {
    what: 'not registered',
    person: person({ status: 'IKKE_REGISTRERT', reserved: undefined, varslingsstatus: 'KAN_IKKE_VARSLES' }),
    reason: 'IKKE_REGISTRERT',
    vedtak: [],
    servicemelding: [],
  },
  {
    what: 'not registered, with an address all the same',
    person: person({ status: 'IKKE_REGISTRERT', email: EMAIL }),
    reason: 'IKKE_REGISTRERT',
    vedtak: [],
    servicemelding: [],
  },
  {
    what: 'deleted',
    person: person({ status: 'SLETTET', reserved: undefined }),
    reason: 'SLETTET',
    vedtak: [],
    servicemelding: [],
  },
  {
    what: 'deleted, with an address all the same',
    person: person({ status: 'SLETTET', email: EMAIL }),
    reason: 'SLETTET',
    vedtak: [],
    servicemelding: [],
  },
  {
    what: 'a status nobody knows, with fresh addresses',
    person: person({ status: 'NOE_NYTT', email: EMAIL, mobile: EMAIL }),
    reason: 'UKJENT_STATUS',
    vedtak: [],
    servicemelding: [],
  },
  {
    what: 'a status nobody knows, reserved and refused by KRR',
    person: person({ status: 'NOE_NYTT', reserved: true, varslingsstatus: 'KAN_IKKE_VARSLES', email: EXPIRED }),
    reason: 'UKJENT_STATUS',
    vedtak: [],
    servicemelding: [],
  },
  {
    what: 'a status nobody knows, without an address',
    person: person({ status: 'NOE_NYTT' }),
    reason: 'UKJENT_STATUS',
    vedtak: [],
    servicemelding: [],
  },
  {
    what: 'an empty status',
    person: person({ status: '', email: EMAIL }),
    reason: 'UKJENT_STATUS',
    vedtak: [],
    servicemelding: [],
  },
  {
    what: 'a status in small letters',
    person: person({ status: 'aktiv', email: EMAIL }),
    reason: 'UKJENT_STATUS',
    vedtak: [],
    servicemelding: [],
  },
  {
    what: 'reserved with fresh addresses',
    person: person({ reserved: true, email: EMAIL, mobile: EMAIL }),
    reason: 'RESERVERT',
    vedtak: [],
    servicemelding: ['email', 'mobile'],
  },
  {
    what: 'reserved with an expired address',
    person: person({ reserved: true, mobile: EXPIRED }),
    reason: 'RESERVERT',
    vedtak: [],
    servicemelding: ['mobile'],
  },
  {
    what: 'reserved without an address',
    person: person({ reserved: true }),
    reason: 'RESERVERT',
    vedtak: [],
    servicemelding: [],
  },
  {
    what: 'reserved, though KRR says that notification is possible',
    person: person({ reserved: true, varslingsstatus: 'KAN_VARSLES', email: EMAIL }),
    reason: 'RESERVERT',
    vedtak: [],
    servicemelding: ['email'],
  },
  {
    what: 'no word of reservation',
    person: person({ reserved: undefined, email: EMAIL }),
    reason: 'UKJENT_RESERVASJON',
    vedtak: [],
    servicemelding: ['email'],
  },
  {
    what: 'KRR says no, whatever the dates say',
    person: person({ varslingsstatus: 'KAN_IKKE_VARSLES', email: EMAIL }),
    reason: 'KAN_IKKE_VARSLES',
    vedtak: [],
    servicemelding: ['email'],
  },
  {
    what: 'KRR says no and hides the addresses',
    person: person({ varslingsstatus: 'KAN_IKKE_VARSLES' }),
    reason: 'KAN_IKKE_VARSLES',
    vedtak: [],
    servicemelding: [],
  },
  { what: 'no address on any channel', person: person({}), reason: 'INGEN_ADRESSE', vedtak: [], servicemelding: [] },
  {
    what: 'every address expired',
    person: person({ email: EXPIRED, mobile: EXPIRED }),
    reason: 'UTLOEPT',
    vedtak: [],
    servicemelding: ['email', 'mobile'],
  },
  {
    what: 'every address undated',
    person: person({ email: UNDATED }),
    reason: 'MANGLER_DATO',
    vedtak: [],
    servicemelding: ['email'],
  },
  {
    what: 'one address expired and one undated',
    person: person({ email: EXPIRED, mobile: UNDATED }),
    reason: 'UTLOEPT',
    vedtak: [],
    servicemelding: ['email', 'mobile'],
  },
  {
    what: 'one fresh channel of one',
    person: person({ email: EMAIL }),
    reason: 'KAN_VARSLES',
    vedtak: ['email'],
    servicemelding: ['email'],
  },
  {
    what: 'one fresh channel of two',
    person: person({ email: EXPIRED, mobile: EMAIL }),
    reason: 'KAN_VARSLES',
    vedtak: ['mobile'],
    servicemelding: ['email', 'mobile'],
  },
  {
    what: 'one fresh and one undated',
    person: person({ email: EMAIL, mobile: UNDATED }),
    reason: 'KAN_VARSLES',
    vedtak: ['email'],
    servicemelding: ['email', 'mobile'],
  },
  {
    what: 'two fresh channels',
    person: person({ email: EMAIL, mobile: EMAIL }),
    reason: 'KAN_VARSLES',
    vedtak: ['email', 'mobile'],
    servicemelding: ['email', 'mobile'],
  },
  {
    what: 'KRR silent on its own status',
    person: person({ varslingsstatus: undefined, email: EMAIL }),
    reason: 'KAN_VARSLES',
    vedtak: ['email'],
    servicemelding: ['email'],
  },
];

describe('for a decision', () => {
  test.each(rows)('$what: $reason, $vedtak', ({ person: one, reason, vedtak }) => {
    expect(vurderVarsling(one, 'vedtak', START)).toMatchObject({
      canBeNotified: vedtak.length > 0,
      notification: vedtak.length > 0 ? 'mayBeNotified' : 'paperOnly',
      reason,
      channels: vedtak,
    });
  });
});

describe('for a service message', () => {
  test.each(rows)('$what: $servicemelding', ({ person: one, reason, servicemelding }) => {
    const verdict = vurderVarsling(one, 'servicemelding', START);
    // Only the status in the register stands in its way; whatever else does, it is an address that is missing or hidden.
    const byStatus: readonly Reason[] = ['IKKE_REGISTRERT', 'SLETTET', 'UKJENT_STATUS'];
    const hidden = one.varslingsstatus === 'KAN_IKKE_VARSLES' ? 'KAN_IKKE_VARSLES' : 'INGEN_ADRESSE';
    const without = byStatus.includes(reason) ? reason : hidden;
    expect(verdict).toMatchObject({
      canBeNotified: servicemelding.length > 0,
      notification: servicemelding.length > 0 ? 'mayBeNotified' : 'noChannel',
      channels: servicemelding,
      reason: servicemelding.length > 0 ? 'KAN_VARSLES' : without,
    });
  });
});

test.each<Purpose>(['vedtak', 'servicemelding'])(
  'where KRR hides the addresses of who cannot be notified, the reason for no %s is that, and never that there is no address',
  (purpose) => {
    const hidden = person({ varslingsstatus: 'KAN_IKKE_VARSLES' });
    expect(vurderVarsling(hidden, purpose, START)).toMatchObject({ channels: [], reason: 'KAN_IKKE_VARSLES' });
  },
);

describe("Digdir's own cases (fact sheet krr §8)", () => {
  const contact = (dates: Record<string, string>, which: ('epost' | 'mobil')[] = ['epost', 'mobil']) => ({
    ...(which.includes('epost')
      ? {
          epostadresse: 'a@example.no',
          ...Object.fromEntries(Object.entries(dates).map(([suffix, date]) => [`epostadresse_${suffix}`, date])),
        }
      : {}),
    ...(which.includes('mobil')
      ? {
          mobiltelefonnummer: '99999999',
          ...Object.fromEntries(Object.entries(dates).map(([suffix, date]) => [`mobiltelefonnummer_${suffix}`, date])),
        }
      : {}),
  });
  const fresh = { oppdatert: FRESH, sist_verifisert: FRESH };
  const old = { oppdatert: OLD, sist_verifisert: OLD };

  test.each<[string, Record<string, unknown>, Reason, ChannelName[], ChannelName[]]>([
    [
      'expired, addresses filtered',
      { reservasjon: 'NEI', varslingsstatus: 'KAN_IKKE_VARSLES' },
      'KAN_IKKE_VARSLES',
      [],
      [],
    ],
    [
      'expired, addresses shown',
      { reservasjon: 'NEI', varslingsstatus: 'KAN_IKKE_VARSLES', kontaktinformasjon: contact(old) },
      'KAN_IKKE_VARSLES',
      [],
      ['email', 'mobile'],
    ],
    ['deleted', { status: 'SLETTET', reservasjon: undefined, varslingsstatus: 'KAN_IKKE_VARSLES' }, 'SLETTET', [], []],
    [
      'reserved with addresses without dates',
      { reservasjon: 'JA', varslingsstatus: 'KAN_IKKE_VARSLES', kontaktinformasjon: contact({}) },
      'RESERVERT',
      [],
      ['email', 'mobile'],
    ],
    ['both', { kontaktinformasjon: contact(fresh) }, 'KAN_VARSLES', ['email', 'mobile'], ['email', 'mobile']],
    ['mobile only', { kontaktinformasjon: contact(fresh, ['mobil']) }, 'KAN_VARSLES', ['mobile'], ['mobile']],
    ['e-mail only', { kontaktinformasjon: contact(fresh, ['epost']) }, 'KAN_VARSLES', ['email'], ['email']],
    [
      'Digipost, without a date of verification',
      { kontaktinformasjon: contact({ oppdatert: FRESH }) },
      'KAN_VARSLES',
      ['email', 'mobile'],
      ['email', 'mobile'],
    ],
    [
      'Digipost and reserved, all withheld',
      { reservasjon: 'JA', varslingsstatus: 'KAN_IKKE_VARSLES' },
      'RESERVERT',
      [],
      [],
    ],
    [
      'e-mail expired and mobile fresh',
      { kontaktinformasjon: { ...contact(old, ['epost']), ...contact(fresh, ['mobil']) } },
      'KAN_VARSLES',
      ['mobile'],
      ['email', 'mobile'],
    ],
    [
      'confirmed lately and changed ten years ago',
      { kontaktinformasjon: contact({ oppdatert: OLD, sist_verifisert: FRESH }) },
      'KAN_VARSLES',
      ['email', 'mobile'],
      ['email', 'mobile'],
    ],
    [
      'validated lately, which does not count',
      { kontaktinformasjon: contact({ ...old, sist_validert: FRESH }) },
      'UTLOEPT',
      [],
      ['email', 'mobile'],
    ],
    [
      'empty addresses',
      { kontaktinformasjon: { epostadresse: '', mobiltelefonnummer: null, epostadresse_oppdatert: FRESH } },
      'INGEN_ADRESSE',
      [],
      [],
    ],
    [
      'not registered',
      { status: 'IKKE_REGISTRERT', reservasjon: undefined, varslingsstatus: 'KAN_IKKE_VARSLES' },
      'IKKE_REGISTRERT',
      [],
      [],
    ],
  ])('%s', (_what, wire, reason, vedtak, servicemelding) => {
    const read = wirePerson.parse({
      personidentifikator: '12848539668',
      status: 'AKTIV',
      reservasjon: 'NEI',
      varslingsstatus: 'KAN_VARSLES',
      ...wire,
    });
    const one = personFrom(read, 'v2');
    expect(vurderVarsling(one, 'vedtak', START)).toMatchObject({ reason, channels: vedtak });
    expect(vurderVarsling(one, 'servicemelding', START).channels).toEqual(servicemelding);
  });
});

describe('whatever KRR says', () => {
  const date = fc.constantFrom(
    undefined,
    FRESH,
    OLD,
    '',
    'not a date',
    '2026-11-20T10:00:00Z',
    '2030-01-01T00:00:00+01',
  );
  const anyChannel = fc.option(
    fc.record({ address: fc.constant('x'), updated: date, verified: date, shared: fc.boolean() }),
    { nil: undefined },
  );
  const anyone: fc.Arbitrary<KrrPerson> = fc.record({
    foedselsnummer: fc.constant('12848539668'),
    status: fc.constantFrom('AKTIV', 'SLETTET', 'IKKE_REGISTRERT', 'NOE_NYTT'),
    reserved: fc.constantFrom(true, false, undefined),
    varslingsstatus: fc.constantFrom('KAN_VARSLES', 'KAN_IKKE_VARSLES', undefined, 'NOE_NYTT'),
    contactTold: fc.constant(true),
    email: anyChannel,
    mobile: anyChannel,
  });
  const purposes: Purpose[] = ['vedtak', 'servicemelding'];

  test('a decision goes only to fresh channels of a person who is active, not reserved and not refused', () => {
    fc.assert(
      fc.property(anyone, (one) => {
        const { canBeNotified, channels, verdicts } = vurderVarsling(one, 'vedtak', START);
        expect(canBeNotified).toBe(channels.length > 0);
        for (const name of channels) {
          expect(verdicts.find((verdict) => verdict.channel === name)?.fresh).toBe(true);
          expect(one).toMatchObject({ status: 'AKTIV', reserved: false });
          expect(one.varslingsstatus).not.toBe('KAN_IKKE_VARSLES');
        }
      }),
    );
  });

  test('nothing goes to a person who is not active, whatever it is about', () => {
    fc.assert(
      fc.property(anyone, fc.constantFrom(...purposes), (one, purpose) => {
        fc.pre(one.status !== 'AKTIV');
        expect(vurderVarsling(one, purpose, START)).toMatchObject({ canBeNotified: false, channels: [] });
      }),
    );
  });

  test('whoever may have a decision may have a service message, on the same channels at least', () => {
    fc.assert(
      fc.property(anyone, (one) => {
        const [decision, message] = purposes.map((purpose) => vurderVarsling(one, purpose, START));
        for (const name of decision?.channels ?? []) expect(message?.channels).toContain(name);
      }),
    );
  });

  test('a reason is KAN_VARSLES when the person may be notified, and never otherwise', () => {
    fc.assert(
      fc.property(anyone, fc.constantFrom(...purposes), (one, purpose) => {
        const { canBeNotified, channels, reason } = vurderVarsling(one, purpose, START);
        expect(canBeNotified).toBe(channels.length > 0);
        expect(reason === 'KAN_VARSLES').toBe(canBeNotified);
      }),
    );
  });

  test('there is a verdict for every address and for nothing else', () => {
    fc.assert(
      fc.property(anyone, fc.constantFrom(...purposes), (one, purpose) => {
        const names = (['email', 'mobile'] as const).filter((name) => one[name]);
        expect(vurderVarsling(one, purpose, START).verdicts.map(({ channel: name }) => name)).toEqual(names);
      }),
    );
  });
});

test('every reason is told to people in a sentence of each language, and no two alike', () => {
  for (const language of ['en', 'nb'] as const) {
    const sentences = Object.values(REASONS).map((text) => text[language]);
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÅ].*\.$/);
  }
});

test('a date in the future is a clock that is wrong, which is told, and counts as fresh', () => {
  const ahead = '2026-11-20T10:00:00.001+01:00';
  for (const dates of [{ updated: ahead }, { verified: ahead }, { updated: OLD, verified: ahead }]) {
    const { channels, verdicts } = vurderVarsling(person({ email: channel(dates), mobile: EMAIL }), 'vedtak', START);
    expect(channels).toEqual(['email', 'mobile']);
    expect(verdicts.map(({ inFuture }) => inFuture)).toEqual([true, false]);
  }
});

test('a date that is now is not ahead, nor is one that is missing or cannot be read', () => {
  for (const updated of ['2026-11-20T10:00:00+01:00', undefined, 'not a date']) {
    const { verdicts } = vurderVarsling(person({ email: channel({ updated }) }), 'vedtak', START);
    expect(verdicts.map(({ inFuture }) => inFuture)).toEqual([false]);
  }
});

test('each channel says when it expires, 18 months after the later of its two dates', () => {
  const one = person({
    email: channel({ updated: '2025-12-01T10:00:00+01', verified: '2026-06-10T21:00:01+02' }),
    mobile: UNDATED,
  });
  expect(vurderVarsling(one, 'vedtak', START).verdicts).toEqual([
    {
      channel: 'email',
      address: 'x',
      lastUpdated: '2025-12-01T10:00:00+01:00',
      lastVerified: '2026-06-10T21:00:01+02:00',
      fresh: true,
      expires: '2027-12-10T21:00:01+01:00',
      inFuture: false,
      shared: false,
    },
    {
      channel: 'mobile',
      address: 'x',
      lastUpdated: undefined,
      lastVerified: undefined,
      fresh: false,
      expires: undefined,
      inFuture: false,
      shared: false,
    },
  ]);
});
