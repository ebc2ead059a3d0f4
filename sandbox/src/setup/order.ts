/** What the set-up assistant is asked for, by the command and by the page. */

export const PARTIES = ['municipality', 'supplier'] as const;
export const SERVICES = ['folkeregister', 'krr', 'svarut', 'kjoretoyregister'] as const;
export const ENVIRONMENTS = ['test', 'production'] as const;
export const LANGUAGES = ['nb', 'en'] as const;

export type Party = (typeof PARTIES)[number];
export type Service = (typeof SERVICES)[number];
export type Environment = (typeof ENVIRONMENTS)[number];
export type Language = (typeof LANGUAGES)[number];

export type Text = Readonly<Record<Language, string>>;

export interface Organisation {
  readonly name: string;
  /** Nine digits. */
  readonly number: string;
}

/** What is to be set up. What is not known yet is a placeholder in square brackets. */
export interface SetupOrder {
  readonly party: Party;
  /** Owner of the Maskinporten client: the municipality itself, or its supplier. */
  readonly organisation: Organisation;
  /** For whom the services are called. */
  readonly municipality: Organisation;
  readonly services: readonly Service[];
  readonly environment: Environment;
  /** Of the checklist; letters to Norwegian authorities are in Norwegian. */
  readonly language: Language;
  /** The `kid` under which the public key is registered; absent before there is one. */
  readonly keyId?: string;
}

export const isSupplier = ({ party }: SetupOrder): boolean => party === 'supplier';

export const uses =
  (service: Service) =>
  ({ services }: SetupOrder): boolean =>
    services.includes(service);

/** KRR is Digdir's own; everything else is reached through Fiks. */
export const usesFiks = ({ services }: SetupOrder): boolean => services.some((service) => service !== 'krr');

export const keyIdOf = ({ keyId = '[nøkkel-id (kid)]' }: SetupOrder): string => keyId;

export const SERVICE_TITLES: Readonly<Record<Service, Text>> = {
  folkeregister: { nb: 'Fiks folkeregister', en: 'Fiks Folkeregister' },
  krr: { nb: 'Kontakt- og reservasjonsregisteret (KRR)', en: 'KRR (contact and reservation register)' },
  svarut: { nb: 'SvarUt', en: 'SvarUt' },
  kjoretoyregister: { nb: 'Fiks kjøretøyregister', en: 'Fiks vehicle register' },
};

export const ENVIRONMENT_TITLES: Readonly<Record<Environment, Text>> = {
  test: { nb: 'test', en: 'test' },
  production: { nb: 'produksjon', en: 'production' },
};
