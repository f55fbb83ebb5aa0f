// One sub-account: who it is, what it has left, its pin and its switch. Must not remember what was pressed; main does.
import { memo, useId } from 'react';
import type { SubAccountSwitch } from '../../../app/model/state/app-state';
import type { SubAccountRow } from '../../../app/model/state/sub-account-row';
import { formatBytes, formatCount } from '../../../app/texts/format';
import { ipsUnit, notSwitched, popoverTexts, switching } from '../../../app/texts/status/popover';
import { problemText } from '../../../app/texts/problems/problems';
import { ask } from '../../ui/bridge';
import { IconButton } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { locale } from '../../ui/locale';
import { Switch } from '../../ui/fields/Switch';
import { Amount, Privacy, useReveal } from '../../ui/privacy';
import styles from './SubAccountRow.module.css';

interface SubAccountRowProps {
  row: SubAccountRow;
  /** What became of its switch, if the user flipped it. */
  outcome: SubAccountSwitch | undefined;
  now: number;
}

function Row({ row, outcome, now }: SubAccountRowProps) {
  const { id, username, note, ips, traffic, pinned } = row;
  const noteId = useId();
  const { hide, handlers } = useReveal();
  const isPending = outcome?.phase === 'pending';
  // What is wanted shows at once; after a rollback what the vendor says.
  const isOn = outcome === undefined || outcome.phase === 'rolled-back' ? row.enabled === true : outcome.wanted;
  const failure = outcome?.phase === 'rolled-back' ? outcome : null;
  const says = failure === null ? null : problemText(failure.problem ?? { kind: 'internal' }, locale(), now);
  const below =
    says !== null && failure !== null ? `${notSwitched(failure.wanted)}: ${says.title}` : isPending ? switching : note;
  return (
    <div {...handlers} className={styles.row} data-off={!isOn}>
      <IconButton
        icon={pinned ? 'pinned' : 'pin'}
        label={pinned ? popoverTexts.unpin(username) : popoverTexts.pin(username)}
        className={classes(styles.pin, pinned && styles.isPinned)}
        onPress={() => ask('subAccounts.pin', { id, pinned: !pinned })}
      />
      <div className={styles.who}>
        <span className={styles.username} title={username}>
          {username}
        </span>
        {below === null || below === '' ? null : (
          <span id={noteId} className={classes(styles.note, failure !== null && styles.failure)} title={below}>
            {below}
          </span>
        )}
      </div>
      <Privacy hide={hide}>
        <div className={styles.amounts}>
          {ips === null ? null : (
            <span>
              <Amount>{formatCount(ips, locale())}</Amount> {ipsUnit(ips)}
            </span>
          )}
          {traffic === null ? null : (
            <span>
              <Amount>{formatBytes(traffic, locale())}</Amount>
            </span>
          )}
        </div>
      </Privacy>
      <Switch
        label={username}
        isOn={isOn}
        isPending={isPending}
        describedBy={below === null || below === '' ? undefined : noteId}
        onChange={(enabled) => ask('subAccounts.switch', { id, enabled })}
      />
    </div>
  );
}

/** The content of a row; drawn again only when something of it has changed. */
export const SubAccountRowView = memo(Row);
