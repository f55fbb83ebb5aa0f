// The rows of a list as a grid: only those in view exist, and one cell at a time has the keyboard.
import { type CSSProperties, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import type { Column } from '../../../../app/model/lists/list-description';
import { isNothing } from '../selection/selection';
import { type GridColumn, gridWidths } from './cells/columns';
import styles from './Grid.module.css';
import { GridHead } from './GridHead';
import type { GridProps } from './grid-props';
import { nameOf } from './GridRow';
import { GridRows } from './GridRows';
import { RowMenu } from './menu/RowMenu';
import { Skeleton } from './Skeleton';
import { useActiveCell } from './navigation/use-active-cell';
import { useGridCommands } from './use-grid-commands';
import { useGridKeyboard } from './use-grid-keyboard';
import { useGridPointer } from './use-grid-pointer';
import { useRangeSelection } from './use-range-selection';
import { useFittingColumns } from './use-fitting-columns';
import { rowRem, useRowHeight } from './use-row-height';
import { useVirtualRows } from './use-virtual-rows';

/** The grid with as many columns as fit. */
export function Grid(props: GridProps) {
  const frame = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(ruler);
  const columns = useFittingColumns(frame, props.columns, rowHeight / rowRem);
  const leftOut = props.columns.flatMap(({ column }) =>
    column === null || columns.some((shown) => shown.column === column) ? [] : [column],
  );
  return (
    <div ref={frame} className={styles.frame}>
      <div ref={ruler} className={styles.ruler} aria-hidden="true" />
      <FittingGrid {...props} columns={columns} leftOut={leftOut} rowHeight={rowHeight} />
    </div>
  );
}

function FittingGrid({ rowHeight, leftOut, ...props }: GridProps & { rowHeight: number; leftOut: readonly Column[] }) {
  const { words, columns, pages, view, isOld, isLate, selection, notes } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const scrollTo = useRef<(row: number) => void>(() => undefined);
  const scroll = useCallback((row: number) => scrollTo.current(row), []);
  const active = useActiveCell(scroller, view.count, columns.length, scroll);
  const { place } = active;
  const { indexes, geometry, scrollToRow } = useVirtualRows({ scroller, pages, view, rowHeight, keep: place.row });
  useLayoutEffect(() => {
    scrollTo.current = scrollToRow;
  }, [scrollToRow]);

  const range = useRangeSelection(props);
  const commands = useGridCommands(props, scroller);
  const rowsInView = () => Math.max(2, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
  const onKeyDown = useGridKeyboard(props, active, commands, range, rowsInView);
  const pointer = useGridPointer(props, active, commands, range);
  const { menu } = commands;

  return (
    <>
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
        data-old={isLate}
        style={useColumnWidths(columns)}
        onKeyDown={onKeyDown}
        {...pointer}
        onScroll={({ currentTarget: { dataset, scrollLeft } }) => {
          const shifted = String(scrollLeft !== 0);
          if (dataset.shifted !== shifted) dataset.shifted = shifted;
        }}
      >
        <GridHead
          columns={columns}
          words={words}
          sort={props.sort}
          activeAt={place.row < 0 ? place.col : null}
          selected={selectedPart(props)}
        />
        <GridRows
          {...{ words, columns, pages, view, selection, notes, indexes, geometry, place }}
          canSwitch={props.onSwitch !== null}
          newKey={props.newKey}
        />
        {view.ready ? null : <Skeleton columns={columns} />}
      </div>
      {menu === null ? null : (
        <RowMenu
          label={nameOf(menu.row, columns, words)}
          groups={props.menuOf(menu.row, menu.column, leftOut)}
          at={menu.at}
          onClose={commands.closeMenu}
        />
      )}
    </>
  );
}

/** The widths of the columns, for the styles of head and rows. */
function useColumnWidths(columns: readonly GridColumn[]): CSSProperties & Record<`--${string}`, string> {
  return useMemo(() => {
    const { template, least, sticky } = gridWidths(columns);
    return { '--columns': template, '--least': least, '--sticky': sticky };
  }, [columns]);
}

/** Whether all, some or none of the rows are selected; null: nothing can be. */
function selectedPart({ selection, view }: GridProps): 'all' | 'some' | 'none' | null {
  if (selection === null) return null;
  const isAll = view.count > 0 && (selection.which === 'matching' || selection.rows.size >= view.count - view.unread);
  if (isAll) return 'all';
  return isNothing(selection) ? 'none' : 'some';
}
