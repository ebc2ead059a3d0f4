/* istanbul ignore file -- the browser gets this source as it stands, so it must not be instrumented */
import type { ScriptWords } from '../words/script.js';

export type Dom = ReturnType<typeof makeDom>;

/** The words of the page and its elements. All text is set as text, never as markup. Runs in the browser; see script.ts. */
export function makeDom({ words }: { words: ScriptWords }) {
  const byId = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

  const part = (parent: ParentNode, name: string): HTMLElement =>
    parent.querySelector(`[data-part="${name}"]`) as HTMLElement;

  const copyOf = (template: string): HTMLElement =>
    document.importNode((byId(template) as HTMLTemplateElement).content, true).firstElementChild as HTMLElement;

  /** Sets the texts of an element's parts. */
  const fill = (parent: ParentNode, texts: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(texts)) part(parent, name).textContent = text;
  };

  const pill = (parent: ParentNode, name: string, text: string, tone: string): void => {
    const element = part(parent, name);
    element.textContent = text;
    element.dataset.tone = tone;
  };

  return { words, byId, part, copyOf, fill, pill };
}
