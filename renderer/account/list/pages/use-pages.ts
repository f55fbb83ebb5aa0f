// One list's rows for its current query, and the last answer until the next one comes.
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type ListId, listOf } from '../../../../app/model/lists/lists';
import { call } from '../../../ui/bridge';
import { pageSize } from './loaded-pages';
import { createPages, type Pages } from './pages';
import type { PagesView } from './pages-view';
import type { ListFilter } from '../selection/selection';

export interface ListPages {
  pages: Pages;
  /** The last answer: to the present query, or to the one before until the present one is answered. */
  view: PagesView;
  /** `view` answers an earlier query. */
  isOld: boolean;
  /** What the rows are shown as. */
  shown: ShownAs;
}

/** Rows of an earlier query stay as they are for a moment: a quick answer replaces them, and nothing is drawn in between. */
export interface ShownAs {
  /** The pages that the rows are of. */
  pages: Pages;
  /** The order and filters that the rows are shown under. */
  filter: ListFilter;
  /** The present query takes long: the rows are dimmed under its order. */
  isLate: boolean;
  /** How many other queries were answered. */
  queries: number;
}

/** An answer that takes longer than this (ms) is shown to be awaited. */
const quickMs = 100;

/** `reload` reads what is in view again each time that it is another number. Nothing is read unless `mayRead`. */
export function usePages(list: ListId, filter: ListFilter, reload: number, mayRead: boolean): ListPages {
  const pages = useMemo(
    () =>
      createPages({
        read: (page) => call('lists.read', { list, page, limit: pageSize, ...filter }),
        isWhole: !listOf(list).pages,
      }),
    [list, filter],
  );
  const [answered, setAnswered] = useState({ pages, filter, view: pages.view(), queries: 0 });
  // That a query is read is no news while the rows of an earlier one are shown.
  const view = useSyncExternalStore(pages.subscribe, () => {
    const now = pages.view();
    return now.ready || !answered.view.ready ? now : answered.view;
  });
  const isOld = answered.view.ready && answered.pages !== pages && view === answered.view;
  if (view.ready && view !== answered.view) {
    const queries = answered.pages === pages ? answered.queries : answered.queries + 1;
    setAnswered({ pages, filter, view, queries });
  }

  useEffect(() => {
    if (mayRead) pages.want(0, 0);
  }, [pages, mayRead]);
  useEffect(() => () => pages.stop(), [pages]);

  const readFor = useRef(reload);
  useEffect(() => {
    if (readFor.current === reload) return;
    readFor.current = reload;
    pages.again();
  }, [pages, reload]);

  const isLate = useIsLate(isOld);
  const { queries } = answered;
  const shown = isOld && !isLate ? { ...answered, isLate } : { pages, filter, isLate, queries };
  return { pages, view, isOld, shown };
}

/** Whether this lasts longer than a quick answer takes. */
function useIsLate(isWaiting: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setLate(true), quickMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isWaiting]);
  return isWaiting && isLate;
}
