// A short table that is read as a whole, such as places or programs with access. Long lists from 9Proxy are in list/.
import type { ReactNode } from 'react';
import { classes } from '../../ui/classes';
import styles from './Table.module.css';

interface Column {
  id: string;
  title: string;
  /** Its width, and where it is left out. */
  className?: string | undefined;
  /** Its title is only read aloud. */
  isTitleHidden?: boolean;
}

interface TableProps {
  label: string;
  columns: readonly Column[];
  /** Of the frame: its height, and its columns. */
  className: string | undefined;
  /** The rows: `tr` with the class `row`. */
  children: ReactNode;
}

/** A table that scrolls in its frame, below its titles. */
export function Table({ label, columns, className, children }: TableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it
    <div className={classes(styles.frame, className)} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ id, title, className: column, isTitleHidden = false }) => (
              <th key={id} scope="col" className={column} title={isTitleHidden ? undefined : title}>
                {isTitleHidden ? <span className="only-spoken">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
