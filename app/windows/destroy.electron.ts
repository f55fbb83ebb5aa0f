// Destroys a window without asking its page, whatever the reason.
import type { BrowserWindow } from 'electron';

/**
 * Destroys the window in a separate task. Electron 33 on Linux ends by SIGSEGV when a window is destroyed while it is losing the focus,
 * and a quit may be called in that very moment: code that waits for a promise continues then, too.
 */
export function destroySoon(window: BrowserWindow | null): void {
  setImmediate(() => {
    if (window?.isDestroyed() === false) window.destroy();
  });
}
