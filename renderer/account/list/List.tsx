// The one way to show a list of the account: its tools, its rows, and what stands there when there are none. The vendor pages, sorts,
// filters and searches; this asks for it. Must not know any list in particular, or do anything to a row itself.
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Problem } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/app-state';
import { type Column, type ListId, listOf, type Row } from '../../../app/model/lists';
import { formatAge } from '../../../app/texts/format';
import { listTexts } from '../../../app/texts/list-frame';
import { listWords } from '../../../app/texts/lists';
import { problemText } from '../../../app/texts/problems';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { locale } from '../../ui/locale';
import { Privacy, useMasked, useReveal } from '../../ui/privacy';
import { useNow } from '../../ui/hooks/use-now';
import { gridColumns, isFigure } from './grid/columns';
import { StatusBar } from './StatusBar';
import { Grid } from './grid/Grid';
import type { RowNote } from './grid/GridRow';
import styles from './List.module.css';
import { NoMatch, NoneYet, NotOffered, NotRead } from './EmptyState';
import { menuGroups } from './grid/row-menu';
import type { MenuEntry } from './grid/RowMenu';
import { isNothing, type ListFilter, nothingSelected, renewed, type Selection } from './grid/selection';
import { Toolbar } from './Toolbar';
import { useCopying } from './use-copying';
import { usePages } from './use-pages';
import { useSaving } from './use-saving';

/** What can be done to a row. */
export type RowAction = MenuEntry;

export interface ListSelection {
  value: Selection;
  onChange: (value: Selection) => void;
  /** Whether "everything that matches" can be dealt with; otherwise only rows that were read can be selected. */
  canMatch: boolean;
}

export interface ListProps {
  list: ListId;
  state: AppState;
  /** Another number reads what is in view again, in place: after an action. */
  reload?: number;
  /** Filters that the place has decided, by their id. */
  filters?: Readonly<Record<string, string>>;
  selection?: ListSelection | null;
  rowActions?: (row: Row) => readonly RowAction[];
  /** What becomes of something that was done to a row, by the row's key: shown in place of one of its cells. */
  notes?: ReadonlyMap<string, RowNote>;
  /** At the end of the tools: the buttons of the place. */
  toolbar?: ReactNode;
  /** What a double click does; the first entry of the row's menu. */
  onRow?: { label: string; run: (row: Row) => void };
}

/** At most so many rows are selected one by one; main takes no more in one go. */
const mostRows = 500;
const noNotes: ReadonlyMap<string, RowNote> = new Map();
const noFilters: Readonly<Record<string, string>> = {};

/** Another list, or another key's, is another one: nothing that was shown or typed stays. */
export function List(props: ListProps) {
  return <OneList key={`${props.list} ${props.state.generation}`} {...props} />;
}

/** Why nothing is asked for now; null: nothing stands in the way. */
function keyProblem({ key }: AppState): Problem | null {
  switch (key.status) {
    case 'absent':
      return { kind: 'key-missing' };
    case 'refused':
      return { kind: 'key-refused' };
    case 'locked':
      return { kind: 'keyring-locked' };
    case 'changed':
    case 'unreadable':
      return key.problem ?? { kind: 'key-unreadable' };
    case 'asking':
    case 'present':
      return null;
    default:
      return key.status satisfies never;
  }
}

