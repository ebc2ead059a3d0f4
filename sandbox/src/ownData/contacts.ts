import { deleted, expired, fresh, notifiable, reserved, type KrrPerson } from '../krr/contact.js';
import type { OwnPerson } from './schema.js';

const MONTHS_EXPIRED = 24;

type State = NonNullable<OwnPerson['krr']>;

const STANDINGS: Readonly<Record<Exclude<State, 'notRegistered'>, Pick<KrrPerson, 'status' | 'varslingsstatus'>>> = {
  notifiable,
  expired: { ...notifiable, varslingsstatus: 'KAN_IKKE_VARSLES' },
  reserved,
  deleted,
};

/** Who has an address or a mailbox is registered, and the dead are deleted, unless the row says otherwise. */
const stateOf = ({ krr, deathDate, email, mobile, mailbox }: OwnPerson): State => {
  if (krr !== undefined) return krr;
  if (deathDate !== undefined) return 'deleted';
  return [email, mobile, mailbox].some((one) => one !== undefined) ? 'notifiable' : 'notRegistered';
};

/** Those of one's own persons whom KRR has. */
export const contactsOf = (persons: readonly OwnPerson[]): readonly KrrPerson[] =>
  persons.flatMap((person) => {
    const { number, email, mobile, mailbox, language, opensAltinn } = person;
    const state = stateOf(person);
    if (state === 'notRegistered') return [];
    const point = (address: string) => (state === 'expired' ? expired(address, MONTHS_EXPIRED) : fresh(address));
    return [
      {
        ...STANDINGS[state],
        personidentifikator: number,
        tests: 'from your own data',
        ...(email !== undefined && { email: point(email) }),
        ...(mobile !== undefined && { mobile: point(mobile) }),
        ...(mailbox && { mailbox }),
        ...(language && { spraak: language }),
        ...(opensAltinn && { readsAltinn: true }),
      },
    ];
  });
