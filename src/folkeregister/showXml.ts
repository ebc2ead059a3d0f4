/**
 * A person in XML as the register wrote it, or nothing of it where anything is withheld.
 */
import { ServiceError } from '../http/serviceError';
import type { JsonObject } from '../operations/operation';
import { isShownWhole, personInXml } from './adressebeskyttelse/xml';
import { readNumber, type PersonDocument } from './model';
import { flagsOf, type Asked } from './show';

const unreadable = (): ServiceError =>
  new ServiceError(
    'ERR_UNEXPECTED_ANSWER',
    'Folkeregisteret answered in XML of a kind these nodes do not know, so nothing of it is shown.',
    'Report it with the version of the package, and choose another form of result meanwhile.',
    { service: 'folkeregister' },
  );

/**
 * `xml` is null where something is withheld: for a person who is protected both addresses and grades must be asked for.
 * @param judge what is known of the person's protection besides, put into the document that is judged
 * @throws ServiceError ERR_UNEXPECTED_ANSWER for a text in which nobody can tell what is protected
 */
export const showXml = (
  xml: string,
  asked: Asked,
  judge: (person: PersonDocument) => PersonDocument = (person) => person,
): JsonObject => {
  const read = personInXml(xml);
  if (!read) throw unreadable();
  const person = judge(read);
  return {
    foedselsnummer: readNumber(person),
    ...flagsOf(person, asked),
    xml: isShownWhole(person, asked) ? xml : null,
  };
};
