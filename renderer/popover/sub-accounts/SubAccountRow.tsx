// One sub-account: who it is, what it has left, its pin, its switch, and its details below it. Main remembers what was
// pressed.
import { memo, useId } from 'react';
import type { SubAccountSwitch } from '../../../app/model/state/app-state';
import type { SubAccountRow } from '../../../app/model/state/sub-account-row';
import { formatBytes, formatCount } from '../../../app/texts/format';
import { ipsUnit, popoverTexts } from '../../../app/texts/status/popover';
import { problemText } from '../../../app/texts/problems/problems';
import { ask } from '../../ui/bridge';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/Icon';
import { locale } from '../../ui/locale';
import { Switch } from '../../ui/fields/Switch';
import { Amount, Privacy, useReveal } from '../../ui/privacy';
import { SubAccountDetails } from './SubAccountDetails';
import styles from './SubAccountRow.module.css';
import { isShownOn } from './switch-shown';

interface SubAccountRowProps {
  row: SubAccountRow;
  /** What became of its switch, if the user flipped it. */
  outcome: SubAccountSwitch | undefined;
  now: number;
  isOpen: boolean;
  onToggle: (id: number) => void;
  onPin: (id: number, pinned: boolean) => void;
  /** Enter in the search field switches it. */
  isFirstFound: boolean;
}

/** Its controls are plain elements: each letter of a search draws other rows. */
function Row({ row, outcome, now, isOpen, onToggle, onPin, isFirstFound }: SubAccountRowProps) {
  const { id, username, note, ips, traffic, pinned } = row;
  const noteId = useId();
  const detailsId = useId();
  const { hide, handlers } = useReveal();
  const pinLabel = pinned ? popoverTexts.unpin({ username }) : popoverTexts.pin({ username });
  const isPending = outcome?.phase === 'pending';
  const isOn = isShownOn(row, outcome);
  const failure = outcome?.phase === 'rolled-back' ? outcome : null;
  const says = failure === null ? null : problemText(failure.problem ?? { kind: 'internal' }, locale(), now);
  const below =
    says !== null && failure !== null
      ? popoverTexts.notSwitched({ wanted: failure.wanted, reason: says.title })
      : isPending
        ? popoverTexts.switching
        : note;
  return (
    <div {...handlers}>
      {/* Whether the name or the note is cut off depends on the size of the text, so the row always has both whole. */}
      <div
        className={styles.row}
        data-off={!isOn}
        data-first-found={isFirstFound}
        title={below === null || below === '' ? username : `${username}\n${below}`}
      >
        <button
          type="button"
          aria-label={popoverTexts.subAccountDetails({ username })}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          className={styles.cover}
          onClick={() => onToggle(id)}
        />
        <div className={styles.who}>
          <span className={styles.top}>
            <span className={styles.username}>{username}</span>
            <button
              type="button"
              aria-label={pinLabel}
              title={pinLabel}
              className={classes(styles.pin, pinned && styles.isPinned)}
              data-pin={id}
              onClick={() => onPin(id, !pinned)}
            >
              <Icon name={pinned ? 'pinned' : 'pin'} />
            </button>
          </span>
          {below === null || below === '' ? null : (
            <span id={noteId} className={classes(styles.note, failure !== null && styles.failure)}>
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
        {isFirstFound ? (
          <kbd className={styles.enter} aria-hidden="true">
            ↵
          </kbd>
        ) : null}
        <Switch
          label={username}
          isOn={isOn}
          isPending={isPending}
          describedBy={below === null || below === '' ? undefined : noteId}
          className={styles.switch}
          onChange={(enabled) => ask('subAccounts.switch', { id, enabled })}
        />
      </div>
      {isOpen ? (
        <Privacy hide={hide}>
          <SubAccountDetails id={detailsId} row={row} />
        </Privacy>
      ) : null}
    </div>
  );
}

/** The content of a row; drawn again only when something of it has changed. */
export const SubAccountRowView = memo(Row);
