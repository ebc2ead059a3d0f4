import { byShare, type Shares } from './draw.js';
import type { Household, Member } from './household.js';
import { MATTER } from './matter.js';

/** When parents are apart, the children live with their mother, who alone answers for them. */
const FAMILIES: Shares<'married' | 'cohabiting' | 'apart'> = [
  [55, 'married'],
  [25, 'cohabiting'],
  [20, 'apart'],
];

/** An old woman and man are married, or were until he died, or have nothing to do with each other. */
const OLD_PAIRS: Shares<'married' | 'widowed' | 'strangers'> = [
  [50, 'married'],
  [15, 'widowed'],
  [35, 'strangers'],
];

export const familyKind = ({ index, draw }: Household) => byShare(FAMILIES, draw(index, MATTER.family));

export const oldKind = ({ index, draw }: Household) => byShare(OLD_PAIRS, draw(index, MATTER.old));

/** When the men died who have left a widow. */
export const DIED = '2024-05-17';

export const isDead = (household: Household, member: Member): boolean =>
  member === 'oldMan' && oldKind(household) === 'widowed';
