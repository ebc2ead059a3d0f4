/** Plates are compared without blanks and hyphens and in capitals; a decomposed Å is the same letter. */
export const compactPlate = (text: string): string => text.normalize('NFC').toUpperCase().replace(/[\s-]/g, '');

/** What the register's own look-up takes for a plate of any kind, blanks aside. */
export const isPlate = (compact: string): boolean => /^[A-ZÆØÅ0-9]{2,7}$/.test(compact);
