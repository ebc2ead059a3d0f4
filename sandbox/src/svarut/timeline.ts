import type { Delivery } from './channel.js';
import type { Forsendelse } from './forsendelse.js';

/** The states of version 3 that the sandbox can reach. */
export type State =
  | 'MOTTATT'
  | 'AKSEPTERT'
  | 'AVVIST'
  | 'IKKE_LEVERT'
  | 'SENDT_SDP'
  | 'LEVERT_SDP'
  | 'SENDT_ALTINN'
  | 'LEVERT_ALTINN'
  | 'SENDT_DIGITALT'
  | 'LEST'
  | 'SENDT_PRINT'
  | 'PRINTET';

export interface Step {
  readonly state: State;
  /** Virtual milliseconds after the shipment was received. */
  readonly after: number;
}

const SECOND = 1000;
const ALTINN_READING_TIME = 40 * 60 * 60 * SECOND;

const at = (seconds: number, state: State): Step => ({ state, after: seconds * SECOND });

const PRINT: readonly Step[] = [at(2, 'SENDT_PRINT'), at(4, 'PRINTET')];

/** Everything that will happen to a shipment, decided when it is received. */
export const planTimeline = (forsendelse: Forsendelse, delivery: Delivery): readonly Step[] => {
  if (delivery.channel === 'none' && forsendelse.kunDigitalLevering !== true)
    return [at(0, 'MOTTATT'), at(1, 'AVVIST')];
  return [at(0, 'MOTTATT'), at(1, 'AKSEPTERT'), ...deliverySteps(forsendelse, delivery)];
};

const deliverySteps = (forsendelse: Forsendelse, { channel, readInAltinn }: Delivery): readonly Step[] => {
  const digitalOnly = forsendelse.kunDigitalLevering === true;
  switch (channel) {
    case 'dpi':
      return [at(2, 'SENDT_SDP'), at(3, digitalOnly ? 'SENDT_DIGITALT' : 'LEVERT_SDP')];
    case 'altinn':
      return [
        at(2, 'SENDT_ALTINN'),
        at(3, digitalOnly ? 'SENDT_DIGITALT' : 'LEVERT_ALTINN'),
        ...afterAltinn(forsendelse, digitalOnly, readInAltinn),
      ];
    case 'print':
      return PRINT;
    case 'none':
      return [at(2, 'IKKE_LEVERT')];
  }
};

const afterAltinn = (forsendelse: Forsendelse, digitalOnly: boolean, readInAltinn: boolean): readonly Step[] => {
  if (readInAltinn) return [at(4, 'LEST')];
  if (digitalOnly || forsendelse.mottaker.adresse == null) return [];
  return PRINT.map(({ state, after }) => ({ state, after: after + ALTINN_READING_TIME }));
};

/** The steps already taken; the first is taken at once, so there is always a last one. */
export const stepsTaken = (plan: readonly Step[], elapsed: number): readonly Step[] =>
  plan.filter(({ after }) => after <= elapsed);
