// Keeps Chromium from downloading dictionaries, in every session of this process.
import { app } from 'electron';

/**
 * Leaves the spell checker without a language. Call it before the first session is made. `spellcheck: false` in a window is not enough: each
 * session that has a window asked redirector.gvt1.com for a dictionary at once (seen with Electron 33). Does nothing on macOS, which has
 * dictionaries of its own.
 */
export function disableSpellChecker(): void {
  app.on('session-created', (created) => {
    created.setSpellCheckerLanguages([]);
    created.setSpellCheckerEnabled(false);
  });
}
