/**
 * Organisation numbers: nine digits, the last of which is a control digit (MOD11).
 */
const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2] as const;

export const isOrganisasjonsnummer = (text: string): boolean => {
  if (!/^\d{9}$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  const control = (11 - (sum % 11)) % 11;
  return control === Number(text[8]);
};
