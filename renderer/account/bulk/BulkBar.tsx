// What can be done to the selected sub-accounts: shown while some are selected.
import { useState } from 'react';
import type { AppState } from '../../../app/model/state/app-state';
import type { BulkChange } from '../../../app/model/bulk/bulk';
import type { SubAccountSelection } from '../../../app/model/bulk/sub-account-selection';
import { bulkTexts as texts } from '../../../app/texts/account/bulk';
import { Button, IconButton } from '../../ui/Button';
import styles from './BulkBar.module.css';
import { BulkDialog } from './BulkDialog';
import { isUnderWay } from './job-progress';

interface BulkBarProps {
  state: AppState;
  /** The selected ones by id, or all that match. */
  which: SubAccountSelection;
  /** How many these are; null: the vendor does not say. */
  count: number | null;
  /** How many match the search and the filter; null: not known. */
  matching: number | null;
  /** All that match are to be selected. */
  onAll: () => void;
  onClear: () => void;
}

const changes = ['enable', 'disable', 'topUp'] as const;

/** The bar, and the dialog that it leads to. */
export function BulkBar({ state, which, count, matching, onAll, onClear }: BulkBarProps) {
  const [deed, setDeed] = useState<BulkChange['does'] | null>(null);
  const { bulk, panic, previewing } = state.bulk;
  const isBusy = [bulk, panic].some((job) => job !== null && isUnderWay(job)) || bulk?.phase === 'interrupted';
  const canTakeAll = which.which === 'these' && matching !== null && matching > (count ?? 0);
  return (
    <section className={styles.bar} aria-label={texts.bar}>
      <p className={styles.count} role="status">
        {count === null ? texts.allSelected : texts.selected({ count })}
      </p>
      {canTakeAll ? (
        <Button kind="quiet" onPress={onAll}>
          {texts.selectAll({ count: matching })}
        </Button>
      ) : null}
      <div className={styles.actions}>
        {changes.map((does) => (
          <Button key={does} isDisabled={isBusy} onPress={() => setDeed(does)}>
            {texts.actions[does]}
          </Button>
        ))}
      </div>
      <IconButton icon="close" label={texts.clear} onPress={onClear} />
      {isBusy ? <p className={styles.busy}>{texts.busy}</p> : null}
      {deed === null ? null : (
        <BulkDialog
          does={deed}
          which={which}
          count={count}
          previewing={previewing}
          onClose={() => setDeed(null)}
          onStarted={onClear}
        />
      )}
    </section>
  );
}
