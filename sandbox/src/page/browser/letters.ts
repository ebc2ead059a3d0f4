/* istanbul ignore file -- the browser gets this source as it stands, so it must not be instrumented */
import type { Tools } from './tools.js';

/** The letters, and the one of them that is open. Runs in the browser; see tools.ts. */
export function showLetters(page: Tools): void {
  interface Station {
    state: string;
    at: string;
    reached: boolean;
  }

  interface LetterDocument {
    filnavn: string;
    mimeType: string;
    size: number;
  }

  interface Letter {
    id: string;
    receivedAt: string;
    tittel: string;
    recipient: string | null;
    address: { navn?: string } | null;
    eksternReferanse: string | null;
    channel: string;
    state: string;
    timeline: Station[];
    nextStateInSeconds: number | null;
    documents: LetterDocument[];
  }

  const { words, byId } = page;
  const { said } = words;
  const dialog = byId('letter') as HTMLDialogElement;
  let letters: Letter[] = [];
  let open: Letter | undefined;

  const meaningOf = (state: string): string => words.states[state]?.text ?? state;

  const fillLetter = (parent: HTMLElement, letter: Letter): void => {
    page.fill(parent, {
      title: letter.tittel,
      recipient: letter.recipient ?? letter.address?.navn ?? said.byAddress,
      channel: words.channels[letter.channel] ?? letter.channel,
    });
    page.pill(parent, 'state', letter.state, words.states[letter.state]?.tone ?? 'going');
  };

  const showRow = (row: HTMLElement, letter: Letter): void => {
    fillLetter(row, letter);
    page.fill(row, { received: page.at(letter.receivedAt) });
    page.part(row, 'title').dataset.letter = letter.id;
  };

  const showStation = (line: HTMLElement, { state, at, reached }: Station): void => {
    page.fill(line, {
      state,
      meaning: meaningOf(state),
      at: page.dateAndTime(at),
      progress: reached ? said.reached : said.coming,
    });
    line.dataset.reached = String(reached);
  };

  const showDocument = (line: HTMLElement, { index, filnavn, mimeType, size }: LetterDocument & { index: number }) => {
    const link = page.part(line, 'name') as HTMLAnchorElement;
    link.textContent = filnavn;
    link.href = `/admin/letters/${encodeURIComponent(open?.id ?? '')}/documents/${index}`;
    const isPdf = mimeType === 'application/pdf';
    const about = page.say(said.pages, { type: isPdf ? 'PDF' : mimeType, size: Math.max(1, Math.round(size / 1000)) });
    page.fill(line, { about: `${about}, ${isPdf ? said.newTab : said.saved}` });
  };

  const next = ({ timeline }: Letter): Station | undefined => timeline.find(({ reached }) => !reached);

  const showDetail = (letter: Letter): void => {
    fillLetter(dialog, letter);
    page.fill(dialog, {
      meaning: meaningOf(letter.state),
      reference: letter.eksternReferanse ?? '–',
      id: letter.id,
    });
    const stations = letter.timeline.map((station, index) => ({ ...station, index }));
    page.list(byId('letter-timeline'), stations, 'letter-station', ({ index }) => `${letter.id} ${index}`, showStation);
    const documents = letter.documents.map((document, index) => ({ ...document, index }));
    page.list(
      byId('letter-documents'),
      documents,
      'letter-document',
      ({ index }) => `${letter.id} ${index}`,
      showDocument,
    );
    const coming = next(letter);
    const advance = byId('letter-advance');
    byId('letter-ended').textContent = coming ? '' : said.noChange;
    advance.hidden = !coming;
    if (coming) {
      const time = page.span(letter.nextStateInSeconds ?? 0);
      advance.textContent = page.say(said.advanceTo, { time, state: coming.state });
    }
  };

  const rows = page.table<Letter>('letters', ({ id }) => id, showRow);

  const refresh = async (): Promise<void> => {
    letters = (await page.load<Letter[]>(`/admin/letters?limit=${rows.wanted()}`)).reverse();
    rows.show(letters);
    // Where many newer ones have come, it stays as it was last seen.
    open = letters.find(({ id }) => id === open?.id) ?? open;
    if (open) showDetail(open);
  };

  byId('letters-more').addEventListener('click', () => void page.refresh());

  byId('letters-rows').addEventListener('click', (event) => {
    const chosen = (event.target as Element).closest<HTMLElement>('[data-letter]')?.dataset.letter;
    open = letters.find(({ id }) => id === chosen);
    if (!open) return;
    showDetail(open);
    dialog.showModal();
  });

  dialog.addEventListener('close', () => {
    open = undefined;
  });

  byId('letter-advance').addEventListener('click', () =>
    page.act(async () => {
      await page.order('POST', '/admin/clock', { advanceSeconds: open?.nextStateInSeconds ?? 0 });
      await refresh();
      return page.say(said.nowAt, { state: open?.state ?? '' });
    }),
  );

  page.watch('letters', refresh);
}
