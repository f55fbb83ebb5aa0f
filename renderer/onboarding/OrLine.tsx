// A line between two ways to bring a key, with a word in it. It must not: be needed to understand either; only the eye gets it.
import styles from './OrLine.module.css';

/** The line and its word. */
export function OrLine({ children }: { children: string }) {
  return (
    <p className={styles.or} aria-hidden="true">
      <span>{children}</span>
    </p>
  );
}
