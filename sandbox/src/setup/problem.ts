import type { Language, Text } from './order.js';

/** Why a set-up cannot be made, for the one who asked for it. */
export class SetupProblem extends Error {
  constructor(text: Text, language: Language) {
    super(text[language]);
  }
}
