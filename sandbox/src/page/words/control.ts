import type { Text } from '../../setup/order.js';
import type { FaultFields, FaultKind } from '../../traffic/faultKinds.js';

export const CONTROL = {
  intro: {
    nb: 'Brev, kontaktopplysninger og uttrekk lever i sandkassens egen tid. Her går den fortere, og her går ting galt på bestilling.',
    en: "Letters, contact data and extracts live in the sandbox's own time. Here it goes faster, and things go wrong to order.",
  },
  clock: { nb: 'Klokke', en: 'Clock' },
  advance: { nb: 'Still klokken fram', en: 'Advance the clock' },
  hour: { nb: '+1 time', en: '+1 Hour' },
  fortyHours: { nb: '+40 timer', en: '+40 Hours' },
  day: { nb: '+1 døgn', en: '+1 Day' },
  ninetyDays: { nb: '+90 døgn', en: '+90 Days' },
  speed: { nb: 'Fart', en: 'Speed' },
  stopped: { nb: 'Stanset', en: 'Stopped' },
  realTime: { nb: 'Virkelig tid', en: 'Real Time' },
  minutesASecond: { nb: 'Ett minutt i sekundet', en: 'A Minute a Second' },
  hoursASecond: { nb: 'Én time i sekundet', en: 'An Hour a Second' },
  daysASecond: { nb: 'Ett døgn i sekundet', en: 'A Day a Second' },

  faults: { nb: 'Feil', en: 'Faults' },
  service: { nb: 'Tjeneste', en: 'Service' },
  operation: { nb: 'Operasjon', en: 'Operation' },
  anyOperation: { nb: 'Alle', en: 'Any' },
  kind: { nb: 'Hva som går galt', en: 'What Goes Wrong' },
  standard: { nb: 'Som vanlig', en: 'As Usual' },
  times: { nb: 'Hvor mange ganger', en: 'How Many Times' },
  every: { nb: 'Bare hvert n-te kall', en: 'Only Every Nth Request' },
  probability: { nb: 'Sannsynlighet, fra 0 til 1', en: 'Probability, From 0 to 1' },
  seed: { nb: 'Frø for tilfeldigheten', en: 'Seed of the Chance' },
  order: { nb: 'Bestill feil', en: 'Order Fault' },
  waiting: { nb: 'Feil som venter', en: 'Faults that wait' },
  noFaults: { nb: 'Ingen feil venter.', en: 'No faults are waiting.' },
  when: { nb: 'Når', en: 'When' },
  played: { nb: 'Spilt', en: 'Played' },
  callOff: { nb: 'Avlys', en: 'Call Off' },
  clear: { nb: 'Avlys alle', en: 'Call Off All' },

  settings: { nb: 'Innstillinger', en: 'Settings' },
  settingsHelp: {
    nb: 'Brytere for det kildene ikke er enige om, og for vær som er mindre vanlig. De gjelder fra neste kall.',
    en: 'Switches for what the sources disagree on, and for less common weather. They count from the next request.',
  },
  showSettings: { nb: 'Vis alle innstillinger', en: 'Show All Settings' },
  setting: { nb: 'Innstilling', en: 'Setting' },
  value: { nb: 'Verdi', en: 'Value' },
  reset: { nb: 'Begynn på nytt', en: 'Start Over' },
  resetHelp: {
    nb: 'Glemmer brev, kall og feil, og stiller klokke og innstillinger tilbake.',
    en: 'Forgets letters, requests and faults, and puts the clock and the settings back.',
  },
} as const satisfies Record<string, Text>;

export const FAULT_WORDS = {
  drop: { nb: 'Brutt før kallet er utført', en: 'Cut Before the Request Is Handled' },
  dropAfter: { nb: 'Utført, så brutt uten svar', en: 'Handled, Then Cut Without an Answer' },
  dropHalfway: { nb: 'Utført, så brutt midt i svaret', en: 'Handled, Then Cut in Mid-Answer' },
  status: { nb: 'En feilstatus', en: 'An Error Status' },
  throttle: { nb: 'For mange kall (429)', en: 'Too Many Requests (429)' },
  html: { nb: 'En HTML-side', en: 'A Page of HTML' },
  empty: { nb: 'Et tomt svar', en: 'An Empty Answer' },
  garbage: { nb: 'Et ødelagt svar', en: 'A Garbled Answer' },
  contentType: { nb: 'Feil innholdstype', en: 'The Wrong Content Type' },
  trickle: { nb: 'Svaret drypper', en: 'The Answer Drips' },
  delay: { nb: 'Forsinket', en: 'Delayed' },
  refusal: { nb: 'Maskinporten nekter', en: 'Maskinporten Refuses' },
} as const satisfies Record<FaultKind, Text>;

/** Of what a fault can be told; headers and body are for programs. */
export const FAULT_FIELD_WORDS = {
  status: { nb: 'Status', en: 'Status' },
  handled: { nb: 'Kallet utføres først', en: 'The Request Is Handled First' },
  contentType: { nb: 'Innholdstype', en: 'Content Type' },
  retryAfter: { nb: 'Retry-After som', en: 'Retry-After As' },
  waitSeconds: { nb: 'Vent, i sekunder', en: 'Wait, in Seconds' },
  delayMs: { nb: 'Forsinkelse, i millisekunder', en: 'Delay, in Milliseconds' },
  durationMs: { nb: 'Varighet, i millisekunder', en: 'Duration, in Milliseconds' },
  code: { nb: 'Feilkode', en: 'Error Code' },
} as const satisfies Record<Exclude<keyof FaultFields, 'headers' | 'body'>, Text>;
