import {
  ENVIRONMENTS,
  PARTIES,
  SERVICES,
  SERVICE_TITLES,
  type Environment,
  type Language,
  type Party,
} from '../setup/order.js';
import { html, type Html } from './escapedHtml.js';
import { languageLinks } from './languageLinks.js';
import { setupWords, type SetupWords } from './setupWords.js';

const radio = (name: string, value: string, label: string, isFirst: boolean): Html =>
  html`<label
    ><input type="radio" name="${name}" value="${value}" required ${isFirst ? html`checked` : ''} /> ${label}</label
  >`;

const partyChoice = (party: Party, words: SetupWords): Html => radio('for', party, words[party], party === PARTIES[0]);

const environmentChoice = (environment: Environment, words: SetupWords): Html =>
  radio('environment', environment, words[environment], environment === ENVIRONMENTS[0]);

const textField = (name: string, label: string, help = ''): Html =>
  html`<label
    >${label}
    <input name="${name}" maxlength="200" autocomplete="off" />
    ${help === '' ? '' : html`<small class="quiet">${help}</small>`}</label
  >`;

const numberField = (name: string, label: string): Html =>
  html`<label
    >${label}
    <input name="${name}" inputmode="numeric" pattern="\\s*(\\d\\s*){9}" maxlength="15" autocomplete="off" />
  </label>`;

const form = (words: SetupWords, language: Language): Html =>
  html`<form id="order">
    <input type="hidden" name="language" value="${language}" />
    <fieldset>
      <legend>${words.who}</legend>
      ${PARTIES.map((party) => partyChoice(party, words))}
    </fieldset>
    <fieldset>
      <legend>${words.owner}</legend>
      ${[textField('organisation', words.name), numberField('organisationNumber', words.number)]}
    </fieldset>
    <fieldset id="customer" hidden disabled>
      <legend>${words.customer}</legend>
      ${[textField('municipality', words.name), numberField('municipalityNumber', words.number)]}
    </fieldset>
    <fieldset>
      <legend>${words.services}</legend>
      ${SERVICES.map(
        (service) =>
          html`<label
            ><input type="checkbox" name="services" value="${service}" checked /> ${
              SERVICE_TITLES[service][language]
            }</label
          >`,
      )}
    </fieldset>
    <fieldset>
      <legend>${words.environment}</legend>
      ${ENVIRONMENTS.map((environment) => environmentChoice(environment, words))}
    </fieldset>
    <fieldset>
      <legend>${words.key}</legend>
      ${textField('keyId', words.keyId, words.keyIdHelp)}
    </fieldset>
    <p><button class="main">${words.make}</button></p>
  </form>`;

const copyButton = (words: SetupWords): Html => html`<button type="button" data-action="copy">${words.copy}</button>`;
const saveButton = (words: SetupWords): Html => html`<button type="button" data-action="save">${words.save}</button>`;

const results = (words: SetupWords): Html =>
  html`<section id="results" aria-labelledby="keys" tabindex="-1" hidden>
      <h2 id="keys">${words.keys}</h2>
      <p>${words.privateKeyHelp}</p>
      <p><button type="button" class="main" id="save-private-key">${words.savePrivateKey}</button></p>
      <p>${words.publicKeyHelp}</p>
      <article id="public-key" aria-label="public-jwk.json">
        <pre tabindex="0"></pre>
        <p>${[copyButton(words), saveButton(words)]}</p>
      </article>
      <h2>${words.letters}</h2>
      <p>${words.lettersHelp}</p>
      <div id="letters"></div>
    </section>
    <template id="letter">
      <article>
        <h3></h3>
        <p class="quiet" data-part="to"></p>
        <p data-part="open">${words.open} <span></span></p>
        <pre tabindex="0" lang="nb"></pre>
        <p>${[copyButton(words), saveButton(words)]} <a>${words.mail}</a></p>
      </article>
    </template>`;

/** The set-up assistant as a page. The script has no words of its own: those it needs stand here. */
export const renderSetupPage = (language: Language): string => {
  const words = setupWords(language);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title}</title>
        <link rel="stylesheet" href="/page.css" />
        <link rel="stylesheet" href="/setup/page.css" />
        <script src="/setup/page.js" defer></script>
      </head>
      <body>
        <header>
          <p><a href="/?language=${language}">norsk-kommune-sandbox</a> · ${languageLinks('/setup', language)}</p>
          <h1>${words.title}</h1>
          <p>${words.purpose}</p>
          <p class="quiet">${words.privacy}</p>
        </header>
        <main>
          ${form(words, language)}
          <p class="refused" id="problem" role="alert" data-unreachable="${words.unreachable}"></p>
          <p class="unseen" id="done" role="status" data-copied="${words.copied}" data-made="${words.made}"></p>
          ${results(words)}
        </main>
      </body>
    </html> `.markup;
};
