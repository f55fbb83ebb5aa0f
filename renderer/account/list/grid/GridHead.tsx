// The row of column names, which sorts where the vendor can.
import { memo } from 'react';
import { listTexts } from '../../../../app/texts/account/list-frame';
import type { ListWords } from '../../../../app/texts/account/lists';
import { classes } from '../../../ui/classes';
import { Icon } from '../../../ui/Icon';
import { type GridColumn, isFigure } from './cells/columns';
import styles from './Grid.module.css';
import type { ListFilter } from '../selection/selection';

interface GridHeadProps {
  columns: readonly GridColumn[];
  words: ListWords;
  sort: ListFilter['sort'];
  /** The column that the keyboard is at, while it is in the head. */
  activeAt: number | null;
  /** Whether all, none or some rows are selected; null: nothing can be. */
  selected: 'all' | 'some' | 'none' | null;
}

/** How a column is sorted now, as aria-sort says it; undefined where it cannot be. */
function sortOf({ column }: GridColumn, sort: ListFilter['sort']): 'ascending' | 'descending' | 'none' | undefined {
  if (column?.sorts !== true) return undefined;
  if (sort?.column !== column.id) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

/** The grid handles presses in it. */
function Head({ columns, words, sort, activeAt, selected }: GridHeadProps) {
  return (
    <div role="row" aria-rowindex={1} data-row={-1} className={classes(styles.row, styles.head)}>
      {columns.map((each, at) => {
        const sorted = sortOf(each, sort);
        const title = words.columns[each.id] ?? each.id;
        return (
          <div
            key={each.id}
            role="columnheader"
            aria-colindex={at + 1}
            aria-sort={sorted}
            tabIndex={activeAt === at ? 0 : -1}
            data-col={at}
            data-holds={each.holds}
            data-figure={each.column !== null && isFigure(each.column.kind)}
            data-first={each.isFirst}
            className={styles.cell}
          >
            {each.holds === 'tick' ? (
              <input
                type="checkbox"
                tabIndex={-1}
                ref={(box) => {
                  if (box !== null) box.indeterminate = selected === 'some';
                }}
                checked={selected === 'all'}
                readOnly
                aria-label={listTexts.selectAll}
              />
            ) : each.column === null ? (
              <span className="only-spoken">{listTexts.actions}</span>
            ) : sorted === undefined ? (
              <span className={styles.title} title={title}>
                {title}
              </span>
            ) : (
              <button
                type="button"
                tabIndex={-1}
                className={styles.sorts}
                title={listTexts.sortable({ column: title, sorted })}
                data-does="sort"
                data-sorted={sorted}
              >
                <span className={styles.title}>{title}</span>
                <Icon name={sorted === 'ascending' ? 'arrowUp' : 'arrowDown'} className={styles.arrow} />
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Drawn again only when something of it has changed. */
export const GridHead = memo(Head);
