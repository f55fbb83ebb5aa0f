// Asks before the window is closed while the key is still to be copied, however it is closed.
import { useEffect } from 'react';
import { ask } from '../../ui/bridge';

let knowingly = false;

/** Closes the window without asking again. */
export function closeKnowingly(): void {
  knowingly = true;
  ask('wizard.close', undefined);
}

/**
 * While `asks`, a press on the window's own close button asks instead of closing. The page's `beforeunload` does that; a window
 * that was never clicked is closed anyway (Chromium's rule), and a window that is destroyed is not asked.
 */
export function useAskBeforeClosing(asks: boolean, onAsked: () => void): void {
  useEffect(() => {
    if (!asks) return undefined;
    knowingly = false;
    function beforeUnload(event: BeforeUnloadEvent): void {
      if (knowingly) return;
      event.preventDefault();
      onAsked();
    }
    window.addEventListener('beforeunload', beforeUnload);
    return () => window.removeEventListener('beforeunload', beforeUnload);
  }, [asks, onAsked]);
}
