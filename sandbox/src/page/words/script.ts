import { LANGUAGES, type Language, type Text } from '../../setup/order.js';
import { FAULT_WORDS } from './control.js';
import { CHANNELS, STATES, type Tone } from './states.js';
import { STATUS_MEANINGS } from './requests.js';
import { inLanguage } from './words.js';

/** What the script says. Braces are filled in. */
const SAID = {
  unreachable: {
    nb: 'Sandkassen svarer ikke. Siden viser det den sist sa.',
    en: 'The sandbox does not answer. This page shows what it last said.',
  },
  copied: { nb: 'Kopiert', en: 'Copied' },
  first: { nb: 'De {count} første vises', en: 'The first {count} are shown' },
  all: { nb: '{count} i alt', en: '{count} in all' },
  byAddress: { nb: 'Uten nummer', en: 'Without a number' },
  pages: { nb: '{type}, {size} kB', en: '{type}, {size} kB' },
  newTab: { nb: 'åpnes i ny fane', en: 'opens in a new tab' },
  saved: { nb: 'lastes ned', en: 'is saved as a file' },
  reached: { nb: 'nådd', en: 'reached' },
  coming: { nb: 'kommer', en: 'to come' },
  advanceTo: { nb: 'Still klokken fram {time}, til {state}', en: 'Advance the Clock {time}, to {state}' },
  noChange: { nb: 'Det skjer ikke mer med dette brevet.', en: 'Nothing more will happen to this letter.' },
  nowAt: { nb: 'Brevet er nå {state}.', en: 'The letter is now {state}.' },
  wasAccepted: { nb: 'Kallet ble utført.', en: 'The request was carried out.' },
  accepted: { nb: 'godtatt', en: 'accepted' },
  refused: { nb: 'avvist', en: 'refused' },
  cut: { nb: 'brutt', en: 'cut' },
  milliseconds: { nb: '{ms} ms', en: '{ms} ms' },
  unknownCaller: { nb: 'ukjent', en: 'unknown' },
  copyOf: { nb: 'Kopier {name}', en: 'Copy {name}' },
  role: { nb: 'Rolle', en: 'Role' },
  account: { nb: 'Konto', en: 'Account' },
  client: { nb: 'Klient', en: 'Client' },
  elapsed: { nb: '+ {time}', en: '+ {time}' },
  realTime: { nb: 'virkelig tid', en: 'real time' },
  speed: { nb: '{speed} ganger virkelig tid', en: '{speed} times real time' },
  stopped: { nb: 'stanset', en: 'stopped' },
  advanced: { nb: 'Klokken er stilt fram {time}.', en: 'The clock was advanced {time}.' },
  speedSet: { nb: 'Klokken går nå i {speed}.', en: 'The clock now runs at {speed}.' },
  ordered: { nb: 'Feilen er bestilt.', en: 'The fault is ordered.' },
  calledOff: { nb: 'Feilen er avlyst.', en: 'The fault is called off.' },
  callOff: { nb: 'Avlys: {name}', en: 'Call off: {name}' },
  timesLeft: { nb: '{times} igjen', en: '{times} left' },
  over: { nb: 'over', en: 'over' },
  untilCalledOff: { nb: 'til den avlyses', en: 'until it is called off' },
  everyNth: { nb: 'hvert {every}. kall', en: 'every request number {every}' },
  byChance: { nb: '{percent} % av kallene', en: '{percent}% of the requests' },
  cleared: { nb: 'Ingen feil venter lenger.', en: 'No faults are waiting any more.' },
  settingSaved: { nb: '{name} er endret.', en: '{name} was changed.' },
  wasReset: { nb: 'Sandkassen er som da den startet.', en: 'The sandbox is as it was when it started.' },
} as const satisfies Record<string, Text>;

type Said = Readonly<Record<keyof typeof SAID, string>>;

export interface ScriptWords {
  readonly said: Said;
  /** Keyed by the word on the wire; one of the future is shown as it is. */
  readonly states: Readonly<Record<string, { readonly tone: Tone; readonly text: string }>>;
  readonly channels: Readonly<Record<string, string>>;
  readonly meanings: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>>;
}

const wordsIn = (language: Language): ScriptWords => ({
  said: inLanguage(SAID, language),
  states: Object.fromEntries(
    Object.entries(STATES).map(([state, { tone, text }]) => [state, { tone, text: text[language] }]),
  ),
  channels: inLanguage(CHANNELS, language),
  meanings: inLanguage(STATUS_MEANINGS, language),
  faults: inLanguage(FAULT_WORDS, language),
});

export const SCRIPT_WORDS = Object.fromEntries(LANGUAGES.map((language) => [language, wordsIn(language)])) as Readonly<
  Record<Language, ScriptWords>
>;
