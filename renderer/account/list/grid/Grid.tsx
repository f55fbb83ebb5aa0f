// The rows of a list as a grid: only those in view exist, one cell at a time has the keyboard. Must not ask main for anything.
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Column, Row } from '../../../../app/model/lists';
import type { ListWords } from '../../../../app/texts/lists';
import { type GridColumn, gridWidths } from './columns';
import styles from './Grid.module.css';
import { GridHead } from './GridHead';
import { GridRow, nameOf, type RowNote } from './GridRow';
import { moveCell, type CellPosition } from './grid-navigation';
import type { Pages, PagesView } from '../pages';
import { isShortcut } from '../../../ui/shortcut';
import { toggleSecret } from '../../reveal';
import { type MenuEntry, RowMenu } from './RowMenu';
import { extended, isNothing, isSelected, type ListFilter, type Selection, toggled } from '../selection';
import { Skeleton } from './Skeleton';
import { FailedPage } from '../FailedPage';
import { cellElement, useActiveCell } from './use-active-cell';
import { useRowHeight } from './use-row-height';
import { useVirtualRows } from './use-virtual-rows';

interface GridProps {
  words: ListWords;
  columns: readonly GridColumn[];
  pages: Pages;
  view: PagesView;
  /** What is shown answers an earlier question. */
  isOld: boolean;
  sort: ListFilter['sort'];
  onSort: (column: Column) => void;
  /** null: nothing can be selected. */
  selection: Selection | null;
  onSelect: (selection: Selection) => void;
  onSelectAll: () => void;
  menuOf: (row: Row, column: Column | null) => readonly (readonly MenuEntry[])[];
  onCopy: (row: Row, column: Column) => void;
  onOpen: (row: Row) => void;
  /** What becomes of something that was done to a row, by the row's key. */
  notes: ReadonlyMap<string, RowNote>;
  /** The keyboard leaves the grid, upwards. */
  onLeave: () => void;
}

interface OpenMenu {
  row: Row;
  column: Column | null;
  at: { x: number; y: number };
}

