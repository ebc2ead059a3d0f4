import { isSupplier, uses, usesFiks, type SetupOrder } from './order.js';

interface Scope {
  readonly name: string;
  /** In Norwegian, as the letters are. */
  readonly gives: string;
}

const FIKS_SCOPE: Scope = { name: 'ks:fiks', gives: 'alle tjenester på Fiks-plattformen' };

const CONTACT = 'kontaktinformasjon, varslingsstatus og språk';
const MAILBOX = 'digital postkasse';

const OWN_KRR_SCOPES: readonly Scope[] = [
  { name: 'krr:global/kontaktinformasjon.read', gives: CONTACT },
  { name: 'krr:global/digitalpost.read', gives: MAILBOX },
];

/** The same data for a supplier that a customer has delegated to. A token of the wrong family is refused. */
const DELEGATED_KRR_SCOPES: readonly Scope[] = [
  { name: 'krr:global/kontaktinfo.read', gives: CONTACT },
  { name: 'krr:global/postkasse.read', gives: MAILBOX },
];

export const krrScopes = (order: SetupOrder): readonly Scope[] =>
  isSupplier(order) ? DELEGATED_KRR_SCOPES : OWN_KRR_SCOPES;

/** Every scope the client needs. */
export const scopesFor = (order: SetupOrder): readonly Scope[] => [
  ...(usesFiks(order) ? [FIKS_SCOPE] : []),
  ...(uses('krr')(order) ? krrScopes(order) : []),
];

export const described = (scopes: readonly Scope[]): readonly string[] =>
  scopes.map(({ name, gives }) => `${name} (${gives})`);
