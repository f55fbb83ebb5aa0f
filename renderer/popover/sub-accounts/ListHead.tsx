// The head of the list: how many there are, how far they are loaded, the search field and the sort menu. Must not search.
import { lazy, type Ref, Suspense, useState } from 'react';
import type { AppState } from '../../../app/model/state/app-state';
import { formatCount } from '../../../app/texts/format';
import { foundText, loadedText, popoverTexts, shownText } from '../../../app/texts/status/popover';
import { IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { locale } from '../../ui/locale';
import styles from './ListHead.module.css';
import { defaultQuery, type ListQuery } from './use-rows';

// A menu is the heaviest thing here, and most people never sort: it is loaded when the button is pressed.
const SortMenu = lazy(async () => ({ default: (await import('./SortMenu')).SortMenu }));

interface ListHeadProps {
  subAccounts: AppState['subAccounts'];
  query: ListQuery;
  onQuery: (query: ListQuery) => void;
  /** How many match the search; null without a search. */
  found: number | null;
  searchRef: Ref<HTMLInputElement>;
}

/** The head, which stays in view while the list scrolls. */
export function ListHead({ subAccounts, query, onQuery, found, searchRef }: ListHeadProps) {
  const { count, index } = subAccounts;
  const { unread = 0 } = index;
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <h2 className={styles.title}>{popoverTexts.subAccounts}</h2>
        {count.value === null ? null : <span className={styles.count}>{formatCount(count.value, locale())}</span>}
        <span className={styles.progress}>
          {found === null
            ? index.running
              ? loadedText(index.loaded, index.total, locale())
              : unread > 0 && shownText(index.loaded, unread, locale())
            : foundText(found, index.running, locale())}
        </span>
      </div>
      <div className={styles.tools}>
        <SearchField query={query} onQuery={onQuery} inputRef={searchRef} />
        <Sorting query={query} onQuery={onQuery} />
      </div>
      {index.running && index.total !== null && index.total > 0 ? (
        <span
          className={styles.bar}
          aria-hidden="true"
          style={{ inlineSize: `${Math.min(100, (index.loaded / index.total) * 100)}%` }}
        />
      ) : null}
    </div>
  );
}

function SearchField({
  query,
  onQuery,
  inputRef,
}: Pick<ListHeadProps, 'query' | 'onQuery'> & { inputRef: Ref<HTMLInputElement> }) {
  const clear = () => onQuery({ ...query, search: '' });
  return (
    <div className={styles.search}>
      <Icon name="search" className={styles.searchIcon} />
      <input
        ref={inputRef}
        type="search"
        className={styles.input}
        aria-label={popoverTexts.search}
        placeholder={popoverTexts.searchPlaceholder}
        value={query.search}
        maxLength={100}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onQuery({ ...query, search: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query.search !== '') {
            event.preventDefault();
            clear();
          }
        }}
      />
      {query.search === '' ? null : (
        <IconButton icon="close" label={popoverTexts.clearSearch} className={styles.clear} onPress={clear} />
      )}
    </div>
  );
}

function Sorting({ query, onQuery }: Pick<ListHeadProps, 'query' | 'onQuery'>) {
  const [wanted, setWanted] = useState(false);
  const isUsual = query.sort === defaultQuery.sort && query.descending === defaultQuery.descending;
  const button = (
    <IconButton
      icon="sort"
      label={popoverTexts.sort}
      className={isUsual ? undefined : styles.sorted}
      onPress={() => setWanted(true)}
    />
  );
  return wanted ? (
    <Suspense fallback={button}>
      <SortMenu query={query} onQuery={onQuery} className={isUsual ? undefined : styles.sorted} />
    </Suspense>
  ) : (
    button
  );
}
