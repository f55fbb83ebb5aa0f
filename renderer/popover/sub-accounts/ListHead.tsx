// The head of the list: the search field, which shows how many there are, were found or are loaded, and the sort menu.
import { type Dispatch, lazy, memo, type Ref, type SetStateAction, Suspense, useId, useState } from 'react';
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
  onQuery: Dispatch<SetStateAction<ListQuery>>;
  /** Empties the search field. */
  onClear: () => void;
  /** How many match the search; null without a search. */
  found: number | null;
  searchRef: Ref<HTMLInputElement>;
  /** Enter in the search field. */
  onEnter: () => void;
}

/** The head, which stays in view while the list scrolls. */
export function ListHead({ subAccounts, query, onQuery, onClear, found, searchRef, onEnter }: ListHeadProps) {
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
          onClear={onClear}
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
        <Sorting sort={query.sort} descending={query.descending} onQuery={onQuery} />
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

interface SearchFieldProps extends Pick<ListHeadProps, 'query' | 'onQuery' | 'onClear' | 'onEnter'> {
  inputRef: Ref<HTMLInputElement>;
  /** How many sub-accounts there are; null: not known. */
  count: number | null;
  /** How many were found or are loaded. */
  progress: string | null;
}

function SearchField({ query, onQuery, onClear, inputRef, count, progress, onEnter }: SearchFieldProps) {
  const hintId = useId();
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
      {query.search === '' ? null : <Clear onClear={onClear} />}
    </div>
  );
}

/** A button costs more than a row: a letter that is typed draws none again. */
const Clear = memo(({ onClear }: Pick<ListHeadProps, 'onClear'>) => (
  <IconButton icon="close" label={popoverTexts.clearSearch} className={styles.clear} onPress={onClear} />
));

interface SortingProps extends Pick<ListHeadProps, 'onQuery'> {
  sort: ListQuery['sort'];
  descending: boolean;
}

const Sorting = memo(({ sort, descending, onQuery }: SortingProps) => {
  const [wanted, setWanted] = useState(false);
  const isUsual = sort === defaultQuery.sort && descending === defaultQuery.descending;
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
      <SortMenu
        sort={sort}
        descending={descending}
        onOrder={(order) => onQuery((before) => ({ ...before, ...order }))}
        className={isUsual ? undefined : styles.sorted}
      />
    </Suspense>
  ) : (
    button
  );
});
