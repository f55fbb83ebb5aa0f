// Calls about the application: its state, settings, windows and pages outside it.
import { ok } from '../../model/problem';
import type { SessionHost } from '../../session/host/session-host';
import type { applicationCalls } from '../calls/application-calls';
import { type CallHandlers, succeeded } from '../calls/call-handlers';
import type { DesktopPorts } from './desktop-ports';

/** The handlers over the sessions and the desktop. */
export function applicationHandlers(host: SessionHost, desktop: DesktopPorts): CallHandlers<typeof applicationCalls> {
  return {
    'state.read': () => ok(host.store.read()),
    'account.refresh': async () => {
      await host.refresh();
      return succeeded;
    },
    'demo.start': () => host.startDemo(),
    'demo.stop': async () => {
      await host.stopDemo();
      return succeeded;
    },
    'settings.change': async (patch) => {
      const changed = await host.settingsChanges.change(patch);
      // Chosen in the account window's own settings, beside which nothing unfinished is open.
      if (patch.language !== undefined) desktop.renewAccount();
      return changed;
    },
    'shortcut.record': ({ isRecording }) => {
      desktop.recordShortcut(isRecording);
      return succeeded;
    },
    'popover.open': ({ view }) => {
      desktop.openPopover(view);
      return succeeded;
    },
    'account.open': ({ area, ...request }) => {
      desktop.openAccount(area, request);
      return succeeded;
    },
    'text.copy': ({ text }) => desktop.copyText(text),
    'problem.dismiss': ({ kind }) => {
      host.hostState.dismissProblem(kind);
      return succeeded;
    },
    'external.open': ({ page }) => desktop.openPage(page),
    'licenses.list': async () => (await desktop.licenses()).list(),
    'licenses.read': async ({ id }) => (await desktop.licenses()).text(id),
    'updates.openPage': () => desktop.openReleasePage(),
    'updates.skip': ({ version }) => desktop.skipUpdate(version),
    'window.hide': () => {
      desktop.hideWindow();
      return succeeded;
    },
    'app.quit': () => {
      desktop.quit();
      return succeeded;
    },
  };
}
