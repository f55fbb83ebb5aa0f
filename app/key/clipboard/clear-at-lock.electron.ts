// Clears the copied key from the clipboard when the screen locks or the computer sleeps.
import { powerMonitor } from 'electron';
import { busPath, connectBus } from '../../session-bus/session-bus';
import type { SecretClipboard } from './secret-clipboard';
import { type LockOptions, watchLock } from './screen-lock-linux';

/** After `ready` only. */
export function clearAtLock(copyOnce: SecretClipboard): void {
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
}
