// One line: whose account this is, where its figures come from, that all is good, and when they were updated; and the
// three buttons that are always there. Notices.tsx shows what is wrong.
import { Button as AriaButton } from 'react-aria-components/Button';
import type { AppState } from '../../app/model/state/app-state';
import { alertTexts } from '../../app/texts/account/alerts';
import { keepingLine, keepingTitle } from '../../app/texts/key-storage';
import { noticeText } from '../../app/texts/status/notice';
import { popoverTexts, refreshButton, sourceBadge, updatedText } from '../../app/texts/status/popover';
import { ask } from '../ui/bridge';
import { formatCount, formatMoment } from '../../app/texts/format';
import { IconButton } from '../ui/Button';
import { classes } from '../ui/classes';
import { Icon } from '../ui/Icon';
import { locale } from '../ui/locale';
import { updatedAt } from './figures/figure-views';
import styles from './Header.module.css';
import { isGoodInHead } from './head-status';

interface HeaderProps {
  state: AppState;
  now: number;
  onReveal: (shown: boolean) => void;
  onSettings: () => void;
}

/** The head of the popover. */
export function Header({ state, now, onReveal, onSettings }: HeaderProps) {
  const account = state.account.value;
  const name = account?.username ?? account?.email ?? popoverTexts.noName;
  const badge = sourceBadge(state.source);
  return (
    <header className={styles.header}>
      <div className={styles.account}>
        <div className={styles.top}>
          <h1 className={styles.name} title={[name, account?.email].filter((part) => part !== undefined).join('\n')}>
            {name}
          </h1>
          {badge === null ? null : (
            <span className={styles.badge} data-kind={state.source.kind} title={badge}>
              {badge}
            </span>
          )}
        </div>
        <div className={styles.status}>
          {isGoodInHead(state) ? (
            <span role="status" className={styles.good}>
              <Icon name="good" className={styles.goodIcon} />
              <span className="only-spoken">{noticeText(state.notice, now, locale(), false).text}</span>
            </span>
          ) : null}
          <Updated state={state} now={now} />
          <Keeping state={state} />
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

/** The age of the newest figure; a card says its own where that differs. */
function Updated({ state, now }: { state: AppState; now: number }) {
  const at = updatedAt(state);
  if (at === null) return null;
  return <span title={formatMoment(at, locale())}>{updatedText(at, now, locale())}</span>;
}

/** Nothing while there is no alert. */
function Bell({ count }: { count: number }) {
  if (count === 0) return null;
  const shown = formatCount(count, locale());
  return (
    <span className={styles.bell}>
      <IconButton
        icon="bell"
        label={alertTexts.bell({ count, shown })}
        onPress={() => ask('account.open', { area: 'alerts' })}
      />
      <span className={styles.count} aria-hidden="true">
        {shown}
      </span>
    </span>
  );
}

/** How the key is stored; shown only where the system does not protect it. The demo's key needs no protection. */
function Keeping({ state }: { state: AppState }) {
  const { storage, keyring } = state.key;
  if (storage === null || state.source.kind === 'demo') {
    return null;
  }
  if (storage === 'protected') return <span className="only-spoken">{keepingTitle[storage]}</span>;
  const line = keepingLine(storage, keyring);
  return (
    <span className={styles.keeping} data-storage={storage} title={line}>
      <Icon name="key" className={styles.keepingIcon} />
      <span>{keepingTitle[storage]}</span>
    </span>
  );
}
