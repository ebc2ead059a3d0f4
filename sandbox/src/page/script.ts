import type { Language } from '../setup/order.js';
import { showClock } from './browser/clock.js';
import { copyOnClick } from './browser/copying.js';
import { showCredentials } from './browser/credentials.js';
import { makeDom } from './browser/dom.js';
import { showFaults } from './browser/faults.js';
import { showLetters } from './browser/letters.js';
import { showRegisters } from './browser/registers.js';
import { showRequests } from './browser/requests.js';
import { makeSections } from './browser/sections.js';
import { showSettings } from './browser/settings.js';
import { makeSpeech } from './browser/speech.js';
import { makeTables } from './browser/tables.js';
import { makeWire } from './browser/wire.js';
import { SCRIPT_WORDS } from './words/script.js';

/** Each is handed what those before it made. */
const TOOLS = [makeDom, makeSpeech, makeWire, makeTables, makeSections];

const VIEWS = [
  copyOnClick,
  showLetters,
  showRequests,
  showRegisters,
  showClock,
  showFaults,
  showSettings,
  showCredentials,
];

/** Without the indentation and the comments, which are for who reads the source. */
const sources = (functions: readonly { toString(): string }[]): string =>
  functions
    .map((each) =>
      each
        .toString()
        .replace(/\n\s+/g, '\n')
        .replace(/^\/\/.*\n|^\/\*\*[^]*?\*\/\n/gm, ''),
    )
    .join(',\n');

/**
 * The browser is sent these functions as their own source text, so each uses nothing but what it is handed: its file
 * imports types only. The words are the page's.
 */
export const scriptIn = (language: Language): string => `(() => {
const page = { words: ${JSON.stringify(SCRIPT_WORDS[language])} };
for (const make of [${sources(TOOLS)}]) Object.assign(page, make(page));
for (const show of [${sources(VIEWS)}]) show(page);
page.start();
})();
`;
