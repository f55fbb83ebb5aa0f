// What each call of the contract does: asks the session, or one of the few things that only the desktop can do. No decisions here.
import type { AreaId } from '../model/areas';
import { failed, ok, type Result } from '../model/problem';
import type { Session } from '../session/session';
import { fileDate } from '../texts/file-date';
import { receiptText } from '../texts/receipt';
import { type AccountDesktop, createAccountHandlers } from './account-handlers';
import type { CallInput } from './contract';
import type { Handlers } from './dispatch';

/** What calls need of the desktop besides the session. */
export interface DesktopPorts extends AccountDesktop {
  /** The clipboard's text, for a key that the window shall not see. */
  readClipboard(): Promise<string>;
  openPage(page: CallInput<'external.open'>['page']): Promise<Result<undefined>>;
  hideWindow(): void;
  /** Opens the page with the key's button: the vendor's, or the demo's. */
  openDashboard(): Promise<Result<void>>;
  /** Shows the account window, at an area or as it is. */
  openAccount(area: AreaId | null): void;
  /** Shows the popover, at one of its views. */
  openPopover(view: CallInput<'popover.open'>['view']): void;
  /** Shows a notification of the system; false where it has none. */
  testNotification(): Promise<boolean>;
  showWizard(): void;
  closeWizard(): void;
  /** Asks where to save the key, and writes a file for its owner alone. `saved` is false when the person thought better of it. */
  saveKey(text: string): Promise<Result<{ saved: boolean }>>;
  /** The same with a receipt; `finishedOn` (yyyy-mm-dd) is for the name that is suggested. */
  saveReceipt(finishedOn: string, text: string): Promise<Result<{ saved: boolean }>>;
  /** BCP 47. */
  locale(): string;
  quit(): void;
}

/** The handlers over a session. */
export function createHandlers(session: Session, desktop: DesktopPorts): Handlers {
  const { subAccounts } = session;
  const done = ok(undefined);
  return {
    'state.read': () => ok(session.store.read()),
    'account.refresh': async () => {
      await session.refresh();
      return done;
    },
    'key.check': ({ text }) => session.checkKey(text),
    'key.checkClipboard': async () => session.checkKey(await desktop.readClipboard()),
    'key.keep': ({ ticket, storage, consent }) => session.keepKey(ticket, storage, consent),
    'key.discard': ({ ticket }) => {
      session.discardKey(ticket);
      return done;
    },
    'key.retry': async () => {
      await session.open(true);
      return done;
    },
    'key.useHere': async () => {
      await session.useKeyHere();
      return done;
    },
    'key.forget': () => session.forgetKey(),
    'demo.start': () => session.startDemo(),
    'demo.stop': async () => {
      await session.stopDemo();
      return done;
    },
    'subAccounts.look': ({ looking }) => {
      subAccounts.setVisible(looking);
      return done;
    },
    'subAccounts.query': (query) => ok(subAccounts.query(query)),
    'subAccounts.switch': ({ id, enabled }) => subAccounts.switch(id, enabled),
    'subAccounts.undo': ({ id }) => subAccounts.undo(id),
    'subAccounts.dismiss': ({ id }) => {
      subAccounts.dismiss(id);
      return done;
    },
    'subAccounts.pin': ({ id, pinned }) => subAccounts.pin(id, pinned),
    'settings.change': (patch) => session.changeSettings(patch),
    'rotation.begin': async ({ entry }) => {
      const begun = await session.rotation().begin(entry);
      desktop.showWizard();
      return begun;
    },
    'rotation.next': () => session.rotation().next(),
    'rotation.openDashboard': ({ why }) => session.rotation().openDashboard(why, desktop.openDashboard),
    'rotation.receive': ({ text }) => session.rotation().receive(text),
    'rotation.receiveClipboard': async () => session.rotation().receive(await desktop.readClipboard()),
    'rotation.discardReceived': () => session.rotation().discardReceived(),
    'rotation.acceptAccount': () => session.rotation().acceptAccount(),
    'rotation.proveNow': () => session.rotation().proveNow(),
    'rotation.reveal': () => session.rotation().reveal(),
    'rotation.copy': () => session.rotation().copy(),
    'rotation.saveToFile': () => session.rotation().saveToFile(desktop.saveKey),
    'rotation.noCopyNeeded': () => session.rotation().noCopyNeeded(),
    'rotation.tick': ({ placeId, ticked }) => session.rotation().tick(placeId, ticked),
    'rotation.finish': async () => {
      const finished = await session.rotation().finish();
      if (finished.ok) desktop.closeWizard();
      return finished;
    },
    'rotation.abandon': async () => {
      const abandoned = await session.rotation().abandon();
      // Left from another address it may be a receipt now, which is to be read.
      if (abandoned.ok && session.rotation().view().current === null) desktop.closeWizard();
      return abandoned;
    },
    'places.change': ({ places }) => session.rotation().changePlaces(places),
    'receipt.export': async ({ id }) => {
      const { current, receipts } = session.rotation().view();
      const receipt = [current, ...receipts].find((one) => one?.id === id && one.finishedAt !== null);
      if (receipt === undefined || receipt === null || receipt.finishedAt === null)
        return failed({ kind: 'bad-input', field: 'id' });
      return desktop.saveReceipt(fileDate(receipt.finishedAt), receiptText(receipt, desktop.locale()));
    },
    'wizard.close': () => {
      desktop.closeWizard();
      return done;
    },
    ...createAccountHandlers(session.services, desktop),
    'alerts.test': async () => ok({ shown: await desktop.testNotification() }),
    'problem.dismiss': ({ kind }) => {
      session.dismissProblem(kind);
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
