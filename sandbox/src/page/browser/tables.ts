/* istanbul ignore file -- the browser gets this source as it stands, so it must not be instrumented */
import type { Dom } from './dom.js';
import type { Speech } from './speech.js';

export type Tables = ReturnType<typeof makeTables>;

/** Lists that change under the reader's eyes. */
export function makeTables({ words, byId, copyOf, say }: Dom & Speech) {
  const ROWS_AT_A_TIME = 50;
  const shownAs = new WeakMap<Element, string>();

  /**
   * Shows the items in order. An element that is there already stays, so that focus, selection and what is open stay where
   * the reader put them, and is filled anew only when its item changed.
   */
  const list = <T>(
    parent: HTMLElement,
    items: readonly T[],
    template: string,
    keyOf: (item: T) => string,
    show: (element: HTMLElement, item: T) => void,
  ): void => {
    const present = new Map([...parent.children].map((child) => [(child as HTMLElement).dataset.key, child]));
    const next = items.map((item) => {
      const element = (present.get(keyOf(item)) ?? copyOf(template)) as HTMLElement;
      element.dataset.key = keyOf(item);
      const look = JSON.stringify(item);
      if (shownAs.get(element) !== look) show(element, item);
      shownAs.set(element, look);
      return element;
    });
    const kept = new Set<Element>(next);
    for (const child of present.values()) if (!kept.has(child)) child.remove();
    next.forEach((element, index) => {
      if (parent.children[index] !== element) parent.insertBefore(element, parent.children[index] ?? null);
    });
  };

  /**
   * Fills one of the page's tables, of which only the first rows are shown until more are asked for. It need not be handed
   * more than it wants.
   */
  const table = <T>(name: string, keyOf: (item: T) => string, show: (row: HTMLElement, item: T) => void) => {
    let limit = ROWS_AT_A_TIME;
    let items: readonly T[] = [];
    const more = byId(`${name}-more`);
    const empty = byId(`${name}-empty`);

    const render = (): void => {
      const count = Math.min(limit, items.length);
      list(byId(`${name}-rows`), items.slice(0, limit), `${name}-row`, keyOf, show);
      empty.textContent = count === 0 ? (empty.dataset.text ?? '') : '';
      more.hidden = items.length <= limit;
      byId(`${name}-shown`).textContent =
        count === 0 ? '' : say(more.hidden ? words.said.all : words.said.first, { count });
    };

    more.addEventListener('click', () => {
      limit += ROWS_AT_A_TIME;
      render();
    });

    return {
      /** One more than are shown, which tells whether there are more. */
      wanted: (): number => limit + 1,
      show: (newItems: readonly T[]): void => {
        items = newItems;
        render();
      },
    };
  };

  return { list, table };
}
