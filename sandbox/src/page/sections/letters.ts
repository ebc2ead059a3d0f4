import type { Language } from '../../setup/order.js';
import { html, type Html } from '../escapedHtml.js';
import { LETTERS } from '../words/letters.js';
import { SHELL } from '../words/shell.js';
import { inLanguage, type WordsOf } from '../words/words.js';
import { cell, dataTable, section } from './section.js';

const ROW = html`<th scope="row"><button type="button" class="link" data-part="title"></button></th>
  ${[cell('recipient', 'number'), cell('channel')]}
  <td><span class="pill" data-part="state"></span></td>
  ${cell('received', 'number')}`;

/** One letter, in front of the list until it is closed. */
const detail = (words: WordsOf<typeof LETTERS>): Html =>
  html`<dialog id="letter" aria-labelledby="letter-title">
      <form method="dialog"><button>${words.close}</button></form>
      <h2 id="letter-title" data-part="title"></h2>
      <p><span class="pill" data-part="state"></span> <span class="quiet" data-part="meaning"></span></p>
      <dl>
        <dt>${words.recipient}</dt>
        <dd data-part="recipient"></dd>
        <dt>${words.channel}</dt>
        <dd data-part="channel"></dd>
        <dt>${words.reference}</dt>
        <dd><code data-part="reference"></code></dd>
        <dt>${words.id}</dt>
        <dd><code data-part="id"></code></dd>
      </dl>
      <h3>${words.timeline}</h3>
      <ol id="letter-timeline" class="timeline"></ol>
      <p>
        <button type="button" class="main" id="letter-advance"></button>
        <span class="quiet" id="letter-ended"></span>
      </p>
      <h3>${words.documents}</h3>
      <ul id="letter-documents" class="documents"></ul>
      <p class="toast" role="status"></p>
    </dialog>
    <template id="letter-station"
      ><li>
        <span class="state" data-part="state"></span>
        <span class="quiet" data-part="meaning"></span>
        <span class="quiet number" data-part="at"></span>
        <span class="unseen" data-part="progress"></span></li
    ></template>
    <template id="letter-document"
      ><li><a target="_blank" rel="noopener" data-part="name"></a> <span class="quiet" data-part="about"></span></li
    ></template>`;

export const lettersSection = (language: Language): Html => {
  const words = inLanguage(LETTERS, language);
  const { letters, more, loading } = inLanguage(SHELL, language);
  const columns = [words.title, words.recipient, words.channel, words.state, words.received];
  return section({ id: 'letters', title: letters, intro: words.intro }, [
    dataTable({ name: 'letters', caption: words.caption, columns, empty: words.empty, more, loading, row: ROW }),
    detail(words),
  ]);
};
