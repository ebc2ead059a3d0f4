/* istanbul ignore file -- the browser gets this source as it stands, so it must not be instrumented */
import type { Tools } from './tools.js';

/** The requests to the services, and why each was refused. Runs in the browser; see script.ts. */
export function showRequests(page: Tools): void {
  interface LoggedRequest {
    id: number;
    at: string;
    duration: number;
    service: string;
    operation: string;
    method: string;
    path: string;
    query: string;
    sender: Readonly<Record<string, string | null>>;
    status: number | null;
    verdict: 'accepted' | 'refused';
    reason: string;
    fault: string | null;
  }

  const MOST_KEPT = 5000;

  const { words, byId } = page;
  const { said } = words;
  const filter = byId('requests-filter') as HTMLFormElement;
  /** Newest first. */
  let requests: LoggedRequest[] = [];

  const meaningOf = ({ status, verdict }: LoggedRequest): string => {
    if (status === null) return words.meanings.cut ?? '';
    if (verdict === 'accepted') return said.wasAccepted;
    return words.meanings[status] ?? words.meanings[status < 500 ? 400 : 500] ?? '';
  };

  const showRow = (row: HTMLElement, request: LoggedRequest): void => {
    const { at, service, operation, status, method, path, query, reason, duration, verdict, sender } = request;
    page.fill(row, {
      time: page.at(at),
      operation,
      service,
      status: status === null ? said.cut : String(status),
      reason,
      meaning: meaningOf(request),
      who: Object.values(sender).filter(Boolean).join(', ') || said.unknownCaller,
      duration: page.say(said.milliseconds, { ms: duration }),
      path: `${method} ${path}${query && `?${query}`}`,
    });
    page.pill(row, 'verdict', said[verdict], verdict === 'accepted' ? 'good' : 'bad');
  };

  const rows = page.table<LoggedRequest>('requests', ({ id }) => String(id), showRow);

  const showFound = (): void => {
    const chosen = new FormData(filter);
    const service = chosen.get('service');
    const refusedOnly = chosen.has('refused');
    rows.show(
      requests.filter(
        (request) => (!service || request.service === service) && (!refusedOnly || request.verdict === 'refused'),
      ),
    );
  };

  filter.addEventListener('change', showFound);

  /** @param id what has a higher one; 0 for everything */
  const loadAfter = (id: number) => page.load<LoggedRequest[]>(`/admin/requests?after=${id}`);

  page.watch('requests', async () => {
    const newest = requests[0]?.id ?? 0;
    // The newest known is asked for again: where it is gone, the sandbox has begun anew.
    const [first, ...others] = await loadAfter(Math.max(0, newest - 1));
    if (first === undefined) requests = newest <= 1 ? [] : (await loadAfter(0)).reverse();
    else if (first.id === newest) requests = [...others.reverse(), ...requests].slice(0, MOST_KEPT);
    else requests = (await loadAfter(0)).reverse();
    showFound();
  });
}
