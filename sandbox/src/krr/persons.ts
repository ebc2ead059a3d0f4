import {
  deleted,
  expired,
  fresh,
  notifiable,
  NORWEGIAN_MOBILE,
  reserved,
  SWEDISH_MOBILE,
  type KrrPerson,
} from './contact.js';
import { NEIGHBOURS } from './neighbours.js';

/** Of the twelve that a first flow meets. */
const FIRST_PERSONS: readonly KrrPerson[] = [
  {
    ...notifiable,
    personidentifikator: '12848539668',
    tests: 'fresh addresses and a digital mailbox',
    email: fresh('rask.fyrlykt@example.com'),
    mobile: fresh(NORWEGIAN_MOBILE),
    mailbox: 'digipost',
  },
  {
    ...notifiable,
    personidentifikator: '30819446675',
    tests: 'fresh addresses and a digital mailbox, strictly confidential address',
    email: fresh('person.a@example.com'),
    mobile: fresh(NORWEGIAN_MOBILE),
    mailbox: 'digipost',
  },
  {
    ...reserved,
    personidentifikator: '19887834124',
    tests: 'fresh addresses that may not be used for decisions',
    email: fresh('person.b@example.com'),
    mobile: fresh(NORWEGIAN_MOBILE),
  },
  {
    ...notifiable,
    personidentifikator: '02920197712',
    tests: 'both addresses expired, though the email was validated lately; no mailbox',
    varslingsstatus: 'KAN_IKKE_VARSLES',
    email: { ...expired('person.c@example.com', 19), validated: 1 },
    mobile: expired(NORWEGIAN_MOBILE, 21),
  },
  {
    ...notifiable,
    personidentifikator: '14857232233',
    tests: 'addresses updated lately but never confirmed, and a digital mailbox; postal address abroad',
    email: { address: 'person.d@example.com', updated: 3 },
    mobile: { address: SWEDISH_MOBILE, updated: 3 },
    mailbox: 'digipost',
  },
  {
    ...notifiable,
    personidentifikator: '15867936634',
    tests: 'fresh addresses, no mailbox, opens letters in Altinn',
    email: fresh('oppfinnsom.tinnsoldat@example.com'),
    mobile: fresh(NORWEGIAN_MOBILE),
    readsAltinn: true,
  },
  {
    ...notifiable,
    personidentifikator: '03928338788',
    tests: 'email expired, mobile fresh, digital mailbox',
    email: expired('bjorn.oystein@example.com', 20),
    mobile: fresh(NORWEGIAN_MOBILE),
    mailbox: 'digipost',
  },
];

/** Known to KRR only; the sandbox's Folkeregister has never heard of them. */
export const KRR_ONLY_PERSONS: readonly KrrPerson[] = [
  {
    ...notifiable,
    personidentifikator: '22885399316',
    tests: 'updated ten years ago but confirmed last month; the email is shared with someone',
    email: { address: 'felles@example.com', updated: 120, verified: 1, duplicated: true },
    mobile: { address: NORWEGIAN_MOBILE, updated: 120, verified: 1 },
    spraak: 'nn',
    readsAltinn: true,
  },
  {
    ...deleted,
    personidentifikator: '21836797660',
    tests: 'deleted from the register: reservasjon is absent',
  },
  {
    ...reserved,
    personidentifikator: '22838497199',
    tests: 'addresses without dates',
    email: { address: 'reservert@example.com' },
    mobile: { address: NORWEGIAN_MOBILE },
  },
  {
    ...notifiable,
    personidentifikator: '22828999528',
    tests: 'mobile only, written without its country; never opens Altinn, so letters are printed after 40 hours',
    mobile: fresh(NORWEGIAN_MOBILE.replace('+47', '')),
  },
  {
    ...notifiable,
    personidentifikator: '22814398483',
    tests: 'email only; opens letters in Altinn',
    email: fresh('bare.epost@example.com'),
    readsAltinn: true,
  },
  {
    ...notifiable,
    personidentifikator: '16828397668',
    tests: 'mailbox with the other vendor, language English',
    email: fresh('mailbox@example.com'),
    mobile: { address: NORWEGIAN_MOBILE, updated: 3 },
    mailbox: 'eboks',
    spraak: 'en',
  },
  {
    ...reserved,
    personidentifikator: '07878398712',
    tests: 'the mailbox is withheld',
  },
  {
    ...notifiable,
    personidentifikator: '16837297366',
    tests: 'foreign mobile number, dates with a full offset and milliseconds',
    email: fresh('utland@example.com'),
    mobile: fresh(SWEDISH_MOBILE),
    spraak: 'en',
    dates: 'fullOffset',
    readsAltinn: true,
  },
  {
    ...notifiable,
    personidentifikator: '21849297640',
    tests: 'addresses are empty texts',
    email: fresh(''),
    mobile: fresh(''),
  },
  {
    ...notifiable,
    personidentifikator: '20878697112',
    tests: 'language Northern Sami, dates in UTC; never opens Altinn, so letters are printed after 40 hours',
    email: fresh('leser.ikke@example.com'),
    mobile: fresh(NORWEGIAN_MOBILE),
    spraak: 'se',
    dates: 'utc',
  },
  {
    ...notifiable,
    personidentifikator: '20914695016',
    tests: 'notifiable, but the addresses have no dates',
    email: { address: 'uten.dato@example.com' },
    mobile: { address: NORWEGIAN_MOBILE },
  },
];

/** Everyone KRR has from the start, in the order they were changed last. */
export const KRR_PERSONS: readonly KrrPerson[] = [...FIRST_PERSONS, ...KRR_ONLY_PERSONS, ...NEIGHBOURS];
