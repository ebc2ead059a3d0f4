/**
 * The rights packages as Skatteetaten gives them out, each with an address and a scope of its own (fact sheet folkeregister
 * §1.2). Through Fiks a role stands for one of the first two.
 */
import type { Text } from '../../operations/field';

interface RightsPackageRow {
  /** As the end of the scope has it. */
  readonly value: string;
  readonly label: Text;
  /** Below `/folkeregisteret`, before the version. */
  readonly path: string;
}

export const RIGHTS_PACKAGES = [
  {
    value: 'offentligmedhjemmel',
    label: { en: 'Public, With Legal Basis', nb: 'Offentlig med hjemmel' },
    path: 'offentlig-med-hjemmel/api',
  },
  {
    value: 'offentligutenhjemmel',
    label: { en: 'Public, Without Legal Basis', nb: 'Offentlig uten hjemmel' },
    path: 'api/offentligutenhjemmel',
  },
  {
    value: 'privatutenhjemmel',
    label: { en: 'Private, Without Legal Basis', nb: 'Privat uten hjemmel' },
    path: 'api/privatutenhjemmel',
  },
  { value: 'privat', label: { en: 'Private', nb: 'Privat' }, path: 'api/privat' },
  {
    value: 'privatutenfolkeregisteridentifikator',
    label: { en: 'Private, Without Identity Numbers', nb: 'Privat uten folkeregisteridentifikator' },
    path: 'api/privatutenfolkeregisteridentifikator',
  },
  { value: 'finans', label: { en: 'Finance', nb: 'Finans' }, path: 'api/finans' },
  { value: 'presse', label: { en: 'Press', nb: 'Presse' }, path: 'api/presse' },
  {
    value: 'presseutenfolkeregisteridentifikator',
    label: { en: 'Press, Without Identity Numbers', nb: 'Presse uten folkeregisteridentifikator' },
    path: 'api/presseutenfolkeregisteridentifikator',
  },
  { value: 'utstedereid', label: { en: 'Issuer of Electronic IDs', nb: 'Utsteder av eID' }, path: 'api/eid' },
] as const satisfies readonly RightsPackageRow[];

export type RightsPackage = (typeof RIGHTS_PACKAGES)[number]['value'];

const PATHS = Object.fromEntries(RIGHTS_PACKAGES.map(({ value, path }) => [value, path])) as Record<
  RightsPackage,
  string
>;

export const pathOf = (rettighetspakke: RightsPackage): string => PATHS[rettighetspakke];

export const scopeOf = (rettighetspakke: RightsPackage): string => `folkeregister:deling/${rettighetspakke}`;
