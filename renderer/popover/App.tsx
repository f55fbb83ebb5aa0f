// Which of the window's views is in front: the popover itself, settings, or the way in.
import { lazy, Suspense, useEffect, useState } from 'react';
import type { AppState } from '../../app/model/state/app-state';
import type { PopoverView } from '../../app/model/popover-view';
import { type AppStateStore, useAppState } from '../ui/app-state';
import { ask, listen } from '../ui/bridge';
import { FailedAsk } from '../ui/FailedAsk';
import { Privacy } from '../ui/privacy';
import { useTheme } from '../ui/hooks/use-theme';
import { Waiting } from '../ui/Waiting';
import { Home } from './Home';
import { useOpening } from './use-opening';

// Apart from the first chunk: the popover's first picture needs neither.
const Onboarding = lazy(async () => ({ default: (await import('../onboarding/onboarding')).Onboarding }));
const Ready = lazy(async () => ({ default: (await import('../onboarding/Ready')).Ready }));
const SettingsSheet = lazy(async () => ({ default: (await import('../settings/SettingsSheet')).SettingsSheet }));

/** No key and no demo: there is nothing to show but the first run. Without an address to enter a key for, the status line shows. */
function isFirstRun({ key, source }: AppState): boolean {
  return key.status === 'absent' && source.kind !== 'demo' && source.origin !== '';
}

/** The window's content. */
export function App({ store }: { store: AppStateStore }) {
  const state = useAppState(store);
  return (
    <>
      <View store={store} />
      <Privacy hide={state?.settings.hideAmounts === true}>
        <FailedAsk />
      </Privacy>
    </>
  );
}

function View({ store }: { store: AppStateStore }) {
  const state = useAppState(store);
  const [view, setView] = useState<PopoverView>('home');
  const opening = useOpening();
  const firstRun = state !== null && isFirstRun(state);
  // The end of the first run is shown once a first key was saved here, until it is closed or the window is hidden.
  const [isNewUser, setNewUser] = useState(false);
  const isReady = isNewUser && !firstRun;
  useTheme(state?.settings.theme);

  useEffect(() => {
    const stopViews = listen('view', (message) => setView(message.view));
    const stopHidden = listen('hidden', () => {
      // A key is copied in another window, which hides this one: its form stays.
      setView((shown) => (shown === 'settings' ? 'home' : shown));
      setNewUser(false);
    });
    return () => {
      stopViews();
      stopHidden();
    };
  }, []);

  // On first run this view shows anyway; once a key is stored, the figures should appear automatically.
  if (firstRun && view === 'key') {
    setView('home');
  }

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented) {
        return;
      }
      if (isReady) {
        setNewUser(false);
      } else if (view === 'settings' || (view === 'key' && !firstRun)) {
        setView('home');
      } else {
        ask('window.hide', undefined);
      }
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [view, firstRun, isReady]);

  if (state === null) {
    return <Waiting />;
  }
  const home = () => setView('home');
  const openConnection = () => ask('account.open', { area: 'settings', section: 'connection' });
  if (view === 'settings') {
    return (
      <Suspense fallback={<Waiting />}>
        <SettingsSheet
          state={state}
          onClose={home}
          onKey={() => setView('key')}
          onAll={() => ask('account.open', { area: 'settings' })}
          onQuit={() => ask('app.quit', undefined)}
        />
      </Suspense>
    );
  }
  if (view === 'key' || firstRun) {
    return (
      <Suspense fallback={<Waiting />}>
        <Onboarding
          state={state}
          {...(firstRun ? { onKept: () => setNewUser(true) } : { onClose: home })}
          onSettings={openConnection}
        />
      </Suspense>
    );
  }
  if (isReady) {
    return (
      <Suspense fallback={<Waiting />}>
        <Ready state={state} onDone={() => setNewUser(false)} />
      </Suspense>
    );
  }
  return <Home key={opening} state={state} onKey={() => setView('key')} onSettings={() => setView('settings')} />;
}
