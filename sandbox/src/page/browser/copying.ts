/* istanbul ignore file -- the browser gets this source as it stands, so it must not be instrumented */
import type { Tools } from './tools.js';

/** A button copies its own value, or the text of an element. Runs in the browser; see script.ts. */
export function copyOnClick({ words, byId, announce }: Tools): void {
  const CONFIRMATION_MS = 1500;

  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button[data-copy], button[data-copy-from]');
    if (!button) return;
    const { copy, copyFrom = '' } = button.dataset;
    void navigator.clipboard.writeText(copy ?? byId(copyFrom).textContent).then(() => {
      button.dataset.label ??= button.textContent;
      button.textContent = words.said.copied;
      announce(words.said.copied);
      setTimeout(() => {
        button.textContent = button.dataset.label ?? '';
      }, CONFIRMATION_MS);
    });
  });
}
