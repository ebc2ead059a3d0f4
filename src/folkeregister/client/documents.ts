/**
 * Documents about persons, one or many at a time: as a person is now, and as one was (fact sheet folkeregister §3.1, §3.5,
 * §3.6).
 */
import { z } from 'zod/v4';
import { isSuccess, readAnswer } from '../../http/answer';
import { ServiceError } from '../../http/serviceError';
import type { TransportResponse } from '../../http/transport';
import type { Session } from '../../session';
import { personDocument, type PersonDocument } from '../model';
import { isOwnNotFound, refused } from './refusal';
import { ask, type Ask } from './way';
import { readXml } from './xml';

/** Most that one request may ask for. */
export const BULK_LIMIT = 1000;

export interface Kind {
  /** Where one is, before its id. */
  readonly one: string;
  /** Where many are, and what else that needs in the query. */
  readonly many: string;
  readonly manyQuery: Readonly<Record<string, string>>;
  /** What an id is called in requests and answers. */
  readonly id: 'foedselsEllerDNummer' | 'dokumentidentifikator';
  readonly notFound: () => ServiceError;
  /** For one that is refused as invalid though others are not. */
  readonly notAccepted: (refusal: ServiceError) => ServiceError;
  /** For one that is refused as invalid when it is asked for by itself. */
  readonly invalid: (refusal: ServiceError) => ServiceError;
}

const personNotFound = (): ServiceError =>
  new ServiceError(
    'ERR_PERSON_NOT_FOUND',
    'Folkeregisteret knows no person with that number.',
    'Check the number in the source of this line.',
    { service: 'folkeregister' },
  );

export const PERSONS: Kind = {
  one: 'personer/',
  many: 'personer/bulkoppslag',
  // With it the register answers for every number, in the order asked.
  manyQuery: { somBestilt: 'true' },
  id: 'foedselsEllerDNummer',
  notFound: personNotFound,
  notAccepted: ({ details }) =>
    new ServiceError(
      'ERR_REFUSED',
      'Folkeregisteret does not accept this number, though it accepts others.',
      'Check the number in the source of this line; help numbers and numbers of test persons elsewhere are not in the register.',
      { ...details, field: 'foedselsnummer' },
    ),
  invalid: (refusal) => refusal,
};

const versionNotFound = (): ServiceError =>
  new ServiceError(
    'ERR_VERSION_NOT_FOUND',
    'Folkeregisteret gives out no such version of a person: it is unknown, or was replaced more than three years ago.',
    'Check that it is the persondokument of an event, and not its hendelsesdokument; only the package with legal basis has versions.',
    { service: 'folkeregister', field: 'persondokument' },
  );

export const VERSIONS: Kind = {
  one: 'personer/arkiv/',
  many: 'personer/bulkoppslag/arkiv',
  manyQuery: {},
  id: 'dokumentidentifikator',
  notFound: versionNotFound,
  notAccepted: versionNotFound,
  invalid: versionNotFound,
};

const queryOf = ({ parts }: Ask, more: Readonly<Record<string, string>> = {}): URLSearchParams =>
  new URLSearchParams([...parts.map((part) => ['part', part]), ...Object.entries(more)]);

const getOne = async (
  session: Session,
  how: Ask,
  kind: Kind,
  id: string,
  accept: string,
): Promise<TransportResponse> => {
  const resource = `${kind.one}${encodeURIComponent(id)}?${queryOf(how)}`;
  const response = await ask(session, how, { resource, accept, timeoutMs: 10_000 });
  if (isOwnNotFound(response)) throw kind.notFound();
  if (isSuccess(response)) return response;
  const refusal = refused(session, how, response, how.parts);
  throw response.status === 400 && refusal.code === 'ERR_REFUSED' ? kind.invalid(refusal) : refusal;
};

/** @throws ServiceError that of `kind` where there is none, and the errors of a call */
export const getDocument = async (session: Session, how: Ask, kind: Kind, id: string): Promise<PersonDocument> =>
  readAnswer('folkeregister', personDocument, await getOne(session, how, kind, id, 'application/json'));

/** The same as the register writes it in XML. */
export const getXml = async (session: Session, how: Ask, kind: Kind, id: string): Promise<string> =>
  readXml(await getOne(session, how, kind, id, 'application/xml'));

export type Found = PersonDocument | ServiceError;

const id = z.string().optional().catch(undefined);

/** Entries are read one by one: one that cannot be read must not take the others with it. */
const bulkAnswer = z.looseObject({ oppslag: z.array(z.unknown()).optional() });
const bulkEntry = z.looseObject({
  foedselsEllerDNummer: id,
  dokumentidentifikator: id,
  folkeregisterperson: z.unknown(),
});

const unreadable = (): ServiceError =>
  new ServiceError(
    'ERR_UNEXPECTED_ANSWER',
    'Folkeregisteret answered about this person in a shape these nodes do not know.',
    'Report it with the version of the package; the service may have changed.',
    { service: 'folkeregister' },
  );

const personIn = (person: unknown, { notFound }: Kind): Found => {
  if (person === undefined || person === null) return notFound();
  const read = personDocument.safeParse(person);
  return read.success ? read.data : unreadable();
};

/**
 * Ties answers to what was asked for by id alone: a wrong tie is a letter to the wrong person. One that stands under another
 * id, as a replaced number may, is left out and asked for alone.
 */
const join = (kind: Kind, ids: readonly string[], oppslag: readonly unknown[]): Map<string, Found> => {
  const asked = new Set(ids);
  const found = new Map<string, Found>();
  for (const given of oppslag) {
    const entry = bulkEntry.safeParse(given).data;
    const about = entry?.[kind.id];
    if (entry && about !== undefined && asked.has(about)) found.set(about, personIn(entry.folkeregisterperson, kind));
  }
  return found;
};

/**
 * Up to 1000 at once.
 * @returns by the id asked for: the document, or the error where the register says that it has none. An id is absent where no
 * answer stands under it. Undefined where the answer is no list, as the descriptions have that of versions.
 */
export const getDocuments = async (
  session: Session,
  how: Ask,
  kind: Kind,
  ids: readonly string[],
): Promise<Map<string, Found> | undefined> => {
  const response = await ask(session, how, {
    resource: `${kind.many}?${queryOf(how, kind.manyQuery)}`,
    body: { [kind.id]: ids },
    timeoutMs: 60_000,
  });
  if (!isSuccess(response)) throw refused(session, how, response, how.parts);
  const { oppslag } = readAnswer('folkeregister', bulkAnswer, response);
  return oppslag && join(kind, ids, oppslag);
};
