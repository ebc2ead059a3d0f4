/**
 * What is wrong with a letter before anything of it is sent.
 */
import { ServiceError } from '../../http/serviceError';
import { readFoedselsnummer } from '../../identifiers/foedselsnummer';

export const invalid = (field: string, message: string, action: string): ServiceError =>
  new ServiceError('ERR_INVALID_INPUT', message, action, { service: 'svarut', field });

/** Eleven digits as people write them, wherever they stand. */
const ELEVEN_DIGITS = /(?=(\d{6}[\s.-]?\d{5}))/g;
/** Eleven and no more in one run are refused whatever they are: a mistyped number identifies too. */
const ELEVEN_ALONE = /(?<!\d)\d{11}(?!\d)/;

/**
 * Title, file names and reference are shown and searched outside the letter.
 * @throws ServiceError ERR_INVALID_INPUT
 */
export const refuseNumbers = (field: string, label: string, text: string): void => {
  const found =
    ELEVEN_ALONE.test(text) || [...text.matchAll(ELEVEN_DIGITS)].some(([, digits]) => readFoedselsnummer(digits).ok);
  if (found)
    throw invalid(
      field,
      `"${label}" holds what looks like an identity number.`,
      'Leave identity numbers out of titles, file names and references: they are shown in lists and notices.',
    );
};
