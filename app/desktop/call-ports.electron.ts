// What calls of the windows need of the desktop besides the session.
import { app, BrowserWindow, shell } from 'electron';
import type { DesktopPorts } from '../bridge/handlers/desktop-ports';
import { copyText, readClipboardText } from '../key/clipboard/clipboard.electron';
import { chooseFile, choosePath, saveKeyToChosenFile, saveToChosenFile } from './save-file.electron';
import type { Clock } from '../model/clock';
import type { SessionHost } from '../session/host/session-host';
import { testNotification } from '../texts/account/alerts';
import { demoTexts } from '../texts/demo';
import { apiCheckText } from '../texts/account/api-check';
import { keyFileWords, receiptFileWords } from '../texts/account/save';
import { openExternal, openKeyPage, openReleasePage } from '../windows/external.electron';
import type { Notifier } from '../windows/notifications/notifier';
import { wordsForApiCheck, wordsForList } from './file-words';
import type { LateUpdates } from './late-updates';
import type { DesktopWindows } from './windows.electron';

export interface CallPortsOptions {
  session: SessionHost;
  windows: DesktopWindows;
  notifier: Notifier;
  updates: LateUpdates;
  now: Clock['now'];
  locale(): string;
  recordShortcut(isRecording: boolean): void;
}

/** The ports of `createHandlers` over the real windows, dialogs and clipboard. */
export function callPorts(options: CallPortsOptions): DesktopPorts {
  const { session, windows, notifier, updates, now, locale, recordShortcut } = options;
  const { wizard, account } = windows;
  return {
    readClipboard: readClipboardText,
    openPage: openExternal,
    openReleasePage: async () => openReleasePage((await updates.opened()).releasePage()),
    skipUpdate: async (version) => (await updates.opened()).skip(version),
    hideWindow: () => windows.hidePopover(),
    openDashboard: () => openKeyPage(session.demoDashboard()),
    openAccount: (area, request) => windows.openAccount(area, request),
    renewAccount: () => windows.renewAccount(),
    openPopover: (view) => void windows.openPopover(view),
    recordShortcut,
    copyText,
    chooseListFile: (list) => chooseFile(account.window(), wordsForList(list, now())),
    saveApiCheck: () => {
      const text = apiCheckText(session.store.read().state.apiCheck, now(), locale());
      return saveToChosenFile(account.window(), wordsForApiCheck(now()), text);
    },
    testNotification: () => {
      const isDemo = session.store.read().state.source.kind === 'demo';
      const title = isDemo ? demoTexts.about({ text: testNotification.title }) : testNotification.title;
      return notifier.show({ ...testNotification, title, ids: [] }, () => windows.openAccount('alerts'));
    },
    showWizard: () => wizard.show(),
    closeWizard: () => wizard.close(),
    saveKey: (text) => saveKeyToChosenFile(wizard.window(), keyFileWords(), text),
    saveReceipt: (finishedOn, text) => saveToChosenFile(wizard.window(), receiptFileWords(finishedOn), text),
    choosePath: (what) => choosePath(BrowserWindow.getFocusedWindow(), what),
    showInFolder: (path) => shell.showItemInFolder(path),
    async licenses() {
      const { openLicenses } = await import('../licenses/licenses.electron');
      return openLicenses((event) => session.note(event, {}));
    },
    locale,
    quit: () => app.quit(),
  };
}