function OneList(props: ListProps) {
  const { list, state, reload = 0, selection = null, rowActions, onRow } = props;
  const words = listWords(list);
  const description = listOf(list);
  const fixed = useSame(props.filters ?? noFilters);
  const [typed, setTyped] = useState<ListFilter>({ search: '', sort: null, filters: {} });
  const filter = useMemo<ListFilter>(() => ({ ...typed, filters: { ...typed.filters, ...fixed } }), [typed, fixed]);
  const blocked = description.operation === null ? null : keyProblem(state);
  const { pages, view, isOld } = usePages(list, filter, reload, blocked === null);
  const copying = useCopying(state.rotation.clipboard);
  const saving = useSaving(list, filter, state.saving);
  const tools = useRef<HTMLDivElement>(null);
  const { hide, handlers } = useReveal();

  const hasActions = rowActions !== undefined;
  const canSelect = selection !== null;
  const columns = useMemo(
    () => gridColumns(description.columns, { ticks: canSelect, actions: hasActions }),
    [description, canSelect, hasActions],
  );
  const narrowed = typed.search !== '' || Object.values(typed.filters).some((value) => value !== '');
  const problem = blocked ?? view.problem;
  const isEmpty = view.ready && view.count === 0;

  // What is selected follows what is read again, so that what is done to a row goes by what is seen.
  useEffect(() => {
    if (selection === null || isOld || isNothing(selection.value)) return;
    const next = renewed(selection.value, view.rows());
    if (next !== selection.value) selection.onChange(next);
  }, [selection, isOld, view]);

  const select = (next: Selection) => selection?.onChange(next);

  function change(next: ListFilter): void {
    setTyped(next);
    // "Everything that matches" would be something else now, and what is out of sight should not be acted on.
    const isSameRows = next.search === typed.search && next.filters === typed.filters;
    if (!isSameRows && selection !== null && !isNothing(selection.value)) select(nothingSelected);
  }

  function sortBy({ id, kind }: Column): void {
    const now = typed.sort ?? description.order;
    // Figures and moments read best from the largest, names from A.
    const usual = isFigure(kind) || kind === 'moment';
    if (now?.column !== id) change({ ...typed, sort: { column: id, descending: usual } });
    else change({ ...typed, sort: { column: id, descending: !now.descending } });
  }

  function selectAll(): void {
    if (selection === null) return;
    const isAll =
      selection.value.which === 'matching' ||
      (view.loaded > 0 && selection.value.rows.size >= view.count - view.unread);
    if (isAll) return select(nothingSelected);
    const isLoaded = view.loaded + view.unread === view.count;
    if (selection.canMatch && !isLoaded) return select({ which: 'matching', filter, total: view.total });
    const rows = view.rows();
    const most = selection.canMatch ? rows : rows.slice(0, mostRows);
    select({ which: 'these', rows: new Map(most.map((row) => [row.key, row])) });
  }

  const leave = useCallback(() => {
    tools.current?.querySelector<HTMLElement>('input, select, button')?.focus();
  }, []);
  const clear = () => change({ search: '', sort: typed.sort, filters: {} });
  const again = () => pages.again();

  const isNotOffered = problem?.kind === 'not-offered' && view.loaded === 0;
  const isNotRead = problem !== null && view.loaded === 0 && (blocked !== null || view.count === 0);
  const isQuiet = isNotOffered || isNotRead;
  return (
    <Privacy hide={hide}>
      <section className={styles.list} aria-label={words.title} {...handlers}>
        <Toolbar
          list={list}
          words={words}
          filter={typed}
          onFilter={change}
          fixed={fixed}
          isUsable={!isQuiet || narrowed}
          asOf={view.asOf}
          busy={view.busy || isOld}
          onRefresh={again}
          onSave={saving.save}
          toolbar={props.toolbar}
          firstRef={tools}
        />
        {problem === null || isQuiet || view.count === 0 ? null : (
          <OldRows problem={problem} asOf={view.asOf} onRetry={blocked === null ? again : null} />
        )}
        {view.searchIgnored && !isQuiet && !isOld ? <Banner tone="warning">{listTexts.searchIgnored}</Banner> : null}
        {isQuiet ? (
          <div className={styles.card}>
            {isNotOffered ? (
              <NotOffered list={list} state={state} />
            ) : problem === null ? null : (
              <NotRead list={list} problem={problem} onRetry={blocked === null ? again : null} />
            )}
          </div>
        ) : isEmpty ? (
          <div className={styles.card}>{narrowed ? <NoMatch onClear={clear} /> : <NoneYet words={words} />}</div>
        ) : (
          <Grid
            words={words}
            columns={columns}
            pages={pages}
            view={view}
            isOld={isOld}
            sort={typed.sort ?? description.order}
            onSort={sortBy}
            selection={selection?.value ?? null}
            onSelect={select}
            onSelectAll={selectAll}
            menuOf={(row, column) =>
              menuGroups({ row, column, words, copy: copying.copy, actions: rowActions?.(row) ?? [], open: onRow })
            }
            onCopy={(row, column) => copying.copy(row, column, words)}
            onOpen={(row) => onRow?.run(row)}
            notes={props.notes ?? noNotes}
            onLeave={leave}
          />
        )}
        <StatusBar
          words={words}
          view={isQuiet || isOld ? null : view}
          narrowed={narrowed}
          selection={selection?.value ?? null}
          message={saving.message ?? copying.message}
          saving={state.saving?.list === list ? state.saving : null}
          problem={saving.problem}
        />
      </section>
    </Privacy>
  );
}

/** The same object as long as it says the same. */
function useSame(value: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const text = JSON.stringify(value);
  return useMemo((): Readonly<Record<string, string>> => JSON.parse(text), [text]);
}

interface OldRowsProps {
  problem: Problem;
  asOf: number | null;
  onRetry: (() => void) | null;
}

/** The rows are there, but could not be read again. */
function OldRows({ problem, asOf, onRetry }: OldRowsProps) {
  const now = useNow();
  const { title, cause } = problemText(problem, locale(), now, useMasked());
  const age = asOf === null ? '' : ` ${listTexts.oldRows(formatAge(asOf, now, locale()))}`;
  return (
    <Banner
      tone="warning"
      role="alert"
      detail={`${cause}${age}`}
      action={onRetry === null ? undefined : <Button onPress={onRetry}>{listTexts.retry}</Button>}
    >
      {title}
    </Banner>
  );
}
