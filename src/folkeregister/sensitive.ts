/**
 * Which values of a result say who somebody is, or what only those concerned should know.
 */
import { PART_NAMES } from './parts';
import { RESULT_FIELDS } from './simplified/fields';

/** What tells one case from another, and nobody from anybody. */
const UNTELLING = ['identifikatortype', 'personStatus', 'ageGroup', 'identityBasis', 'status', 'identitetsgrunnlag'];

const NAMES = [...RESULT_FIELDS.map(({ name }) => name), ...PART_NAMES];

/** Of all forms of a person. */
export const SENSITIVE_VALUES: readonly string[] = [
  ...new Set([
    'foedselsnummer',
    ...NAMES.filter((name) => !UNTELLING.includes(name)),
    'graderingsnivaa',
    'person',
    'xml',
  ]),
];
