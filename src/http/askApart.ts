/**
 * One id a service does not accept makes it refuse all that were asked for with it: halving finds it, in some 2·log2(n) calls,
 * and the others get their answers.
 */
import { isServiceError, type ServiceError } from './serviceError';

type Answers<Answer> = readonly (Answer | ServiceError)[];

/** One answer for each id, in order. */
type Ask<Answer> = (ids: readonly string[]) => Promise<Answers<Answer>>;

/** Enough that good ids are hardly ever missed, and few enough that a request that is wrong itself is soon known to be. */
const PROBES = 16;

/** Far apart, for ids that stand together in a list may share a fault. */
const probesOf = (ids: readonly string[]): ReadonlySet<string> =>
  new Set(
    ids.length <= PROBES
      ? ids
      : Array.from({ length: PROBES }, (_, at) => ids[Math.round((at * (ids.length - 1)) / (PROBES - 1))] as string),
  );

const isRefusal = (error: unknown): error is ServiceError => isServiceError(error) && error.details.status === 400;

const refusesEach = async <Answer>(ask: Ask<Answer>, ids: readonly string[]): Promise<boolean> => {
  for (const id of probesOf(ids)) {
    try {
      await ask([id]);
      return false;
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  }
  return true;
};

const allOf = (error: ServiceError, ids: readonly string[]): ServiceError[] => ids.map(() => error);

/**
 * @param notAccepted the error of an id that is refused alone, from the refusal
 * @throws ServiceError when it concerns all: the service failed, or it refuses even ids asked for alone, so that the request
 * itself is what is wrong
 */
export const askApart = async <Answer>(
  ask: Ask<Answer>,
  ids: readonly string[],
  notAccepted: (refusal: ServiceError) => ServiceError,
): Promise<Answers<Answer>> => {
  let stopped: ServiceError | undefined;
  const part = async (some: readonly string[]): Promise<Answers<Answer>> => {
    if (stopped) return allOf(stopped, some);
    try {
      return await ask(some);
    } catch (error) {
      if (!isServiceError(error)) throw error;
      if (isRefusal(error)) return some.length === 1 ? [notAccepted(error)] : await halves(some);
      // What was answered stays answered; asking on would only add load.
      stopped = error;
      return allOf(error, some);
    }
  };
  // One after the other, so that a failure is met once.
  const halves = async (some: readonly string[]): Promise<Answers<Answer>> => {
    const middle = Math.ceil(some.length / 2);
    return [...(await part(some.slice(0, middle))), ...(await part(some.slice(middle)))];
  };

  try {
    return await ask(ids);
  } catch (error) {
    if (!isRefusal(error) || ids.length === 1 || (await refusesEach(ask, ids))) throw error;
    return await halves(ids);
  }
};
