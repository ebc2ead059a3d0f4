import type { Language } from '../../setup/order.js';
import { html, type Html } from '../escapedHtml.js';
import { PERSONS, VEHICLES } from '../words/persons.js';
import { SHELL } from '../words/shell.js';
import { inLanguage } from '../words/words.js';
import { cell, dataTable, searchBox, section } from './section.js';

/** A number to pick: shown, and copied with its button. */
const picked = (part: string, copy: string): Html =>
  html`<td class="number">
    <code data-part="${part}"></code>
    <button type="button" data-copy="" data-part="copy" data-label="${copy}">${copy}</button>
  </td>`;

const named = (part: string): Html => html`<th scope="row" data-part="${part}"></th>`;

const english = (part: string): Html => html`<td lang="en" data-part="${part}"></td>`;

export const personsSection = (language: Language): Html => {
  const words = inLanguage(PERSONS, language);
  const { persons, more, loading, copy } = inLanguage(SHELL, language);
  const columns = [words.name, words.number, words.tests, words.krr];
  const row = html`${[named('name'), picked('number', copy), english('tests'), english('krr')]}`;
  return section({ id: 'persons', title: persons, intro: words.intro }, [
    searchBox('persons', words.search),
    dataTable({ name: 'persons', caption: words.caption, columns, empty: words.empty, more, loading, row }),
  ]);
};

export const vehiclesSection = (language: Language): Html => {
  const words = inLanguage(VEHICLES, language);
  const { vehicles, more, loading, copy } = inLanguage(SHELL, language);
  const columns = [words.plate, words.chassis, words.status, words.owner, words.tests];
  const row = html`${[
    html`<th scope="row" class="number">
      <code data-part="plate"></code>
      <button type="button" data-copy="" data-part="copy" data-label="${copy}">${copy}</button>
    </th>`,
    html`<td class="number"><code data-part="chassis"></code></td>`,
    cell('status'),
    html`<td class="number"><code data-part="owner"></code></td>`,
    english('tests'),
  ]}`;
  return section({ id: 'vehicles', title: vehicles, intro: words.intro }, [
    searchBox('vehicles', words.search),
    dataTable({ name: 'vehicles', caption: words.caption, columns, empty: words.empty, more, loading, row }),
  ]);
};
