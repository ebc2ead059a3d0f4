import type { Text } from '../../setup/order.js';
import type { Channel } from '../../svarut/channel.js';
import { EVENT_TEXTS, type State } from '../../svarut/states.js';

/** How it goes with a letter: on its way, arrived, failed, or over. */
export type Tone = 'going' | 'good' | 'bad' | 'over';

const ENGLISH: Readonly<Record<State, readonly [Tone, string]>> = {
  MOTTATT: ['going', 'Received'],
  AKSEPTERT: ['going', 'Accepted for dispatch'],
  AVVIST: ['bad', 'Rejected'],
  FEILET_UNDER_MOTTAK: ['bad', 'Failed while being received'],
  KLAR_FOR_MOTTAK: ['going', 'Ready for the receiving system'],
  SENDT_ALTINN: ['going', 'Sent to Altinn'],
  LEVERT_ALTINN: ['good', 'Delivered in Altinn'],
  SENDT_SDP: ['going', 'Sent to the digital mailbox'],
  LEVERT_SDP: ['good', 'Delivered in the digital mailbox'],
  SENDT_DIGITALT: ['good', 'Sent digitally'],
  LEST: ['good', 'Read by the recipient'],
  SENDT_PRINT: ['going', 'Sent to printing'],
  PRINTET: ['good', 'Printed and posted'],
  SENDT_NHN_MOTTAKER: ['going', 'Sent in the health network'],
  LEVERT_NHN_MOTTAKER: ['good', "Acknowledged by the recipient's system"],
  MANUELT_HANDTERT: ['good', 'Handled by hand'],
  IKKE_LEVERT: ['bad', 'Could not be delivered digitally'],
  SLETTET: ['over', 'The documents are deleted'],
};

export interface StateWords {
  readonly tone: Tone;
  readonly text: Text;
}

export const STATES = Object.fromEntries(
  Object.entries(ENGLISH).map(([state, [tone, en]]): [string, StateWords] => [
    state,
    { tone, text: { en, nb: EVENT_TEXTS[state as State] } },
  ]),
);

export const CHANNELS = {
  dpi: { nb: 'Digital postkasse', en: 'Digital mailbox' },
  altinn: { nb: 'Altinn', en: 'Altinn' },
  svarinn: { nb: 'SvarInn', en: 'SvarInn' },
  nhn: { nb: 'Helsenettet', en: 'Health network' },
  print: { nb: 'Papir', en: 'Paper' },
  none: { nb: 'Ingen', en: 'None' },
} as const satisfies Record<Channel, Text>;
