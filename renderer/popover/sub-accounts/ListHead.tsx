// The head of the list: the search field, which shows how many there are, were found or are loaded, and the sort menu.
import { lazy, type Ref, Suspense, useId, useState } from 'react';
import type { AppState } from '../../../app/model/state/app-state';
import { foundText, loadedText, popoverTexts, searchPlaceholder, shownText } from '../../../app/texts/status/popover';
import { IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { locale } from '../../ui/locale';
import styles from './ListHead.module.css';
import { defaultQuery, type ListQuery } from './use-rows';

// A menu is the heaviest thing here, and most users never sort: it is loaded when the button is pressed.
const SortMenu = lazy(async () => ({ default: (await import('./SortMenu')).SortMenu }));

interface ListHeadProps {
  subAccounts: AppState['subAccounts'];
  query: ListQuery;
  onQuery: (query: ListQuery) => void;
  /** How many match the search; null without a search. */
  found: number | null;
  searchRef: Ref<HTMLInputElement>;
  /** Enter in the search field. */
  onEnter: () => void;
}

/** The head, which stays in view while the list scrolls. */
export function ListHead({ subAccounts, query, onQuery, found, searchRef, onEnter }: ListHeadProps) {
  const { count, index } = subAccounts;
  const { unread = 0 } = index;
  return (
    <div className={styles.head}>
      <h2 className="only-spoken">{popoverTexts.subAccounts}</h2>
      {found === null && !index.running && unread > 0 ? (
        <p className={styles.unread}>{shownText(index.loaded, unread, locale())}</p>
      ) : null}
      <div className={styles.tools}>
        <SearchField
          query={query}
          onQuery={onQuery}
          inputRef={searchRef}
          count={count.value}
          progress={
            found !== null
              ? foundText(found, index.running, locale())
              : index.running
                ? loadedText(index.loaded, index.total, locale())
                : null
          }
          onEnter={onEnter}
        />
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

interface SearchFieldProps extends Pick<ListHeadProps, 'query' | 'onQuery' | 'onEnter'> {
  inputRef: Ref<HTMLInputElement>;
  /** How many sub-accounts there are; null: not known. */
  count: number | null;
  /** How many were found or are loaded. */
  progress: string | null;
}

function SearchField({ query, onQuery, inputRef, count, progress, onEnter }: SearchFieldProps) {
  const hintId = useId();
  const clear = () => onQuery({ ...query, search: '' });
  return (
    <div className={styles.search}>
      <Icon name="search" className={styles.searchIcon} />
      <input
        ref={inputRef}
        type="search"
        className={styles.input}
        aria-label={popoverTexts.search}
        aria-describedby={hintId}
        placeholder={progress === null ? searchPlaceholder(count, locale()) : popoverTexts.searchShort}
        value={query.search}
        maxLength={100}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onQuery({ ...query, search: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.repeat && !event.nativeEvent.isComposing) onEnter();
        }}
      />
      <span id={hintId} hidden>
        {popoverTexts.switchesFirst}
      </span>
      {progress === null ? null : (
        <span className={styles.progress} title={progress}>
          {progress}
        </span>
      )}
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
