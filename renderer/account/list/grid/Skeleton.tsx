// Rows of the right size, before the first answer. Silent for screen readers: the grid says that it is busy.
import type { GridColumn } from './cells/columns';
import styles from './Grid.module.css';

const rows = 8;

/** They show only when the answer takes a while. */
export function Skeleton({ columns }: { columns: readonly GridColumn[] }) {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className={styles.row}>
          {columns.map(({ id }) => (
            <span key={id} className={styles.cell}>
              <span className={styles.bone} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
