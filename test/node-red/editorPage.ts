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

/** Values of the page's inputs, by selector; `checked` is a switch that is on. */
export type Chosen = Readonly<Record<string, string>>;

/** As much of jQuery as the forms use. Every element there is asked for is there, once. */
export const openPage = (
  chosen: Chosen,
  typedInputs: Record<string, readonly Choice[]>,
  written: Record<string, unknown>,
) => {
  const handlers: Handler[] = [];
  const element = (selector: string): object => {
    const useTypedInput = (given: 'types' | { readonly types: readonly Choice[] }, types?: readonly Choice[]) => {
      typedInputs[selector.replace('#node-input-', '')] = types ?? (given as { types: readonly Choice[] }).types;
      return self;
    };
    const useList = (given: 'items' | 'addItem' | EditableList): unknown => {
      if (given === 'items') return { toArray: () => [] };
      if (typeof given === 'object') given.addItem(self, 0, {});
      return self;
    };
    const known: Record<string, unknown> = {
      0: { scrollIntoView: () => undefined },
      length: 1,
      is: (state: string) => state === ':checked' && chosen[selector] === 'checked',
      val: (...values: unknown[]) => {
        if (values.length === 0) return chosen[selector] ?? 'sandbox';
        written[selector] = values[0];
        return self;
      },
      data: () => 'anOperation',
      each: (visit: Handler) => (visit.call(self, undefined), self),
      filter: (visit: Handler) => (visit.call(self, undefined), self),
      on: (_event: string, handler: Handler) => (handlers.push(handler), self),
      typedInput: useTypedInput,
      editableList: useList,
    };
    const self: object = new Proxy(known, { get: (_, name) => known[String(name)] ?? (() => self) });
    return self;
  };
  const find = (what: unknown): unknown => (typeof what === 'string' ? element(what) : what);
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
