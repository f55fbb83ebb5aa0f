// Puts the quit guard where all ways to quit meet: Electron's `before-quit`. The end of the user's session passes without a question.
import { app, type BrowserWindow, type MessageBoxOptions, powerMonitor } from 'electron';
import { quitTexts as texts } from '../texts/wizard/wizard-after';
import { showMessage } from './message.electron';
import { createQuitGuard, type QuitGuardOptions } from './quit-guard';

/** After `ready` only. `showSubject` shows the user what the question is about, and returns its window. */
export function guardQuit({
  wouldLose,
  showSubject,
  leave,
}: Pick<QuitGuardOptions, 'wouldLose' | 'leave'> & { showSubject: () => BrowserWindow | null }): void {
  const guard = createQuitGuard({
    wouldLose,
    leave,
    ask: () => wantsToQuit(showSubject()),
    quit: () => app.quit(),
    now: Date.now,
    after: (ms, run) => void setTimeout(run, ms),
  });
  app.on('before-quit', guard.beforeQuit);
  app.on('window-all-closed', guard.windowsClosed);
  // On Windows a shutdown ends the process without `before-quit`.
  powerMonitor.on('shutdown', guard.sessionEnding);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, guard.terminate);
  process.on('SIGINT', guard.interrupt);
}

async function wantsToQuit(over: BrowserWindow | null): Promise<boolean> {
  try {
    const question: MessageBoxOptions = {
      type: 'warning',
      message: texts.title,
      detail: texts.meaning,
      buttons: [texts.stay, texts.quit],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    };
    const button = await showMessage(question, over);
    return button === 1;
  } catch {
    // Where nothing can be asked, quitting must still be possible.
    return true;
  }
}
