/**
 * What an event was about, by the id the feed gives (fact sheet folkeregister §4.3, §4.4). Only with legal basis.
 */
import { z } from 'zod/v4';
import { isSuccess, readAnswer } from '../../http/answer';
import { isServiceError, ServiceError } from '../../http/serviceError';
import type { Session } from '../../session';
import { isOwnNotFound, refused } from '../client/refusal';
import { ask, type Way } from '../client/way';
import { personDocument, type PersonDocument } from '../model';
import { turn } from '../pace';

export type FoundDocument = PersonDocument | ServiceError;

const notFound = (): ServiceError =>
  new ServiceError(
    'ERR_EVENT_NOT_FOUND',
    'Folkeregisteret gives out no document of that event: it is unknown, older than three years, or of a type that has none, such as personErOppdatert.',
    'Check that it is the hendelsesdokument of an event, and not its persondokument; where an event has no document, look the person up.',
    { service: 'folkeregister', field: 'hendelsesdokument' },
  );

const getOne = async (session: Session, way: Way, id: string): Promise<PersonDocument> => {
  const resource = `hendelser/${encodeURIComponent(id)}`;
  const response = await ask(session, way, { resource, timeoutMs: 10_000 });
  if (isOwnNotFound(response)) throw notFound();
  if (isSuccess(response)) return readAnswer('folkeregister', personDocument, response);
  const refusal = refused(session, way, response);
  throw response.status === 400 && refusal.code === 'ERR_REFUSED' ? notFound() : refusal;
};

const compact = (id: string): string => id.replaceAll('-', '').toLowerCase();

/** How many are wrapped is not settled: as a list, under a name of their own, or the first one alone. */
const bulkAnswer = z.looseObject({ oppslag: z.array(personDocument).optional() });

const documentsIn = (answer: z.infer<typeof bulkAnswer>): readonly PersonDocument[] =>
  (answer.oppslag ?? [answer]).map(
    (entry) => personDocument.safeParse(entry.dokumentForHendelse).data ?? personDocument.parse(entry),
  );

/** By the id alone: a wrong tie would tell of somebody else. */
const getMany = async (session: Session, way: Way, ids: readonly string[]): Promise<Map<string, PersonDocument>> => {
  const body = { dokumentidentifikator: ids };
  const response = await ask(session, way, { resource: 'hendelser/bulkoppslag', body, timeoutMs: 60_000 });
  if (!isSuccess(response)) throw refused(session, way, response);
  const documents = documentsIn(readAnswer('folkeregister', bulkAnswer, response));
  return new Map(
    documents.flatMap((document) => {
      const { dokumentidentifikator: id } = document;
      return typeof id === 'string' && document.hendelse !== undefined ? [[compact(id), document]] : [];
    }),
  );
};

/** Of these asking one by one tells more: one of many may be refused, and many may be. */
const NOT_TOGETHER: readonly string[] = ['ERR_REFUSED', 'ERR_FORBIDDEN', 'ERR_NOT_FOUND', 'ERR_UNEXPECTED_ANSWER'];

const togetherAsFarAsPossible = async (
  session: Session,
  way: Way,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PersonDocument>> => {
  if (ids.length < 2) return new Map();
  try {
    return await getMany(session, way, ids);
  } catch (error) {
    if (isServiceError(error) && NOT_TOGETHER.includes(error.code)) return new Map();
    throw error;
  }
};

/**
 * One for each id, in order; at most 1000. What one call for all does not give is asked for one by one.
 * @throws ServiceError what concerns all of them
 */
export const getEventDocuments = async (
  session: Session,
  way: Way,
  ids: readonly string[],
): Promise<readonly FoundDocument[]> => {
  const together = await togetherAsFarAsPossible(session, way, ids);
  const found: FoundDocument[] = [];
  let stopped: ServiceError | undefined;
  const askAlone = async (id: string): Promise<FoundDocument> => {
    if (stopped) return stopped;
    try {
      await turn(session);
      return await getOne(session, way, id);
    } catch (error) {
      if (!isServiceError(error)) throw error;
      // What is wrong with the set-up or the service is wrong for the rest too; asking on would only add load.
      if (error.kind === 'system') stopped = error;
      return error;
    }
  };
  for (const id of ids) found.push(together.get(compact(id)) ?? (await askAlone(id)));
  return found;
};
