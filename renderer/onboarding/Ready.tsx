// The end of the first run: points at the tray's icon, and offers what a new user wants next.
import type { AppState } from '../../app/model/state/app-state';
import { readyTexts as texts } from '../../app/texts/onboarding';
import { ask } from '../ui/bridge';
import { Button } from '../ui/Button';
import { Switch } from '../ui/fields/Switch';
import { Logo } from '../ui/Logo';
import { NoSandboxBanner } from '../ui/NoSandboxBanner';
import { Hero } from './Hero';
import { OptionCard, OptionCards } from './OptionCards';
import styles from './Ready.module.css';
import screen from './screen.module.css';

interface ReadyProps {
  state: AppState;
  onDone: () => void;
}

/** Where NineTray is, and three things to do. */
export function Ready({ state, onDone }: ReadyProps) {
  const { os, trayShown, sandboxed } = state.platform;
  return (
    <main className={screen.screen}>
      <div className={screen.middle}>
        {trayShown ? <Panel atTop={os === 'darwin'} /> : null}
        <Hero icon="good" tone="accent" title={texts.title} lead={trayShown ? texts.lives[os] : texts.noTray} />
        <section className={styles.next} aria-label={texts.next}>
          <OptionCards label={texts.next}>
            <OptionCard icon="pin" title={texts.pin} line={texts.pinLine} onPress={onDone} />
            <OptionCard
              icon="bell"
              title={texts.alerts}
              line={texts.alertsLine}
              onPress={() => {
                onDone();
                ask('account.open', { area: 'alerts' });
              }}
            />
          </OptionCards>
          <div className={styles.card}>
            <Switch
              isOn={state.settings.startAtLogin}
              className={styles.switch}
              onChange={(startAtLogin) => ask('settings.change', { startAtLogin })}
            >
              {texts.atLogin}
            </Switch>
          </div>
        </section>
        <Button kind="primary" wide onPress={onDone}>
          {texts.done}
        </Button>
        <NoSandboxBanner sandboxed={sandboxed} />
      </div>
    </main>
  );
}

/** A panel or menu bar as a drawing, with NineTray's icon among others. */
function Panel({ atTop }: { atTop: boolean }) {
  return (
    <div className={styles.panel} data-edge={atTop ? 'top' : 'bottom'} aria-hidden="true">
      <span className={styles.other} />
      <span className={styles.other} />
      <span className={styles.ours}>
        <Logo />
      </span>
      <span className={styles.clock}>9:41</span>
    </div>
  );
}
