import type { Text } from '../../setup/order.js';

export const LETTERS = {
  intro: {
    nb: 'Det SvarUt har tatt imot, nyeste først. Åpne et brev for å se hvor det er på vei, og for å lese det.',
    en: 'What SvarUt has accepted, newest first. Open a letter to see where it is going, and to read it.',
  },
  caption: { nb: 'Brev, nyeste først', en: 'Letters, newest first' },
  empty: {
    nb: 'Ingen brev ennå. Det neste en flyt sender hit, dukker opp av seg selv.',
    en: 'No letters yet. The next one that a flow sends here appears by itself.',
  },
  received: { nb: 'Mottatt', en: 'Received' },
  title: { nb: 'Tittel', en: 'Title' },
  recipient: { nb: 'Mottaker', en: 'Recipient' },
  channel: { nb: 'Kanal', en: 'Channel' },
  state: { nb: 'Tilstand', en: 'State' },
  close: { nb: 'Lukk', en: 'Close' },
  id: { nb: 'Id', en: 'ID' },
  reference: { nb: 'Ekstern referanse', en: 'External reference' },
  timeline: { nb: 'Tidslinje', en: 'Timeline' },
  documents: { nb: 'Dokumenter', en: 'Documents' },
} as const satisfies Record<string, Text>;
