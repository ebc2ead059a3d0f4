/**
 * All pages of a search as one list, without a gap or a repeat (fact sheet kjoretoy §2.2, §11).
 */
import { ServiceError } from '../http/serviceError';

/** However many the register has, no more are fetched. */
export const MOST = 10_000;

const PAGE = 100;

interface Page<Row> {
  readonly rows: readonly Row[];
  /** Rows in all; absent where the register does not tell, or not yet. */
  readonly total?: number;
}

interface Collected<Row> {
  readonly rows: readonly Row[];
  readonly total: number | null;
}

const repeated = (): ServiceError =>
  new ServiceError(
    'ERR_UNEXPECTED_ANSWER',
    'The vehicle register gave the same page of a search twice, so the list would have a gap.',
    'Run it again later, or narrow the search to what fits in one page; if it goes on, report it.',
    { service: 'kjoretoyregister' },
  );

/**
 * @param fetchPage `received` rows have come; at most `wanted` more are wanted. The register may give fewer than that, so
 * the next page begins where this one ended, not where it should have.
 * @param idOf tells rows apart; undefined where a row has no identity
 */
export const collect = async <Row>(
  fetchPage: (received: number, wanted: number) => Promise<Page<Row>>,
  most: number,
  idOf: (row: Row) => string | undefined,
): Promise<Collected<Row>> => {
  const seen = new Set<string>();
  const isNew = (row: Row): boolean => {
    const id = idOf(row);
    const before = seen.size;
    return id === undefined || seen.add(id).size > before;
  };
  const rows: Row[] = [];
  let received = 0;
  for (;;) {
    const page = await fetchPage(received, Math.min(PAGE, most - rows.length));
    const fresh = page.rows.filter(isNew);
    if (page.rows.length > 0 && fresh.length === 0) throw repeated();
    rows.push(...fresh);
    received += page.rows.length;
    const isLast = page.rows.length === 0 || (page.total !== undefined && received >= page.total);
    if (isLast || rows.length >= most)
      return { rows: rows.slice(0, most), total: page.total ?? (isLast ? received : null) };
  }
};
