import { WITH_LEGAL_BASIS, wholePackage, WITHOUT_LEGAL_BASIS, type Opening } from './packages.js';

/** A Fiks role stands for a rights package of the register and narrows what may be asked for. */
export interface Role extends Opening {
  readonly rolleId: string;
  readonly name: string;
  readonly description: string;
  /** Its purpose is «Søk etter person», as KS' Oppvekst API demands. */
  readonly personSearch: boolean;
}

export const DEFAULT_ROLE: Role = {
  ...wholePackage(WITH_LEGAL_BASIS),
  rolleId: 'c74d7fb7-adf1-4ec1-9a97-a6a036fb5dc3',
  name: 'full',
  description: 'With legal basis: every part, history and bulk lookups.',
  personSearch: true,
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
      'Only navn, status and adressebeskyttelse. Anything else, asking for no part at all, and KRR are refused (403).',
    allowedParts: new Set(['identifikasjonsnummer', 'navn', 'status', 'adressebeskyttelse']),
    history: false,
    personSearch: false,
  },
  {
    ...wholePackage(WITHOUT_LEGAL_BASIS),
    rolleId: '7b148128-0d1c-40a1-8168-551182dd03fa',
    name: 'without-legal-basis',
    description: 'Person basis without confidential statuses, sources and causes; unknown parts give 406.',
    personSearch: false,
  },
  {
    ...DEFAULT_ROLE,
    rolleId: 'b5a3c1de-6f0e-4a43-9a5c-2d5c1f6f8e07',
    name: 'oppvekst',
    description: 'Exactly what the Oppvekst API demands, and nothing more.',
    allowedParts: new Set([
      'identifikasjonsnummer',
      'status',
      'foedsel',
      'statsborgerskap',
      'kjoenn',
      'navn',
      'bostedsadresse',
      'oppholdsadresse',
      'deltBosted',
      'postadresse',
      'adressebeskyttelse',
      'utenlandskPersonidentifikasjon',
      'familierelasjon',
      'foreldreansvar',
    ]),
  },
];

const rolesById = new Map(ROLES.map((role) => [role.rolleId, role]));

export const findRole = (rolleId: string): Role | undefined => rolesById.get(rolleId.toLowerCase());
