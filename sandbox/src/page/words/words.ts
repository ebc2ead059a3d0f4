import type { Language, Text } from '../../setup/order.js';

type Table = Readonly<Record<string, Text>>;

/** The words of a table in one language. */
export type WordsOf<T extends Table> = Readonly<Record<keyof T, string>>;

/** A table is written `as const satisfies Record<string, Text>`, so that a word missing in one language does not compile. */
export const inLanguage = <T extends Table>(table: T, language: Language): WordsOf<T> =>
  Object.fromEntries(Object.entries(table).map(([name, text]) => [name, text[language]])) as WordsOf<T>;
