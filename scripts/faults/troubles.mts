/**
 * What goes wrong on the way. The sandbox meets its faults in the order they are ordered, so between them stand requests with
 * which nothing is wrong.
 */
import type { Chance } from './random.mts';

interface Trouble {
  readonly kind: 'drop' | 'dropAfter' | 'status' | 'html' | 'delay';
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly delayMs?: number;
}

/** As `POST /admin/faults` takes it. */
export interface Fault extends Trouble {
  readonly service: 'svarut' | 'maskinporten';
  readonly operation: string;
  readonly times?: number;
}

const NOTHING: Trouble = { kind: 'delay', delayMs: 0 };

const ON_SENDS: readonly Trouble[] = [
  // Before it was taken: as it came, or in the middle of a large file.
  { kind: 'drop' },
  { kind: 'drop' },
  // After it was taken.
  { kind: 'dropAfter' },
  { kind: 'dropAfter' },
  { kind: 'dropAfter' },
  { kind: 'status', status: 401 },
  { kind: 'status', status: 429, headers: { 'retry-after': '2' } },
  { kind: 'status', status: 500 },
  { kind: 'html', status: 502 },
  { kind: 'html', status: 200 },
  { kind: 'status', status: 200, body: '' },
  { kind: 'delay', delayMs: 30 },
];

const ON_READS: readonly Trouble[] = [
  { kind: 'drop' },
  { kind: 'status', status: 401 },
  { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
  { kind: 'status', status: 500 },
  { kind: 'html', status: 502 },
  { kind: 'delay', delayMs: 30 },
];

/** How often, of all requests of the kind. */
const SENDS_IN_TROUBLE = 0.15;
const READS_IN_TROUBLE = 0.05;
/** Refused for good, such as a letter that SvarUt does not take. */
const SENDS_REFUSED = 0.005;

const sendTrouble = (chance: Chance): Trouble => {
  const drawn = chance.next();
  if (drawn < SENDS_REFUSED) return { kind: 'status', status: 400 };
  return drawn < SENDS_REFUSED + SENDS_IN_TROUBLE ? chance.pick(ON_SENDS) : NOTHING;
};

const readTrouble = (chance: Chance): Trouble => (chance.next() < READS_IN_TROUBLE ? chance.pick(ON_READS) : NOTHING);

/** For an execution that sends so many letters. */
export const troublesFor = (chance: Chance, letters: number): readonly Fault[] => [
  ...Array.from({ length: letters }, () => ({
    service: 'svarut' as const,
    operation: 'sendPerson',
    ...sendTrouble(chance),
  })),
  ...Array.from({ length: letters }, () => ({
    service: 'svarut' as const,
    operation: 'metadata',
    ...readTrouble(chance),
  })),
  { service: 'maskinporten', operation: 'token', kind: 'status', status: 503, times: chance.below(3) + 1 },
];
