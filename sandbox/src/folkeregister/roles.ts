import { PARTS_WITH_LEGAL_BASIS, PARTS_WITHOUT_LEGAL_BASIS, type PartCatalog } from './parts.js';

/** A Fiks role stands for a rights package of the register and narrows what may be asked for. */
export interface Role {
  readonly rolleId: string;
  readonly name: string;
  readonly description: string;
  readonly legalBasis: boolean;
  readonly catalog: PartCatalog;
  readonly allowedParts: ReadonlySet<string>;
  readonly history: boolean;
  readonly bulk: boolean;
}

export const DEFAULT_ROLE: Role = {
  rolleId: 'c74d7fb7-adf1-4ec1-9a97-a6a036fb5dc3',
  name: 'full',
  description: 'With legal basis: every part, history and bulk lookups.',
  legalBasis: true,
  catalog: PARTS_WITH_LEGAL_BASIS,
  allowedParts: PARTS_WITH_LEGAL_BASIS.parts,
  history: true,
  bulk: true,
};

export const ROLES: readonly Role[] = [
  DEFAULT_ROLE,
  {
    ...DEFAULT_ROLE,
    rolleId: '8789fbd5-49e8-4f7c-b735-ff294845e07a',
    name: 'single-lookups',
    description: 'With legal basis, but bulk lookups are refused (403).',
    bulk: false,
  },
  {
    ...DEFAULT_ROLE,
    rolleId: '14e9b590-e9a1-4f43-b78e-8a3018265d86',
    name: 'narrow',
    description:
      'Only navn, status and adressebeskyttelse. Anything else, and asking for no part at all, is refused (403).',
    allowedParts: new Set(['identifikasjonsnummer', 'navn', 'status', 'adressebeskyttelse']),
    history: false,
  },
  {
    rolleId: '7b148128-0d1c-40a1-8168-551182dd03fa',
    name: 'without-legal-basis',
    description: 'Person basis without confidential statuses, sources and causes; unknown parts give 406.',
    legalBasis: false,
    catalog: PARTS_WITHOUT_LEGAL_BASIS,
    allowedParts: PARTS_WITHOUT_LEGAL_BASIS.parts,
    history: true,
    bulk: true,
  },
];

const rolesById = new Map(ROLES.map((role) => [role.rolleId, role]));

export const findRole = (rolleId: string): Role | undefined => rolesById.get(rolleId.toLowerCase());
