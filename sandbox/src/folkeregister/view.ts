import type { PartSelection } from './parts.js';
import type { Element, PersonDocument } from './register.js';
import type { Role } from './roles.js';

/** The number always follows the answer, asked for or not. */
const ALWAYS_INCLUDED = 'identifikasjonsnummer';

const HISTORY_WITHOUT_LEGAL_BASIS = new Set([
  'identifikasjonsnummer',
  'navn',
  'bostedsadresse',
  'oppholdsadresse',
  'deltBosted',
  'postadresse',
  'postadresseIUtlandet',
]);

/** Statuses that are themselves confidential; without legal basis they all read `aktiv`. */
const CONFIDENTIAL_STATUSES = new Set(['foedselsregistrert', 'forsvunnet', 'ikkeBosatt', 'midlertidig']);

/** What one role sees of a person: only the parts asked for, history only on request, and no empty lists. */
export const viewOf = (person: PersonDocument, selection: PartSelection, role: Role): PersonDocument => {
  const visible: Record<string, Element | readonly Element[]> = {};
  for (const [part, content] of Object.entries(person)) {
    if (part !== ALWAYS_INCLUDED && !selection.parts.has(part)) continue;
    if (!isList(content)) {
      visible[part] = role.legalBasis ? content : withoutConfidential(part, content);
      continue;
    }
    const history = selection.history && (role.legalBasis || HISTORY_WITHOUT_LEGAL_BASIS.has(part));
    const elements = content.filter((element) => history || element.erGjeldende !== false);
    if (elements.length === 0) continue;
    visible[part] = role.legalBasis ? elements : elements.map((element) => withoutConfidential(part, element));
  }
  return visible;
};

const isList = (content: Element | readonly Element[]): content is readonly Element[] => Array.isArray(content);

const withoutConfidential = (part: string, element: Element): Element => {
  const { kilde: _kilde, aarsak: _aarsak, ...rest } = element;
  if (part === 'status' && CONFIDENTIAL_STATUSES.has(String(rest.status))) return { ...rest, status: 'aktiv' };
  return rest;
};
