// The one line that says whether all is well and what to do if not, and below it what is wrong with the profile folder.
// Main chooses what it says (app/state/notice.ts).
import type { AppState } from '../../app/model/state/app-state';
import { noticeText } from '../../app/texts/status/notice';
import { popoverTexts } from '../../app/texts/status/popover';
import { problemText } from '../../app/texts/problems/problems';
import { sentences } from '../../app/texts/sentence';
import { sectionOfNotice } from '../ui/section-of-notice';
import { Banner } from '../ui/Banner';
import { ask } from '../ui/bridge';
import { Button, IconButton } from '../ui/Button';
import { locale } from '../ui/locale';
import { NoSandboxBanner } from '../ui/NoSandboxBanner';
import { useMasked } from '../ui/privacy';
import styles from './Notices.module.css';
import { UpdateLine } from './UpdateLine';

interface NoticesProps {
  state: AppState;
  now: number;
  onKey: () => void;
}

/** The status line and the storage banners. */
export function Notices({ state, now, onKey }: NoticesProps) {
  const { notice } = state;
  const { text, detail, actionLabel } = noticeText(notice, now, locale(), useMasked());
  // The head says that all is good, and a storage problem has its own line below. The demo's way out stays.
  const isSaidElsewhere = notice.says.id === 'storage' || notice.says.id === 'all-well';
  const isLeftOut = isSaidElsewhere && state.source.kind !== 'demo';

  function act(): void {
    switch (notice.action) {
      case 'none':
        return;
      case 'retry':
        ask('account.refresh', undefined);
        return;
      case 'enter-key':
        onKey();
        return;
      case 'replace-key':
        ask('rotation.begin', { entry: 'refused' });
        return;
      case 'unlock-keyring':
        ask('key.retry', undefined);
        return;
      case 'open-dashboard':
        ask('external.open', { page: notice.says.id === 'two-factor-off' ? 'apiKey' : 'dashboard' });
        return;
      case 'open-settings':
        ask('account.open', { area: 'settings', section: sectionOfNotice(notice.says) });
        return;
      case 'open-alerts':
        ask('account.open', { area: 'alerts' });
        return;
      case 'open-access':
        ask('account.open', { area: 'access' });
        return;
      case 'open-emergency-stop':
        ask('account.open', { area: 'subAccounts', ask: 'panic' });
        return;
    }
  }

  return (
    <div className={styles.notices}>
      {isLeftOut ? null : (
        <Banner
          tone={notice.tone}
          role="status"
          detail={detail}
          action={
            actionLabel === null ? (
              <WayOutOfDemo state={state} onKey={onKey} />
            ) : (
              <>
                {notice.action === 'replace-key' ? (
                  <Button kind="quiet" onPress={onKey}>
                    {popoverTexts.haveNewKey}
                  </Button>
                ) : null}
                <Button
                  kind={notice.tone === 'bad' ? 'primary' : 'plain'}
                  busy={notice.action === 'retry' && state.refresh.running}
                  onPress={act}
                >
                  {actionLabel}
                </Button>
              </>
            )
          }
        >
          {text}
        </Banner>
      )}
      <NoSandboxBanner sandboxed={state.platform.sandboxed} />
      {state.storage.map((problem) => {
        const says = problemText(problem, locale(), now);
        return (
          <Banner
            key={problem.kind}
            tone="warning"
            detail={sentences(says.cause, says.next)}
            corner={
              <IconButton
                icon="close"
                label={popoverTexts.dismissOf({ username: says.title })}
                onPress={() => ask('problem.dismiss', { kind: problem.kind })}
              />
            }
          >
            {says.title}
          </Banner>
        );
      })}
      <UpdateLine state={state} />
    </div>
  );
}

/** In the demo, a button to use one's own account. */
function WayOutOfDemo({ state, onKey }: { state: AppState; onKey: () => void }) {
  return state.source.kind === 'demo' ? (
    <Button kind="quiet" onPress={onKey}>
      {popoverTexts.ownKey}
    </Button>
  ) : null;
}
