// A range of rows that could not be read, with a button to try again. It stays in view while the range is.
import type { Problem } from '../../../../app/model/problem';
import { listTexts, unreadText } from '../../../../app/texts/account/list-frame';
import { problemText } from '../../../../app/texts/problems/problems';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { locale } from '../../../ui/locale';
import { useNow } from '../../../ui/hooks/use-now';
import styles from './FailedPage.module.css';

interface FailedPageProps {
  /** The first and last row, counted from 0. */
  from: number;
  to: number;
  /** It is not known how many rows there are. */
  isOpenEnded: boolean;
  problem: Problem;
  rowHeight: number;
  cols: number;
  /** The keyboard is in it. */
  isActive: boolean;
  onRetry: () => void;
}

/** One row of the grid, as high as those that are missing. */
export function FailedPage({ from, to, isOpenEnded, problem, rowHeight, cols, isActive, onRetry }: FailedPageProps) {
  const now = useNow();
  // The answer arrived, and these rows of it are all that could not be read: no title of a problem fits.
  const isFormat = problem.kind === 'unreadable-answer' && problem.why === 'shape';
  const why = isFormat ? listTexts.unknownFormat : problemText(problem, locale(), now).title;
  const text = unreadText({ first: from + 1, last: isOpenEnded ? null : to + 1, why }, locale());
  return (
    <div
      role="row"
      aria-rowindex={from + 2}
      className={styles.stretch}
      style={{ insetBlockStart: `${from * rowHeight}px`, blockSize: `${(to - from + 1) * rowHeight}px` }}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={cols}
        tabIndex={isActive ? 0 : -1}
        data-from={from}
        data-to={to}
        className={styles.words}
      >
        <Icon name="bad" className={styles.icon} />
        <span className={styles.text} title={text}>
          {text}
        </span>
        <Button kind="quiet" icon="refresh" excludeFromTabOrder onPress={onRetry}>
          {listTexts.retry}
        </Button>
      </div>
    </div>
  );
}
