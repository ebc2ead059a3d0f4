import { LANGUAGES, type Language } from '../setup/order.js';
import { html, type Html } from './escapedHtml.js';

const NAMES: Readonly<Record<Language, string>> = { nb: 'Norsk', en: 'English' };

/** To the same page in the other language. */
export const languageLinks = (path: string, shown: Language): readonly Html[] =>
  LANGUAGES.map((language) =>
    language === shown
      ? html`<span aria-current="true">${NAMES[language]}</span> `
      : html`<a href="${path}?language=${language}" hreflang="${language}" lang="${language}">${NAMES[language]}</a> `,
  );
