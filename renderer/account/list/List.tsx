// Shows a list of the account: its toolbar, its rows, and what is shown in their place when there are none. The vendor
// pages, sorts, filters and searches.
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { Problem } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import type { Row } from '../../../app/model/lists/list-description';
import { type ListId, listOf } from '../../../app/model/lists/lists';
import { formatAge } from '../../../app/texts/format';
import { listTexts } from '../../../app/texts/account/list-frame';
import { listWords } from '../../../app/texts/account/lists';
import { problemText } from '../../../app/texts/problems/problems';
import { sentences } from '../../../app/texts/sentence';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { locale } from '../../ui/locale';
import { Privacy, useMasked, useReveal } from '../../ui/privacy';
import { useNow } from '../../ui/hooks/use-now';
import { gridColumns } from './grid/cells/columns';
import { StatusBar } from './StatusBar';
import { Grid } from './grid/Grid';
import type { GridProps } from './grid/grid-props';
import { noteFor, type RowNote } from './grid/row-note';
import styles from './List.module.css';
import { NoMatch, NoneYet, NotOffered, NotRead } from './EmptyState';
import { menuGroups } from './grid/menu/row-menu';
import type { MenuEntry } from './grid/menu/RowMenu';
import type { ListFilter } from './selection/selection';
import { Toolbar } from './Toolbar';
import { nextSort } from './next-sort';
import { useCopying } from './use-copying';
import { type ListSelection, useListSelection } from './use-list-selection';
import type { PagesView } from './pages/pages-view';
import { usePages } from './pages/use-pages';
import { useSaving } from './use-saving';

/** What can be done to a row. */
export type RowAction = MenuEntry;

export interface ListProps {
  list: ListId;
  state: AppState;
  /** Another number reads what is in view again, in place: after an action. */
  reload?: number;
  /** Filters that the place has decided, by their id. */
  filters?: Readonly<Record<string, string>>;
  selection?: ListSelection | null;
  /** `note`: what the row shows of a switch, in place of its own value. */
  rowActions?: (row: Row, note: RowNote | null) => readonly RowAction[];
  /** What became of a switch of a row, by the row's key. */
  notes?: ReadonlyMap<string, RowNote>;
  /** Switches a row on or off, in its column for that. */
  onSwitch?: (row: Row, on: boolean) => void;
  /** The key of a row that was just created: it stands out. */
  newKey?: string | null;
  /** At the end of the tools: the buttons of the place. */
  toolbar?: ReactNode;
  /** What a double click does; the first entry of the row's menu. */
  onRow?: { label: string; run: (row: Row) => void };
}

const noNotes: ReadonlyMap<string, RowNote> = new Map();
const noFilters: Readonly<Record<string, string>> = {};

/** For another list or another key, nothing that was shown or typed stays. */
export function List(props: ListProps) {
  return <OneList key={`${props.list} ${props.state.generation}`} {...props} />;
}

