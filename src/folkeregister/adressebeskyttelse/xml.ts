/**
 * Protection of answers in XML, whole or not at all: what may not be shown cannot be taken out of a text that is passed on as
 * it is.
 */
import type { PersonDocument } from '../model';
import { protect, type OptIns } from './protect';
import { readXml } from './readXml';

/** The parts of the one element a person's XML is; undefined when it is not such a text. */
export const personInXml = (xml: string): PersonDocument | undefined => {
  const [root, more] = Object.values(readXml(xml) ?? {});
  return typeof root === 'object' && more === undefined ? listed(root) : undefined;
};

/** A part that is a list has a single element for a single entry. */
const listed = (person: PersonDocument): PersonDocument =>
  Object.fromEntries(Object.entries(person).map(([part, content]) => [part, [content].flat()]));

/** Whether nothing in it is withheld; a grade is, unless it is asked for. */
export const isShownWhole = (person: PersonDocument, optIns: OptIns): boolean =>
  JSON.stringify(protect(person, optIns).person) === JSON.stringify(person);
