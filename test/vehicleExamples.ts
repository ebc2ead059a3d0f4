/**
 * What must come of the example flows about vehicles, in either host.
 */
import { inProject } from '../scripts/project.mts';

/** A line of the result; what there is not is empty in n8n and null in Node-RED. */
export interface CarLine {
  readonly line: number;
  readonly plate: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly letterId: string | null;
}

export const rowsOf = (lines: readonly CarLine[]): unknown[] =>
  lines.map(({ line, plate, outcome, reason }) => [line, plate, outcome, reason || null]);

/** The table of examples/README.md. */
export const ABANDONED_CARS = [
  [1, 'SU 00201', 'sent', null],
  [2, 'EL 00106', 'manual', 'unknown person'],
  [3, 'FN 00207', 'manual', 'scrapped or exported'],
  [4, 'EL 00205', 'manual', 'handle manually'],
  [5, 'EL 00206', 'manual', 'handle manually'],
  [6, 'ZZ 00999', 'manual', 'unknown plate'],
  [7, 'ZZ 00998', 'manual', 'withheld'],
  [8, 'SV 00102', 'manual', 'organisation'],
  [9, 'DN 0010?', 'manual', 'malformed plate'],
  [10, 'YX 0202', 'sent', null],
  [11, 'ZH 00203', 'manual', 'dead'],
  [12, 'XX 00215', 'manual', 'no identity number'],
  [13, 'blåbær', 'sent', null],
  [14, 'KB 00208', 'sent', null],
  [15, 'KB 00209', 'sent', null],
  [16, 'su00201', 'duplicate', null],
] as const;

/** The same once more: every letter is recognised. */
export const ABANDONED_CARS_AGAIN = ABANDONED_CARS.map(([line, plate, outcome, reason]) => [
  line,
  plate,
  outcome === 'sent' ? 'duplicate' : outcome,
  reason,
]);

/** Where the register gives no fødselsnummer of owners, nobody gets a letter. */
export const ABANDONED_CARS_WITHOUT_NUMBERS = ABANDONED_CARS.map(([line, plate, outcome, reason]) =>
  outcome === 'sent' || outcome === 'duplicate' || ['dead', 'unknown person'].includes(reason)
    ? [line, plate, 'manual', 'no identity number']
    : [line, plate, outcome, reason],
);

export const LETTERS = ABANDONED_CARS.filter(([, , outcome]) => outcome === 'sent').length;

export const THE_LETTER = inProject('examples', 'data', 'varsel.pdf');

/** The earliest deadline first. */
export const TO_BE_CONTROLLED = [
  ['SK 00301', 'overdue'],
  ['SK 00302', 'overdue'],
  ['SK 00309', 'overdue'],
  ['SK 00303', 'overdue'],
  ['SK 00304', 'due'],
  ['EL 00305', 'due'],
  ['SK 00306', 'due'],
] as const;

export const FLEET_COUNTS = { vehicles: 12, overdue: 4, due: 3, ok: 3, notApplicable: 2, notTold: 0 };
