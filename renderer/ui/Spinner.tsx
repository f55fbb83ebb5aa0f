// Shows that something runs. Says nothing to screen readers: what runs has its words beside it.
import styles from './Spinner.module.css';

/** A small turning ring in the colour of the text; under reduced motion it stands still. */
export function Spinner() {
  return (
    <svg className={styles.spinner} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle className={styles.track} cx="8" cy="8" r="6" />
      <path d="M14 8a6 6 0 0 0-6-6" />
    </svg>
  );
}
