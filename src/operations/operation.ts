/**
 * What an operation is. An operation is one thing a user can choose in a node; the hosts know nothing else of a service.
 */
import type { DocumentSource } from '../http/document';
import type { ServiceError } from '../http/serviceError';
import type { ChoiceField, ChoicesField, Field, ListField, Text } from './field';

export type Json = string | number | boolean | null | undefined | { readonly [key: string]: Json } | readonly Json[];
export type JsonObject = { readonly [key: string]: Json };

/** One input's result: a success or its own error. A failure never touches its neighbours. */
export type Outcome =
  { readonly ok: true; readonly value: JsonObject } | { readonly ok: false; readonly error: ServiceError };

type ValueOf<F extends Field> = F extends ChoiceField
  ? F['choices'][number]['value']
  : F extends ChoicesField
    ? readonly F['choices'][number]['value'][]
    : F extends ListField
      ? readonly Values<F['columns']>[]
      : F extends { readonly unchecked: true }
        ? readonly unknown[]
        : {
            text: string;
            texts: readonly string[];
            identifier: string;
            number: number;
            boolean: boolean;
            choicesFrom: string;
            dateTime: string;
            json: unknown;
            documents: readonly DocumentSource[];
            choice: never;
            choices: never;
            list: never;
          }[F['kind']];

type AlwaysGiven =
  { readonly required: true } | { readonly default: unknown } | { readonly kind: 'documents' | 'list' | 'texts' };

type Dependent = { readonly shownWhen: object };

/** The checked input that belongs to a list of fields. */
export type Values<Fields extends readonly Field[]> = {
  readonly [F in Fields[number] as F['name']]: F extends Dependent & { readonly required: true }
    ? ValueOf<F> | undefined
    : F extends AlwaysGiven
      ? ValueOf<F>
      : ValueOf<F> | undefined;
};

/** Results sorted into a few named kinds, which a host can offer as outputs of their own. */
export interface Branches {
  readonly names: readonly { readonly value: string; readonly label: Text }[];
  /** The `value` of the one that a result belongs to. */
  readonly of: (value: JsonObject) => string;
}

export interface Operation<Context> {
  readonly name: string;
  readonly title: Text;
  /** What it is for, in one or two sentences. */
  readonly summary: Text;
  /** What it calls, for the docs: method and path, with parameters in braces. */
  readonly endpoints?: readonly string[];
  /** A `send` changes the world and is never offered to AI agents. */
  readonly effect: 'read' | 'send';
  /** What it gives may not go to an AI agent. */
  readonly notForAi?: true;
  /** It asks nobody, and so runs without credentials (offline.ts). */
  readonly offline?: true;
  readonly fields: readonly Field[];
  /** Inputs that differ only in the fields `on` go together, at most `limit` to a call. Absent: one call per input. */
  readonly batch?: { readonly limit: number; readonly on: string | readonly string[] };
  /** Inputs for which this gives the same text run one after the other, in order. */
  readonly serialOn?: (context: Context, input: Record<string, unknown>) => string;
  /** Before the first input is handled, with all that passed the check: what can be asked for all at once is asked here. */
  readonly prepare?: (context: Context, inputs: readonly Record<string, unknown>[]) => Promise<void>;
  /** When all inputs are handled: what can only be said of the whole is added here. One outcome per input, in order. */
  readonly conclude?: (outcomes: readonly Outcome[]) => readonly Outcome[];
  /** Keys of the result that identify people, for hosts that can hide them. */
  readonly sensitive: readonly string[];
  /** A result to look at before the first run. */
  readonly example: JsonObject;
  readonly branches?: Branches;
  /** One outcome per input, in order. What it throws becomes the error of every input given. */
  readonly run: (context: Context, inputs: readonly Record<string, unknown>[]) => Promise<readonly Outcome[]>;
}

type Declaration<Context, Fields extends readonly Field[]> = Omit<Operation<Context>, 'fields' | 'run' | 'offline'> & {
  readonly fields: Fields;
  /** Only where whatever context will do. */
  readonly offline?: unknown extends Context ? true : never;
} & (
    | { readonly each: (context: Context, input: Values<Fields>) => Promise<JsonObject> }
    | { readonly all: (context: Context, inputs: readonly Values<Fields>[]) => Promise<readonly Outcome[]> }
  );

/** Whether an AI agent may be offered it. */
export const isForAi = ({ effect, notForAi }: Pick<Operation<never>, 'effect' | 'notForAi'>): boolean =>
  effect === 'read' && notForAi !== true;

export const succeeded = (value: JsonObject): Outcome => ({ ok: true, value });
export const failed = (error: ServiceError): Outcome => ({ ok: false, error });

/** Ties the types of the fields to the function that uses them. `all` takes what the runner has put together; `each` one input. */
export const defineOperation =
  <Context>() =>
  <const Fields extends readonly Field[]>(declaration: Declaration<Context, Fields>): Operation<Context> => {
    // The runner hands over only what the check made from these very fields.
    const typed = (input: Record<string, unknown>): Values<Fields> => input as Values<Fields>;
    const run: Operation<Context>['run'] =
      'all' in declaration
        ? (context, inputs) => declaration.all(context, inputs.map(typed))
        : (context, inputs) =>
            Promise.all(inputs.map(async (input) => succeeded(await declaration.each(context, typed(input)))));
    return { ...declaration, run };
  };
