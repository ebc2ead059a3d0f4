/**
 * What is wrong with a letter before anything of it is sent.
 */
import { ServiceError } from '../../http/serviceError';
import { readFoedselsnummer } from '../../identifiers/foedselsnummer';

export const invalid = (field: string, message: string, action: string): ServiceError =>
  new ServiceError('ERR_INVALID_INPUT', message, action, { service: 'svarut', field });

/** Eleven digits as people write them, wherever they stand. */
const SIX_AND_FIVE = /(?=(\d{6}[\s._\u2010-\u2015-]{0,2}\d{5}))/g;
const IN_GROUPS =
  /(?<!\d)(\d{2}[\s._\u2010-\u2015-]{1,2}\d{2}[\s._\u2010-\u2015-]{1,2}\d{2}[\s._\u2010-\u2015-]{0,2}\d{3}[\s._\u2010-\u2015-]{0,2}\d{2})(?!\d)/g;
/** Eleven and no more in one run are refused whatever they are: a mistyped number identifies too. */
const ELEVEN_ALONE = /(?<!\d)\d{11}(?!\d)/;
/** Nobody's number, whatever digits are in it. */
const UUID = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;

const holdsNumber = (text: string): boolean =>
  ELEVEN_ALONE.test(text) ||
  [...text.matchAll(SIX_AND_FIVE), ...text.matchAll(IN_GROUPS)].some(
    ([, digits = '']) => readFoedselsnummer(digits.replace(/\D/g, '')).ok,
  );

/**
 * Title, file names and reference are shown and searched outside the letter.
 * @throws ServiceError ERR_INVALID_INPUT
 */
export const refuseNumbers = (field: string, label: string, text: string): void => {
  if (holdsNumber(text.replace(UUID, '')))
    throw invalid(
      field,
      `"${label}" holds what looks like an identity number.`,
      'Leave identity numbers out of titles, file names and references: they are shown in lists and notices.',
    );
};
