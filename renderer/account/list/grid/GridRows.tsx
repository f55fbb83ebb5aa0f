// The rows in view, and those that could not be read.
import { memo } from 'react';
import { heightOfAll, type RowGeometry, rowTop } from '../../../ui/rows/row-geometry';
import { FailedPage } from './FailedPage';
import { isSelected } from '../selection/selection';
import styles from './Grid.module.css';
import type { CellPosition } from './navigation/grid-navigation';
import type { GridProps } from './grid-props';
import { GridRow } from './GridRow';
import { noteFor } from './row-note';
import { useRowSlots } from './use-row-slots';

interface GridRowsProps
  extends Pick<GridProps, 'words' | 'columns' | 'pages' | 'view' | 'selection' | 'notes' | 'newKey'> {
  /** Rows can be switched on and off. */
  canSwitch: boolean;
  /** The rows that exist, in order. */
  indexes: readonly number[];
  geometry: RowGeometry;
  /** The cell that has the keyboard. */
  place: CellPosition;
}

/** Only rows near those in view are drawn. */
function Rows(props: GridRowsProps) {
  const { words, columns, pages, view, selection, notes, canSwitch, newKey, indexes, geometry, place } = props;
  const stretches = indexes.flatMap((index) => (view.at(index) === undefined ? (view.stretchAt(index) ?? []) : []));
  const failed = new Map(stretches.map((stretch) => [stretch.from, stretch] as const));
  const isFailed = (index: number) => stretches.some(({ from, to }) => index >= from && index <= to);
  const slots = useRowSlots(indexes.filter((index) => !isFailed(index)));
  return (
    <div role="rowgroup" className={styles.rows} style={{ blockSize: `${heightOfAll(geometry)}px` }}>
      {slots.map(({ index, slot }) => {
        const row = view.at(index);
        return (
          <GridRow
            key={slot}
            index={index}
            row={row}
            columns={columns}
            words={words}
            top={rowTop(geometry, index)}
            height={geometry.rowHeight}
            note={row === undefined ? null : noteFor(row, notes, view.asOf)}
            canSwitch={canSwitch}
            isNew={row !== undefined && row.key === newKey}
            activeAt={place.row === index ? place.col : null}
            isSelected={selection === null || row === undefined ? null : isSelected(selection, row)}
          />
        );
      })}
      {[...failed.values()].map(({ from, to, problem }) => (
        <FailedPage
          key={`unread ${from}`}
          from={from}
          to={to}
          isOpenEnded={view.total === null}
          problem={problem}
          rowHeight={geometry.rowHeight}
          cols={columns.length}
          isActive={place.row >= from && place.row <= to}
          onRetry={() => pages.retry(from)}
        />
      ))}
    </div>
  );
}

/** Drawn again only when something of the rows has changed. */
export const GridRows = memo(Rows);
