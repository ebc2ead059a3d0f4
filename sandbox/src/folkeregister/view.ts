import type { Access } from './packages.js';
import type { PartSelection } from './parts.js';
import { currentOf, isCurrent, type Element, type PersonDocument } from './register.js';
import type { FolkeregisterSettings } from './settings.js';

const NUMBER = 'identifikasjonsnummer';

const ADDRESS_PARTS: ReadonlySet<string> = new Set([
  'bostedsadresse',
  'oppholdsadresse',
  'deltBosted',
  'postadresse',
  'postadresseIUtlandet',
]);

const HISTORY_WITHOUT_LEGAL_BASIS: ReadonlySet<string> = new Set([NUMBER, 'navn', ...ADDRESS_PARTS]);

/** Statuses that are themselves confidential; without legal basis they all read `aktiv`. */
export const CONFIDENTIAL_STATUSES: ReadonlySet<unknown> = new Set([
  'foedselsregistrert',
  'forsvunnet',
  'ikkeBosatt',
  'midlertidig',
]);

/** What one caller sees of a person: only the parts asked for, history only on request, and no empty lists. */
export const viewOf = (
  person: PersonDocument,
  selection: PartSelection,
  { pack }: Access,
  settings: FolkeregisterSettings,
): PersonDocument => {
  const visible: Record<string, Element | readonly Element[]> = {};
  for (const [part, content] of Object.entries(person)) {
    if (!selection.parts.has(part) && !(part === NUMBER && pack.alwaysNumber)) continue;
    const worded = (element: Element) =>
      spelt(pack.legalBasis ? element : withoutConfidential(part, element), settings);
    if (!isList(content)) {
      visible[part] = worded(content);
      continue;
    }
    const history = selection.history && (pack.legalBasis || HISTORY_WITHOUT_LEGAL_BASIS.has(part));
    const elements = content.filter(
      (element) => (history || isCurrent(element)) && (pack.protectedAddresses || isOpen(person, part, element)),
    );
    if (elements.length > 0) visible[part] = elements.map(worded);
  }
  return visible;
};

const isList = (content: Element | readonly Element[]): content is readonly Element[] => Array.isArray(content);

/** Private packages have everything removed that tells of a protection. */
const isOpen = (person: PersonDocument, part: string, { adressegradering }: Element): boolean => {
  if (part === 'adressebeskyttelse') return false;
  if (!ADDRESS_PARTS.has(part)) return true;
  return adressegradering === 'ugradert' && currentOf(person, 'adressebeskyttelse').length === 0;
};

const withoutConfidential = (part: string, element: Element): Element => {
  const { kilde: _kilde, aarsak: _aarsak, ...rest } = element;
  if (part === 'status' && CONFIDENTIAL_STATUSES.has(rest.status)) return { ...rest, status: 'aktiv' };
  return rest;
};

const GRADINGS = ['adressegradering', 'graderingsnivaa'];

const spelt = (element: Element, { uniqueIdentities, gradingCase }: FolkeregisterSettings): Element => {
  if (!uniqueIdentities && gradingCase === 'camel') return element;
  const changes: Record<string, unknown> = {};
  if (uniqueIdentities && element.identitetsgrunnlagstatus === 'kontrollert') changes.identitetsgrunnlagstatus = 'unik';
  for (const name of gradingCase === 'upper' ? GRADINGS : []) {
    if (typeof element[name] === 'string') changes[name] = element[name].toUpperCase();
  }
  return { ...element, ...changes };
};
