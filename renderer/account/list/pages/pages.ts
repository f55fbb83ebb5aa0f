// The rows of one query to one list: pages are read as they come into view, kept, and read again in place. Plain,
// without React. Never requests a page that is out of view, or more than two at once.
import {
  type LoadedPages,
  lastLoaded,
  lastPossible,
  noPages,
  type PageAnswer,
  pageAfterShort,
  pageOf,
  withAnswer,
  withOnly,
} from './loaded-pages';
import { type PagesView, pagesView } from './pages-view';

const callsAtOnce = 2;

export interface Pages {
  view: () => PagesView;
  subscribe: (listener: () => void) => () => void;
  /** The rows in view, both ends included: their pages are read unless they are loaded. */
  want: (first: number, last: number) => void;
  /** Reads the pages in view again; their old rows stay until the answer. Others are read again when they come into view. */
  again: () => void;
  /** Reads the page that this row is on again. */
  retry: (index: number) => void;
  /** Nothing more is asked, and no answer counts. */
  stop: () => void;
}

export interface PagesOptions {
  /** Asks for one page; the first is 1. Must not reject. */
  read: (page: number) => Promise<PageAnswer>;
  /** One page is all there is, however long it is. */
  isWhole: boolean;
}

/** The pages of one query. Nothing is asked before the first `want`. */
export function createPages({ read, isWhole }: PagesOptions): Pages {
  let loaded = noPages(isWhole);
  /** Loaded pages that are to be read again. */
  const stale = new Set<number>();
  const reading = new Set<number>();
  const listeners = new Set<() => void>();
  /** The first and last row in view. */
  let wanted: readonly [number, number] = [0, 0];
  let ready = false;
  let stopped = false;
  const isInView = (page: number) => page >= pageOf(loaded, wanted[0]) && page <= pageOf(loaded, wanted[1]);
  const currentView = () => pagesView(loaded, { isInView, ready, busy: reading.size > 0 });
  let view = currentView();

  function publish(): void {
    view = currentView();
    for (const listener of listeners) listener();
  }

  const needsRead = (page: number) => !reading.has(page) && (stale.has(page) || !loaded.pages.has(page));

  /** Begins as many calls as may run at once. */
  function readNext(): void {
    if (stopped) return;
    let began = false;
    while (reading.size < callsAtOnce) {
      const page = pagesToRead(loaded, wanted, isInView).find(needsRead);
      if (page === undefined) break;
      began = true;
      void readPage(page);
    }
    if (began) publish();
  }

  async function readPage(page: number): Promise<void> {
    reading.add(page);
    stale.delete(page);
    const { size } = loaded;
    const answer = await read(page);
    reading.delete(page);
    if (stopped) return;
    ready = true;
    // With another page size than it was asked for with, this number is another page now.
    if (size === loaded.size || page === 1) loaded = withAnswer(loaded, page, answer);
    publish();
    readNext();
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    want(first, last) {
      wanted = [first, Math.max(first, last)];
      readNext();
    },
    again() {
      // Without a total, the pages before those in view say how far the list goes.
      const keepsAll = loaded.total === null;
      loaded = withOnly({ ...loaded, endPage: null }, (page) => keepsAll || isInView(page));
      for (const page of [...loaded.pages.keys(), ...reading]) stale.add(page);
      readNext();
    },
    retry(index) {
      stale.add(pageOf(loaded, index));
      readNext();
    },
    stop() {
      stopped = true;
      listeners.clear();
    },
  };
}

/** The pages in view that the list may have, in order; then the one that would show whether a short page was the last. */
function pagesToRead(
  loaded: LoadedPages,
  [first, last]: readonly [number, number],
  isInView: (page: number) => boolean,
): number[] {
  const from = pageOf(loaded, first);
  const to = Math.min(pageOf(loaded, last), lastPossible(loaded));
  const inView = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  const after = isInView(lastLoaded(loaded)) ? pageAfterShort(loaded) : null;
  return after === null ? inView : [...inView, after];
}
