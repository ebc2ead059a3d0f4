import { INTEGRATION } from '../fiks/integration.js';

/** What the integration may do with the letters of an account. `change` is marking as read and deleting. */
export type Privilege = 'send' | 'read' | 'change';

export interface Account {
  readonly kontoId: string;
  readonly name: string;
  readonly description: string;
  readonly privileges: ReadonlySet<Privilege>;
  /** Paper is printed by KS' supplier; without one somebody must do it and say so. */
  readonly printSupplier: boolean;
  /** A HER-id of its own, which KS may send for. */
  readonly healthNetwork: boolean;
  /** The agreement about signing, made with Digdir. */
  readonly signing: boolean;
}

const DEFAULT_ACCOUNT: Account = {
  kontoId: INTEGRATION.kontoId,
  name: 'full',
  description: 'Everything: sends to all recipients, prints, signs, reads and deletes.',
  privileges: new Set<Privilege>(['send', 'read', 'change']),
  printSupplier: true,
  healthNetwork: true,
  signing: true,
};

export const ACCOUNTS: readonly Account[] = [
  DEFAULT_ACCOUNT,
  {
    ...DEFAULT_ACCOUNT,
    kontoId: 'b2b3b7bb-5b35-4e5a-8f11-96cd4dd77a40',
    name: 'manual-print',
    description: 'Has no print supplier: paper stays SENDT_PRINT until the administration says PRINTET.',
    printSupplier: false,
  },
  {
    ...DEFAULT_ACCOUNT,
    kontoId: '0f0f5f4f-6a5c-4d6e-9d0b-0d8c2f6b6e11',
    name: 'no-health-network',
    description: 'Has no HER-id, so what it sends to the health network is rejected.',
    healthNetwork: false,
  },
  {
    ...DEFAULT_ACCOUNT,
    kontoId: '5a1f4d0c-93c5-4f0a-b6a3-7c1f1c9d2e02',
    name: 'no-signing',
    description: 'Has no agreement about signing: what is to be signed is rejected.',
    signing: false,
  },
  {
    ...DEFAULT_ACCOUNT,
    kontoId: '9c4e8a1b-2f64-4a3e-8c55-1f0a6f3b7d03',
    name: 'send-only',
    description: 'The integration may send, but not see what became of it (403).',
    privileges: new Set<Privilege>(['send']),
  },
  {
    ...DEFAULT_ACCOUNT,
    kontoId: 'd7e0c9f2-41aa-4b0f-a5d8-3e5b9a6c8f04',
    name: 'read-only',
    description: 'The integration may look, but not send, mark or delete (403).',
    privileges: new Set<Privilege>(['read']),
  },
  {
    ...DEFAULT_ACCOUNT,
    kontoId: '27b1d6e3-78f5-4c9d-9e42-60d4c5a7b105',
    name: 'not-allowed',
    description: 'Exists, but the integration has no rights on it (403).',
    privileges: new Set<Privilege>(),
  },
];

const byId = new Map(ACCOUNTS.map((account) => [account.kontoId, account]));

export const findAccount = (kontoId: string): Account | undefined => byId.get(kontoId.toLowerCase());
