/* istanbul ignore file -- the browser gets this source as it stands, so it must not be instrumented */
import type { Dom } from './dom.js';

export type Speech = ReturnType<typeof makeSpeech>;

/** Sentences, times and what is told once. */
export function makeSpeech({ byId }: Dom) {
  const TOLD_FOR_MS = 4500;
  const language = document.documentElement.lang === 'nb' ? 'nb' : 'en-GB';

  /** A sentence with its blanks filled in. */
  const say = (sentence: string, blanks: Readonly<Record<string, string | number>>): string =>
    sentence.replace(/\{(\w+)\}/g, (_blank, name: string) => String(blanks[name]));

  /** Told once, to those who see and to those who listen. */
  const announce = (text: string): void => {
    const place = document.querySelector('dialog[open] .toast') ?? byId('said');
    place.textContent = text;
    setTimeout(() => {
      if (place.textContent === text) place.textContent = '';
    }, TOLD_FOR_MS);
  };

  const clockTime = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const fullTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  const at = (iso: string): string => clockTime.format(new Date(iso));
  const dateAndTime = (iso: string): string => fullTime.format(new Date(iso));

  /** A span of time in its two largest units. */
  const span = (seconds: number): string => {
    const whole = Math.round(seconds);
    const units = (
      [
        ['day', Math.floor(whole / 86_400)],
        ['hour', Math.floor(whole / 3600) % 24],
        ['minute', Math.floor(whole / 60) % 60],
        ['second', whole % 60],
      ] as const
    ).filter(([, count]) => count > 0);
    return (units.length ? units : ([['second', 0]] as const))
      .slice(0, 2)
      .map(([unit, count]) =>
        new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
      )
      .join(' ');
  };

  return { say, announce, at, dateAndTime, span };
}
