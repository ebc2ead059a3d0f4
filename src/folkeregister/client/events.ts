/**
 * The register's feed of events (fact sheet folkeregister §4).
 */
import { z } from 'zod/v4';
import { isSuccess, readAnswer } from '../../http/answer';
import type { Session } from '../../session';
import { refused } from './refusal';
import { ask, type Way } from './way';

/**
 * The number of the newest event, a bare number. It is about nobody.
 * @throws ServiceError ERR_FORBIDDEN when the integration may not use the role, or the organisation the package
 */
export const latestEventNumber = async (session: Session, way: Way): Promise<number> => {
  const response = await ask(session, way, { resource: 'hendelser/siste/sekvensnummer', timeoutMs: 10_000 });
  if (!isSuccess(response)) throw refused(session, way, response);
  return readAnswer('folkeregister', z.number(), response);
};
