import type { Text } from '../../setup/order.js';

/** What stands around the sections, and their names. */
export const SHELL = {
  purpose: {
    nb: 'En stedfortreder på denne maskinen for Maskinporten, Folkeregister, KRR, kjøretøyregisteret og SvarUt.',
    en: 'A local stand-in for Maskinporten, Folkeregister, KRR, the vehicle register and SvarUt.',
  },
  unofficial: {
    nb: 'Uoffisiell. Alle personer er oppdiktet, og nøklene åpner ingenting virkelig.',
    en: 'Unofficial. Every person is invented, and the keys open nothing real.',
  },
  setup: { nb: 'Kom i gang med de ekte tjenestene', en: 'Getting started with the real services' },
  sections: { nb: 'Deler av siden', en: 'Sections' },
  language: { nb: 'Språk', en: 'Language' },
  clockNow: { nb: 'Klokke', en: 'Clock' },
  needsScript: {
    nb: 'Siden henter alt den viser med et skript. Slå på JavaScript for å bruke den.',
    en: 'The page fetches all it shows with a script. Turn JavaScript on to use it.',
  },

  letters: { nb: 'Brev', en: 'Letters' },
  requests: { nb: 'Kall', en: 'Requests' },
  persons: { nb: 'Personer', en: 'Persons' },
  vehicles: { nb: 'Kjøretøy', en: 'Vehicles' },
  control: { nb: 'Klokke og feil', en: 'Clock and faults' },
  credentials: { nb: 'Tilgang', en: 'Credentials' },

  more: { nb: 'Vis flere', en: 'Show More' },
  loading: { nb: 'Henter …', en: 'Loading …' },
  copy: { nb: 'Kopier', en: 'Copy' },
} as const satisfies Record<string, Text>;
