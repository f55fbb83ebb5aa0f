// What keeps the account from working, above whatever area is shown, and the button to act on it. Main chooses what it
// says (app/state/notice.ts).
import type { Notice } from '../../../app/model/state/app-state';
import { noticeText } from '../../../app/texts/status/notice';
import { sectionOfNotice } from '../../ui/section-of-notice';
import { Banner } from '../../ui/Banner';
import { ask } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { useNow } from '../../ui/hooks/use-now';
import { locale } from '../../ui/locale';
import { useMasked } from '../../ui/privacy';
import styles from './StatusBanner.module.css';

interface StatusBannerProps {
  notice: Notice;
  /** Leads to the emergency stop, which asks whether to restore. */
  onEmergencyStop: () => void;
}

/** The banner. Less severe things are shown where they belong: alerts, figures. */
export function StatusBanner({ notice, onEmergencyStop }: StatusBannerProps) {
  const { text, detail, actionLabel } = noticeText(notice, useNow(), locale(), useMasked());
  if (notice.severity !== 'stopped' && notice.severity !== 'action-needed') return null;
  return (
    <Banner
      tone={notice.tone}
      role="status"
      detail={detail}
      className={styles.banner}
      action={
        actionLabel === null ? null : (
          <Button kind="primary" onPress={() => act(notice, onEmergencyStop)}>
            {actionLabel}
          </Button>
        )
      }
    >
      {text}
    </Banner>
  );
}

function act({ action, says }: Notice, onEmergencyStop: () => void): void {
  switch (action) {
    case 'open-emergency-stop':
      return onEmergencyStop();
    case 'replace-key':
      return ask('rotation.begin', { entry: 'refused' });
    case 'enter-key':
      return ask('popover.open', { view: 'key' });
    case 'open-settings':
      return ask('account.open', { area: 'settings', section: sectionOfNotice(says) });
    case 'open-access':
      return ask('account.open', { area: 'access' });
    case 'unlock-keyring':
      return ask('key.retry', undefined);
    case 'none':
    case 'retry':
    case 'open-dashboard':
    case 'open-alerts':
      return ask('account.refresh', undefined);
    default:
      return action satisfies never;
  }
}
