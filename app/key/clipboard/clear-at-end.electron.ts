// Clears the copied key from the clipboard when the screen locks, the computer sleeps or NineTray quits.
import { app, powerMonitor } from 'electron';
import { busPath, connectBus } from '../../session-bus/session-bus';
import type { SecretClipboard } from './secret-clipboard';
import { type LockOptions, watchLock } from './screen-lock-linux';

/** How long a quit waits for the clipboard, at most (ms). */
const PATIENCE = 1000;

/** After `ready` only. */
export function clearAtEnd(copyOnce: SecretClipboard): void {
  const clear = () => void copyOnce.clearIfOurs();
  powerMonitor.on('suspend', clear);
  if (process.platform === 'linux') {
    const path = busPath(process.env);
    const uid = process.getuid?.() ?? 0;
    const connect: LockOptions['connect'] = async (hear) => (path === null ? null : connectBus({ path, uid, ...hear }));
    watchLock({ copyOnce, connect, onLocked: clear });
  } else {
    powerMonitor.on('lock-screen', clear);
  }
  let isClear = false;
  app.on('will-quit', (event) => {
    if (isClear) return;
    event.preventDefault();
    isClear = true;
    copyOnce.stop();
    // In a separate task: Electron ignores a quit that is requested before this event is over.
    void copyOnce.clearIfOurs(PATIENCE).finally(() => setImmediate(() => app.quit()));
  });
}
