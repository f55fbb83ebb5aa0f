// What a window shows until main has sent it the state, or until a part of it is loaded. It must not need anything that
// is loaded later itself.
import { windowTexts } from '../../app/texts/window';
import { Spinner } from './Spinner';
import styles from './Waiting.module.css';

/** A spinner in the middle of what holds it, with its words for screen readers. */
export function Waiting() {
  return (
    <p className={styles.waiting}>
      <Spinner />
      <span className="only-spoken">{windowTexts.starting}</span>
    </p>
  );
}
