// The line below the rows: how many there are, how many are selected, what was just done. Announced politely.
import type { Problem } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import { listTexts, savingText, selectedText, totalText } from '../../../app/texts/account/list-frame';
import type { ListWords } from '../../../app/texts/account/lists';
import { problemText } from '../../../app/texts/problems/problems';
import { sentences } from '../../../app/texts/sentence';
import { ask } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { locale } from '../../ui/locale';
import { useMasked } from '../../ui/privacy';
import { useNow } from '../../ui/hooks/use-now';
import styles from './StatusBar.module.css';
import type { PagesView } from './pages/pages-view';
import { countOf, isNothing, type Selection } from './selection/selection';

interface StatusBarProps {
  words: ListWords;
  /** null: nothing to count. */
  view: PagesView | null;
  /** How many other queries were answered: each is announced, even if it finds as many. */
  queries: number;
  narrowed: boolean;
  selection: Selection | null;
  message: string | null;
  saving: AppState['saving'];
  problem: Problem | null;
}

/** Always there, so that what it says is heard. */
export function StatusBar({ words, view, queries, narrowed, selection, message, saving, problem }: StatusBarProps) {
  const now = useNow();
  const masked = useMasked();
  const total =
    view === null || !view.ready
      ? ''
      : totalText(
          {
            total: view.count > view.loaded + view.unread ? view.total : view.loaded + view.unread,
            known: view.loaded,
            unread: view.unread,
            narrowed,
          },
          words,
          locale(),
        );
  const selected =
    selection === null || isNothing(selection) ? '' : selectedText(countOf(selection), selection.which === 'matching');
  const failed = problem === null ? null : problemText(problem, locale(), now, masked);
  return (
    <div className={styles.foot}>
      <p className={styles.words} role="status">
        <span key={queries}>{total}</span>
        {selected === '' ? null : <span className={styles.selected}>{selected}</span>}
        {message === null ? null : <span>{message}</span>}
        {failed === null ? null : <span className={styles.failed}>{sentences(failed.title, failed.cause)}</span>}
      </p>
      {saving === null ? null : (
        <span className={styles.saving}>
          <progress
            className={styles.bar}
            aria-label={listTexts.save}
            {...(saving.total === null ? {} : { value: saving.read, max: Math.max(1, saving.total) })}
          />
          {savingText(saving.read, saving.total, locale())}
          <Button kind="quiet" onPress={() => ask('lists.cancelSave', undefined)}>
            {listTexts.cancelSave}
          </Button>
        </span>
      )}
    </div>
  );
}
