import { osloTimestamp } from '../osloTime.js';
import type { Settings } from '../settings.js';
import { monthsBefore } from './monthsBefore.js';
import { isWithheld, type ContactPoint, type KrrPerson } from './contact.js';

type Manner = Pick<Settings, 'filtrerUtgaatt' | 'fiksKrrAbsent'>;

type Answer = Record<string, unknown>;

/** One person as Fiks Register answers: flat, with neither mailbox, language nor shared addresses. */
export const fiksAnswerFor = (person: KrrPerson, manner: Manner, since: Date): Answer => {
  const point = (name: 'adresse' | 'nummer', at: ContactPoint | undefined): Answer | null | undefined =>
    isWithheld(person, manner.filtrerUtgaatt) || !at?.address
      ? ABSENT[manner.fiksKrrAbsent](name)
      : { [name]: at.address, ...dates(at, since) };
  return {
    fnr: person.personidentifikator,
    // Optional in the description, and so left out by a register that leaves out what it can.
    ...(manner.fiksKrrAbsent !== 'missing' && { status: person.status }),
    reservert: person.reservasjon === 'JA',
    kanVarsles: person.varslingsstatus === 'KAN_VARSLES',
    epost: point('adresse', person.email),
    tlf: point('nummer', person.mobile),
  };
};

/** The description wants an address, and there are people without. */
const ABSENT: Record<Settings['fiksKrrAbsent'], (name: string) => Answer | null | undefined> = {
  empty: (name) => ({ [name]: '' }),
  null: () => null,
  missing: () => undefined,
};

const dates = ({ updated, verified }: ContactPoint, since: Date): Answer => ({
  ...(updated !== undefined && { sistOppdatert: osloTimestamp(monthsBefore(since, updated)) }),
  ...(verified !== undefined && { sistVerifisert: osloTimestamp(monthsBefore(since, verified)) }),
});
