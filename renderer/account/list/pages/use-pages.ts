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
  /** What to show: the present answer, or the last one to another question until this one is answered. */
  view: PagesView;
  /** What is shown answers an earlier question. */
  isOld: boolean;
}

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
  const view = useSyncExternalStore(pages.subscribe, pages.view);

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

  const [before, setBefore] = useState(view);
  if (view.ready && view !== before) setBefore(view);
  const isOld = !view.ready && before.ready;
  return { pages, view: isOld ? before : view, isOld };
}
