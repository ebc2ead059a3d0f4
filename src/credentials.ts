/**
 * What a user fills in to be let in, declared once for both hosts.
 */
import type { Choice, Text } from './operations/field';

interface FieldBase {
  readonly name: string;
  readonly label: Text;
  readonly help: Text;
  readonly required: boolean;
  /** Shown only while another field has this value. */
  readonly shownWhen?: { readonly field: string; readonly is: string | boolean };
}

export interface TextCredentialField extends FieldBase {
  /** `secret` never leaves the host's credential store; `longText` and `secretText` may hold several lines. */
  readonly kind: 'text' | 'longText' | 'secret' | 'secretText';
  readonly default: string;
  readonly placeholder?: string;
}

export interface ChoiceCredentialField extends FieldBase {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
  readonly default: string;
}

export interface SwitchCredentialField extends FieldBase {
  readonly kind: 'switch';
  readonly default: boolean;
}

/** Named entries that the nodes offer as a drop-down; the first column is the name. */
export interface ListCredentialField extends FieldBase {
  readonly kind: 'list';
  readonly entry: Text;
  readonly columns: readonly TextCredentialField[];
}

export type CredentialField = TextCredentialField | ChoiceCredentialField | SwitchCredentialField | ListCredentialField;

export interface CredentialDeclaration {
  /** Name of the type in n8n; credentials refer to it, so it never changes. */
  readonly name: 'maskinportenApi' | 'fiksIntegrationApi';
  readonly title: Text;
  readonly fields: readonly CredentialField[];
}

