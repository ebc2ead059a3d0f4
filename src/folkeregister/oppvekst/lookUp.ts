/**
 * Ties KS' answers to the children that were asked for: by number, the one a child has now or had before, for a wrong tie is
 * a letter to the wrong parents.
 */
import { z } from 'zod/v4';
import { askApart } from '../../http/askApart';
import { ServiceError } from '../../http/serviceError';
import type { Session } from '../../session';
import { PERSONS } from '../client/documents';
import { personDocument, type PersonDocument } from '../model';
import { turn } from '../pace';
import { fetchChildren, type Asker } from './client';

const number = z.looseObject({ foedselsEllerDNummer: z.string() }).optional().catch(undefined);
const numbered = z.looseObject({ identifikasjonsnummer: number, tidligereIdentifikasjonsnummer: number });

const numbersOf = (child: unknown): readonly string[] => {
  const { identifikasjonsnummer, tidligereIdentifikasjonsnummer } = numbered.safeParse(child).data ?? {};
  return [identifikasjonsnummer, tidligereIdentifikasjonsnummer].flatMap((one) => one?.foedselsEllerDNummer ?? []);
};

type Found = PersonDocument | ServiceError;

const unreadable = (): ServiceError =>
  new ServiceError(
    'ERR_UNEXPECTED_ANSWER',
    "KS' Oppvekst API answered about this child in a shape these nodes do not know.",
    'Report it with the version of the package; the service may have changed.',
    { service: 'folkeregister' },
  );

const asDocument = (child: unknown): Found => personDocument.safeParse(child).data ?? unreadable();

/** A single answer to a question about one is about that one, under whatever number. */
const askAlone = async (session: Session, asker: Asker, foedselsnummer: string): Promise<Found> => {
  await turn(session);
  const [child, another] = await fetchChildren(session, asker, [foedselsnummer]);
  if (child === undefined) return PERSONS.notFound();
  return another === undefined ? asDocument(child) : unreadable();
};

const askTogether = async (
  session: Session,
  asker: Asker,
  foedselsnumre: readonly string[],
): Promise<readonly Found[]> => {
  const [only] = foedselsnumre;
  if (only !== undefined && foedselsnumre.length === 1) return [await askAlone(session, asker, only)];
  const children = await fetchChildren(session, asker, foedselsnumre);
  const known = new Map(children.flatMap((child) => numbersOf(child).map((one) => [one, child] as const)));
  const asked = new Set(foedselsnumre);
  const areAllTied = children.every((child) => numbersOf(child).some((one) => asked.has(one)));
  const found: Found[] = [];
  for (const foedselsnummer of foedselsnumre) {
    const child = known.get(foedselsnummer);
    if (child !== undefined) found.push(asDocument(child));
    // Whom nobody knows is left out; but so is one who comes under a number that was not asked for.
    else found.push(areAllTied ? PERSONS.notFound() : await askAlone(session, asker, foedselsnummer));
  }
  return found;
};

/**
 * One child for each number, in order.
 * @throws ServiceError what concerns all of them
 */
export const lookUpChildren = (
  session: Session,
  asker: Asker,
  foedselsnumre: readonly string[],
): Promise<readonly Found[]> =>
  askApart((some) => askTogether(session, asker, some), foedselsnumre, PERSONS.notAccepted);
