/**
 * Protection of event documents (fact sheet folkeregister §4.3). An event does not tell whether its person is protected, so none
 * of its addresses is shown by default, open or not: look the person up.
 */
import type { PersonDocument } from '../model';
import { withoutPlace } from './placeless';
import { isFields, withoutGrades } from './places';
import type { OptIns } from './protect';

/** What an entry says of itself, beside the part that changed. */
const ABOUT_CHANGE: ReadonlySet<string> = new Set(['entitet', 'entitetsendring']);

const PROTECTION = 'adressebeskyttelse';

type Fields = Readonly<Record<string, unknown>>;

const showChange = (change: unknown, { addresses, grade }: OptIns): unknown => {
  if (!isFields(change)) return undefined;
  const shown = Object.entries(change).flatMap(([name, value]) => {
    if (ABOUT_CHANGE.has(name)) return [[name, value]];
    if (name === PROTECTION) return grade ? [[name, value]] : [];
    const kept = addresses ? value : withoutPlace(name, value);
    return kept === undefined ? [] : [[name, kept]];
  });
  const fields = Object.fromEntries(shown) as Fields;
  return grade ? fields : withoutGrades(fields);
};

const ABOUT_EVENT: ReadonlySet<string> = new Set([
  'folkeregisteridentifikator',
  'hendelsestype',
  'hendelsesaarsakIDsf',
  'ajourholdstidspunkt',
]);
const ABOUT_DOCUMENT: ReadonlySet<string> = new Set(['dokumentidentifikator', 'skjemaversjon']);

/** @param document as it came */
export const protectEvent = (document: PersonDocument, optIns: OptIns): PersonDocument => {
  const keep = (fields: Fields, names: ReadonlySet<string>): Fields =>
    optIns.addresses ? fields : Object.fromEntries(Object.entries(fields).filter(([name]) => names.has(name)));
  const { hendelse } = document;
  if (!isFields(hendelse)) return keep(document, ABOUT_DOCUMENT);
  const { egenskapshendelse } = hendelse;
  const changes = egenskapshendelse === undefined ? [] : [egenskapshendelse].flat();
  const shown = changes.map((change) => showChange(change, optIns)).filter((change) => change !== undefined);
  return {
    ...keep(document, ABOUT_DOCUMENT),
    hendelse: { ...keep(hendelse, ABOUT_EVENT), ...(shown.length > 0 && { egenskapshendelse: shown }) },
  };
};
