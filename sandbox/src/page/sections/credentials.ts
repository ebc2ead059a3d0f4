import type { Language, Text } from '../../setup/order.js';
import { html, type Html } from '../escapedHtml.js';
import { CREDENTIALS, DIALOGS, SANDBOX_ENVIRONMENT, type Dialog } from '../words/credentials.js';
import { SCRIPT_WORDS } from '../words/script.js';
import { SHELL } from '../words/shell.js';
import { inLanguage, type WordsOf } from '../words/words.js';
import { section } from './section.js';

type Words = WordsOf<typeof CREDENTIALS>;

/** n8n's dialogs are English; Node-RED's are in the language of the reader. One text where they say the same. */
const inBothHosts = ({ en, nb }: Text, language: Language): Html =>
  language === 'en' || en === nb
    ? html`<span lang="en">${en}</span>`
    : html`<span class="in-n8n" lang="en">${en}</span><span class="in-node-red">${nb}</span>`;

const copyButton = (field: string, label: Text, language: Language): Html => {
  const name = SCRIPT_WORDS[language].said.copyOf.replace('{name}', label[language]);
  return html`<button type="button" data-copy-from="value-${field}" aria-label="${name}">
    ${SHELL.copy[language]}
  </button>`;
};

const row = (field: string, label: Text, language: Language): Html => {
  const isChosen = field === 'environment';
  return html`<tr>
    <th scope="row">${inBothHosts(label, language)}</th>
    <td>
      <code class="value" id="value-${field}">${isChosen ? inBothHosts(SANDBOX_ENVIRONMENT, language) : ''}</code>
    </td>
    <td>${isChosen ? '' : copyButton(field, label, language)}</td>
  </tr>`;
};

const dialogTable = ({ title, fields }: Dialog, words: Words, language: Language): Html =>
  html`<div class="table" role="region" aria-label="${title[language]}" tabindex="0">
    <table>
      <caption>
        ${inBothHosts(title, language)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.field}</th>
          <th scope="col">${words.value}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${Object.entries(fields).map(([field, label]) => row(field, label, language))}
      </tbody>
    </table>
  </div>`;

/** A text that can be fetched by a script too. */
const fetched = (id: string, address: string, words: Words): Html =>
  html`<pre id="${id}" data-address="${address}" tabindex="0" role="region" aria-label="${address}"></pre>
    <p><button type="button" class="main" data-copy-from="${id}">${words.copyAll}</button></p>`;

const choice = (id: string, name: string, isFirst: boolean): Html =>
  html`<label
    ><input type="radio" name="host" id="for-${id}" autocomplete="off" ${isFirst ? html`checked` : html``} />
    <span>${name}</span></label
  >`;

const panel = (id: string, help: string, content: readonly Html[]): Html =>
  html`<div class="host" data-hosts="${id}">
    <p class="quiet">${help}</p>
    ${content}
  </div>`;

const others = (words: Words): Html =>
  html`<details>
    <summary>${words.others}</summary>
    <div class="table" role="region" aria-label="${words.others}" tabindex="0">
      <table>
        <caption class="unseen">
          ${words.others}
        </caption>
        <thead>
          <tr>
            ${[words.kind, words.id, words.about].map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody id="others"></tbody>
      </table>
    </div>
    <template id="other"
      ><tr>
        <td data-part="kind"></td>
        <th scope="row" class="number"><code data-part="id"></code></th>
        <td lang="en" data-part="description"></td></tr
    ></template>
  </details>`;

export const credentialsSection = (language: Language): Html => {
  const words = inLanguage(CREDENTIALS, language);
  return section({ id: 'credentials', title: SHELL.credentials[language], intro: words.intro }, [
    html`<fieldset class="choice">
      <legend class="unseen">${words.for}</legend>
      ${[choice('n8n', 'n8n', true), choice('node-red', 'Node-RED', false), choice('curl', 'curl', false), choice('env', '.env', false)]}
    </fieldset>`,
    html`<div class="host" data-hosts="n8n node-red">
      <p class="quiet in-n8n">${words.n8nHelp}</p>
      <p class="quiet in-node-red">${words.nodeRedHelp}</p>
      ${Object.values(DIALOGS).map((dialog) => dialogTable(dialog, words, language))}
    </div>`,
    panel('curl', words.curlHelp, [fetched('curl-script', '/credentials.sh', words)]),
    panel('env', words.envHelp, [fetched('dot-env', '/credentials.env', words)]),
    others(words),
  ]);
};
