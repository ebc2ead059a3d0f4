/**
 * What a user fills in to be let in, declared once for both hosts.
 */
import type { Choice, Text } from './operations/field';

export interface CredentialField {
  readonly name: string;
  readonly label: Text;
  readonly help: Text;
  /** `secret` never leaves the host's credential store; `secretText` may hold several lines. */
  readonly kind: 'choice' | 'text' | 'secret' | 'secretText';
  readonly choices?: readonly Choice[];
  readonly default: string;
  readonly required: boolean;
  readonly placeholder?: string;
  /** Shown only while another field has this value. */
  readonly shownWhen?: { readonly field: string; readonly is: string };
}

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
        en: 'PEM or JWK, the private half of the key registered on the client. RSA, 2048 bits or more.',
        nb: 'PEM eller JWK, den private halvdelen av nøkkelen som er registrert på klienten. RSA, minst 2048 bit.',
      },
      kind: 'secretText',
      default: '',
      required: true,
    },
    {
      name: 'keyId',
      label: { en: 'Key ID (kid)', nb: 'Nøkkel-id (kid)' },
      help: {
        en: "Shown beside the key in Digdir's portal. May be empty when the JWK carries it.",
        nb: 'Står ved nøkkelen i Digdirs portal. Kan være tom når JWK-en har den.',
      },
      kind: 'text',
      default: '',
      required: false,
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
