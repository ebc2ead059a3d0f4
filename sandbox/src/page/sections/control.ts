import type { Language } from '../../setup/order.js';
import { html, type Html } from '../escapedHtml.js';
import { CONTROL } from '../words/control.js';
import { SHELL } from '../words/shell.js';
import { inLanguage, type WordsOf } from '../words/words.js';
import { faultForms } from './faults.js';
import { section } from './section.js';
import { settingsForm } from './settings.js';

const ADVANCES = { hour: 3600, fortyHours: 144_000, day: 86_400, ninetyDays: 7_776_000 } as const;
const SPEEDS = { stopped: 0, realTime: 1, minutesASecond: 60, hoursASecond: 3600, daysASecond: 86_400 } as const;

const namesOf = <T extends object>(table: T) => Object.keys(table) as (keyof T)[];

const clock = (words: WordsOf<typeof CONTROL>): Html =>
  html`<h3>${words.clock}</h3>
    <div class="order clock-order">
      <p class="buttons" role="group" aria-labelledby="clock-advance">
        <span class="label" id="clock-advance">${words.advance}</span>
        ${namesOf(ADVANCES).map(
          (name) => html`<button type="button" data-advance="${String(ADVANCES[name])}">${words[name]}</button> `,
        )}
      </p>
      <p>
        <label for="clock-speed">${words.speed}</label>
        <select id="clock-speed" autocomplete="off">
          ${namesOf(SPEEDS).map((name) => html`<option value="${String(SPEEDS[name])}">${words[name]}</option>`)}
        </select>
      </p>
    </div>`;

const reset = (words: WordsOf<typeof CONTROL>): Html =>
  html`<h3>${words.reset}</h3>
    <p><button type="button" id="reset">${words.reset}</button> <span class="quiet">${words.resetHelp}</span></p>`;

export const controlSection = (language: Language): Html => {
  const words = inLanguage(CONTROL, language);
  return section({ id: 'control', title: SHELL.control[language], intro: words.intro }, [
    clock(words),
    faultForms(language),
    settingsForm(language),
    reset(words),
  ]);
};
