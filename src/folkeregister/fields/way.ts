/**
 * Which way to the register, and as whom: what every operation lets the user choose.
 */
import type { ChoiceField, ChoicesFromField, IdentifierField } from '../../operations/field';
import { RIGHTS_PACKAGES } from '../client/packages';

export const route = {
  kind: 'choice',
  name: 'route',
  label: { en: 'Route', nb: 'Vei' },
  help: {
    en: 'Which way to the register. Most municipalities go through Fiks; whoever has an agreement of their own with Skatteetaten can ask there.',
    nb: 'Hvilken vei til registeret. De fleste kommuner går gjennom Fiks; den som har egen avtale med Skatteetaten, kan spørre der.',
  },
  required: false,
  choices: [
    {
      value: 'fiks',
      label: { en: 'Fiks Folkeregister (KS)', nb: 'Fiks Folkeregister (KS)' },
      help: { en: 'With a Fiks integration and a role', nb: 'Med en Fiks-integrasjon og en rolle' },
    },
    {
      value: 'skatteetaten',
      label: { en: 'Skatteetaten Directly', nb: 'Direkte hos Skatteetaten' },
      help: {
        en: 'With the Maskinporten client alone, and a scope for the rights package',
        nb: 'Bare med Maskinporten-klienten, og et scope for rettighetspakken',
      },
    },
  ],
  default: 'fiks',
} as const satisfies ChoiceField;

export const rettighetspakke = {
  kind: 'choice',
  name: 'rettighetspakke',
  label: { en: 'Rights Package', nb: 'Rettighetspakke' },
  help: {
    en: 'What Skatteetaten has granted your organisation. The Maskinporten client needs the scope of the same name.',
    nb: 'Det Skatteetaten har gitt virksomheten tilgang til. Maskinporten-klienten må ha scopet med samme navn.',
  },
  required: false,
  choices: RIGHTS_PACKAGES.map(({ value, label }) => ({ value, label })),
  default: 'offentligmedhjemmel',
  shownWhen: { field: 'route', is: ['skatteetaten'] },
} as const satisfies ChoiceField;

export const rolleId = {
  kind: 'choicesFrom',
  list: 'roles',
  name: 'rolleId',
  label: { en: 'Role', nb: 'Rolle' },
  help: {
    en: 'Fiks role to use instead of the one in the credential. The role decides which parts may be asked for.',
    nb: 'Fiks-rolle som brukes i stedet for den i legitimasjonen. Rollen avgjør hvilke opplysninger det kan spørres om.',
  },
  required: false,
  group: 'advanced',
  shownWhen: { field: 'route', is: ['fiks'] },
} as const satisfies ChoicesFromField;

export const WAY = [route, rettighetspakke, rolleId] as const;

const { shownWhen: _route, ...always } = rolleId;

/** Of KS' own services, which are only in Fiks: nothing hides it. */
export const fiksRole = always;

export const fiksOrgId = {
  kind: 'identifier',
  identifier: 'uuid',
  name: 'fiksOrgId',
  label: { en: 'Fiks Organisation ID', nb: 'Fiks-organisasjonens id' },
  help: {
    en: 'The organisation in Fiks to act for, instead of the one in the credential.',
    nb: 'Organisasjonen i Fiks det handles for, i stedet for den i legitimasjonen.',
  },
  required: false,
  group: 'advanced',
} as const satisfies IdentifierField;
