/**
 * What a refusal means, whoever it comes from: the register, Fiks in front of it or a firewall in front of both (fact sheet
 * folkeregister §8). Its words are never passed on, for they may quote what was asked.
 */
import { fiksCredentialOf, fiksRefusal } from '../../fiks/fiksCall';
import { roleNamed } from '../../fiks/chooseId';
import { errorMarks, parseJson, refusal } from '../../http/answer';
import { ServiceError, type ErrorDetails } from '../../http/serviceError';
import { textOf, type TransportResponse } from '../../http/transport';
import type { Session } from '../../session';
import { isPart } from '../parts';
import { scopeOf } from './packages';
import { roleOf, type Way } from './way';

const WIDEN_ROLE =
  'have whoever administers Fiks Folkeregister in your municipality widen the role in Fiks forvaltning, within what Skatteetaten has granted';
const WIDEN_PACKAGE = 'apply to Skatteetaten, who decides what a rights package holds';

/** The role by its name in the credential, where it has one there. */
export const roleTitle = (session: Session, way: Way): string => {
  const name = roleNamed(roleOf(session, way), fiksCredentialOf(session))?.name;
  return name === undefined ? 'The Folkeregister role' : `The Folkeregister role ${name}`;
};

/** What is asked through, as the beginning of a sentence. */
const titleOf = (session: Session, way: Way): string =>
  way.route === 'fiks' ? roleTitle(session, way) : `The rights package ${way.rettighetspakke}`;

/** @param fault what is wrong with the parts, after the name of the role or package */
export const partNotAllowed = (session: Session, way: Way, fault: string, more: ErrorDetails = {}): ServiceError =>
  new ServiceError(
    'ERR_PART_NOT_ALLOWED',
    `${titleOf(session, way)} ${fault}.`,
    way.route === 'fiks'
      ? `Ask for fewer parts, choose another role, or ${WIDEN_ROLE}.`
      : `Ask for fewer parts, choose another rights package, or ${WIDEN_PACKAGE}.`,
    { ...more, service: 'folkeregister', field: 'parts' },
  );

const WORDS = ['message', 'melding', 'feilmelding'];

const partsNamedIn = (response: TransportResponse): string[] => {
  const body = (parseJson(response) ?? {}) as Readonly<Record<string, unknown>>;
  const words = WORDS.flatMap((key) => (typeof body[key] === 'string' ? body[key].split(/[^\w-]+/) : []));
  return [...new Set(words.filter(isPart))];
};

export const isPage = (response: TransportResponse): boolean =>
  /^\s*<(?:!doctype\s+html|html)\b/i.test(textOf(response));

const SUPPORT_ID = /support id(?:\s+is)?\s*:?\s*(?=[\w-]*\d)(?!\d{11}\b)([\w-]{8,64})/i;

/** In groups of four, for a long run of digits is taken for a person's number on its way out. */
const supportIdIn = (page: string): string | undefined =>
  SUPPORT_ID.exec(page)?.[1]?.replace(/\d{12,}/g, (run) => run.replace(/\d{4}(?=\d)/g, '$&-'));

const byFirewall = (response: TransportResponse): ServiceError =>
  new ServiceError(
    'ERR_REFUSED',
    'A firewall in front of Folkeregisteret turned the request away, as it does with characters that look like an attack.',
    'Take signs such as <, >, ; and -- out of the values of this case; if there are none, send the support reference to the service.',
    { service: 'folkeregister', status: response.status, supportReference: supportIdIn(textOf(response)) },
  );

const forbiddenByFiks = (session: Session, way: Way, parts: readonly string[]) => ({
  message:
    parts.length > 0
      ? `${roleTitle(session, way)} does not allow one of the parts asked for (${parts.join(', ')}) or this kind of request, or the integration has no access to the role.`
      : `${roleTitle(session, way)} does not allow this, or the integration has no access to the role.`,
  action: `Check the role id, ask for fewer parts, ${WIDEN_ROLE}, or have the integration granted access to it.`,
});

const refusedDirectly = ({ rettighetspakke }: Way, response: TransportResponse): ServiceError =>
  refusal('folkeregister', response, {
    401: {
      code: 'ERR_UNAUTHORIZED',
      message: 'Skatteetaten did not accept the Maskinporten token.',
      action: 'Check that the environment of the Maskinporten credential is the right one.',
    },
    403: {
      code: 'ERR_FORBIDDEN',
      message: `Skatteetaten does not let your organisation use the rights package ${rettighetspakke}, or not for this.`,
      action: `Choose the rights package your organisation has, ask for fewer parts, and check that the Maskinporten client has the scope ${scopeOf(rettighetspakke)}; otherwise ${WIDEN_PACKAGE}.`,
    },
  });

/** @param parts what was asked for, so that the sentence can name it */
export const refused = (
  session: Session,
  way: Way,
  response: TransportResponse,
  parts: readonly string[] = [],
): ServiceError => {
  const { status } = response;
  if ([400, 403, 406].includes(status)) {
    if (isPage(response)) return byFirewall(response);
    const marks = { status, ...errorMarks(response) };
    const named = partsNamedIn(response).filter((part) => parts.includes(part));
    if (named.length > 0) return partNotAllowed(session, way, `may not see: ${named.join(', ')}`, marks);
    // Of a part alone the register says that it is not acceptable: the form of the answer always is.
    if (status === 406 && parts.length > 0)
      return partNotAllowed(session, way, `lacks at least one of the parts asked for: ${parts.join(', ')}`, marks);
  }
  return way.route === 'fiks'
    ? fiksRefusal('folkeregister', response, forbiddenByFiks(session, way, parts))
    : refusedDirectly(way, response);
};

/** What a 400 means where there is something more precise to say; other refusals keep what they say. */
export const asInvalid = (error: ServiceError, message: string, action: string): ServiceError =>
  error.code === 'ERR_REFUSED' && error.details.status === 400
    ? new ServiceError('ERR_REFUSED', message, action, error.details)
    : error;

/** A page of somebody else's, or of a gateway that does not know the way, says nothing of persons. */
export const isOwnNotFound = (response: TransportResponse): boolean => response.status === 404 && !isPage(response);
