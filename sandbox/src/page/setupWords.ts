import type { Language, Text } from '../setup/order.js';
import { inLanguage, type WordsOf } from './words/words.js';

const WORDS = {
  title: { nb: 'Kom i gang med de ekte tjenestene', en: 'Getting started with the real services' },
  purpose: {
    nb: 'Maskinporten og Fiks svarer først når flere har gjort hver sin del. Her lages nøkkelparet og brevene som ber dem om det.',
    en: 'Maskinporten and Fiks answer only when several parties have each done their part. This makes the key pair, and the letters that ask them to. The letters are in Norwegian.',
  },
  privacy: {
    nb: 'Nøkkelen lages i nettleseren, og den private halvdelen forlater den ikke. Resten går bare til sandkassen på denne maskinen, og ingenting lagres.',
    en: 'The key is made in the browser, and its private half does not leave it. The rest goes only to the sandbox on this machine, and nothing is stored.',
  },
  who: { nb: 'Hvem eier Maskinporten-klienten?', en: 'Who owns the Maskinporten client?' },
  municipality: { nb: 'Kommunen selv', en: 'The municipality itself' },
  supplier: { nb: 'En leverandør', en: 'A supplier' },
  owner: { nb: 'Eieren', en: 'The owner' },
  customer: { nb: 'Kommunen leverandøren arbeider for', en: 'The municipality the supplier works for' },
  name: { nb: 'Navn', en: 'Name' },
  number: { nb: 'Organisasjonsnummer, ni sifre', en: 'Organisation number, nine digits' },
  services: { nb: 'Tjenester', en: 'Services' },
  environment: { nb: 'Miljø', en: 'Environment' },
  test: { nb: 'Test', en: 'Test' },
  production: { nb: 'Produksjon', en: 'Production' },
  key: { nb: 'Nøkkelen', en: 'The key' },
  keyId: { nb: 'Nøkkel-id (kid)', en: 'Key ID (kid)' },
  keyIdHelp: {
    nb: 'For eksempel eksempel-n8n-2027. Tom gir nøkkelens fingeravtrykk.',
    en: 'Such as eksempel-n8n-2027. Empty gives the thumbprint of the key.',
  },
  make: { nb: 'Lag nøkkelpar og brev', en: 'Make Key Pair and Letters' },
  made: { nb: 'Nøkkelpar og brev er klare.', en: 'Key pair and letters are ready.' },
  keys: { nb: 'Nøkkelparet', en: 'The key pair' },
  privateKeyHelp: {
    nb: 'Lagre den private nøkkelen nå: den er borte når siden lukkes. Den skal bare inn i n8n eller Node-RED og i passordhvelvet.',
    en: 'Save the private key now: it is gone when the page is closed. It goes only into n8n or Node-RED and the password vault.',
  },
  savePrivateKey: { nb: 'Lagre private-key.pem', en: 'Save private-key.pem' },
  publicKeyHelp: {
    nb: 'Den offentlige nøkkelen, public-jwk.json, limes inn i Digdirs selvbetjening:',
    en: "The public key, public-jwk.json, is pasted into Digdir's self-service:",
  },
  letters: { nb: 'Brevene', en: 'The letters' },
  lettersHelp: {
    nb: 'I den rekkefølgen de gjøres. Sjekklisten til slutt sier hva som venter på hva, og hvor det som kommer tilbake, limes inn.',
    en: 'In the order they are done. The checklist at the end says what waits for what, and where to paste what comes back.',
  },
  open: { nb: 'Fyll ut før det sendes:', en: 'Fill in before sending:' },
  copy: { nb: 'Kopier', en: 'Copy' },
  copied: { nb: 'Kopiert', en: 'Copied' },
  save: { nb: 'Lagre', en: 'Save' },
  mail: { nb: 'Åpne i e-postprogrammet', en: 'Open in the Mail Program' },
  unreachable: {
    nb: 'Sandkassen svarer ikke. Start den igjen, og prøv på nytt.',
    en: 'The sandbox does not answer. Start it again, and try once more.',
  },
} as const satisfies Record<string, Text>;

export type SetupWords = WordsOf<typeof WORDS>;

export const setupWords = (language: Language): SetupWords => inLanguage(WORDS, language);
