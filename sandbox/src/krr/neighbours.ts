import {
  both,
  deleted,
  expired,
  fresh,
  notifiable,
  NORWEGIAN_MOBILE,
  reserved,
  SWEDISH_MOBILE,
  type KrrPerson,
} from './contact.js';

type Row = readonly [
  personidentifikator: string,
  tests: string,
  contact: Omit<KrrPerson, 'personidentifikator' | 'tests'>,
];

const cannot = { varslingsstatus: 'KAN_IKKE_VARSLES' } as const;

const FAMILIES: readonly Row[] = [
  [
    '19878849879',
    'fresh addresses, Digipost that was never confirmed on the mobile',
    {
      ...notifiable,
      email: fresh('varm.lysestake@example.com'),
      mobile: { address: NORWEGIAN_MOBILE, updated: 4 },
      mailbox: 'digipost',
    },
  ],
  [
    '05918349946',
    'fresh addresses, mailbox with e-Boks',
    { ...notifiable, ...both('stodig.murskje'), mailbox: 'eboks' },
  ],
  [
    '28818649829',
    'email only; opens letters in Altinn',
    { ...notifiable, email: fresh('modig@example.com'), readsAltinn: true },
  ],
  ['09898749867', 'mobile only; never opens Altinn', { ...notifiable, mobile: fresh(NORWEGIAN_MOBILE) }],
  [
    '25855749818',
    'both addresses expired',
    { ...notifiable, ...cannot, email: expired('trygg@example.com', 30), mobile: expired(NORWEGIAN_MOBILE, 30) },
  ],
  [
    '13839149896',
    'confidential address; fresh addresses that others have too, Digipost',
    {
      ...notifiable,
      email: { ...fresh('gjemsel@example.com'), duplicated: true },
      mobile: { ...fresh(NORWEGIAN_MOBILE), duplicated: true },
      mailbox: 'digipost',
    },
  ],
  [
    '24929249875',
    'strictly confidential address; reserved, with addresses that have no dates',
    { ...reserved, email: { address: 'skygge@example.com' }, mobile: { address: NORWEGIAN_MOBILE } },
  ],
];

const GUARDIANSHIPS: readonly Row[] = [
  [
    '03867549993',
    'guardian; language Nynorsk',
    { ...notifiable, ...both('hjelpsom'), spraak: 'nn', mailbox: 'digipost' },
  ],
  ['11824849813', 'ward; reserved, and the mailbox is withheld', reserved],
  [
    '21895949954',
    'ward; email expired, mobile fresh',
    { ...notifiable, email: expired('raus@example.com', 20), mobile: fresh(NORWEGIAN_MOBILE) },
  ],
  ['01924149864', 'deleted from the register', deleted],
  [
    '17849049992',
    'ward; fresh addresses, opens letters in Altinn',
    { ...notifiable, ...both('nysgjerrig'), readsAltinn: true },
  ],
  [
    '30886849822',
    'guardian of a child; fresh addresses, Digipost',
    { ...notifiable, ...both('omsorgsfull'), mailbox: 'digipost' },
  ],
  ['30895249889', 'reserved, with fresh addresses', { ...reserved, ...both('egenradig') }],
];

/** KRR deletes the dead. */
const DEAD: readonly Row[] = ['07874449924', '29823649817', '18862949478', '10905049904'].map(
  (number) => [number, 'dead, and deleted from the register', deleted] as const,
);

const ADDRESSES: readonly Row[] = [
  [
    '31837949931',
    'updated ten years ago but confirmed last month; dates in UTC',
    {
      ...notifiable,
      email: { address: 'lettet@example.com', updated: 120, verified: 1 },
      mobile: { address: NORWEGIAN_MOBILE, updated: 120, verified: 1 },
      dates: 'utc',
    },
  ],
  ['12858449942', 'address graded klientadresse; fresh addresses', { ...notifiable, ...both('rastlos') }],
  ['16916349819', 'fresh addresses, mailbox with e-Boks', { ...notifiable, ...both('jordnaer'), mailbox: 'eboks' }],
  ['01876949608', 'addresses are empty texts', { ...notifiable, email: fresh(''), mobile: fresh('') }],
  ['02885549988', 'reserved, with neither addresses nor mailbox', reserved],
  [
    '14829449898',
    'fresh addresses, opens letters in Altinn',
    { ...notifiable, ...both('rask.togbillett'), readsAltinn: true },
  ],
  [
    '27868949983',
    'stays on Svalbard; fresh addresses, Digipost',
    { ...notifiable, ...both('frossen'), mailbox: 'digipost' },
  ],
  [
    '41909749814',
    'D-number; email and foreign mobile, language English, dates with a full offset',
    {
      ...notifiable,
      email: fresh('ordknapp@example.com'),
      mobile: fresh(SWEDISH_MOBILE),
      spraak: 'en',
      dates: 'fullOffset',
    },
  ],
  [
    '05857749903',
    'emigrated; both addresses expired',
    { ...notifiable, ...cannot, email: expired('langveis@example.com', 40), mobile: expired(SWEDISH_MOBILE, 40) },
  ],
  ['06828049893', 'language Northern Sami', { ...notifiable, ...both('sindig'), spraak: 'se', mailbox: 'digipost' }],
];

const IDENTITIES: readonly Row[] = [
  ['08889049678', 'had a D-number before; language English', { ...notifiable, ...both('malrettet'), spraak: 'en' }],
  ['11919849802', 'fresh addresses, Digipost', { ...notifiable, ...both('selvsikker'), mailbox: 'digipost' }],
  [
    '28829649855',
    'number by the rule of 2032; addresses have no dates',
    { ...notifiable, email: { address: 'fremtid@example.com' }, mobile: { address: NORWEGIAN_MOBILE } },
  ],
  ['01819049927', 'shares name and birth date; fresh addresses', { ...notifiable, ...both('vanlig.oslo') }],
  ['01819049765', 'shares name and birth date; reserved', { ...reserved, ...both('vanlig.bergen') }],
  [
    '09847049933',
    'disappeared; both addresses expired',
    { ...notifiable, ...cannot, email: expired('sporlos@example.com', 38), mobile: expired(NORWEGIAN_MOBILE, 38) },
  ],
  ['22879349668', 'registered by mistake, and deleted from the register', deleted],
  ['12928149968', 'false identity, and deleted from the register', deleted],
];

const VEHICLE_OWNERS: readonly Row[] = [
  [
    '14837810141',
    'owns vehicles; fresh addresses, Digipost',
    { ...notifiable, ...both('varm.tekopp'), mailbox: 'digipost' },
  ],
  [
    '02918521073',
    'owns a vehicle together with somebody; opens letters in Altinn',
    { ...notifiable, ...both('bla.sykkel'), readsAltinn: true },
  ],
  ['27869033362', 'owns a vehicle together with somebody; reserved', { ...reserved, ...both('stille.lampe') }],
  ['30817240492', 'owned a vehicle once; mobile only', { ...notifiable, mobile: fresh(NORWEGIAN_MOBILE) }],
];

/**
 * Those whom Folkeregister has beside the twelve: every state there is, on persons with addresses, families and guardians.
 * Minors are not registered, nor are the few who are not named here.
 */
export const NEIGHBOURS: readonly KrrPerson[] = [
  ...FAMILIES,
  ...GUARDIANSHIPS,
  ...DEAD,
  ...ADDRESSES,
  ...IDENTITIES,
  ...VEHICLE_OWNERS,
].map(([personidentifikator, tests, contact]) => ({ personidentifikator, tests, ...contact }));
