/**
 * Whether the mandate of a guardian, or of an attorney by a future power of attorney, covers a matter (fact sheet folkeregister
 * §5.1). The register tells the scope in four words and single tasks by name; what a word does not settle is left open.
 */
import type { Guardian } from '../relations';

type Interest = 'personal' | 'economic';

/** What the letter is about. */
export type Matter = Interest | 'both';

export type Coverage = 'covers' | 'not' | 'unclear';

/** Whom kinds of guardianship are for. Managing the funds of somebody represents nobody. */
const KINDS = new Map<string | undefined, 'adult' | 'minor' | 'funds'>([
  ['voksen', 'adult'],
  ['midlertidigForVoksen', 'adult'],
  ['stadfestetFremtidsfullmakt', 'adult'],
  ['mindreaarig', 'minor'],
  ['midlertidigForMindreaarig', 'minor'],
  ['ensligMindreaarigAsylsoeker', 'minor'],
  ['ensligMindreaarigFlyktning', 'minor'],
  ['forvaltningUtenforVergemaal', 'funds'],
]);

const SCOPES = new Map<string | undefined, readonly Interest[]>([
  ['personligeInteresser', ['personal']],
  ['oekonomiskeInteresser', ['economic']],
  ['personligeOgOekonomiskeInteresser', ['personal', 'economic']],
  ['utlendingssakerPersonligeOgOekonomiskeInteresser', ['personal', 'economic']],
]);

const INTERESTS: Readonly<Record<Matter, readonly Interest[]>> = {
  personal: ['personal'],
  economic: ['economic'],
  both: ['personal', 'economic'],
};

/** Undefined where the register's words are missing, new to us or say two things. */
const scopeOf = ({ omfang, omfangetErInnenPersonligOmraade: personal }: Guardian): readonly Interest[] | undefined => {
  const scope = SCOPES.get(omfang);
  return personal === undefined || scope?.includes('personal') === personal ? scope : undefined;
};

export const coverageOf = (guardian: Guardian, matter: Matter, ward: 'adult' | 'minor'): Coverage => {
  const kind = KINDS.get(guardian.vergemaaltype);
  if (kind === 'funds') return matter === 'personal' ? 'not' : 'unclear';
  const scope = scopeOf(guardian);
  if (!scope) return 'unclear';
  const asked = INTERESTS[matter];
  const covered = asked.filter((interest) => scope.includes(interest));
  if (covered.length === 0) return 'not';
  const isWhole = covered.length === asked.length && guardian.tasks.length === 0;
  return kind === ward && isWhole ? 'covers' : 'unclear';
};
