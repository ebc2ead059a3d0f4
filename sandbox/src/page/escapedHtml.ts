const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

export class Html {
  constructor(readonly markup: string) {}
}

type Filling = string | Html | readonly Html[];

const markupOf = (filling: Filling): string => {
  if (typeof filling === 'string') return escape(filling);
  return filling instanceof Html ? filling.markup : filling.map(({ markup }) => markup).join('');
};

/** A template in which everything filled in is escaped, unless this same tag made it. */
export const html = (strings: TemplateStringsArray, ...fillings: readonly Filling[]): Html =>
  new Html(String.raw({ raw: strings }, ...fillings.map(markupOf)));
