// What the session learns from the computer: the network, the power, and edits of the settings file; and the slow pulse that other things go by.
import { app, net, powerMonitor } from 'electron';
import type { Clock } from '../model/clock';
import type { SessionHost } from '../session/host/session-host';
import { isOnThisComputer } from '../settings/address';
import { watchFile } from '../settings/files/watch-file';

/** How often Electron is asked whether there is a network (ms); it has no event for it. */
const ONLINE_EVERY = 20_000;

/** Reports to the session from now on, and calls `onPulse` with each question for the network but the first. Returns what stops it. */
export function reportSystemEvents(session: SessionHost, after: Clock['after'], onPulse: () => void): () => void {
  const reportNetwork = () => {
    const { origin } = session.store.read().state.source;
    session.setOnline(isOnThisComputer(origin) || net.isOnline());
  };
  reportNetwork();
  const network = setInterval(() => {
    reportNetwork();
    onPulse();
  }, ONLINE_EVERY);
  const reportPower = () => session.setPower({ onBattery: powerMonitor.isOnBatteryPower(), metered: false });
  powerMonitor.on('on-battery', reportPower);
  powerMonitor.on('on-ac', reportPower);
  powerMonitor.on('resume', () => session.woke());
  const profile = app.getPath('userData');
  const unwatch = watchFile(profile, 'settings.json', after, () => void session.settingsChanges.reread());
  return () => {
    clearInterval(network);
    unwatch();
  };
}
