import type { Language } from '../../setup/order.js';
import { SERVICES } from '../../traffic/requestLog.js';
import { html, type Html } from '../escapedHtml.js';
import { REQUESTS } from '../words/requests.js';
import { SERVICE_NAMES } from '../words/services.js';
import { SHELL } from '../words/shell.js';
import { inLanguage, type WordsOf } from '../words/words.js';
import { cell, dataTable, section } from './section.js';

const filter = (words: WordsOf<typeof REQUESTS>, language: Language): Html =>
  html`<form class="filter" id="requests-filter">
    <label for="requests-service">${words.service}</label>
    <select id="requests-service" name="service" autocomplete="off">
      <option value="">${words.everyService}</option>
      ${SERVICES.map((service) => html`<option value="${service}">${SERVICE_NAMES[service][language]}</option>`)}
    </select>
    <label><input type="checkbox" name="refused" autocomplete="off" /> ${words.refusedOnly}</label>
  </form>`;

const row = (words: WordsOf<typeof REQUESTS>): Html =>
  html`${cell('time', 'number')}
    <th scope="row">
      <span data-part="operation"></span>
      <span class="quiet" data-part="service"></span>
    </th>
    ${cell('status', 'number')}
    <td>
      <span class="pill" data-part="verdict"></span>
      <span data-part="reason" lang="en"></span>
      <details>
        <summary>${words.details}</summary>
        <dl>
          <dt>${words.meaning}</dt>
          <dd data-part="meaning"></dd>
          <dt>${words.who}</dt>
          <dd data-part="who"></dd>
          <dt>${words.duration}</dt>
          <dd data-part="duration"></dd>
          <dt>${words.path}</dt>
          <dd><code data-part="path"></code></dd>
        </dl>
      </details>
    </td>`;

export const requestsSection = (language: Language): Html => {
  const words = inLanguage(REQUESTS, language);
  const { requests, more, loading } = inLanguage(SHELL, language);
  const columns = [words.time, words.request, words.status, words.outcome];
  return section({ id: 'requests', title: requests, intro: words.intro }, [
    filter(words, language),
    dataTable({
      name: 'requests',
      caption: words.caption,
      columns,
      empty: words.empty,
      more,
      loading,
      row: row(words),
    }),
  ]);
};
