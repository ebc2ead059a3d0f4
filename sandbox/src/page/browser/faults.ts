/* istanbul ignore file -- the browser gets this source as it stands, so it must not be instrumented */
import type { Tools } from './tools.js';

/** Faults to order and to call off. Runs in the browser; see script.ts. */
export function showFaults(page: Tools): void {
  interface Fault {
    id: number;
    service: string;
    operation?: string;
    kind: string;
    every?: number;
    probability?: number;
    played: number;
    remaining: number | null;
  }

  const { words, byId } = page;
  const { said } = words;
  const form = byId('fault-order') as HTMLFormElement;
  const kindChoice = byId('fault-kind') as HTMLSelectElement;
  const serviceChoice = byId('fault-service') as HTMLSelectElement;
  const operationChoice = byId('fault-operation') as HTMLSelectElement;
  let operations: Readonly<Record<string, readonly string[]>> = {};

  const nameOf = ({ kind }: Fault): string => words.faults[kind] ?? kind;

  const whenOf = ({ every, probability, remaining }: Fault): string => {
    if (remaining === 0) return said.over;
    return [
      remaining === null ? said.untilCalledOff : page.say(said.timesLeft, { times: remaining }),
      every === undefined ? '' : page.say(said.everyNth, { every }),
      probability === undefined ? '' : page.say(said.byChance, { percent: Math.round(probability * 100) }),
    ]
      .filter(Boolean)
      .join(', ');
  };

  const showRow = (row: HTMLElement, fault: Fault): void => {
    page.fill(row, {
      kind: nameOf(fault),
      service: [fault.service, fault.operation].filter(Boolean).join(': '),
      when: whenOf(fault),
      played: String(fault.played),
    });
    const off = page.part(row, 'off');
    off.setAttribute('aria-label', page.say(said.callOff, { name: nameOf(fault) }));
    off.dataset.fault = String(fault.id);
  };

  /** Only what the chosen kind can be told is shown and sent, and only to a service it can happen to. */
  const showFields = (): void => {
    for (const field of form.querySelectorAll<HTMLElement>('[data-kinds]')) {
      field.hidden = !field.dataset.kinds?.split(' ').includes(kindChoice.value);
      (field.querySelector('input, select') as HTMLInputElement).disabled = field.hidden;
    }
    if (kindChoice.value === 'refusal') serviceChoice.value = 'maskinporten';
  };

  /** What is filled in; numbers as numbers, and nothing for what is left open. */
  const order = (): Record<string, string | number | boolean> => {
    const given: Record<string, string | number | boolean> = {};
    for (const element of form.querySelectorAll<HTMLInputElement>('input:enabled, select:enabled')) {
      if (element.type === 'checkbox' ? !element.checked : element.value.trim() === '') continue;
      if (element.type === 'checkbox') given[element.name] = true;
      else given[element.name] = element.type === 'number' ? Number(element.value) : element.value.trim();
    }
    return given;
  };

  const showOperations = (): void => {
    const known = operations[serviceChoice.value] ?? [];
    if (operationChoice.dataset.service === serviceChoice.value || known.length === 0) return;
    operationChoice.dataset.service = serviceChoice.value;
    const [any] = operationChoice.children;
    operationChoice.replaceChildren(any as Node, ...known.map((operation) => new Option(operation)));
    operationChoice.value = '';
  };

  const showChoices = (): void => {
    showFields();
    showOperations();
  };
  form.addEventListener('change', showChoices);
  // A browser that comes back to the page may have kept the choices.
  showChoices();

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    page.act(async () => {
      await page.order('POST', '/admin/faults', order());
      return said.ordered;
    });
  });

  byId('faults-clear').addEventListener('click', () =>
    page.act(async () => {
      await page.order('DELETE', '/admin/faults');
      return said.cleared;
    }),
  );

  byId('fault-rows').addEventListener('click', (event) => {
    const id = (event.target as Element).closest<HTMLElement>('[data-fault]')?.dataset.fault;
    if (id === undefined) return;
    page.act(async () => {
      await page.order('DELETE', `/admin/faults/${id}`);
      return said.calledOff;
    });
  });

  page.watch('control', async () => {
    if (Object.keys(operations).length === 0) {
      operations = await page.load('/admin/operations');
      showOperations();
    }
    const faults = await page.load<Fault[]>('/admin/faults');
    page.list(byId('fault-rows'), faults.reverse(), 'fault-row', ({ id }) => String(id), showRow);
    byId('faults-empty').hidden = faults.length > 0;
    for (const id of ['faults', 'faults-clear']) byId(id).hidden = faults.length === 0;
  });
}
