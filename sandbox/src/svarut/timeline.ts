import type { Account } from './accounts.js';
import { hasWayToPaper, type Delivery } from './channel.js';
import type { Forsendelse } from './forsendelse.js';
import type { SvarutSettings } from './settings.js';
import { EVENT_TEXTS, type State } from './states.js';

/** Something that happens to a shipment. */
export interface Step {
  /** Virtual milliseconds after the shipment was received. */
  readonly after: number;
  /** Left out when the state stays as it was; a state of the future is not among those that are known. */
  readonly state?: string;
  /** What the list of events says. */
  readonly hendelse: string;
}

export interface Journey {
  readonly forsendelse: Forsendelse;
  readonly delivery: Delivery;
  readonly account: Account;
  /** Why SvarUt will reject it after all. */
  readonly rejection: string | undefined;
}

const SECOND = 1000;
const HOUR = 60 * 60 * SECOND;
const DAY = 24 * HOUR;

const at = (seconds: number, state: State, hendelse: string = EVENT_TEXTS[state]): Step => ({
  state,
  hendelse,
  after: seconds * SECOND,
});

/** Everything that will happen to a shipment, decided when it is received. */
export const planTimeline = (journey: Journey, settings: SvarutSettings): readonly Step[] => {
  const steps = [at(0, 'MOTTATT'), ...afterReceipt(journey, settings)];
  if (settings.retentionDays === null) return steps;
  const deletion = at((settings.retentionDays * DAY) / SECOND, 'SLETTET');
  return [...steps.filter(({ after }) => after < deletion.after), deletion];
};

const afterReceipt = (journey: Journey, settings: SvarutSettings): readonly Step[] => {
  const { delivery, forsendelse, rejection } = journey;
  if (settings.receiptFails) return [at(1, 'FEILET_UNDER_MOTTAK')];
  if (rejection !== undefined) return [at(1, 'AVVIST', `${EVENT_TEXTS.AVVIST}: ${rejection}`)];
  if (delivery.channel === 'none' && forsendelse.kunDigitalLevering !== true) return stranded(settings);
  return [at(1, 'AKSEPTERT'), ...deliverySteps(journey, settings)];
};

const stranded = ({ noChannel }: SvarutSettings): readonly Step[] =>
  noChannel === 'stuck'
    ? [at(1, 'AKSEPTERT')]
    : [at(1, 'AVVIST', `${EVENT_TEXTS.AVVIST}: mottaker kan verken nås digitalt eller på papir`)];

const deliverySteps = (journey: Journey, settings: SvarutSettings): readonly Step[] => {
  const { delivery, forsendelse, account } = journey;
  const digitalOnly = forsendelse.kunDigitalLevering === true;
  switch (delivery.channel) {
    case 'dpi':
      return [
        at(2, 'SENDT_SDP'),
        at(3, digitalOnly ? 'SENDT_DIGITALT' : 'LEVERT_SDP'),
        ...(settings.readAfterDelivery ? [at(4, 'LEST')] : []),
      ];
    case 'altinn':
      return [
        at(2, 'SENDT_ALTINN'),
        at(3, digitalOnly ? 'SENDT_DIGITALT' : 'LEVERT_ALTINN'),
        ...afterAltinn(journey, settings),
      ];
    case 'svarinn':
      return [at(2, 'KLAR_FOR_MOTTAK'), at(4, 'LEST')];
    case 'nhn':
      return [at(2, 'SENDT_NHN_MOTTAKER'), ...receiptSteps(delivery)];
    case 'print':
      return printSteps(account, 0);
    case 'none':
      return [at(2, 'IKKE_LEVERT')];
  }
};

const afterAltinn = ({ forsendelse, delivery, account }: Journey, settings: SvarutSettings): readonly Step[] => {
  if (delivery.readInAltinn) return [at(4, 'LEST')];
  if (!hasWayToPaper(forsendelse, settings)) return [];
  return printSteps(account, (settings.altinnReadingHours * HOUR) / SECOND);
};

/** Without a supplier it waits for somebody who prints it, and says so. */
const printSteps = ({ printSupplier }: Account, seconds: number): readonly Step[] =>
  printSupplier
    ? [at(seconds + 2, 'SENDT_PRINT'), at(seconds + 4, 'PRINTET')]
    : [at(seconds + 2, 'SENDT_PRINT', 'Venter på manuell utskrift')];

const receiptSteps = ({ party }: Delivery): readonly Step[] => {
  switch (party?.receipt) {
    case 'positive':
      return [at(3, 'LEVERT_NHN_MOTTAKER')];
    case 'negative':
      return [{ after: 3 * SECOND, hendelse: 'Mottakers system avviste forsendelsen' }];
    default:
      return [];
  }
};

/** The steps already taken; the first is taken at once, so there is always a last one. */
export const stepsTaken = <T extends Pick<Step, 'after'>>(plan: readonly T[], elapsed: number): readonly T[] =>
  plan.filter(({ after }) => after <= elapsed);
