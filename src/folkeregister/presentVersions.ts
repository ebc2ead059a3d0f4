/**
 * Persons as they were, on their way out: who is protected today is protected in every earlier version too.
 */
import { isServiceError } from '../http/serviceError';
import type { Outcome } from '../operations/operation';
import type { Session } from '../session';
import { withProtectionOfToday } from './adressebeskyttelse/versions';
import { personInXml } from './adressebeskyttelse/xml';
import { askFor } from './chosenParts';
import { PERSONS, VERSIONS } from './client/documents';
import type { Ask } from './client/way';
import { lookUp, lookUpXml } from './lookUp';
import { readNumber, type PersonDocument } from './model';
import { askedOf, outcomeOf, type Wanted } from './present';
import { show } from './show';
import { showXml } from './showXml';

const PROTECTION = 'adressebeskyttelse';

/** Undefined also for a document that nobody can read, of which nothing will be shown. */
const numberIn = (version: PersonDocument): string | undefined => {
  try {
    return readNumber(version);
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return undefined;
  }
};

/** @returns what puts today's protection beside that of a version; of whom it could not be had is protected */
const asOfToday = async (
  session: Session,
  how: Ask,
  versions: readonly (PersonDocument | undefined)[],
): Promise<(version: PersonDocument) => PersonDocument> => {
  // Nobody asked about addresses.
  if (!how.parts.includes(PROTECTION)) return (version) => version;
  const numbers = [...new Set(versions.flatMap((version) => (version && numberIn(version)) ?? []))];
  const found = await lookUp(session, { ...how, parts: [PROTECTION] }, PERSONS, numbers, true);
  const today = new Map(numbers.map((number, at) => [number, found[at]]));
  return (version) => {
    const person = today.get(numberIn(version) ?? '');
    return withProtectionOfToday(version, isServiceError(person) ? undefined : person);
  };
};

/**
 * One outcome for each id, in order; at most 1000.
 * @throws ServiceError what concerns all of them
 */
export const presentVersions = async (
  session: Session,
  wanted: Wanted,
  ids: readonly string[],
): Promise<readonly Outcome[]> => {
  const { output } = wanted;
  const how = askFor(session, wanted);
  const asked = askedOf(wanted, how);
  if (output === 'xml') {
    const texts = await lookUpXml(session, how, VERSIONS, ids);
    const read = texts.map((text) => (isServiceError(text) ? undefined : personInXml(text)));
    const judge = await asOfToday(session, how, read);
    return texts.map((text) => outcomeOf(text, (xml) => showXml(xml, asked, judge)));
  }
  const found = await lookUp(session, how, VERSIONS, ids);
  const read = found.map((one) => (isServiceError(one) ? undefined : one));
  const judge = await asOfToday(session, how, read);
  const now = session.ports.now();
  return found.map((one) => outcomeOf(one, (version) => show(judge(version), output, asked, now)));
};
