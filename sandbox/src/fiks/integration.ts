import { MUNICIPALITY } from '../maskinporten/clients.js';

export const FIKS_SERVICES = ['folkeregister', 'krr', 'kjoretoyregister', 'svarut'] as const;
export type FiksService = (typeof FIKS_SERVICES)[number];

export interface Integration {
  readonly id: string;
  readonly password: string;
  /** Only tokens of this organisation may use the integration. */
  readonly organisation: string;
  readonly name: string;
  readonly description: string;
  /** Where the integration has been given rights. */
  readonly services: ReadonlySet<FiksService>;
}

/** For which everything works. The values are public and fixed, so that pasted credentials keep working. */
export const INTEGRATION = {
  name: 'full',
  description: 'Rights on every service.',
  services: new Set(FIKS_SERVICES),
  id: '44a7b17e-d521-4ba0-8636-6320ed52994f',
  password: 'sandbox-password-that-opens-nothing',
  /** Only tokens of this organisation may use the integration. */
  organisation: MUNICIPALITY,
  fiksOrgId: '1d1c630f-1226-413f-a72a-0079e30286e1',
  /** The SvarUt account it may send from. */
  kontoId: '3233e3ac-20aa-4e3a-b726-a47f76276442',
} as const;

export const OTHER_INTEGRATIONS: readonly Integration[] = [
  {
    id: '5b0c9d52-3c7e-4a55-9c39-0f6f1d2e7a01',
    password: 'sandbox-password-of-registers-only',
    organisation: MUNICIPALITY,
    name: 'registers-only',
    description: 'May look persons and vehicles up, but has no rights on SvarUt (403).',
    services: new Set<FiksService>(['folkeregister', 'krr', 'kjoretoyregister']),
  },
  {
    id: '5b0c9d52-3c7e-4a55-9c39-0f6f1d2e7a02',
    password: 'sandbox-password-of-letters-only',
    organisation: MUNICIPALITY,
    name: 'letters-only',
    description: 'May send letters, but has no rights on the registers (403).',
    services: new Set<FiksService>(['svarut']),
  },
  {
    id: '5b0c9d52-3c7e-4a55-9c39-0f6f1d2e7a03',
    password: 'sandbox-password-of-no-rights',
    organisation: MUNICIPALITY,
    name: 'no-rights',
    description: 'Exists, and has been given rights on nothing yet (403).',
    services: new Set<FiksService>(),
  },
];

const INTEGRATIONS: readonly Integration[] = [INTEGRATION, ...OTHER_INTEGRATIONS];

const byId = new Map(INTEGRATIONS.map((integration) => [integration.id, integration]));

export const findIntegration = (id: string): Integration | undefined => byId.get(id.toLowerCase());

/** Not part of Fiks: what our own nodes derive an eksternReferanse with when the author gives none. */
export const REFERENCE_SECRET = 'sandbox-reference-secret-that-protects-nothing';
