/* istanbul ignore file -- the browser gets this source as it stands, so it must not be instrumented */

/**
 * Runs in the browser: the server sends this function as its own source text. It may therefore use nothing from outside
 * itself. All text is set as text, never as markup.
 */
export function keepPageFresh(): void {
  const INTERVAL_MS = 2000;
  const SHOWN_REQUESTS = 100;
  const CONFIRMATION_MS = 1500;

  interface ShownLetter {
    id: string;
    receivedAt: string;
    tittel: string;
    recipient: string | null;
    eksternReferanse: string | null;
    channel: string;
    state: string;
    documents: { filnavn: string }[];
  }

  interface ShownRequest {
    at: string;
    service: string;
    operation: string;
    status: number | null;
    verdict: string;
    reason: string;
  }

  const byId = (id: string) => document.getElementById(id) as HTMLElement;

  const cell = (content: string | Node[], className = ''): HTMLElement => {
    const element = document.createElement('td');
    element.className = className;
    if (typeof content === 'string') element.textContent = content;
    else element.append(...content);
    return element;
  };

  const row = (...cells: HTMLElement[]): HTMLElement => {
    const element = document.createElement('tr');
    element.append(...cells);
    return element;
  };

  const link = (href: string, text: string): HTMLElement => {
    const element = document.createElement('a');
    element.href = href;
    element.textContent = text;
    const line = document.createElement('div');
    line.append(element);
    return line;
  };

  const time = (iso: string) => new Date(iso).toLocaleTimeString();

  const letterRow = (letter: ShownLetter): HTMLElement =>
    row(
      cell(time(letter.receivedAt)),
      cell(letter.tittel),
      cell(letter.recipient ?? 'by address'),
      cell(letter.eksternReferanse ?? ''),
      cell(letter.channel),
      cell(letter.state),
      cell(
        letter.documents.map((file, index) =>
          link(`/admin/letters/${encodeURIComponent(letter.id)}/documents/${index}`, file.filnavn),
        ),
      ),
    );

  const requestRow = (request: ShownRequest): HTMLElement =>
    row(
      cell(time(request.at)),
      cell(request.service),
      cell(request.operation),
      cell(request.status === null ? 'cut' : String(request.status)),
      cell(request.verdict, request.verdict),
      cell(request.reason),
    );

  /** Replaces rows only when something changed, so that focus and selection stay where the reader put them. */
  const show = (id: string, rows: HTMLElement[], empty: string, columns: number): void => {
    const body = byId(id);
    const next = document.createElement('tbody');
    if (rows.length === 0) {
      const only = cell(empty) as HTMLTableCellElement;
      only.colSpan = columns;
      next.append(row(only));
    } else {
      next.append(...rows);
    }
    if (next.innerHTML !== body.innerHTML) body.replaceChildren(...next.childNodes);
  };

  const load = async <T>(path: string): Promise<T> => (await fetch(path)).json() as Promise<T>;

  const refresh = async (): Promise<void> => {
    try {
      const [letters, requests] = await Promise.all([
        load<ShownLetter[]>('/admin/letters'),
        load<ShownRequest[]>('/admin/requests'),
      ]);
      show('letter-rows', letters.reverse().map(letterRow), 'No letters yet.', 7);
      show('request-rows', requests.slice(-SHOWN_REQUESTS).reverse().map(requestRow), 'No requests yet.', 6);
      byId('connection').textContent = '';
    } catch {
      byId('connection').textContent = 'The sandbox does not answer. This page shows what it last said.';
    }
    setTimeout(() => void refresh(), INTERVAL_MS);
  };

  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button[data-copy]');
    if (!button) return;
    void navigator.clipboard.writeText(button.dataset.copy ?? '').then(() => {
      button.textContent = 'Copied';
      byId('copied').textContent = `${button.getAttribute('aria-label')}: done`;
      setTimeout(() => {
        button.textContent = 'Copy';
      }, CONFIRMATION_MS);
    });
  });

  void refresh();
}
