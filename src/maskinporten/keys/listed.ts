/**
 * Names of keys in a sentence that asks to choose one. They are not secret, but they come from a pasted file.
 */

/** How many, and how long, they may be; real ones are few and short. */
const MOST = 10;
const LONGEST = 60;

export const quoted = (name: string): string => `"${name.replace(/[\p{C}"]+/gu, ' ').slice(0, LONGEST)}"`;

export const listed = (choices: readonly string[]): string => choices.slice(0, MOST).join(', ');
