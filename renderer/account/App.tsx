// The account window: the areas in the sidebar, and the one that is shown.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { AppState } from '../../app/model/state/app-state';
import type { AreaRequest } from '../../app/model/lists/area-request';
import { type AreaId, sidebarAreas } from '../../app/model/lists/areas';
import { areaTexts as texts } from '../../app/texts/account/areas';
import { shortcutTexts } from '../../app/texts/account/shortcuts';
import { type AppStateStore, useAppState } from '../ui/app-state';
import { ask, listen } from '../ui/bridge';
import { setFailedAsk } from '../ui/failed-ask';
import { FailedAsk } from '../ui/FailedAsk';
import { Button } from '../ui/Button';
import { NoSandboxBanner } from '../ui/NoSandboxBanner';
import { Privacy } from '../ui/privacy';
import { useTheme } from '../ui/hooks/use-theme';
import { Waiting } from '../ui/Waiting';
import { ExampleScript } from '../ui/ExampleScript';
import { Area } from './areas/Area';
import styles from './App.module.css';
import { ShortcutSheet } from './keyboard/ShortcutSheet';
import { useWindowKeys } from './keyboard/use-window-keys';
import { StatusBanner } from './frame/StatusBanner';
import { Sidebar } from './Sidebar';

/** The window's content. */
export function App({ store }: { store: AppStateStore }) {
  const state = useAppState(store);
  useTheme(state?.settings.theme);
  if (state === null) return <Waiting />;
  return <OfOneAccount state={state} />;
}

/** Another account's lists are other lists: nothing that was shown or typed stays. An account that becomes known is still the same one. */
function OfOneAccount({ state }: { state: AppState }) {
  const { origin } = state.source;
  const id = state.account.value?.id ?? null;
  const [shown, setShown] = useState({ origin, id, turn: 0 });
  const isOther = origin !== shown.origin || (id !== null && shown.id !== null && id !== shown.id);
  if (isOther) setShown({ origin, id, turn: shown.turn + 1 });
  else if (id !== null && shown.id === null) setShown({ ...shown, id });
  return (
    <>
      <Account key={shown.turn} state={state} />
      <Privacy hide={state.settings.hideAmounts}>
        <FailedAsk />
      </Privacy>
    </>
  );
}

/** What a push asked for: an area, and perhaps a question there. */
interface Asked {
  area: AreaId;
  request: AreaRequest;
  /** Grows with each push, so that asking twice asks twice. */
  count: number;
}

function Account({ state }: { state: AppState }) {
  const [{ area, request, count }, setAsked] = useState<Asked>({ area: 'overview', request: {}, count: 0 });
  const [isHelpOpen, setHelpOpen] = useState(false);
  const go = useCallback((next: AreaId, asked: AreaRequest = {}) => {
    // A refusal there does not matter here, and the area is not covered by the shortcut that led to it.
    setFailedAsk(null);
    setHelpOpen(false);
    setAsked((before) => ({ area: next, request: asked, count: before.count + 1 }));
  }, []);
  // Until the window is closed, or the setting is changed.
  const { notice } = state;
  const { hideAmounts } = state.settings;
  const [shows, setShows] = useState(false);
  const [hidAmounts, setHidAmounts] = useState(hideAmounts);
  if (hidAmounts !== hideAmounts) {
    setHidAmounts(hideAmounts);
    setShows(false);
  }
  // A question or a form in an area takes the focus itself.
  const hasRequest = request.ask !== undefined || request.edit !== undefined || request.section !== undefined;
  const page = useRef<HTMLElement>(null);
  const toHeading = () => page.current?.querySelector('h1')?.focus({ preventScroll: true });
  // Chosen by the user, an area is read from its heading on.
  useEffect(() => {
    if (count > 0 && !hasRequest) page.current?.querySelector('h1')?.focus({ preventScroll: true });
  }, [count, hasRequest]);
  useWindowKeys((key) => {
    if (key === 'search') page.current?.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
    else if (key === 'refresh') ask('account.refresh', undefined);
    else if (key === 'settings') go('settings');
    else if (key === 'help') setHelpOpen(true);
    else {
      const chosen = sidebarAreas[key.area];
      if (chosen !== undefined) go(chosen);
    }
  });
  // Before the first picture: main names the area as soon as that is there.
  useLayoutEffect(() => listen('area', ({ area: next, ...asked }) => go(next, asked)), [go]);
  return (
    <Privacy hide={hideAmounts && !shows}>
      <div className={styles.window}>
        <button type="button" className={styles.skip} onClick={toHeading}>
          {shortcutTexts.skip}
        </button>
        <ShortcutSheet isOpen={isHelpOpen} isMac={state.platform.os === 'darwin'} onClose={() => setHelpOpen(false)} />
        <div className={styles.columns}>
          <Sidebar
            state={state}
            area={area}
            onArea={(next) => go(next)}
            showsAmounts={shows}
            onAmounts={setShows}
            onHelp={() => setHelpOpen(true)}
          />
          <main ref={page} className={styles.page}>
            {isSaidInArea(area, notice) ? null : (
              <StatusBanner notice={notice} onEmergencyStop={() => go('subAccounts', { ask: 'panic' })} />
            )}
            <NoSandboxBanner sandboxed={state.platform.sandboxed} className={styles.noSandbox} />
            <div className={styles.script}>
              <ExampleScript script={state.exampleScript} />
            </div>
            {/* The address and the proxy are set before there is a key. */}
            {state.key.status === 'absent' && state.source.kind !== 'demo' && area !== 'settings' ? (
              <NoKey />
            ) : (
              <Area key={`${area} ${count}`} area={area} state={state} request={request} />
            )}
          </main>
        </div>
      </div>
    </Privacy>
  );
}

/** The sub-accounts have the emergency stop's own banner, Access that of the gateway, and a window without a key its own page. */
function isSaidInArea(area: AreaId, { says, action }: AppState['notice']): boolean {
  if (says.id === 'no-key') return true;
  return area === 'access' ? action === 'open-access' : area === 'subAccounts' && says.id === 'emergency-stop';
}

function NoKey() {
  return (
    <div className={styles.noKey}>
      <h1 className={styles.noKeyTitle}>{texts.noKeyTitle}</h1>
      <p>{texts.noKeyLine}</p>
      <Button kind="primary" icon="key" onPress={() => ask('popover.open', { view: 'key' })}>
        {texts.enterKey}
      </Button>
    </div>
  );
}
