/**
 * The register's own descriptions of what it sends, as XML schemas (fact sheet folkeregister §2).
 */
import { isSuccess } from '../../http/answer';
import type { Session } from '../../session';
import { refused } from './refusal';
import { ask, type Way } from './way';
import { readXml } from './xml';

export type Contract = 'personer/xsd' | 'hendelser/xsd' | 'hendelser/feedxsd';

export const getContract = async (session: Session, way: Way, contract: Contract): Promise<string> => {
  const response = await ask(session, way, { resource: contract, accept: 'application/xml', timeoutMs: 10_000 });
  if (!isSuccess(response)) throw refused(session, way, response);
  return readXml(response);
};
