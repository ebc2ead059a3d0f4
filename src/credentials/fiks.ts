/**
 * The credential of a Fiks integration, with the roles and accounts it may use (fact sheet fiks-platform §1, §3).
 */
import type { CredentialDeclaration } from './declaration';

export const FIKS_CREDENTIAL: CredentialDeclaration = {
  name: 'fiksIntegrationApi',
  title: { en: 'Fiks Integration (KS) API', nb: 'Fiks-integrasjon (KS) API' },
  fields: [
    {
      name: 'integrationId',
      label: { en: 'Integration ID', nb: 'Integrasjons-id' },
      help: {
        en: 'From the integration in Fiks forvaltning (header IntegrasjonId).',
        nb: 'Fra integrasjonen i Fiks forvaltning (hodet IntegrasjonId).',
      },
      kind: 'text',
      default: '',
      required: true,
      placeholder: '00000000-0000-0000-0000-000000000000',
    },
    {
      name: 'integrationPassword',
      label: { en: 'Integration Password', nb: 'Integrasjonspassord' },
      help: { en: 'Shown once, when the integration was made.', nb: 'Vist én gang, da integrasjonen ble laget.' },
      kind: 'secret',
      default: '',
      required: true,
    },
    {
      name: 'rolleId',
      label: { en: 'Folkeregister Role ID', nb: 'Rolle-id i Folkeregister' },
      help: {
        en: 'The Fiks role that Folkeregister uses where a node names no other.',
        nb: 'Fiks-rollen Folkeregister bruker når noden ikke oppgir en annen.',
      },
      kind: 'text',
      default: '',
      required: false,
    },
    {
      name: 'roles',
      label: { en: 'More Roles', nb: 'Flere roller' },
      help: {
        en: 'Folkeregister roles by name, which the nodes offer to choose from.',
        nb: 'Folkeregister-roller med navn, som nodene lar deg velge mellom.',
      },
      kind: 'list',
      entry: { en: 'Role', nb: 'Rolle' },
      required: false,
      columns: [
        {
          name: 'name',
          label: { en: 'Name', nb: 'Navn' },
          help: { en: 'What the nodes show.', nb: 'Det nodene viser.' },
          kind: 'text',
          default: '',
          required: true,
          placeholder: 'Barnevern',
        },
        {
          name: 'rolleId',
          label: { en: 'Role ID', nb: 'Rolle-id' },
          help: { en: 'UUID of the role in Fiks.', nb: 'Rollens UUID i Fiks.' },
          kind: 'text',
          default: '',
          required: true,
          placeholder: '00000000-0000-0000-0000-000000000000',
        },
        {
          name: 'purpose',
          label: { en: 'Purpose', nb: 'Formål' },
          help: {
            en: 'The legal basis and purpose the role was given for; shown beside the name.',
            nb: 'Hjemmelen og formålet rollen er gitt for; vises ved navnet.',
          },
          kind: 'text',
          default: '',
          required: false,
        },
        {
          name: 'parts',
          label: { en: 'Allowed Parts', nb: 'Tillatte deler' },
          help: {
            en: 'The parts (part) the role may see, with commas between; empty means not known. What it may not see is then refused before it is asked for.',
            nb: 'Delene (part) rollen kan se, med komma mellom; tom betyr ukjent. Det den ikke kan se, avvises da før det spørres etter.',
          },
          kind: 'text',
          default: '',
          required: false,
          placeholder: 'navn,bostedsadresse,adressebeskyttelse',
        },
      ],
    },
    {
      name: 'kontoId',
      label: { en: 'SvarUt Account ID', nb: 'Konto-id i SvarUt' },
      help: {
        en: 'The account SvarUt sends from where a node names no other.',
        nb: 'Kontoen SvarUt sender fra når noden ikke oppgir en annen.',
      },
      kind: 'text',
      default: '',
      required: false,
    },
    {
      name: 'accounts',
      label: { en: 'More Accounts', nb: 'Flere kontoer' },
      help: {
        en: 'SvarUt accounts by name, which the nodes offer to choose from.',
        nb: 'SvarUt-kontoer med navn, som nodene lar deg velge mellom.',
      },
      kind: 'list',
      entry: { en: 'Account', nb: 'Konto' },
      required: false,
      columns: [
        {
          name: 'name',
          label: { en: 'Name', nb: 'Navn' },
          help: { en: 'What the nodes show.', nb: 'Det nodene viser.' },
          kind: 'text',
          default: '',
          required: true,
          placeholder: 'Byggesak',
        },
        {
          name: 'kontoId',
          label: { en: 'Account ID', nb: 'Konto-id' },
          help: { en: 'UUID of the account in SvarUt.', nb: 'Kontoens UUID i SvarUt.' },
          kind: 'text',
          default: '',
          required: true,
          placeholder: '00000000-0000-0000-0000-000000000000',
        },
      ],
    },
    {
      name: 'fiksOrgId',
      label: { en: 'Fiks Organisation ID', nb: 'Fiks-organisasjonens id' },
      help: {
        en: 'UUID of the municipality in Fiks, for the vehicle register. It is neither a role nor an account.',
        nb: 'Kommunens UUID i Fiks, for kjøretøyregisteret. Det er verken en rolle eller en konto.',
      },
      kind: 'text',
      default: '',
      required: false,
    },
    {
      name: 'referenceSecret',
      label: { en: 'Reference Secret', nb: 'Referansehemmelighet' },
      help: {
        en: 'Any 16 characters or more, never changed: letters without a reference of their own get one derived with it. Changing it makes old letters unrecognisable, and they could be sent again.',
        nb: 'Minst 16 tegn, endres aldri: brev uten egen referanse får en som utledes med den. Endres den, gjenkjennes ikke gamle brev, og de kan bli sendt på nytt.',
      },
      kind: 'secret',
      default: '',
      required: false,
    },
    {
      name: 'allowProductionSends',
      label: { en: 'Allow Sending in Production', nb: 'Tillat sending i produksjon' },
      help: {
        en: 'Letters to real people leave only when this is on. Turn it on when the flows are tested and someone has decided that they may send.',
        nb: 'Brev til virkelige mennesker sendes bare når denne er på. Slå den på når flytene er testet og noen har bestemt at de kan sende.',
      },
      kind: 'switch',
      default: false,
      required: false,
    },
    {
      name: 'redirectLettersTo',
      label: { en: 'Redirect All Letters To', nb: 'Omdiriger alle brev til' },
      help: {
        en: 'For tests only: number of a synthetic person or an organisation that gets every letter instead of its recipient, always digitally. Refused in production.',
        nb: 'Bare for testing: nummeret til en syntetisk person eller en organisasjon som får alle brev i stedet for mottakeren, alltid digitalt. Avvises i produksjon.',
      },
      kind: 'text',
      default: '',
      required: false,
    },
  ],
};
