import { html, type Html } from '../escapedHtml.js';

interface Section {
  /** The fragment of its address, and what the ids inside begin with. */
  readonly id: string;
  readonly title: string;
  readonly intro: string;
}

/** A part of the page that is shown alone. */
export const section = ({ id, title, intro }: Section, content: readonly Html[]): Html =>
  html`<section id="${id}" tabindex="-1" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <p class="quiet">${intro}</p>
    ${content}
  </section>`;

interface DataTable {
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly empty: string;
  readonly more: string;
  readonly loading: string;
  /** Cells of a row, whose parts the script fills in. */
  readonly row: Html;
}

/** A table the script fills, a page of rows at a time. */
export const dataTable = ({ name, caption, columns, empty, more, loading, row }: DataTable): Html =>
  html`<div class="table" role="region" aria-label="${caption}" tabindex="0">
      <table>
        <caption class="unseen">
          ${caption}
        </caption>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody id="${name}-rows"></tbody>
      </table>
    </div>
    <p class="empty quiet" id="${name}-empty" data-text="${empty}">${loading}</p>
    <p class="more">
      <span class="quiet" id="${name}-shown"></span>
      <button type="button" id="${name}-more" hidden>${more}</button>
    </p>
    <template id="${name}-row"
      ><tr>
        ${row}
      </tr></template
    >`;

/** A cell whose text is the part of that name. */
export const cell = (part: string, className = ''): Html => html`<td class="${className}" data-part="${part}"></td>`;

export const searchBox = (name: string, label: string): Html =>
  html`<p class="filter">
    <label for="${name}-search">${label}</label>
    <input type="search" id="${name}-search" autocomplete="off" spellcheck="false" maxlength="100" />
  </p>`;
