// A line with a word in it, between two ways to enter a key. Screen readers skip it; both ways are clear without it.
import styles from './OrLine.module.css';

/** The line and its word. */
export function OrLine({ children }: { children: string }) {
  return (
    <p className={styles.or} aria-hidden="true">
      <span>{children}</span>
    </p>
  );
}
