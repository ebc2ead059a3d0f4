import {
  both,
  deleted,
  expired,
  fresh,
  notifiable,
  NORWEGIAN_MOBILE,
  reserved,
  type KrrPerson,
} from '../krr/contact.js';
import { byShare, type Shares } from './draw.js';
import { isChild, MEMBERS, type Household, type Member } from './household.js';
import { isDead } from './kinds.js';
import { MATTER } from './matter.js';

type Contact = Omit<KrrPerson, 'personidentifikator' | 'tests'>;

/** Every state there is in KRR, roughly as common as one would think; the name makes an email address. */
const CONTACTS: Shares<(name: string) => Contact | undefined> = [
  [40, (name) => ({ ...notifiable, ...both(name), mailbox: 'digipost' })],
  [12, (name) => ({ ...notifiable, ...both(name), mailbox: 'eboks' })],
  [10, (name) => ({ ...notifiable, ...both(name), readsAltinn: true })],
  [6, (name) => ({ ...notifiable, ...both(name) })],
  [5, () => ({ ...notifiable, mobile: fresh(NORWEGIAN_MOBILE) })],
  [3, (name) => ({ ...notifiable, email: fresh(`${name}@example.com`) })],
  [2, (name) => ({ ...notifiable, ...both(name), spraak: 'nn' })],
  [1, (name) => ({ ...notifiable, ...both(name), spraak: 'en' })],
  [3, (name) => ({ ...notifiable, ...both(name), email: expired(`${name}@example.com`, 20) })],
  [
    7,
    (name) => ({
      ...notifiable,
      varslingsstatus: 'KAN_IKKE_VARSLES',
      email: expired(`${name}@example.com`, 26),
      mobile: expired(NORWEGIAN_MOBILE, 26),
    }),
  ],
  [3, (name) => ({ ...reserved, ...both(name) })],
  [2, () => reserved],
  [1, () => deleted],
  [5, () => undefined],
];

/** How a generated person stands in KRR. Children are not registered, and the dead are deleted. */
export const contactOf = (household: Household, member: Member, number: string): KrrPerson | undefined => {
  if (isChild(member)) return undefined;
  const { index, draw } = household;
  const make = byShare(CONTACTS, draw(index, MATTER.contact + MEMBERS.indexOf(member)));
  const contact = isDead(household, member) ? deleted : make(`${member.toLowerCase()}.${index + 1}`);
  return contact && { ...contact, personidentifikator: number, tests: 'generated' };
};
