/**
 * One number KRR does not accept makes it refuse all that were asked for with it (fact sheet krr §3): halving finds it, in
 * some 2·log2(n) calls, and the others get their answers.
 */
import { isServiceError, ServiceError } from '../http/serviceError';

type Answers<Answer> = readonly (Answer | ServiceError)[];

/** One answer for each number, in order. */
type Ask<Answer> = (numbers: readonly string[]) => Promise<Answers<Answer>>;

/** Far apart, for numbers that stand together in a list may share a fault. */
const PROBES = [0, 1 / 3, 2 / 3, 1];

const isRefusal = (error: unknown): error is ServiceError => isServiceError(error) && error.details.status === 400;

const notAccepted = ({ details }: ServiceError): ServiceError =>
  new ServiceError(
    'ERR_REFUSED',
    'KRR does not accept this number, though it accepts others.',
    'Look the person up in Folkeregisteret and use the number it gives back.',
    { ...details, field: 'foedselsnummer' },
  );

const refusesEach = async <Answer>(ask: Ask<Answer>, numbers: readonly string[]): Promise<boolean> => {
  const probes = new Set(PROBES.map((at) => numbers[Math.round(at * (numbers.length - 1))] as string));
  for (const number of probes) {
    try {
      await ask([number]);
      return false;
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  }
  return true;
};

const allOf = (error: ServiceError, numbers: readonly string[]): ServiceError[] => numbers.map(() => error);

/**
 * @throws ServiceError when it concerns all: KRR failed, or it refuses even numbers asked for alone, so that the request
 * itself is what is wrong
 */
export const askApart = async <Answer>(ask: Ask<Answer>, numbers: readonly string[]): Promise<Answers<Answer>> => {
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
    return await ask(numbers);
  } catch (error) {
    if (!isRefusal(error) || numbers.length === 1 || (await refusesEach(ask, numbers))) throw error;
    return await halves(numbers);
  }
};
