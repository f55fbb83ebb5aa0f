// Whose account this is, where its figures come from, how its key is kept; and the three buttons that are always there.
// Must not decide anything.
import { Button as AriaButton } from 'react-aria-components/Button';
import type { AppState } from '../../app/model/state/app-state';
import { alertTexts } from '../../app/texts/account/alerts';
import { keepingLine, keepingTitle } from '../../app/texts/key-storage';
import { popoverTexts, refreshButton, sourceBadge } from '../../app/texts/status/popover';
import { ask } from '../ui/bridge';
import { formatCount } from '../../app/texts/format';
import { IconButton } from '../ui/Button';
import { classes } from '../ui/classes';
import { Icon } from '../ui/Icon';
import { locale } from '../ui/locale';
import { useNow } from '../ui/hooks/use-now';
import styles from './Header.module.css';

interface HeaderProps {
  state: AppState;
  onReveal: (shown: boolean) => void;
  onSettings: () => void;
}

/** The head of the popover. */
export function Header({ state, onReveal, onSettings }: HeaderProps) {
  const now = useNow();
  const account = state.account.value;
  const name = account?.username ?? account?.email ?? popoverTexts.noName;
  const email = account?.username === null || account === null ? null : account.email;
  const badge = sourceBadge(state.source);
  return (
    <header className={styles.header}>
      <div className={styles.account}>
        <div className={styles.top}>
          <h1 className={styles.name} title={name}>
            {name}
          </h1>
          {badge === null ? null : (
            <span className={styles.badge} data-kind={state.source.kind} title={badge}>
              {badge}
            </span>
          )}
        </div>
        <div className={styles.below}>
          {email === null ? null : (
            <span className={styles.email} title={email}>
              {email}
            </span>
          )}
          <Keeping state={state} isQuiet={email !== null} />
        </div>
      </div>
      <div className={styles.tools}>
        {state.settings.hideAmounts ? (
          <AriaButton
            aria-label={popoverTexts.reveal}
            className={classes(styles.reveal)}
            onPressStart={() => onReveal(true)}
            onPressEnd={() => onReveal(false)}
            onBlur={() => onReveal(false)}
          >
            <Icon name="eyeOff" className={styles.whileHidden} />
            <Icon name="eye" className={styles.whileShown} />
          </AriaButton>
        ) : null}
        <Bell count={state.alerts.length} />
        <IconButton
          icon="refresh"
          {...refreshButton(state.refresh, now, locale())}
          busy={state.refresh.running}
          onPress={() => ask('account.refresh', undefined)}
        />
        <IconButton
          icon="window"
          label={popoverTexts.openAccount}
          onPress={() => ask('account.open', { area: null })}
        />
        <IconButton icon="settings" label={popoverTexts.settings} onPress={onSettings} />
      </div>
    </header>
  );
}

/** Nothing while there is no alert. */
function Bell({ count }: { count: number }) {
  if (count === 0) return null;
  const shown = formatCount(count, locale());
  return (
    <span className={styles.bell}>
      <IconButton
        icon="bell"
        label={alertTexts.bell(shown, count === 1)}
        onPress={() => ask('account.open', { area: 'alerts' })}
      />
      <span className={styles.count} aria-hidden="true">
        {shown}
      </span>
    </span>
  );
}

/** How the key is kept: words, or a quiet lock where the system protects it. The demo's key belongs to no account. */
function Keeping({ state, isQuiet }: { state: AppState; isQuiet: boolean }) {
  const { storage, keyring } = state.key;
  if (storage === null || state.source.kind === 'demo') {
    return null;
  }
  const line = keepingLine(storage, keyring);
  return (
    <span className={styles.keeping} data-storage={storage} title={line}>
      <Icon name={storage === 'protected' ? 'lock' : 'key'} className={styles.keepingIcon} />
      <span className={storage === 'protected' && isQuiet ? 'only-spoken' : undefined}>{keepingTitle[storage]}</span>
    </span>
  );
}
