/* istanbul ignore file -- the browser gets this source as it stands, so it must not be instrumented */
import type { Dom } from './dom.js';
import type { Speech } from './speech.js';

export type Sections = ReturnType<typeof makeSections>;

/** Which section is open, and what keeps it fresh. */
export function makeSections({ byId, announce }: Dom & Speech) {
  const REFRESH_MS = 2000;
  const sections = [...document.querySelectorAll('main > section')].map(({ id }) => id);
  const watched: { readonly section: string; readonly refresher: () => Promise<void> }[] = [];
  let last: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const currentSection = (): string => sections.find((id) => id === location.hash.slice(1)) ?? sections[0] ?? '';

  const refreshOnce = async (): Promise<void> => {
    const connection = byId('connection');
    try {
      const open = currentSection();
      const due = watched.filter(({ section }) => section === '' || section === open);
      await Promise.all(due.map(({ refresher }) => refresher()));
      connection.textContent = '';
    } catch (error) {
      // Said once, not every time it is still so.
      const { message } = error as Error;
      if (connection.textContent !== message) connection.textContent = message;
    }
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(() => void refresh(), REFRESH_MS);
  };

  /** Asks again for what the section that is open shows; one at a time, as what was added last is asked for. */
  const refresh = (): Promise<void> => (last = last.then(refreshOnce));

  /** Keeps a section fresh while it is open; without a name, always. */
  const watch = (section: string, refresher: () => Promise<void>): void => {
    watched.push({ section, refresher });
  };

  /** An order of the reader's, after which everything is asked for again. */
  const act = (doing: () => Promise<string>): void => {
    void doing()
      .catch((error: unknown) => (error as Error).message)
      .then(async (text) => {
        await refresh();
        announce(text);
      });
  };

  const showSection = (): void => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('nav li a')) {
      const isCurrent = link.hash === `#${currentSection()}`;
      if (isCurrent) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      if (isCurrent) link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')) link.hash = location.hash;
    void refresh();
  };

  const start = (): void => {
    addEventListener('hashchange', showSection);
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) void refresh();
    });
    showSection();
  };

  return { watch, refresh, act, start };
}
