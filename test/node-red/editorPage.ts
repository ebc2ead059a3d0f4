/**
 * A page of the editor that is not there, for its forms to run in.
 */

/** What the page asks a server for a check of, in the worst and the best case. */
const REPORTS = [
  { ok: true, steps: [] },
  {
    ok: true,
    steps: [
      { status: 'passed', message: '' },
      { status: 'warning', message: '', action: '' },
    ],
    key: { publicJwk: {} },
  },
  {
    ok: false,
    steps: [
      { status: 'failed', message: '', action: '' },
      { status: 'skipped', message: '' },
    ],
  },
];

type Handler = (this: unknown, event: unknown) => void;
export type Choice = string | { readonly value: string; readonly options?: readonly Option[] };
export interface Option {
  readonly value: string;
  readonly label: string;
}
interface EditableList {
  readonly addItem: (row: object, index: number, entry: object) => void;
}

/** What the form did to the page, by selector. */
export interface Traces {
  readonly typedInputs: Record<string, readonly Choice[]>;
  readonly written: Record<string, unknown>;
  readonly shown: Record<string, boolean>;
  readonly texts: Record<string, string>;
  /** The rows each list was filled with. */
  readonly rows: Record<string, object[]>;
}

/** Values of the page's inputs, by selector; `checked` is a switch that is on, and what is undefined is not there. */
export type Chosen = Readonly<Record<string, string | undefined>>;

/** As much of jQuery as the forms use. Every element there is asked for is there, once. */
export const openPage = (chosen: Chosen, { typedInputs, written, shown, texts, rows }: Traces) => {
  const handlers: Handler[] = [];
  const elements = new Set<unknown>();
  const element = (selector: string): object => {
    const useTypedInput = (given: 'types' | 'value' | { readonly types: readonly Choice[] }, more?: any) => {
      if (given === 'value') written[selector] = more;
      else typedInputs[selector.replace('#node-input-', '')] = given === 'types' ? more : given.types;
      return self;
    };
    const useList = (given: 'items' | 'length' | 'empty' | 'addItem' | EditableList, entry?: object): unknown => {
      if (given === 'length') return rows[selector]?.length ?? 0;
      if (given === 'items') return { toArray: () => rows[selector] ?? [] };
      if (given === 'empty') rows[selector] = [];
      if (given === 'addItem' && entry) rows[selector]?.push(entry);
      if (typeof given === 'object') given.addItem(self, 0, {});
      return self;
    };
    const known: Record<string, unknown> = {
      0: { scrollIntoView: () => undefined },
      length: 1,
      is: (state: string) => state === ':checked' && chosen[selector] === 'checked',
      val: (...values: unknown[]) => {
        if (values.length === 0) return selector in chosen ? chosen[selector] : 'sandbox';
        written[selector] = values[0];
        return self;
      },
      data: () => 'anOperation',
      toggle: (isShown: boolean) => ((shown[selector] = isShown), self),
      text: (text: string) => ((texts[selector] = text), self),
      each: (visit: Handler) => (visit.call(self, undefined), self),
      filter: (visit: Handler) => (visit.call(self, undefined), self),
      on: (_event: string, handler: Handler) => (handlers.push(handler), self),
      typedInput: useTypedInput,
      editableList: useList,
    };
    const self: object = new Proxy(known, { get: (_, name) => known[String(name)] ?? (() => self) });
    elements.add(self);
    return self;
  };
  // What is no element is an item of a list, which holds itself.
  const find = (what: unknown): unknown =>
    typeof what === 'string' ? element(what) : elements.has(what) ? what : { data: () => what };
  const ajax = () => ({
    then: (passed: (report: object) => void, failed: (failure: object) => void) => {
      REPORTS.forEach(passed);
      failed({ status: 500, statusText: '' });
      return { always: (settled: () => void) => settled() };
    },
  });
  const useEverything = (): void => {
    for (const handler of handlers) handler.call(element('#any'), { preventDefault: () => undefined });
  };
  return { $: Object.assign(find, { ajax }), useEverything };
};
