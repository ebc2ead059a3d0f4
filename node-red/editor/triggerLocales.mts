/**
 * Catalogues and help of trigger nodes in each language, from the declarations.
 */
import { fieldsOf, type Language, type TriggeringService } from './declarations.mts';
import { choicesOf, fieldHelp, help, helpOf, KINDS, labelsOf, type Catalogue } from './locales.mts';
import { formOf, triggerTypeOf } from './triggerHtml.mts';
import { WORDS } from './words.mts';

interface TriggerWords {
  readonly help: Record<'list' | 'skip' | 'result' | 'mode', string>;
  readonly mode: { readonly array: string; readonly messages: string };
  readonly input: string;
  readonly output: string;
  readonly details: string;
  readonly restart: string;
  /** What the status shows, of a trigger that is told what to follow and of one that is not. */
  readonly status: { readonly following: string; readonly looking: string };
  /** Over what a trigger without an input has to say of its messages. */
  readonly flow: string;
}

const TRIGGER_WORDS: Record<Language, TriggerWords> = {
  en: {
    help: {
      list: 'Where the items are that say what is to be followed. A list says several. They are not passed on.',
      skip: 'Items in which this property is set are not followed.',
      result: 'The property of the message that gets what has happened.',
      mode: 'What is sent when several things have happened since the last look.',
    },
    mode: { messages: 'one message for each', array: 'one message with all of them' },
    input: 'The items that say what is to be followed, as a list or one object.',
    output: 'What has happened:',
    details: 'Details',
    restart:
      'The node remembers what it has sent, also over a restart. Node-RED does not say when a flow has ended, so what was sent last can come again after one: let the flow put up with that. A copy of the node begins anew.',
    status: {
      following: 'The status shows how many are followed, and when they were last looked at.',
      looking: 'The status shows when the service was last asked.',
    },
    flow: 'Result',
  },
  nb: {
    help: {
      list: 'Hvor elementene er som sier hva som skal følges. En liste sier flere. De sendes ikke videre.',
      skip: 'Elementer der denne egenskapen er satt, følges ikke.',
      result: 'Egenskapen i meldingen som får det som har skjedd.',
      mode: 'Hva som sendes når flere ting har skjedd siden forrige sjekk.',
    },
    mode: { messages: 'én melding for hver', array: 'én melding med alle' },
    input: 'Elementene som sier hva som skal følges, som en liste eller ett objekt.',
    output: 'Det som har skjedd:',
    details: 'Detaljer',
    restart:
      'Noden husker hva den har sendt, også over en omstart. Node-RED sier ikke fra når en flyt er ferdig, så det som ble sendt sist, kan komme på nytt etter en omstart: la flyten tåle det. En kopi av noden begynner forfra.',
    status: {
      following: 'Statusen viser hvor mange som følges, og når de sist ble sjekket.',
      looking: 'Statusen viser når tjenesten sist ble spurt.',
    },
    flow: 'Resultat',
  },
};

export const triggerCatalogue = (service: TriggeringService, language: Language): Catalogue => {
  const words = WORDS[language];
  const own = TRIGGER_WORDS[language];
  const fields = fieldsOf(formOf(service)).map(({ field }) => field);
  return {
    [triggerTypeOf(service)]: {
      palette: service.trigger.title[language],
      label: {
        ...words.label,
        ...(!service.trigger.follows && { flow: own.flow }),
        ...labelsOf(fields, language, 'label'),
      },
      help: { ...own.help, ...Object.fromEntries(fields.map((field) => [field.name, helpOf(field, language)])) },
      caution: Object.fromEntries(fields.flatMap(({ name, caution }) => (caution ? [[name, caution[language]]] : []))),
      choice: choicesOf(fields, language),
      kind: KINDS[language],
      named: words.named,
      mode: own.mode,
    },
  };
};

export const triggerHelp = (service: TriggeringService, language: Language): string => {
  const { trigger } = service;
  const { docs } = WORDS[language];
  const own = TRIGGER_WORDS[language];
  const inputs = [`### ${docs.inputs}`, '', `: payload (array | object) : ${own.input}`, ''];
  const keys = Object.keys(trigger.example).map((key) => `\`${key}\``);
  return help(
    triggerTypeOf(service),
    [
      trigger.summary[language],
      '',
      ...(trigger.follows ? inputs : []),
      `### ${docs.outputs}`,
      '',
      `: payload (object | array) : ${own.output} ${keys.join(', ')}.`,
      '',
      `### ${own.details}`,
      '',
      `${own.restart} ${trigger.follows ? own.status.following : own.status.looking}`,
      '',
      ...fieldsOf(formOf(service)).flatMap(({ field }) => fieldHelp(field, language)),
    ].join('\n'),
  );
};
