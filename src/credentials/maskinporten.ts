/**
 * The credential with which tokens are got (fact sheet maskinporten §2, §7).
 */
import type { CredentialDeclaration } from './declaration';

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
