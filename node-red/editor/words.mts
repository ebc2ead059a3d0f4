/**
 * Words of the dialogs that belong to no declaration.
 */
import type { AnyField, Language } from './declarations.mts';

interface Words {
  readonly label: Record<string, string>;
  readonly help: Record<string, string>;
  /** What this host's own way of filling in a kind of field adds to its help. */
  readonly ways: Partial<Record<AnyField['kind'], string>>;
  /** For those who use the keyboard, or hear the form. */
  readonly rows: { readonly move: string; readonly remove: string };
  readonly mode: { readonly array: string; readonly messages: string };
  /** The output for what belongs to no branch. */
  readonly rest: string;
  readonly status: { readonly running: string; readonly warning: string };
  /** In a drop-down of names from a configuration. */
  readonly named: { readonly default: string; readonly gone: string };
  readonly check: Record<
    | 'button'
    | 'running'
    | 'works'
    | 'fails'
    | 'formOnly'
    | 'noClient'
    | 'passed'
    | 'warning'
    | 'failed'
    | 'skipped'
    | 'publicKey'
    | 'copy'
    | 'copied',
    string
  >;
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
      split: 'Separate Outputs',
      proxy: 'Proxy',
      options: 'Options',
      flow: 'Items and result',
      client: 'Check With',
    },
    help: {
      list: 'Where the items are. A list gives one look-up per element, in as few calls as possible; anything else is one item.',
      skip: 'Items in which this property is set are passed on untouched, and nothing is asked about them.',
      result: 'The property of the message that gets the items, each with what was found out about it.',
      mode: 'A failed item gets the property error and never stops the others. A single item that fails goes to Catch nodes.',
      split:
        'An output for each kind of result, and a last one for items that failed, were skipped or fit none of the kinds: they never come out with those the flow may act on. Only outputs with items get a message.',
      client:
        'The deployed Maskinporten configuration whose token Fiks is asked with. It is used for this check alone and is not stored here.',
    },
    ways: {
      documents:
        'A Buffer, or an object with filename, mimeType and data (a Buffer or base64) or path; several as a list, in order. A path is of a file on this machine, which is read while it is sent: take none from outside.',
    },
    rows: { move: 'Move with the arrow keys, or drag', remove: 'Remove' },
    mode: { array: 'one message with all items', messages: 'one message per item' },
    rest: 'Failed or Skipped',
    status: { running: 'working', warning: 'warning: see the log' },
    named: { default: 'default of the configuration', gone: 'not in the configuration' },
    check: {
      button: 'Check Connection',
      running: 'Checking …',
      works: 'The connection works.',
      fails: 'The connection does not work yet.',
      formOnly: 'The form is right. Fiks was not asked: choose a Maskinporten configuration to check with.',
      noClient: 'none: check only the form',
      passed: 'passed',
      warning: 'warning',
      failed: 'failed',
      skipped: 'not tried',
      publicKey: "Public key (JWK), to compare with Digdir's portal",
      copy: 'Copy',
      copied: 'Copied',
    },
    summary: {
      maskinporten:
        'Who asks: the Maskinporten client, its key and the environment. One client can serve many municipalities.',
      fiks: 'For whom: the Fiks integration of a municipality, with its Folkeregister roles and SvarUt accounts.',
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
      split: 'Egne utganger',
      proxy: 'Proxy',
      options: 'Flere valg',
      flow: 'Elementer og resultat',
      client: 'Sjekk med',
    },
    help: {
      list: 'Hvor elementene er. En liste gir ett oppslag per element, i så få kall som mulig; alt annet er ett element.',
      skip: 'Elementer der denne egenskapen er satt, sendes videre urørt, og ingenting spørres om dem.',
      result: 'Egenskapen i meldingen som får elementene, hvert med det som ble funnet ut om det.',
      mode: 'Et element som feiler, får egenskapen error og stopper aldri de andre. Feiler et enkelt element, går det til Catch-noder.',
      split:
        'Én utgang for hver slags resultat, og en siste for elementer som feilet, ble hoppet over eller ikke hører til noe sted: de kommer aldri ut sammen med dem flyten kan handle på. Bare utganger med elementer får en melding.',
      client:
        'Den utrullede Maskinporten-konfigurasjonen som gir tokenet Fiks spørres med. Den brukes bare i denne sjekken og lagres ikke her.',
    },
    ways: {
      documents:
        'En Buffer, eller et objekt med filename, mimeType og data (en Buffer eller base64) eller path; flere som en liste, i rekkefølge. En path er til en fil på denne maskinen, som leses mens den sendes: ta aldri imot en utenfra.',
    },
    rows: { move: 'Flytt med piltastene, eller dra', remove: 'Fjern' },
    mode: { array: 'én melding med alle elementene', messages: 'én melding per element' },
    rest: 'Feilet eller hoppet over',
    status: { running: 'arbeider', warning: 'advarsel: se loggen' },
    named: { default: 'standard i konfigurasjonen', gone: 'ikke i konfigurasjonen' },
    check: {
      button: 'Sjekk forbindelsen',
      running: 'Sjekker …',
      works: 'Forbindelsen virker.',
      fails: 'Forbindelsen virker ikke ennå.',
      formOnly: 'Skjemaet er riktig fylt ut. Fiks ble ikke spurt: velg en Maskinporten-konfigurasjon å sjekke med.',
      noClient: 'ingen: sjekk bare skjemaet',
      passed: 'bestått',
      warning: 'advarsel',
      failed: 'feilet',
      skipped: 'ikke forsøkt',
      publicKey: 'Offentlig nøkkel (JWK), til å sammenligne med Digdirs portal',
      copy: 'Kopier',
      copied: 'Kopiert',
    },
    summary: {
      maskinporten: 'Hvem som spør: Maskinporten-klienten, nøkkelen og miljøet. Én klient kan tjene mange kommuner.',
      fiks: 'For hvem: kommunens Fiks-integrasjon, med Folkeregister-roller og SvarUt-kontoer.',
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
