import { isOrganisationNumber, isPersonIdentifier, isSynthetic } from '../identifiers.js';
import { compactPlate } from '../kjoretoyregister/plates.js';

/** What can be wrong with something of the right form, in the order in which it is looked for. */
type Faults = readonly (readonly [isWrong: (text: string) => boolean, says: string])[];

const beginsWithNoDay = (number: string): boolean => {
  // 40 is added to the day in a D-number.
  const day = Number(number.slice(0, 2)) % 40;
  return day < 1 || day > 31 || number > '72';
};

const FAULTS_OF_PERSONS: Faults = [
  [
    (number) => !isSynthetic(number),
    'looks real: 80 is not added to the month. Real persons are not taken here; use a synthetic number, as from Tenor.',
  ],
  [beginsWithNoDay, 'begins with no day. Use a number that somebody was given.'],
  [(number) => !isPersonIdentifier(number), 'has control digits that do not fit. Look for a typing error.'],
];

const FAULTS_OF_ORGANISATIONS: Faults = [
  [
    (number) => !/^[23]/.test(number),
    'looks real: synthetic organisations have numbers that begin with 2 or 3. Use one of these, as from Tenor.',
  ],
  [(number) => !isOrganisationNumber(number), 'has a control digit that does not fit. Look for a typing error.'],
];

const FAULTS_OF_PLATES: Faults = [
  [
    (plate) => compactPlate(plate)[2] !== '0',
    'looks real: no zero follows the letters. Write a zero as the first digit, as no real plate has it.',
  ],
];

const faultOf =
  (form: RegExp, faults: Faults) =>
  (text: unknown): string | undefined =>
    typeof text === 'string' && form.test(text) ? faults.find(([isWrong]) => isWrong(text))?.[1] : undefined;

/** What is wrong with a text of eleven digits; undefined also for everything else, of which the schema has spoken. */
export const faultOfPersonNumber = faultOf(/^\d{11}$/, FAULTS_OF_PERSONS);
export const faultOfOrganisationNumber = faultOf(/^\d{9}$/, FAULTS_OF_ORGANISATIONS);
export const faultOfPlate = faultOf(/^[A-Z]{2} ?\d{5}$/, FAULTS_OF_PLATES);
