/**
 * Mobile numbers as KRR has them (fact sheet krr §4): with or without the country, with blanks, Norwegian and foreign.
 */
const NORWEGIAN = /^[49]\d{7}$/;
const WITH_COUNTRY = /^\+(?:47[49]\d{7}|(?!47)[1-9]\d{6,14})$/;

/** E.164, as in `+4799999999`; undefined where the text does not say which number it is. */
export const toE164 = (text: string): string | undefined => {
  const written = text.replace(/[- _]/g, '').replace(/^00/, '+');
  const whole = NORWEGIAN.test(written) ? `+47${written}` : written;
  return WITH_COUNTRY.test(whole) ? whole : undefined;
};
