import {
  CERTIFICATE_CLIENT,
  DEFAULT_CLIENT,
  MUNICIPALITY,
  OTHER_CLIENTS,
  SUPPLIER,
  SUPPLIER_SCOPES,
  type MaskinportenClient,
} from './clients.js';

/** That `supplier` may use `scope` for `consumer`, as a customer says in Altinn. Both are organisation numbers. */
export interface Delegation {
  readonly consumer: string;
  readonly supplier: string;
  readonly scope: string;
}

const BUILT_IN_DELEGATIONS: readonly Delegation[] = SUPPLIER_SCOPES.map((scope) => ({
  consumer: MUNICIPALITY,
  supplier: SUPPLIER,
  scope,
}));

const keyOf = ({ consumer, supplier, scope }: Delegation): string => `${consumer} ${supplier} ${scope}`;

/** Who is registered with Maskinporten, and who has delegated what to whom. */
export class Registry {
  readonly #clients = new Map<string, MaskinportenClient>();
  readonly #delegations = new Set<string>();

  constructor() {
    this.reset();
  }

  findClient(clientId: string): MaskinportenClient | undefined {
    return this.#clients.get(clientId);
  }

  /** A client that is registered again is replaced, keys and all. */
  register(client: MaskinportenClient): void {
    this.#clients.set(client.clientId, client);
  }

  delegate(delegation: Delegation): void {
    this.#delegations.add(keyOf(delegation));
  }

  isDelegated(delegation: Delegation): boolean {
    return this.#delegations.has(keyOf(delegation));
  }

  reset(): void {
    this.#clients.clear();
    this.#delegations.clear();
    for (const client of [DEFAULT_CLIENT, ...OTHER_CLIENTS, CERTIFICATE_CLIENT]) this.register(client);
    for (const delegation of BUILT_IN_DELEGATIONS) this.delegate(delegation);
  }
}
