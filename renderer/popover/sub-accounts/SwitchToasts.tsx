// What became of switches: an offer to undo what was done, and the reason for what was not.
import type { SubAccountSwitch } from '../../../app/model/state/app-state';
import { popoverTexts, rolledBackText } from '../../../app/texts/status/popover';
import { ask } from '../../ui/bridge';
import { Button, IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { locale } from '../../ui/locale';
import { useMasked } from '../../ui/privacy';
import { offersUndo } from './switch-shown';
import styles from './SwitchToasts.module.css';

/** A small card at the foot of the popover, newest first. */
export function SwitchToasts({ switches, now }: { switches: readonly SubAccountSwitch[]; now: number }) {
  const shown = switches
    .filter((each) => each.phase === 'rolled-back' || offersUndo(each, now))
    .toSorted((a, b) => b.at - a.at);
  return (
    <section
      aria-label={popoverTexts.outcomes}
      aria-live="polite"
      className={styles.outcomes}
      hidden={shown.length === 0}
    >
      <ul className={styles.list}>
        {shown.map((each) => (
          <li key={each.id} className={styles.outcome} data-phase={each.phase}>
            {each.phase === 'done' ? <Done {...each} /> : <RolledBack outcome={each} now={now} />}
            <IconButton
              icon="close"
              label={popoverTexts.dismissOf({ username: each.username })}
              onPress={() => ask('subAccounts.dismiss', { id: each.id })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Done({ id, username, wanted }: SubAccountSwitch) {
  return (
    <>
      <Icon name="good" className={styles.icon} />
      <span className={styles.words}>{popoverTexts.switched({ wanted, username })}</span>
      <Button
        kind="quiet"
        icon="undo"
        aria-label={popoverTexts.undoOf({ username })}
        onPress={() => ask('subAccounts.undo', { id })}
      >
        {popoverTexts.undo}
      </Button>
    </>
  );
}

function RolledBack({ outcome: { username, wanted, problem }, now }: { outcome: SubAccountSwitch; now: number }) {
  const { text, cause } = rolledBackText(username, wanted, problem, now, locale(), useMasked());
  return (
    <>
      <Icon name="bad" className={styles.icon} />
      <span className={styles.words}>
        {text}
        <span className={styles.cause}>{cause}</span>
      </span>
    </>
  );
}
