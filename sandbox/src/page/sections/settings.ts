import type { Language } from '../../setup/order.js';
import { html, type Html } from '../escapedHtml.js';
import { CONTROL } from '../words/control.js';
import { inLanguage } from '../words/words.js';

/** Every switch of the sandbox, each changed as soon as it is set. */
export const settingsForm = (language: Language): Html => {
  const words = inLanguage(CONTROL, language);
  return html`<h3>${words.settings}</h3>
    <p class="quiet">${words.settingsHelp}</p>
    <details id="all-settings">
      <summary>${words.showSettings}</summary>
      <div class="table" role="region" aria-label="${words.settings}" tabindex="0">
        <table>
          <caption class="unseen">
            ${words.settings}
          </caption>
          <thead>
            <tr>
              ${[words.setting, words.value].map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody id="settings"></tbody>
        </table>
      </div>
    </details>
    <template id="setting"
      ><tr>
        <th scope="row"><label data-part="label"></label> <code data-part="name"></code></th>
        <td data-part="value"></td></tr
    ></template>`;
};
