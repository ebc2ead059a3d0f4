/** Persons of the sandbox. Their numbers are synthetic. */
export const ORDINARY = '12848539668';
export const RESERVED = '19887834124';
export const EXPIRED = '02920197712';
/** Malformed, and so never sent anywhere. */
export const MALFORMED = '16903349845';
