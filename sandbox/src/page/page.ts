import type { Language } from '../setup/order.js';
import { html, type Html } from './escapedHtml.js';
import { languageLinks } from './languageLinks.js';
import { controlSection } from './sections/control.js';
import { credentialsSection } from './sections/credentials.js';
import { lettersSection } from './sections/letters.js';
import { personsSection, vehiclesSection } from './sections/registers.js';
import { requestsSection } from './sections/requests.js';
import { SHELL } from './words/shell.js';
import { inLanguage, type WordsOf } from './words/words.js';

const SECTIONS = ['letters', 'requests', 'persons', 'vehicles', 'control', 'credentials'] as const;

const navigation = (words: WordsOf<typeof SHELL>): Html =>
  html`<nav aria-label="${words.sections}">
    <ul>
      ${SECTIONS.map((section) => html`<li><a href="#${section}">${words[section]}</a></li>`)}
    </ul>
    <a class="clock" href="#control">
      <span class="quiet">${words.clockNow}</span>
      <strong class="number" id="clock-elapsed"></strong> ·
      <span class="quiet" id="clock-pace"></span>
    </a>
  </nav>`;

export const renderPage = (language: Language): string => {
  const words = inLanguage(SHELL, language);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>norsk-kommune-sandbox</title>
        <link rel="icon" type="image/svg+xml" href="/page.svg" />
        <link rel="stylesheet" href="/page.css" />
        <script src="/page.js?language=${language}" defer></script>
      </head>
      <body>
        <header>
          <div>
            <h1>norsk-kommune-sandbox</h1>
            <p>${words.purpose} <span class="quiet">${words.unofficial}</span></p>
          </div>
          <p class="links">
            <a href="/setup?language=${language}">${words.setup}</a>
            <span role="group" aria-label="${words.language}">${languageLinks('/', language)}</span>
          </p>
        </header>
        ${navigation(words)}
        <main>
          <p class="refused" id="connection" role="status"></p>
          <noscript>
            <p class="refused">${words.needsScript}</p>
          </noscript>
          ${[
            lettersSection(language),
            requestsSection(language),
            personsSection(language),
            vehiclesSection(language),
            controlSection(language),
            credentialsSection(language),
          ]}
        </main>
        <p class="toast" id="said" role="status"></p>
      </body>
    </html> `.markup;
};
