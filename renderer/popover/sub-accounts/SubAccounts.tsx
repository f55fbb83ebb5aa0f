// The sub-accounts: search, sort, the pinned ones, and the list of all others, of which only the rows in view exist.
import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { AppState } from '../../../app/model/state/app-state';
import type { SubAccountRow } from '../../../app/model/state/sub-account-row';
import { popoverTexts } from '../../../app/texts/status/popover';
import { classes } from '../../ui/classes';
import { useScrollPosition } from '../../ui/rows/use-scroll-position';
import { ListHead } from './ListHead';
import { EmptyState } from './EmptyState';
import { SubAccountRowView } from './SubAccountRow';
import styles from './SubAccounts.module.css';
import { useDetailsHeight } from './use-details-height';
import { useFirstFound } from './use-first-found';
import { useListKeys } from './use-list-keys';
import { usePin } from './use-pin';
import { scrollerOf, useTopWithin } from './use-top-within';
import { useRows, defaultQuery, type ListQuery } from './use-rows';
import { useRowHeight } from './use-row-height';
import { useVirtualRows } from './use-virtual-rows';

/** As much as a new window shows, so that its first frame has rows (px). */
const firstHeight = 280;

interface SubAccountsProps {
  state: AppState;
  now: number;
}

/** The list with its head. It scrolls with the popover's body; the head stays in view. */
export function SubAccounts({ state, now }: SubAccountsProps) {
  const { subAccounts } = state;
  const [query, setQuery] = useState<ListQuery>(defaultQuery);
  const section = useRef<HTMLElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const rowHeight = useRowHeight(section);
  const position = useScrollPosition(section, scrollerOf, firstHeight);
  const isScrolled = useSyncExternalStore(position.subscribe, () => position.view().top > 0);
  const margin = useTopWithin(list);
  const [windows, setWindows] = useState<readonly [number, number]>([0, 0]);

  const isSearching = query.search !== '';
  const isUsual = !isSearching && query.sort === defaultQuery.sort && query.descending === defaultQuery.descending;
  const rows = useRows(subAccounts, query, isScrolled || !isUsual, windows);

  const [openId, setOpenId] = useState<number | null>(null);
  const toggle = useCallback((id: number) => setOpenId((present) => (present === id ? null : id)), []);
  const open = { id: openId, height: useDetailsHeight(list, openId) };
  const { placed, height } = useVirtualRows({ rows, rowHeight, open, margin, position, onWindows: setWindows });
  const clear = useCallback(() => setQuery((before) => ({ ...before, search: '' })), []);
  useListKeys({ section, search, isSearching, onClear: clear });
  const pin = usePin(section, search);

  const allPinned = useMemo(() => subAccounts.pinned.map((row) => ({ ...row, pinned: true })), [subAccounts.pinned]);
  const pinned = isSearching ? [] : allPinned;
  const outcomes = useMemo(
    () => new Map(subAccounts.switches.map((each) => [each.id, each] as const)),
    [subAccounts.switches],
  );
  const switchFirst = useFirstFound({
    search: query.search,
    rows,
    isLoading: subAccounts.index.running,
    outcomes,
  });
  const row = (item: SubAccountRow, isFirstFound = false) => (
    <SubAccountRowView
      row={item}
      outcome={outcomes.get(item.id)}
      now={now}
      isOpen={item.id === openId}
      onToggle={toggle}
      onPin={pin}
      isFirstFound={isFirstFound}
    />
  );

  return (
    <section ref={section} aria-label={popoverTexts.subAccounts} className={styles.section}>
      <ListHead
        subAccounts={subAccounts}
        query={query}
        onQuery={setQuery}
        onClear={clear}
        found={isSearching ? rows.lastFound : null}
        searchRef={search}
        onEnter={switchFirst}
      />
      {pinned.length === 0 ? null : (
        <ul aria-label={popoverTexts.pinned} className={classes(styles.rows, styles.pinned)}>
          {pinned.map((each) => (
            <li key={each.id} className={styles.row}>
              {row(each)}
            </li>
          ))}
        </ul>
      )}
      {rows.count === 0 && pinned.length === 0 ? (
        <EmptyState state={state} now={now} search={query.search} found={rows.found} />
      ) : null}
      <ul
        ref={list}
        aria-label={pinned.length === 0 ? popoverTexts.subAccounts : popoverTexts.others}
        className={classes(styles.rows, styles.virtual)}
        style={{ blockSize: `${height}px` }}
        hidden={rows.count === 0}
      >
        {placed.map((each) => {
          const known = rows.at(each.index);
          return (
            <li
              key={known?.id ?? `row ${each.index}`}
              aria-setsize={rows.count}
              aria-posinset={each.index + 1}
              className={classes(styles.row, styles.placed)}
              style={{ transform: `translateY(${each.top}px)`, blockSize: `${each.height}px` }}
            >
              {known === undefined ? <span className={styles.bone} /> : row(known, isSearching && each.index === 0)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
