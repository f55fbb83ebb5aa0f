// The sub-accounts: search, sort, the pinned ones, and the list of all others, of which only the rows in view exist.
// Must not know how many there are beyond what main says.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { AppState, SubAccountSwitch } from '../../../app/model/app-state';
import type { SubAccountRow } from '../../../app/model/sub-account-row';
import { popoverTexts } from '../../../app/texts/popover';
import { classes } from '../../ui/classes';
import { isShortcut } from '../../ui/shortcut';
import { ListHead } from './ListHead';
import { EmptyState } from './EmptyState';
import { SubAccountRowView } from './SubAccountRow';
import styles from './SubAccounts.module.css';
import { scrollerOf, useTopWithin } from './use-top-within';
import { useRows, defaultQuery, type ListQuery } from './use-rows';
import { useRowHeight } from './use-row-height';

interface SubAccountsProps {
  state: AppState;
  now: number;
  startAtSearch: boolean;
}

/** The list with its head. It scrolls with the popover's body; the head stays in view. */
export function SubAccounts({ state, now, startAtSearch }: SubAccountsProps) {
  const { subAccounts } = state;
  const [wish, setWish] = useState<ListQuery>(defaultQuery);
  const settled = useDeferredValue(wish);
  const section = useRef<HTMLElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const rowHeight = useRowHeight(section);
  const [isScrolled, setScrolled] = useState(false);
  const margin = useTopWithin(list);
  const [view, setView] = useState<readonly [number, number]>([0, 0]);

  const isSearching = settled.search !== '';
  const isUsual = !isSearching && settled.sort === defaultQuery.sort && settled.descending === defaultQuery.descending;
  const rows = useRows(subAccounts, settled, isScrolled || !isUsual, view);

  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scrollerOf(section.current),
    // What the first picture has room for, so that it has its rows.
    initialRect: { width: 0, height: 280 },
    estimateSize: () => rowHeight,
    overscan: 4,
    scrollMargin: margin,
    getItemKey: (index) => rows.at(index)?.id ?? `row ${index}`,
  });
  const measured = useRef(rowHeight);
  useLayoutEffect(() => {
    if (measured.current !== rowHeight) {
      measured.current = rowHeight;
      virtual.measure();
    }
  }, [virtual, rowHeight]);

  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    setView((known) => (known[0] === first && known[1] === last ? known : [first, last]));
  }, [first, last]);

  useEffect(() => {
    const scroller = scrollerOf(section.current);
    if (scroller === null) {
      return undefined;
    }
    const onScroll = () => setScrolled(scroller.scrollTop > 0);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => scroller.removeEventListener('scroll', onScroll);
  }, []);

  useEffect(() => {
    if (startAtSearch) {
      search.current?.focus();
    }
    function onKeyDown(event: KeyboardEvent): void {
      const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
      const isFind = isShortcut(event, 'f');
      moveByArrows(event, section.current, search.current);
      if (isFind || (event.key === '/' && !isTyping)) {
        event.preventDefault();
        search.current?.focus();
        search.current?.select();
      }
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [startAtSearch]);

  const allPinned = useMemo(() => subAccounts.pinned.map((row) => ({ ...row, pinned: true })), [subAccounts.pinned]);
  const pinned = isSearching ? [] : allPinned;
  const outcomes = new Map(subAccounts.switches.map((each) => [each.id, each] as const));
  const row = (item: SubAccountRow, outcome: SubAccountSwitch | undefined) => (
    <SubAccountRowView row={item} outcome={outcome} now={now} />
  );

  return (
    <section ref={section} aria-label={popoverTexts.subAccounts} className={styles.section}>
      <ListHead
        subAccounts={subAccounts}
        wish={wish}
        onWish={setWish}
        found={isSearching ? rows.found : null}
        searchRef={search}
      />
      {pinned.length === 0 ? null : (
        <>
          <ul aria-label={popoverTexts.pinned} className={classes(styles.rows, styles.pinned)}>
            {pinned.map((each) => (
              <li key={each.id} className={styles.row}>
                {row(each, outcomes.get(each.id))}
              </li>
            ))}
          </ul>
        </>
      )}
      {rows.count === 0 && pinned.length === 0 ? (
        <EmptyState state={state} now={now} search={settled.search} found={rows.found} />
      ) : null}
      <ul
        ref={list}
        aria-label={pinned.length === 0 ? popoverTexts.subAccounts : popoverTexts.others}
        className={classes(styles.rows, styles.virtual)}
        style={{ blockSize: `${virtual.getTotalSize()}px` }}
        hidden={rows.count === 0}
      >
        {items.map((item) => {
          const known = rows.at(item.index);
          return (
            <li
              key={item.key}
              aria-setsize={rows.count}
              aria-posinset={item.index + 1}
              className={classes(styles.row, styles.placed)}
              style={{ transform: `translateY(${item.start - margin}px)`, blockSize: `${item.size}px` }}
            >
              {known === undefined ? <span className={styles.bone} /> : row(known, outcomes.get(known.id))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Up and Down move from switch to switch, from the search field into the list and back. */
function moveByArrows(event: KeyboardEvent, section: HTMLElement | null, search: HTMLInputElement | null): void {
  const step = { ArrowDown: 1, ArrowUp: -1, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY }[event.key];
  if (section === null || step === undefined || !(event.target instanceof HTMLElement) || event.defaultPrevented) {
    return;
  }
  const isInSearch = event.target === search;
  if (isInSearch && step !== 1) {
    return;
  }
  const switches = [...section.querySelectorAll<HTMLInputElement>('input[role="switch"]')];
  const row = event.target.closest('li');
  const from = isInSearch ? -1 : switches.findIndex((each) => row?.contains(each));
  if (!isInSearch && from === -1) {
    return;
  }
  event.preventDefault();
  const to = Math.max(-1, Math.min(switches.length - 1, from + step));
  const target = to === -1 ? (Number.isFinite(step) ? search : switches[0]) : switches[to];
  target?.focus();
  target?.closest('li')?.scrollIntoView({ block: 'nearest' });
}
