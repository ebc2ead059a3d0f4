import type { DocumentSource } from '../../http/document';
import type { Session } from '../../session';
import { encrypted } from './envelope';
import { svarutKey } from './svarutKey';

/**
 * The documents of a letter, each encrypted on its own for SvarUt in the session's environment, while it is being sent. The
 * letter must say so (`kryptert`); names and types stay those of the plain files, sizes become those of the encrypted ones.
 * @throws ServiceError ERR_ENCRYPTION_KEY when SvarUt's key cannot be used, or why it could not be fetched: nothing has
 * been sent then
 */
export const encryptAll = async (
  session: Session,
  documents: readonly DocumentSource[],
): Promise<readonly DocumentSource[]> => {
  const recipient = await svarutKey(session);
  return documents.map((document) => encrypted(document, recipient));
};
