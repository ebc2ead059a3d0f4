import type { Dom } from './dom.js';
import type { Sections } from './sections.js';
import type { Speech } from './speech.js';
import type { Tables } from './tables.js';
import type { Wire } from './wire.js';

/** What every view of the page is handed. */
export type Tools = Dom & Speech & Wire & Tables & Sections;
