/**
 * Protection of a child with parents, as KS' Oppvekst API flattens them (fact sheet fiks-platform §5.2). Of a parent it tells
 * no protection, only how each address is graded.
 */
import type { PersonDocument } from '../model';
import { isProtected, protect, type OptIns, type Shown } from './protect';

const isDocument = (value: unknown): value is PersonDocument => typeof value === 'object' && value !== null;

/** Each parent with a flag of their own; a protected child's parents lose every address with the child. */
export const protectOppvekst = (child: PersonDocument, optIns: OptIns): Shown => {
  const shown = protect(child, optIns);
  const { foreldreansvarlige } = shown.person;
  if (!Array.isArray(foreldreansvarlige)) return shown;
  const before = child.foreldreansvarlige;
  const parents = foreldreansvarlige.flatMap((parent: unknown, at) => {
    if (!isDocument(parent)) return [];
    const given: unknown = Array.isArray(before) ? before[at] : undefined;
    const handleManually = isProtected(child) || (isDocument(given) && protect(given, optIns).handleManually);
    return [{ ...parent, handleManually }];
  });
  return { ...shown, person: { ...shown.person, foreldreansvarlige: parents } };
};
