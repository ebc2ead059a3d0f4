import type { Text } from '../../setup/order.js';

export const CREDENTIALS = {
  intro: {
    nb: 'Like i hver kopi av sandkassen, offentlige, og åpner ingenting virkelig. Velg hvor de skal brukes.',
    en: 'The same in every copy of the sandbox, public, and open nothing real. Choose where they are to be used.',
  },
  for: { nb: 'Hvor de skal brukes', en: 'Where They Are Used' },
  value: { nb: 'Verdi', en: 'Value' },
  field: { nb: 'Felt', en: 'Field' },
  n8nHelp: {
    nb: 'To påloggingsopplysninger (Credentials) i n8n, med feltene slik de heter der.',
    en: 'Two credentials in n8n, with the fields as they are called there.',
  },
  nodeRedHelp: {
    nb: 'To konfigurasjonsnoder i Node-RED, med feltene slik de heter der.',
    en: 'Two configuration nodes in Node-RED, with the fields as they are called there.',
  },
  curlHelp: {
    nb: 'Lim inn i et skall med curl og openssl: henter et token og slår opp en person.',
    en: 'Paste into a shell with curl and openssl: gets a token and looks up a person.',
  },
  envHelp: {
    nb: 'For egne skript. README-en til sandkassen har eksempler.',
    en: "For scripts of your own. The sandbox's README has examples.",
  },
  copyAll: { nb: 'Kopier alt', en: 'Copy All' },
  others: {
    nb: 'Andre roller, kontoer og klienter, for å prøve avslag',
    en: 'Other roles, accounts and clients, for trying refusals',
  },
  id: { nb: 'Id', en: 'ID' },
  kind: { nb: 'Slag', en: 'Kind' },
  about: { nb: 'Hva den er til for', en: 'What it is for' },
} as const satisfies Record<string, Text>;

export interface Dialog {
  readonly title: Text;
  /** By the names the values have. */
  readonly fields: Readonly<Record<string, Text>>;
}

/** The two dialogs that n8n and Node-RED have, and what is pasted into each. */
export const DIALOGS = {
  maskinportenApi: {
    title: { nb: 'Maskinporten API', en: 'Maskinporten API' },
    fields: {
      environment: { nb: 'Miljø', en: 'Environment' },
      sandboxUrl: { nb: 'Sandkassens adresse', en: 'Sandbox Address' },
      clientId: { nb: 'Klient-id', en: 'Client ID' },
      privateKey: { nb: 'Privat nøkkel', en: 'Private Key' },
      keyId: { nb: 'Nøkkel-id (kid)', en: 'Key ID (kid)' },
    },
  },
  fiksIntegrationApi: {
    title: { nb: 'Fiks-integrasjon (KS) API', en: 'Fiks Integration (KS) API' },
    fields: {
      integrationId: { nb: 'Integrasjons-id', en: 'Integration ID' },
      integrationPassword: { nb: 'Integrasjonspassord', en: 'Integration Password' },
      rolleId: { nb: 'Rolle-id i Folkeregister', en: 'Folkeregister Role ID' },
      kontoId: { nb: 'Konto-id i SvarUt', en: 'SvarUt Account ID' },
      fiksOrgId: { nb: 'Fiks-organisasjonens id', en: 'Fiks Organisation ID' },
      referenceSecret: { nb: 'Referansehemmelighet', en: 'Reference Secret' },
    },
  },
} as const satisfies Record<string, Dialog>;

/** What is chosen as the environment, from a list. */
export const SANDBOX_ENVIRONMENT = {
  nb: 'Sandkasse på denne maskinen',
  en: 'Sandbox on This Machine',
} as const satisfies Text;
