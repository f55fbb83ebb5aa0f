// What the session learns from the computer: the network, the power, and edits of the settings file; and the slow pulse that other things go by.
import { app, net, powerMonitor } from 'electron';
import type { Clock } from '../model/clock';
import type { SessionHost } from '../session/host/session-host';
import { isOnThisComputer } from '../settings/address';
import { watchFile } from '../settings/files/watch-file';
import { networkPause, Pulse } from './pulse';

/** Reports to the session from now on, and calls `onPulse` with each question for the network but the first. Returns what stops it. */
export function reportSystemEvents(session: SessionHost, clock: Clock, onPulse: () => void): () => void {
  const reportNetwork = () => {
    const { origin } = session.store.read().state.source;
    session.setOnline(isOnThisComputer(origin) || net.isOnline());
  };
  reportNetwork();
  const pulse = new Pulse({
    clock,
    pause: () => networkPause({ isVisible: session.isVisible(), isOnline: session.isOnline() }),
    beat: () => {
      reportNetwork();
      onPulse();
    },
  });
  // Windows get the focus when they are shown; only after that does the session know of it.
  const hurry = () => setImmediate(() => pulse.hurry());
  app.on('browser-window-focus', hurry);
  const reportPower = () => session.setPower({ onBattery: powerMonitor.isOnBatteryPower(), metered: false });
  powerMonitor.on('on-battery', reportPower);
  powerMonitor.on('on-ac', reportPower);
  powerMonitor.on('resume', () => session.woke());
  const profile = app.getPath('userData');
  const unwatch = watchFile(profile, 'settings.json', clock.after, () => void session.settingsChanges.reread());
  return () => {
    app.off('browser-window-focus', hurry);
    pulse.stop();
    unwatch();
  };
}
