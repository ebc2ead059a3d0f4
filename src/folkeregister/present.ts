/**
 * Persons as the flow's author wants them: from what was chosen on the node to the outcome of each.
 */
import { isServiceError, type ServiceError } from '../http/serviceError';
import { failed, succeeded, type JsonObject, type Outcome } from '../operations/operation';
import type { Session } from '../session';
import { askFor, type Chosen } from './chosenParts';
import type { Kind } from './client/documents';
import { findExactly, findExactlyInXml, type Criteria } from './client/searches';
import type { Ask } from './client/way';
import { lookUp, lookUpXml } from './lookUp';
import { show, type Asked, type Form } from './show';
import { showXml } from './showXml';

/** What the fields in fields/shown.ts and fields/way.ts hold. */
export interface Wanted extends Chosen {
  readonly output: Form | 'xml';
  readonly includeProtectedAddresses: boolean;
  readonly includeProtectionGrade: boolean;
}

export const askedOf = ({ includeProtectedAddresses, includeProtectionGrade }: Wanted, { parts }: Ask): Asked => ({
  parts,
  addresses: includeProtectedAddresses,
  grade: includeProtectionGrade,
});

/** An answer that cannot be shown concerns this person alone. */
export const outcomeOf = <Answer>(found: Answer | ServiceError, present: (answer: Answer) => JsonObject): Outcome => {
  if (isServiceError(found)) return failed(found);
  try {
    return succeeded(present(found));
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return failed(error);
  }
};

/**
 * One outcome for each id, in order; at most 1000.
 * @throws ServiceError what concerns all of them
 */
export const presentAll = async (
  session: Session,
  wanted: Wanted,
  kind: Kind,
  ids: readonly string[],
  recheckUnknown = false,
): Promise<readonly Outcome[]> => {
  const { output } = wanted;
  const how = askFor(session, wanted);
  const asked = askedOf(wanted, how);
  if (output === 'xml') {
    const texts = await lookUpXml(session, how, kind, ids);
    return texts.map((text) => outcomeOf(text, (xml) => showXml(xml, asked)));
  }
  const found = await lookUp(session, how, kind, ids, recheckUnknown);
  const now = session.ports.now();
  return found.map((one) => outcomeOf(one, (document) => show(document, output, asked, now)));
};

/**
 * The one person who fits, or undefined.
 * @throws ServiceError
 */
export const presentExact = async (
  session: Session,
  wanted: Wanted,
  criteria: Criteria,
): Promise<JsonObject | undefined> => {
  const { output } = wanted;
  const how = askFor(session, wanted);
  const asked = askedOf(wanted, how);
  if (output === 'xml') {
    const text = await findExactlyInXml(session, how, criteria);
    return text === undefined ? undefined : showXml(text, asked);
  }
  const document = await findExactly(session, how, criteria);
  return document && show(document, output, asked, session.ports.now());
};
