// A titled group of rows, as settings and details show them.
import { createContext, type ReactNode, useContext, useId } from 'react';
import { classes } from './classes';
import styles from './Section.module.css';

/** The level of the sections' headings: below a group's own heading it is 3. */
export const SectionLevel = createContext<2 | 3>(2);

/** The heading of a section at the level of where it is. */
export function SectionTitle({
  id,
  className,
  children,
}: {
  id?: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  const Heading = `h${useContext(SectionLevel)}` as const;
  return (
    <Heading id={id} className={classes(styles.title, className)}>
      {children}
    </Heading>
  );
}

interface SectionProps {
  title: string;
  /** A sentence below the group. */
  note?: ReactNode;
  children: ReactNode;
  className?: string | undefined;
}

/** A group of rows on one card, under a heading that names it. */
export function Section({ title, note, children, className }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes(styles.section, className)}>
      <SectionTitle id={id}>{title}</SectionTitle>
      <div className={styles.card}>{children}</div>
      {note === undefined ? null : <p className={styles.note}>{note}</p>}
    </section>
  );
}

interface RowProps {
  /** What the row is about. */
  label?: ReactNode;
  hint?: ReactNode;
  /** The control or value at the end of the row; below the label where there is no room. */
  children?: ReactNode;
  /** The control takes the whole width, below the label. */
  stacked?: boolean;
  /** Takes the whole width, below both: why something was refused. */
  below?: ReactNode;
  className?: string | undefined;
}

/** One row of a section. */
export function Row({ label, hint, children, stacked = false, below, className }: RowProps) {
  return (
    <div className={classes(styles.row, stacked && styles.stacked, className)}>
      {label === undefined ? null : (
        <div className={styles.words}>
          <div>{label}</div>
          {hint === undefined ? null : <div className={styles.hint}>{hint}</div>}
        </div>
      )}
      {children === undefined ? null : <div className={styles.control}>{children}</div>}
      {below === undefined ? null : <div className={styles.below}>{below}</div>}
    </div>
  );
}
