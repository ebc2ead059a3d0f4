const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

export class Html {
  constructor(readonly markup: string) {}
}

type Filling = string | Html | readonly Html[];

const markupOf = (filling: Filling): string => {
  if (typeof filling === 'string') return escape(filling);
  return filling instanceof Html ? filling.markup : filling.map(({ markup }) => markup).join('');
};

/** The indentation of a template is for who reads the source; what is filled in stays as it is. */
const withoutIndentation = (literal: string): string => literal.replace(/\s*\n\s*/g, '\n');

/** A template in which everything filled in is escaped, unless this same tag made it. */
export const html = (strings: TemplateStringsArray, ...fillings: readonly Filling[]): Html =>
  new Html(String.raw({ raw: strings.map(withoutIndentation) }, ...fillings.map(markupOf)));
