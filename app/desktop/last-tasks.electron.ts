// Before the process ends: the copied key leaves the clipboard, and the threads end.
import { app } from 'electron';
import type { SecretClipboard } from '../key/clipboard/secret-clipboard';
import { systemClock } from '../process/system-clock';
import { endThreads } from '../process/threads';
import { lastTasks } from './last-tasks';

/** How long a quit waits for the clipboard, at most (ms). */
const CLIPBOARD_LIMIT = 1000;

/** Holds each quit back until both are done. */
export function holdQuitForLastTasks(copyOnce: SecretClipboard): void {
  const hold = lastTasks({
    run() {
      copyOnce.stop();
      return Promise.all([copyOnce.clearIfOurs(CLIPBOARD_LIMIT), endThreads()]);
    },
    quit: () => app.quit(),
    kill: () => process.kill(process.pid, 'SIGKILL'),
    after: systemClock.after,
  });
  app.on('will-quit', hold);
}
