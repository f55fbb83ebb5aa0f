// What each call of the contract does: asks the host of sessions or the session that is shown, or one of the few things that only the
// desktop can do. No decisions here.
import type { AreaId } from '../model/lists/areas';
import type { ExternalPage } from '../model/external-page';
import type { PopoverView } from '../model/popover-view';
import { failed, ok, type Result } from '../model/problem';
import type { SubAccountToEdit } from '../model/state/sub-account-row';
import type { SessionHost } from '../session/session-host';
import { fileDate } from '../texts/file-date';
import { receiptText } from '../texts/wizard/receipt';
import { type AccountDesktop, createAccountHandlers } from './account-handlers';
import type { Handlers } from './dispatch';

/** What calls need of the desktop besides the session. */
export interface DesktopPorts extends AccountDesktop {
  /** The clipboard's text, for a key that the window shall not see. */
  readClipboard(): Promise<string>;
  openPage(page: ExternalPage): Promise<Result<undefined>>;
  hideWindow(): void;
  /** Opens the page with the key's button: the vendor's, or the demo's. */
  openDashboard(): Promise<Result<void>>;
  /** Shows the account window, at an area or as it is. `ask`: it asks whether all sub-accounts shall be stopped, or restored. */
  openAccount(area: AreaId | null, ask?: 'panic', edit?: SubAccountToEdit): void;
  /** Shows the popover, at one of its views. */
  openPopover(view: PopoverView): void;
  /** Shows a notification of the system; false where it has none. */
  testNotification(): Promise<boolean>;
  showWizard(): void;
  closeWizard(): void;
  /** Asks where to save the key, and writes a file for its owner alone. `saved` is false when the user cancelled. */
  saveKey(text: string): Promise<Result<{ saved: boolean }>>;
  /** The same with a receipt; `finishedOn` (yyyy-mm-dd) is for the name that is suggested. */
  saveReceipt(finishedOn: string, text: string): Promise<Result<{ saved: boolean }>>;
  /** BCP 47. */
  locale(): string;
  quit(): void;
}

/** The handlers over the sessions. */
export function createHandlers(host: SessionHost, desktop: DesktopPorts): Handlers {
  const { keyEntry } = host;
  const subAccounts = () => host.shown().subAccounts;
  const rotation = () => host.shown().rotation;
  const done = ok(undefined);
  return {
    'state.read': () => ok(host.store.read()),
    'account.refresh': async () => {
      await host.refresh();
      return done;
    },
    'key.check': ({ text }) => keyEntry.check(text),
    'key.checkClipboard': async () => keyEntry.check(await desktop.readClipboard()),
    'key.keep': ({ ticket, storage, consent }) => keyEntry.keep(ticket, storage, consent),
    'key.discard': ({ ticket }) => {
      keyEntry.discard(ticket);
      return done;
    },
    'key.retry': async () => {
      await host.open(true);
      return done;
    },
    'key.useHere': async () => {
      await host.useKeyHere();
      return done;
    },
    'key.forget': () => host.forgetKey(),
    'demo.start': () => host.startDemo(),
    'demo.stop': async () => {
      await host.stopDemo();
      return done;
    },
    'subAccounts.setVisible': ({ visible }) => {
      host.setListVisible(visible);
      return done;
    },
    'subAccounts.query': (query) => ok(subAccounts().query(query)),
    'subAccounts.switch': ({ id, enabled }) => subAccounts().switch(id, enabled),
    'subAccounts.undo': ({ id }) => subAccounts().undo(id),
    'subAccounts.dismiss': ({ id }) => {
      subAccounts().dismiss(id);
      return done;
    },
    'subAccounts.copyUsername': ({ id }) => {
      const username = subAccounts().usernameOf(id);
      return username === undefined ? failed({ kind: 'bad-input', field: 'id' }) : desktop.copyText(username);
    },
    'subAccounts.pin': ({ id, pinned }) => subAccounts().pin(id, pinned),
    'settings.change': (patch) => host.settingsChanges.change(patch),
    'rotation.begin': async ({ entry }) => {
      const begun = await rotation().begin(entry);
      desktop.showWizard();
      return begun;
    },
    'rotation.next': () => rotation().next(),
    'rotation.back': () => rotation().back(),
    'rotation.openDashboard': ({ why }) => rotation().openDashboard(why, desktop.openDashboard),
    'rotation.receive': ({ text }) => rotation().receive(text),
    'rotation.receiveClipboard': async () => rotation().receive(await desktop.readClipboard()),
    'rotation.discardReceived': () => rotation().discardReceived(),
    'rotation.acceptAccount': () => rotation().acceptAccount(),
    'rotation.proveNow': () => rotation().proveNow(),
    'rotation.reveal': () => rotation().reveal(),
    'rotation.copy': () => rotation().copy(),
    'rotation.saveToFile': () => rotation().saveToFile(desktop.saveKey),
    'rotation.noCopyNeeded': () => rotation().noCopyNeeded(),
    'rotation.tick': ({ placeId, ticked }) => rotation().tick(placeId, ticked),
    'rotation.finish': async () => {
      const finished = await rotation().finish();
      if (finished.ok) desktop.closeWizard();
      return finished;
    },
    'rotation.abandon': async () => {
      const abandoned = await rotation().abandon();
      // Left from another address it may be a receipt now, which is to be read.
      if (abandoned.ok && rotation().view().current === null) desktop.closeWizard();
      return abandoned;
    },
    'places.change': ({ places }) => rotation().changePlaces(places),
    'receipt.export': async ({ id }) => {
      const { current, receipts } = rotation().view();
      const receipt = [current, ...receipts].find((one) => one?.id === id && one.finishedAt !== null);
      if (receipt === undefined || receipt === null || receipt.finishedAt === null)
        return failed({ kind: 'bad-input', field: 'id' });
      return desktop.saveReceipt(fileDate(receipt.finishedAt), receiptText(receipt, desktop.locale()));
    },
    'wizard.close': () => {
      desktop.closeWizard();
      return done;
    },
    ...createAccountHandlers(() => host.shown().services, desktop),
    'alerts.test': async () => ok({ shown: await desktop.testNotification() }),
    'problem.dismiss': ({ kind }) => {
      host.dismissProblem(kind);
      return done;
    },
    'popover.open': ({ view }) => {
      desktop.openPopover(view);
      return done;
    },
    'external.open': ({ page }) => desktop.openPage(page),
    'window.hide': () => {
      desktop.hideWindow();
      return done;
    },
    'app.quit': () => {
      desktop.quit();
      return done;
    },
  };
}
