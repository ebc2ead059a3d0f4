/**
 * One number KRR does not accept makes it refuse all that were asked for with it (fact sheet krr §3).
 */
import { askApart as apart } from '../http/askApart';
import { ServiceError } from '../http/serviceError';

type Answers<Answer> = readonly (Answer | ServiceError)[];

const notAccepted = ({ details }: ServiceError): ServiceError =>
  new ServiceError(
    'ERR_REFUSED',
    'KRR does not accept this number, though it accepts others.',
    'Look the person up in Folkeregisteret and use the number it gives back.',
    { ...details, field: 'foedselsnummer' },
  );

/**
 * One answer for each number, in order.
 * @throws ServiceError when it concerns all
 */
export const askApart = <Answer>(
  ask: (numbers: readonly string[]) => Promise<Answers<Answer>>,
  numbers: readonly string[],
): Promise<Answers<Answer>> => apart(ask, numbers, notAccepted);