/** Why the list is not read now; null: it is. */
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
  const { pages, view, isOld, shown } = usePages(list, filter, reload, blocked === null);
  const copying = useCopying(state.rotation.clipboard);
  const saving = useSaving(list, filter, state.saving);
  const tools = useRef<HTMLDivElement>(null);
  const { hide, handlers } = useReveal();

  const columns = useGridColumns(list, selection !== null, rowActions !== undefined);
  const narrowed = isNarrowed(typed, fixed);
  const isShownNarrowed = isNarrowed(shown.filter, fixed);
  const problem = blocked ?? view.problem;
  const { select, selectAll, deselect } = useListSelection({ selection, filter, view, isOld });

  function change(next: ListFilter): void {
    setTyped(next);
    if (next.search !== typed.search || next.filters !== typed.filters) deselect();
  }

  const leave = useCallback(() => {
    tools.current?.querySelector<HTMLElement>('input, select, button')?.focus();
  }, []);
  const clear = () => change({ search: '', sort: typed.sort, filters: {} });
  const again = () => pages.again();
  const retry = blocked === null ? again : null;
  const actionsOf = (row: Row) => rowActions?.(row, noteFor(row, props.notes ?? noNotes, view.asOf)) ?? [];
  const menuOf: GridProps['menuOf'] = (row, column, leftOut) =>
    menuGroups({ row, column, leftOut, words, copy: copying.copy, actions: actionsOf(row), open: onRow });

  // There are no rows to show, and a problem says why.
  const isQuiet =
    problem !== null && view.loaded === 0 && (problem.kind === 'not-offered' || blocked !== null || view.count === 0);
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
          busy={view.busy || shown.isLate}
          onRefresh={again}
          onSave={saving.save}
          toolbar={props.toolbar}
          firstRef={tools}
        />
        {isQuiet ? null : <AboveRows problem={problem} view={view} isLate={shown.isLate} onRetry={retry} />}
        {isQuiet || (view.ready && view.count === 0) ? (
          <Instead
            list={list}
            state={state}
            problem={isQuiet ? problem : null}
            onRetry={retry}
            onClear={isShownNarrowed ? clear : null}
          />
        ) : (
          <Grid
            words={words}
            columns={columns}
            pages={shown.pages}
            view={view}
            isOld={isOld}
            isLate={shown.isLate}
            sort={shown.filter.sort ?? description.order}
            onSort={(column) => change({ ...typed, sort: nextSort(column, typed.sort ?? description.order) })}
            selection={selection?.value ?? null}
            onSelect={select}
            onSelectAll={selectAll}
            menuOf={menuOf}
            onCopy={(row, column) => copying.copy(row, column, words)}
            onOpen={(row) => onRow?.run(row)}
            notes={props.notes ?? noNotes}
            onSwitch={props.onSwitch ?? null}
            newKey={props.newKey ?? null}
            onLeave={leave}
          />
        )}
        <StatusBar
          words={words}
          view={isQuiet || shown.isLate ? null : view}
          queries={shown.queries}
          narrowed={isShownNarrowed}
          selection={selection?.value ?? null}
          message={saving.message ?? copying.message}
          saving={state.saving?.list === list ? state.saving : null}
          problem={saving.problem}
        />
      </section>
    </Privacy>
  );
}

/** Whether the user has left rows out; `fixed`: filters that the place has decided. */
function isNarrowed({ search, filters }: ListFilter, fixed: Readonly<Record<string, string>>): boolean {
  return search !== '' || Object.entries(filters).some(([id, value]) => value !== '' && !Object.hasOwn(fixed, id));
}

/** The list's columns, with those for ticks and for a row's menu where there are any. */
function useGridColumns(list: ListId, ticks: boolean, actions: boolean) {
  return useMemo(
    () => gridColumns(listOf(list).columns, { ticks, actions }, listWords(list).states, locale()),
    [list, ticks, actions],
  );
}

/** The same object as long as its content is the same. */
function useSame(value: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const text = JSON.stringify(value);
  return useMemo((): Readonly<Record<string, string>> => JSON.parse(text), [text]);
}

interface InsteadProps {
  list: ListId;
  state: AppState;
  /** Why there are no rows; null: they were read, and there are none. */
  problem: Problem | null;
  onRetry: (() => void) | null;
  /** Removes search and filters; null: there are none. */
  onClear: (() => void) | null;
}

/** The card in place of the rows. */
function Instead(props: InsteadProps) {
  return (
    <div className={styles.card}>
      <EmptyState {...props} />
    </div>
  );
}

function EmptyState({ list, state, problem, onRetry, onClear }: InsteadProps) {
  if (problem?.kind === 'not-offered') return <NotOffered list={list} state={state} />;
  if (problem !== null) return <NotRead list={list} problem={problem} onRetry={onRetry} />;
  return onClear === null ? <NoneYet words={listWords(list)} /> : <NoMatch onClear={onClear} />;
}

interface AboveRowsProps {
  problem: Problem | null;
  view: PagesView;
  /** The rows are those of an earlier query. */
  isLate: boolean;
  onRetry: (() => void) | null;
}

/** What is wrong with the rows that are shown. */
function AboveRows({ problem, view, isLate, onRetry }: AboveRowsProps) {
  return (
    <>
      {problem === null || view.count === 0 ? null : <OldRows problem={problem} asOf={view.asOf} onRetry={onRetry} />}
      {view.searchIgnored && !isLate ? <Banner tone="warning">{listTexts.searchIgnored}</Banner> : null}
    </>
  );
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
  const age = asOf === null ? null : listTexts.oldRows({ age: formatAge(asOf, now, locale()) });
  return (
    <Banner
      tone="warning"
      role="alert"
      detail={sentences(cause, age)}
      action={onRetry === null ? undefined : <Button onPress={onRetry}>{listTexts.retry}</Button>}
    >
      {title}
    </Banner>
  );
}