export const MASKINPORTEN_CREDENTIAL: CredentialDeclaration = {
  name: 'maskinportenApi',
  title: { en: 'Maskinporten API', nb: 'Maskinporten API' },
  fields: [
    {
      name: 'environment',
      label: { en: 'Environment', nb: 'Miljø' },
      help: {
        en: 'Decides for every node that uses this credential which services are called. Test and production have separate clients, keys and integrations.',
        nb: 'Avgjør for hver node som bruker dette, hvilke tjenester som kalles. Test og produksjon har hver sine klienter, nøkler og integrasjoner.',
      },
      kind: 'choice',
      choices: [
        { value: 'test', label: { en: 'Test', nb: 'Test' } },
        { value: 'production', label: { en: 'Production', nb: 'Produksjon' } },
        { value: 'sandbox', label: { en: 'Sandbox on This Machine', nb: 'Sandkasse på denne maskinen' } },
        { value: 'custom', label: { en: 'Custom Token Issuer', nb: 'Egen tokenutsteder' } },
      ],
      default: 'test',
      required: true,
    },
    {
      name: 'sandboxUrl',
      label: { en: 'Sandbox Address', nb: 'Sandkassens adresse' },
      help: {
        en: 'What norsk-kommune-sandbox printed when it started.',
        nb: 'Det norsk-kommune-sandbox skrev da den startet.',
      },
      kind: 'text',
      default: 'http://127.0.0.1:8440',
      required: false,
      shownWhen: { field: 'environment', is: 'sandbox' },
    },
    {
      name: 'issuer',
      label: { en: 'Issuer', nb: 'Utsteder' },
      help: {
        en: 'Becomes the audience of the grant, to the letter: Maskinporten has a slash at the end. The services called are those of the test environment.',
        nb: 'Blir mottaker (aud) i forespørselen, på bokstaven: Maskinporten har skråstrek til slutt. Tjenestene som kalles, er testmiljøets.',
      },
      kind: 'text',
      default: '',
      required: true,
      placeholder: 'https://test.maskinporten.no/',
      shownWhen: { field: 'environment', is: 'custom' },
    },
    {
      name: 'tokenUrl',
      label: { en: 'Token URL', nb: 'Token-adresse' },
      help: { en: 'Where the token is asked for.', nb: 'Der tokenet hentes.' },
      kind: 'text',
      default: '',
      required: true,
      placeholder: 'https://test.maskinporten.no/token',
      shownWhen: { field: 'environment', is: 'custom' },
    },
    {
      name: 'clientId',
      label: { en: 'Client ID', nb: 'Klient-id' },
      help: {
        en: 'Called "Integrasjonens identifikator" in Digdir\'s portal. It is not the Fiks integration id.',
        nb: 'Heter «Integrasjonens identifikator» i Digdirs portal. Det er ikke Fiks-integrasjonens id.',
      },
      kind: 'text',
      default: '',
      required: true,
      placeholder: '00000000-0000-0000-0000-000000000000',
    },
    {
      name: 'privateKey',
      label: { en: 'Private Key', nb: 'Privat nøkkel' },
      help: {
        en: 'What you were given, as it is: PEM, JWK, JWKS, or a .p12/.pfx file as base64. RSA, 2048 bits or more.',
        nb: 'Det du fikk, som det er: PEM, JWK, JWKS eller en .p12/.pfx-fil som base64. RSA, minst 2048 bit.',
      },
      kind: 'secretText',
      default: '',
      required: true,
    },
    {
      name: 'passphrase',
      label: { en: 'Passphrase', nb: 'Passord for nøkkelen' },
      help: {
        en: 'Of an encrypted key or a .p12/.pfx file; otherwise empty.',
        nb: 'For en kryptert nøkkel eller en .p12/.pfx-fil; ellers tom.',
      },
      kind: 'secret',
      default: '',
      required: false,
    },
    {
      name: 'keyId',
      label: { en: 'Key ID (kid)', nb: 'Nøkkel-id (kid)' },
      help: {
        en: "Shown beside the key in Digdir's portal. Empty when the JWK carries it, or when the client uses an enterprise certificate that is not registered.",
        nb: 'Står ved nøkkelen i Digdirs portal. Tom når JWK-en har den, eller når klienten bruker et virksomhetssertifikat som ikke er registrert.',
      },
      kind: 'text',
      default: '',
      required: false,
    },
    {
      name: 'certificate',
      label: { en: 'Certificate', nb: 'Sertifikat' },
      help: {
        en: 'Only for an enterprise certificate whose key comes without it: PEM with the whole chain, or base64.',
        nb: 'Bare for et virksomhetssertifikat der nøkkelen kommer uten: PEM med hele kjeden, eller base64.',
      },
      kind: 'longText',
      default: '',
      required: false,
    },
    {
      name: 'consumerOrg',
      label: { en: 'Consumer Organisation (consumer_org)', nb: 'Konsumentorganisasjon (consumer_org)' },
      help: {
        en: 'Only for suppliers: organisation number of the customer that has delegated the API in Altinn. Must not be your own. It counts for every service and for the whole run: where your Fiks integrations are authorised for yourself, leave it empty here and fill it in on the KRR node.',
        nb: 'Bare for leverandører: organisasjonsnummeret til kunden som har delegert API-et i Altinn. Kan ikke være ditt eget. Det gjelder alle tjenester og hele kjøringen: er Fiks-integrasjonene autorisert for deg selv, la feltet stå tomt her og fyll det ut på KRR-noden.',
      },
      kind: 'text',
      default: '',
      required: false,
      placeholder: '000000000',
    },
    {
      name: 'expert',
      label: { en: 'Expert Settings', nb: 'Ekspertinnstillinger' },
      help: {
        en: 'For set-ups that need more than a client and a key. While this is off, what stands below is not used.',
        nb: 'For oppsett som trenger mer enn en klient og en nøkkel. Mens dette er av, brukes ikke det som står under.',
      },
      kind: 'switch',
      default: false,
      required: false,
    },
    {
      name: 'keyName',
      label: { en: 'Key Name', nb: 'Nøkkelens navn' },
      help: {
        en: 'Which key of a .p12/.pfx file with several: its friendly name or the serial number of its certificate.',
        nb: 'Hvilken nøkkel i en .p12/.pfx-fil med flere: navnet eller serienummeret til sertifikatet.',
      },
      kind: 'text',
      default: '',
      required: false,
      shownWhen: { field: 'expert', is: true },
    },
    {
      name: 'resource',
      label: { en: 'Resource', nb: 'Ressurs' },
      help: {
        en: 'Audience of the token, for an API that demands one.',
        nb: 'Mottaker (aud) for tokenet, for et API som krever det.',
      },
      kind: 'text',
      default: '',
      required: false,
      shownWhen: { field: 'expert', is: true },
    },
    {
      name: 'extraScopes',
      label: { en: 'Extra Scopes', nb: 'Ekstra scope' },
      help: {
        en: 'Asked for in every token, besides what the service needs. Separate them with blanks.',
        nb: 'Bes om i hvert token, i tillegg til det tjenesten trenger. Skill dem med mellomrom.',
      },
      kind: 'text',
      default: '',
      required: false,
      shownWhen: { field: 'expert', is: true },
    },
    {
      name: 'authorizationDetails',
      label: { en: 'Authorization Details', nb: 'Autorisasjonsdetaljer' },
      help: {
        en: 'For a system user (systembruker): the list authorization_details as JSON.',
        nb: 'For en systembruker: listen authorization_details som JSON.',
      },
      kind: 'longText',
      default: '',
      required: false,
      shownWhen: { field: 'expert', is: true },
    },
  ],
};

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
  ],
};
