// A bar that fills, with its figures for screen readers.
import styles from './ProgressLine.module.css';

interface ProgressLineProps {
  label: string;
  /** Null: it is not known how far it is. */
  progress: { part: number; whole: number } | null;
  /** "120 of 250". */
  says: string | null;
}

/** The bar. */
export function ProgressLine({ label, progress, says }: ProgressLineProps) {
  const percent = progress === null ? null : Math.floor((progress.part / progress.whole) * 100);
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === null ? {} : { 'aria-valuenow': percent })}
      {...(says === null ? {} : { 'aria-valuetext': says })}
    >
      <div className={styles.fill} data-unknown={percent === null} style={{ inlineSize: `${percent ?? 100}%` }} />
    </div>
  );
}