/** The grid and its menu. */
export function Grid(props: GridProps) {
  const { words, columns, pages, view, isOld, selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(ruler);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const scrollTo = useRef<(row: number) => void>(() => undefined);
  const scroll = useCallback((row: number) => scrollTo.current(row), []);
  const { place, go } = useActiveCell(scroller, view.count, columns.length, scroll);
  /** From where a range goes, in which answer, and what was selected before it. */
  const anchor = useRef<{ pages: Pages; row: number; base: Selection } | null>(null);

  const { virtual, scrollToRow } = useVirtualRows({ scroller, pages, view, rowHeight, keep: place.row });
  useLayoutEffect(() => {
    scrollTo.current = scrollToRow;
  }, [scrollToRow]);

  const items = virtual.getVirtualItems();
  const unread = new Map(
    items.flatMap(({ index }) => {
      const stretch = view.stretchAt(index);
      return stretch === null ? [] : [[stretch.from, stretch] as const];
    }),
  );
  const widths = useMemo(() => gridWidths(columns), [columns]);
  const inHead = place.row < 0;

  function toggle(row: number): void {
    const known = view.at(row);
    if (selection === null || known === undefined) return;
    const next = toggled(selection, known);
    anchor.current = { pages, row, base: next };
    props.onSelect(next);
  }

  function extendTo(row: number): void {
    if (selection === null) return;
    const { row: from, base } = anchor.current?.pages === pages ? anchor.current : { row: place.row, base: selection };
    anchor.current = { pages, row: from, base };
    const rows: Row[] = [];
    for (let at = Math.max(0, Math.min(from, row)); at <= Math.max(from, row); at += 1) {
      const known = view.at(at);
      if (known !== undefined) rows.push(known);
    }
    props.onSelect(extended(base, rows));
  }

  function openMenu({ row, col }: CellPosition, at: { x: number; y: number } | null): void {
    const known = view.at(row);
    if (known === undefined) return;
    const box = cellElement(scroller.current, { row, col })?.getBoundingClientRect();
    const column = columns[col]?.column ?? null;
    setMenu({ row: known, column, at: at ?? { x: box?.left ?? 0, y: box?.bottom ?? 0 } });
  }

  function inHeadPressed(col: number): void {
    const { holds, column } = columns[col] ?? {};
    if (holds === 'tick') props.onSelectAll();
    else if (column?.sorts === true) props.onSort(column);
  }

  function copy({ row, col }: CellPosition): void {
    const known = view.at(row);
    const column = columns[col]?.column ?? null;
    if (known !== undefined && column !== null) props.onCopy(known, column);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const stretch = view.stretchAt(place.row);
    const run = (does: () => void) => {
      event.preventDefault();
      event.stopPropagation();
      does();
    };
    if (key === 'Escape') return run(props.onLeave);
    if (isShortcut(event, 'a')) return run(props.onSelectAll);
    if (isShortcut(event, 'c')) return run(() => copy(place));
    if (key === 'Enter' || key === ' ') {
      if (inHead) return run(() => inHeadPressed(place.col));
      if (stretch !== null) return run(() => pages.retry(place.row));
      return run(() => (key === ' ' ? toggle(place.row) : openMenu(place, null)));
    }
    const size = { rows: view.count, cols: columns.length, page: rowsInView() - 1 };
    // A stretch of unread rows is one place to the keyboard.
    const from = stretch === null ? place : { ...place, row: key === 'ArrowDown' ? stretch.to : stretch.from };
    const to = moveCell(from, key, ctrl, size);
    if (to === null) return;
    run(() => {
      if (shiftKey && to.row >= 0 && to.row !== place.row) extendTo(to.row);
      else if (!shiftKey) anchor.current = null;
      go(to);
    });
  }

  function rowsInView(): number {
    return Math.max(2, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
  }

  /** The cell that an event of the pointer is in. */
  function placeOf(event: MouseEvent): CellPosition | null {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-col]') : null;
    const row = cell?.closest<HTMLElement>('[data-row]');
    return cell && row ? { row: Number(row.dataset.row), col: Number(cell.dataset.col) } : null;
  }

  function onClick(event: MouseEvent): void {
    const at = placeOf(event);
    if (at === null || !(event.target instanceof Element)) return;
    const column = columns[at.col];
    const does = event.target.closest<HTMLElement>('[data-does]')?.dataset.does;
    go(at);
    if (at.row < 0) {
      if (does === 'sort' || column?.holds === 'tick') inHeadPressed(at.col);
    } else if (does === 'menu') openMenu(at, null);
    else if (does === 'copy') copy(at);
    else if (does === 'reveal') toggleSecret(String(view.at(at.row)?.cells[column?.id ?? '']));
    else if (event.shiftKey) extendTo(at.row);
    else if (column?.holds === 'tick' || event.ctrlKey || event.metaKey) toggle(at.row);
  }

  function onDoubleClick(event: MouseEvent): void {
    const at = placeOf(event);
    const row = at === null ? undefined : view.at(at.row);
    if (row !== undefined && columns[at?.col ?? 0]?.holds === 'value') props.onOpen(row);
  }

  function onContextMenu(event: MouseEvent): void {
    const at = placeOf(event);
    if (at === null || at.row < 0) return;
    event.preventDefault();
    go(at);
    openMenu(at, { x: event.clientX, y: event.clientY });
  }

  const variables: CSSProperties & Record<`--${string}`, string> = {
    '--columns': widths.template,
    '--least': widths.least,
    '--sticky': widths.sticky,
  };
  const hasAll =
    selection !== null &&
    view.count > 0 &&
    (selection.which === 'matching' || selection.rows.size >= view.count - view.unread);
  return (
    <div className={styles.frame}>
      <div ref={ruler} className={styles.ruler} aria-hidden="true" />
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        aria-label={words.title}
        aria-rowcount={view.total === null ? -1 : view.total + 1}
        aria-colcount={columns.length}
        aria-multiselectable={selection === null ? undefined : true}
        aria-busy={!view.ready || isOld}
        className={styles.scroller}
        data-old={isOld}
        style={variables}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onContextMenu={onContextMenu}
        onScroll={(event) => {
          event.currentTarget.dataset.shifted = String(event.currentTarget.scrollLeft !== 0);
        }}
      >
        <GridHead
          columns={columns}
          words={words}
          sort={props.sort}
          activeAt={inHead ? place.col : null}
          selected={selection === null ? null : hasAll ? 'all' : isNothing(selection) ? 'none' : 'some'}
        />
        <div role="rowgroup" className={styles.rows} style={{ blockSize: `${virtual.getTotalSize()}px` }}>
          {items.map(({ index, start }) => {
            const row = view.at(index);
            if (row === undefined && view.stretchAt(index) !== null) return null;
            return (
              <GridRow
                key={index}
                index={index}
                row={row}
                columns={columns}
                words={words}
                top={start - rowHeight}
                height={rowHeight}
                note={row === undefined ? null : (props.notes.get(row.key) ?? null)}
                activeAt={place.row === index ? place.col : null}
                isSelected={selection === null || row === undefined ? null : isSelected(selection, row)}
              />
            );
          })}
          {[...unread.values()].map(({ from, to, problem }) => {
            return (
              <FailedPage
                key={`unread ${from}`}
                from={from}
                to={to}
                isOpenEnded={view.total === null}
                problem={problem}
                rowHeight={rowHeight}
                cols={columns.length}
                isActive={place.row >= from && place.row <= to}
                onRetry={() => pages.retry(from)}
              />
            );
          })}
        </div>
        {view.ready ? null : <Skeleton columns={columns} />}
      </div>
      {menu === null ? null : (
        <RowMenu
          label={nameOf(menu.row, columns, words)}
          groups={props.menuOf(menu.row, menu.column)}
          at={menu.at}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  );
}
