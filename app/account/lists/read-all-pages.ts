// Reads a list page by page, one request at a time, to the end that page-cursor.ts finds.
import { failed, ok, type Result } from '../../model/problem';
import { createPageCursor, type PageCursor, type PagesEnd, type RowKey } from './page-cursor';

/** Rows requested per page. The API's maximum is not published; other clients request up to 100. */
export const ROWS_PER_PAGE = 100;

interface PageRead<Row> {
  items: readonly Row[];
  totalItems: number | null;
  totalPages: number | null;
  skipped: number;
}

/** How a reading ended; `stopped`: `onPage` needed no more pages. */
type PagesRead = Omit<PagesEnd, 'end'> & { end: PagesEnd['end'] | 'stopped' };

export interface ReadAllPagesOptions<Row, Key extends RowKey, P extends PageRead<Row>> {
  /** Requests one page; the first is 1. */
  readPage(page: number): Promise<Result<P>>;
  keyOf(row: Row): Key;
  /**
   * Called with each page, and with those of its rows that were on no earlier page. The next page is requested when the promise resolves;
   * `stop`: no further page is needed.
   */
  onPage(page: P, newRows: Row[]): 'stop' | void | Promise<'stop' | void>;
  signal?: AbortSignal;
  /** A reading to continue, or one with a limit of its own. Without it, the list is read from its first page. */
  cursor?: PageCursor<Key>;
}

/** Fails with the problem of the first page that fails, and with `cancelled` when `signal` aborts. */
export async function readAllPages<Row, Key extends RowKey, P extends PageRead<Row>>({
  readPage,
  keyOf,
  onPage,
  signal,
  cursor = createPageCursor<Key>(),
}: ReadAllPagesOptions<Row, Key, P>): Promise<Result<PagesRead>> {
  const cancelled = () => signal?.aborted === true;
  for (;;) {
    const answer = await readPage(cursor.next());
    if (cancelled()) return failed({ kind: 'cancelled' });
    if (!answer.ok) return answer;
    const page = answer.value;
    const newRows = page.items.filter((row) => !cursor.seen().has(keyOf(row)));
    const { skipped, totalItems, totalPages } = page;
    const end = cursor.add({ keys: page.items.map(keyOf), skipped, totalItems, totalPages });
    const wish = await onPage(page, newRows);
    if (cancelled()) return failed({ kind: 'cancelled' });
    if (wish === 'stop') {
      const rows = cursor.seen().size;
      const missing = Math.max(0, (totalItems ?? 0) - rows - cursor.skipped());
      return ok({ end: 'stopped', rows, skipped: cursor.skipped(), missing });
    }
    if (end !== null) return ok(end);
  }
}
