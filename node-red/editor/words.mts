/**
 * Words of the dialogs that belong to no declaration.
 */
import type { Language } from './declarations.mts';

interface Words {
  readonly label: Record<string, string>;
  readonly help: Record<string, string>;
  readonly mode: { readonly array: string; readonly messages: string };
  readonly status: { readonly running: string };
  readonly test: { readonly button: string; readonly running: string; readonly token: string; readonly form: string };
  readonly summary: Record<string, string>;
  readonly docs: {
    readonly inputs: string;
    readonly outputs: string;
    readonly list: string;
    readonly output: string;
    readonly error: string;
  };
}

export const WORDS: Record<Language, Words> = {
  en: {
    label: {
      name: 'Name',
      maskinporten: 'Maskinporten',
      fiks: 'Fiks Integration',
      operation: 'Operation',
      list: 'Items',
      skip: 'Skip Items With',
      result: 'Result To',
      mode: 'Result As',
      proxy: 'Proxy',
      options: 'Options',
      flow: 'Items and result',
    },
    help: {
      list: 'Where the items are. A list gives one look-up per element, in as few calls as possible; anything else is one item.',
      skip: 'Items in which this property is set are passed on untouched, and nothing is asked about them.',
      result: 'The property of the message that gets the items, each with what was found out about it.',
      mode: 'A failed item gets the property error and never stops the others. A single item that fails goes to Catch nodes.',
    },
    mode: { array: 'one message with all items', messages: 'one message per item' },
    status: { running: 'working' },
    test: {
      button: 'Test',
      running: 'Testing …',
      token: 'Maskinporten issued a token for',
      form: 'The form is right. Whether Fiks accepts it shows when a node runs.',
    },
    summary: {
      maskinporten:
        'Who asks: the Maskinporten client, its key and the environment. One client can serve many municipalities.',
      fiks: 'For whom: the Fiks integration of a municipality, with its Folkeregister role and SvarUt account.',
    },
    docs: {
      inputs: 'Inputs',
      outputs: 'Outputs',
      list: 'The items, as a list or one object. Fields of type *item* are read from each element.',
      output: 'The items in the same order, each with the result merged in.',
      error:
        'Set on an item that failed, with `code`, `message`, `action` and `retryable`. A single item that fails goes to Catch nodes instead.',
    },
  },
  nb: {
    label: {
      name: 'Navn',
      maskinporten: 'Maskinporten',
      fiks: 'Fiks-integrasjon',
      operation: 'Operasjon',
      list: 'Elementer',
      skip: 'Hopp over de med',
      result: 'Resultat til',
      mode: 'Resultat som',
      proxy: 'Proxy',
      options: 'Flere valg',
      flow: 'Elementer og resultat',
    },
    help: {
      list: 'Hvor elementene er. En liste gir ett oppslag per element, i så få kall som mulig; alt annet er ett element.',
      skip: 'Elementer der denne egenskapen er satt, sendes videre urørt, og ingenting spørres om dem.',
      result: 'Egenskapen i meldingen som får elementene, hvert med det som ble funnet ut om det.',
      mode: 'Et element som feiler, får egenskapen error og stopper aldri de andre. Feiler et enkelt element, går det til Catch-noder.',
    },
    mode: { array: 'én melding med alle elementene', messages: 'én melding per element' },
    status: { running: 'arbeider' },
    test: {
      button: 'Test',
      running: 'Tester …',
      token: 'Maskinporten ga et token for',
      form: 'Formen er riktig. Om Fiks godtar den, viser seg når en node kjører.',
    },
    summary: {
      maskinporten: 'Hvem som spør: Maskinporten-klienten, nøkkelen og miljøet. Én klient kan tjene mange kommuner.',
      fiks: 'For hvem: kommunens Fiks-integrasjon, med Folkeregister-rolle og SvarUt-konto.',
    },
    docs: {
      inputs: 'Inn',
      outputs: 'Ut',
      list: 'Elementene, som en liste eller ett objekt. Felt av typen *item* leses fra hvert element.',
      output: 'Elementene i samme rekkefølge, hvert med resultatet flettet inn.',
      error:
        'Satt på et element som feilet, med `code`, `message`, `action` og `retryable`. Feiler et enkelt element, går det i stedet til Catch-noder.',
    },
  },
};
