import {
  ENVIRONMENT_TITLES,
  isSupplier,
  SERVICE_TITLES,
  type Organisation,
  type SetupOrder,
  type Text,
} from '../order.js';

export type StepName =
  | 'ks-digital-scope'
  | 'digdir-krr'
  | 'altinn-delegation'
  | 'maskinporten-client'
  | 'folkeregister-role'
  | 'svarut-account'
  | 'vehicle-register'
  | 'fiks-integration';

/** One thing that somebody else must do, with the text that asks for it. */
export interface Step {
  /** Also the name of its file, without number and ending. */
  readonly name: StepName;
  readonly title: Text;
  readonly isNeeded: (order: SetupOrder) => boolean;
  /** Who does it. */
  readonly doer: (order: SetupOrder) => Text;
  /** Where the letter goes, when that is the same for everyone. */
  readonly to?: string;
  readonly subject: (order: SetupOrder) => string;
  /** In Norwegian, without greeting and signature. */
  readonly body: (order: SetupOrder) => string;
  /** What must be done first. */
  readonly after: readonly StepName[];
  /** What comes of it. */
  readonly result: Text;
}

export type Part = string | false;

const present = (parts: readonly Part[]): readonly string[] => parts.filter((part) => part !== false);

export const paragraphs = (...parts: readonly Part[]): string => present(parts).join('\n\n');
export const lines = (...parts: readonly Part[]): string => present(parts).join('\n');
export const list = (...items: readonly Part[]): string => lines(...present(items).map((item) => `- ${item}`));
export const numbered = (...items: readonly Part[]): string =>
  lines(...present(items).map((item, index) => `${index + 1}. ${item}`));

const inWords = (names: readonly string[]): string => new Intl.ListFormat('nb', { type: 'conjunction' }).format(names);

export const named = ({ name, number }: Organisation): string => `${name} (${number})`;
export const inEnvironment = ({ environment }: SetupOrder): string => `i ${ENVIRONMENT_TITLES[environment].nb}`;
export const inTest = ({ environment }: SetupOrder): boolean => environment === 'test';

/** A municipality that is asked by its supplier is told why. */
export const onBehalf = (order: SetupOrder): Part =>
  isSupplier(order) &&
  `Vi er leverandør og skal bruke ${inWords(order.services.map((service) => SERVICE_TITLES[service].nb))} på vegne av ${order.municipality.name}. Da trenger vi hjelp fra dere.`;

export const fiksAdministrator = ({ municipality }: SetupOrder): Text => ({
  nb: `Fiks-administrator i ${municipality.name}`,
  en: `the Fiks administrator of ${municipality.name}`,
});
