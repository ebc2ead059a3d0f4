/**
 * What a request names: the chosen parts, one by one, with protection where there is an address, and no more than the role may
 * see (fact sheet folkeregister §6).
 */
import { fiksCredentialOf } from '../fiks/fiksCall';
import { roleNamed } from '../fiks/chooseId';
import type { Session } from '../session';
import { ADDRESS_PARTS } from './adressebeskyttelse/protect';
import { partNotAllowed } from './client/refusal';
import { roleOf, type Ask, type Way } from './client/way';
import { HISTORY, isCollection, membersOf } from './parts';

export interface Chosen extends Way {
  /** Parts and collective names. */
  readonly parts: readonly string[];
  /** What is no longer valid too. */
  readonly historikk: boolean;
}

const ALWAYS = 'identifikasjonsnummer';
const PROTECTION = 'adressebeskyttelse';

/** Of these the register knows no more without legal basis; it refuses the rest. */
const WITHOUT_LEGAL_BASIS: Readonly<Record<string, readonly string[]>> = {
  'relasjon-utvidet': ['vergemaalEllerFremtidsfullmakt'],
};

const expand = (name: string, way: Way): readonly string[] =>
  (way.route === 'skatteetaten' && way.rettighetspakke !== 'offentligmedhjemmel' && WITHOUT_LEGAL_BASIS[name]) ||
  membersOf(name);

/** What the credential says the role may see; undefined where nobody has said. */
const allowedOf = (session: Session, way: Way): ReadonlySet<string> | undefined => {
  if (way.route !== 'fiks') return undefined;
  const parts = roleNamed(roleOf(session, way), fiksCredentialOf(session))?.parts ?? [];
  return parts.length > 0 ? new Set([ALWAYS, ...parts.flatMap(membersOf)]) : undefined;
};

/** Parts that tell where somebody is or went, though they are no addresses, with those that are. */
const PLACES: ReadonlySet<string> = new Set([
  ...ADDRESS_PARTS,
  'innflytting',
  'utflytting',
  'oppholdPaaSvalbard',
  // The county of an office, the place of a marriage, the hospital of a birth.
  'vergemaalEllerFremtidsfullmakt',
  'sivilstand',
  'foedselINorge',
]);

const withProtection = (parts: readonly string[]): readonly string[] =>
  parts.some((part) => PLACES.has(part)) ? [...parts, PROTECTION] : parts;

/**
 * A collective name stands for what of it the role may see; a part that is chosen by its own name must be one it may see.
 * @throws ServiceError ERR_PART_NOT_ALLOWED, ERR_CREDENTIAL_INCOMPLETE, ERR_INVALID_IDENTIFIER
 */
export const askFor = (session: Session, { parts, historikk, ...way }: Chosen): Ask => {
  const allowed = allowedOf(session, way);
  const isAllowed = (part: string): boolean => allowed?.has(part) ?? true;
  const seen = parts.flatMap((name) => {
    const members = expand(name, way);
    const open = members.filter(isAllowed);
    return isCollection(name) && open.length > 0 ? open : members;
  });
  const named = withProtection(seen.filter((part) => part !== HISTORY));
  const history = historikk || seen.includes(HISTORY);
  // What history alone means is not documented.
  const wanted = [...new Set([...(named.length > 0 ? named : [ALWAYS]), ...(history ? [HISTORY] : [])])];
  const refused = wanted.filter((part) => !isAllowed(part));
  if (refused.length === 0) return { ...way, parts: wanted };
  throw partNotAllowed(session, way, `may not see: ${refused.join(', ')} (so says the Fiks credential)`);
};
