/** Invented persons of the sandbox, by what they are for. */
export const ORDINARY = '12848539668';
export const CONFIDENTIAL = '19887834124';
/** Valid, and nobody's. */
export const NOBODY = '30823299997';
export const MALFORMED = '16903349845';
/** Valid and not synthetic, of somebody to be born on the last day of 2039: nobody has it yet. */
export const NOT_SYNTHETIC = '31123950057';
/** Begins with a zero, as a spreadsheet gives it that took it for a number. */
export const SHORTENED = '3928338788';

export const ELEVEN_DIGITS = /\d{6}[\s.-]?\d{5}/;
