/**
 * What a trigger is: what happens at a service, asked for again and again. It is declared once like an operation, and the
 * hosts know nothing else of it; `follow.ts` does the asking.
 */
import type { Field, NumberField, Text } from './field';
import type { Json, JsonObject, Values } from './operation';

export interface Page {
  /** What has happened since the place, in order. */
  readonly events: readonly JsonObject[];
  /** Where to go on from when the flow has worked on these events. It is stored, so it identifies nobody. */
  readonly place: Json;
  /** Whether there is more to ask for at once. */
  readonly more: boolean;
  /** How far this look has come, for the next page of it. It is not stored: a look that is broken off begins anew. */
  readonly within?: Json;
}

/** For a trigger that looks after what it is told of, and not after everything. */
export interface Follows {
  /** How the form of a node without an input names them. */
  readonly inForm: readonly Field[];
  /** How an item that comes in names one. */
  readonly inItem: readonly Field[];
  /** Adding what is there already changes nothing. */
  readonly add: (place: Json, items: readonly Record<string, unknown>[]) => Json;
  /** How many are still looked after. */
  readonly count: (place: Json) => number;
}

export interface Trigger<Context> {
  readonly name: string;
  readonly title: Text;
  /** What it is for, in one or two sentences. */
  readonly summary: Text;
  /** What it calls, for the docs: method and path, with parameters in braces. */
  readonly endpoints?: readonly string[];
  readonly fields: readonly Field[];
  readonly follows?: Follows;
  /** Keys of an event that identify people, for hosts that can hide them. */
  readonly sensitive: readonly string[];
  /** An event to look at before the first one. */
  readonly example: JsonObject;
  /**
   * @param place undefined the first time
   * @param within what the page before said, if it was of the same look
   */
  readonly poll: (context: Context, input: Record<string, unknown>, place: Json, within?: Json) => Promise<Page>;
  /** Events to build a flow with, asked for where no place is kept. */
  readonly sample: (context: Context, input: Record<string, unknown>) => Promise<readonly JsonObject[]>;
}

/** All that is filled in on a node without an input. */
export const formOfTrigger = ({ follows, fields }: Trigger<never>): readonly Field[] => [
  ...(follows?.inForm ?? []),
  ...fields,
];

const MINUTE_MS = 60_000;

/** Every trigger has it. */
const minutesBetween = {
  kind: 'number',
  name: 'minutesBetween',
  label: { en: 'Minutes Between Looks', nb: 'Minutter mellom hver sjekk' },
  help: {
    en: 'How long to wait before asking the service again. When something is wrong there, the waits grow up to an hour.',
    nb: 'Hvor lenge det ventes før tjenesten spørres igjen. Når noe er galt der, vokser ventetiden opp til en time.',
  },
  required: false,
  min: 1,
  max: 1440,
  default: 10,
} as const satisfies NumberField;

/** Milliseconds between two looks, as a checked input says. */
export const intervalOf = (input: Readonly<Record<string, unknown>>): number =>
  (input[minutesBetween.name] as number) * MINUTE_MS;

type FormOf<F> = F extends readonly Field[] ? Partial<Values<F>> : unknown;

type Declaration<Context, Fields extends readonly Field[], InForm, InItem extends readonly Field[]> = Omit<
  Trigger<Context>,
  'fields' | 'follows' | 'poll' | 'sample'
> & {
  readonly fields: Fields;
  readonly follows?: Omit<Follows, 'inForm' | 'inItem' | 'add'> & {
    readonly inForm: InForm;
    readonly inItem: InItem;
    readonly add: (place: Json, items: readonly Values<InItem>[]) => Json;
  };
  readonly poll: (
    context: Context,
    input: Values<Fields> & FormOf<InForm>,
    place: Json,
    within?: Json,
  ) => Promise<Page>;
  readonly sample: (context: Context, input: Values<Fields> & FormOf<InForm>) => Promise<readonly JsonObject[]>;
};

/** Ties the types of the fields to the functions that use them. What the form names is undefined where a node has an input. */
export const defineTrigger =
  <Context>() =>
  <
    const Fields extends readonly Field[],
    const InForm extends readonly Field[] = readonly [],
    const InItem extends readonly Field[] = readonly [],
  >(
    declaration: Declaration<Context, Fields, InForm, InItem>,
  ): Trigger<Context> => ({
    // The hosts hand over only what the check made from these very fields.
    ...(declaration as unknown as Trigger<Context>),
    fields: [...declaration.fields, minutesBetween],
  });
