/**
 * Finding persons by what is known of them (fact sheet folkeregister §3.3, §3.4).
 */
import { z } from 'zod/v4';
import { isSuccess, readAnswer } from '../../http/answer';
import type { TransportResponse } from '../../http/transport';
import type { Session } from '../../session';
import { personDocument, type PersonDocument } from '../model';
import { asInvalid, isOwnNotFound, refused } from './refusal';
import { ask, type Ask, type Way } from './way';
import { readXml } from './xml';

/** By the register's names, which it wants exactly; what is absent is left out. */
export type Criteria = Readonly<Record<string, string | number | boolean | undefined>>;

const given = (criteria: Criteria): [string, string][] =>
  Object.entries(criteria).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));

/** The description of the package without legal basis writes the one parameter in another way. */
const spelt = ({ route, rettighetspakke }: Way, { soekFonetisk, ...rest }: Criteria): Criteria =>
  route === 'skatteetaten' && rettighetspakke === 'offentligutenhjemmel'
    ? { ...rest, soekfonetisk: soekFonetisk }
    : { ...rest, soekFonetisk };

const askExactly = async (
  session: Session,
  how: Ask,
  criteria: Criteria,
  accept: string,
): Promise<TransportResponse | undefined> => {
  const parts = how.parts.map((part): [string, string] => ['part', part]);
  const query = new URLSearchParams([...given(spelt(how, criteria)), ...parts]);
  const response = await ask(session, how, { resource: `personer/entydigsoek?${query}`, accept, timeoutMs: 30_000 });
  if (isOwnNotFound(response)) return undefined;
  if (isSuccess(response)) return response;
  throw asInvalid(
    refused(session, how, response, how.parts),
    'Folkeregisteret does not accept these criteria together, or one of the values.',
    'Give a name and one of date of birth, address, postal code or a number, as the fields say.',
  );
};

/** @returns the one person who fits; undefined where nobody does, or several: the register does not tell which */
export const findExactly = async (
  session: Session,
  how: Ask,
  criteria: Criteria,
): Promise<PersonDocument | undefined> => {
  const response = await askExactly(session, how, criteria, 'application/json');
  return response && readAnswer('folkeregister', personDocument, response);
};

/** The same as the register writes it in XML. */
export const findExactlyInXml = async (session: Session, how: Ask, criteria: Criteria): Promise<string | undefined> => {
  const response = await askExactly(session, how, criteria, 'application/xml');
  return response && readXml(response);
};

const searchAnswer = z.looseObject({ foedselsEllerDNummer: z.array(z.string()).nullish() });

/** @returns the numbers of those who fit, at most 10 000; the list may be missing where nobody does */
export const search = async (session: Session, way: Way, criteria: Criteria): Promise<readonly string[]> => {
  const query = new URLSearchParams(given(criteria));
  const response = await ask(session, way, { resource: `personer/soek?${query}`, timeoutMs: 30_000 });
  if (!isSuccess(response)) {
    throw asInvalid(
      refused(session, way, response),
      'Folkeregisteret does not accept one of the values, or more than 10 000 persons fit the search.',
      'Check the values, and narrow the search by name, year of birth or place.',
    );
  }
  return readAnswer('folkeregister', searchAnswer, response).foedselsEllerDNummer ?? [];
};
