/**
 * Answers in XML, which are passed on as they are.
 */
import { ServiceError } from '../../http/serviceError';
import { textOf, type TransportResponse } from '../../http/transport';

const isXml = (text: string): boolean => /^\s*<(?!(?:!doctype\s+)?html\b)/i.test(text);

/** @throws ServiceError ERR_UNEXPECTED_ANSWER when the body is something else, such as a web page */
export const readXml = (response: TransportResponse): string => {
  const text = textOf(response);
  if (isXml(text)) return text;
  throw new ServiceError(
    'ERR_UNEXPECTED_ANSWER',
    'Folkeregisteret was asked for XML and answered with something else.',
    'Check any proxy in between, then run it again.',
    { service: 'folkeregister', status: response.status },
  );
};
