// What is shown in place of the list when it has no rows: nothing there, nothing found, not read, or not yet.
import type { AppState } from '../../../app/model/state/app-state';
import { popoverTexts } from '../../../app/texts/status/popover';
import { problemText } from '../../../app/texts/problems/problems';
import { ask } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { locale } from '../../ui/locale';
import { useMasked } from '../../ui/privacy';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  state: AppState;
  now: number;
  search: string;
  /** How many match; null until main has answered. */
  found: number | null;
}

/** The empty list. */
export function EmptyState({ state, now, search, found }: EmptyStateProps) {
  const masked = useMasked();
  const { count, index } = state.subAccounts;
  if (search !== '') {
    return found === null ? null : (
      <p className={styles.empty}>{index.running ? popoverTexts.noMatchYet : popoverTexts.noMatch({ search })}</p>
    );
  }
  const problem = count.problem ?? index.problem;
  if (problem !== undefined) {
    const { title, cause } = problemText(problem, locale(), now, masked);
    return (
      <div className={styles.empty}>
        <p className={styles.title}>{title}</p>
        <p>{cause}</p>
      </div>
    );
  }
  if (count.value === 0) {
    return (
      <div className={styles.empty}>
        <p className={styles.title}>{popoverTexts.noSubAccounts}</p>
        <p>{popoverTexts.noSubAccountsLine}</p>
        <Button icon="window" onPress={() => ask('account.open', { area: 'subAccounts' })}>
          {popoverTexts.manageSubAccounts}
        </Button>
      </div>
    );
  }
  return <Skeleton />;
}

/** Rows of the right size, before the first read. */
function Skeleton() {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {[0, 1, 2, 3].map((each) => (
        <div key={each} className={styles.bones}>
          <span className={styles.name} />
          <span className={styles.switch} />
        </div>
      ))}
    </div>
  );
}
