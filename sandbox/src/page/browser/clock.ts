/* istanbul ignore file -- the browser gets this source as it stands, so it must not be instrumented */
import type { Tools } from './tools.js';

/** The virtual clock: always in sight, and set in its section. Runs in the browser; see script.ts. */
export function showClock(page: Tools): void {
  interface Clock {
    speed: number;
    elapsedSeconds: number;
  }

  const { words, byId } = page;
  const { said } = words;
  const speedChoice = byId('clock-speed') as HTMLSelectElement;

  const speedText = (speed: number): string => {
    if (speed === 0) return said.stopped;
    return speed === 1 ? said.realTime : page.say(said.speed, { speed });
  };

  const showSpeed = (speed: number): void => {
    const value = String(speed);
    if (![...speedChoice.options].some((option) => option.value === value)) {
      speedChoice.add(new Option(speedText(speed), value));
    }
    speedChoice.value = value;
  };

  const show = ({ speed, elapsedSeconds }: Clock): void => {
    byId('clock-elapsed').textContent = page.say(said.elapsed, { time: page.span(elapsedSeconds) });
    byId('clock-pace').textContent = speedText(speed);
    if (document.activeElement !== speedChoice) showSpeed(speed);
  };

  const set = (order: { speed?: number; advanceSeconds?: number }, confirmation: string): void =>
    page.act(async () => {
      await page.order('POST', '/admin/clock', order);
      return confirmation;
    });

  for (const button of document.querySelectorAll<HTMLElement>('button[data-advance]')) {
    button.addEventListener('click', () => {
      const advanceSeconds = Number(button.dataset.advance);
      set({ advanceSeconds }, page.say(said.advanced, { time: page.span(advanceSeconds) }));
    });
  }

  speedChoice.addEventListener('change', () => {
    const speed = Number(speedChoice.value);
    set({ speed }, page.say(said.speedSet, { speed: speedText(speed) }));
  });

  byId('reset').addEventListener('click', () =>
    page.act(async () => {
      await page.order('POST', '/admin/reset');
      return said.wasReset;
    }),
  );

  page.watch('', async () => show(await page.load<Clock>('/admin/clock')));
}
