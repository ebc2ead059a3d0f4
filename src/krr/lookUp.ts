/**
 * Persons by number, by the route the author chose.
 */
import { isServiceError, type ServiceError } from '../http/serviceError';
import type { Session } from '../session';
import { askApart } from './askApart';
import { getPersons, type Digdir } from './client';
import { getPersonThroughFiks } from './fiksClient';
import type { KrrPerson } from './person';

/** How KRR is asked, the same for all that go together. */
export interface How extends Digdir {
  readonly route: 'digdir' | 'fiks';
  /** Of a Folkeregister role, or its name in the Fiks credential. */
  readonly rolleId: string | undefined;
}

export type Found = KrrPerson | ServiceError;

/** Whether an answer can say that a person has no mailbox. */
export const tellsMailbox = ({ route, includeMailbox }: How): boolean => route === 'digdir' && includeMailbox;

const throughFiks = async (
  session: Session,
  rolleId: string | undefined,
  numbers: readonly string[],
): Promise<Found[]> => {
  let stopped: ServiceError | undefined;
  const askFor = async (number: string): Promise<Found> => {
    if (stopped) return stopped;
    try {
      return await getPersonThroughFiks(session, rolleId, number);
    } catch (error) {
      if (!isServiceError(error)) throw error;
      // What is wrong with the set-up or the service is wrong for the rest too; asking on would only add load.
      if (error.kind === 'system') stopped = error;
      return error;
    }
  };
  const found: Found[] = [];
  // One after the other: the limit is shared by all who come through Fiks.
  for (const number of numbers) found.push(await askFor(number));
  return found;
};

/**
 * One answer for each number, in order.
 * @throws ServiceError what concerns all of them
 */
export const lookUp = async (session: Session, how: How, numbers: readonly string[]): Promise<readonly Found[]> =>
  how.route === 'fiks'
    ? throughFiks(session, how.rolleId, numbers)
    : askApart((some) => getPersons(session, how, some), numbers);
