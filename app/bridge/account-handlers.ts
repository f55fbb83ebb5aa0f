// What each call of the account window does: asks the part of the session that it is about. No decisions here.
import { ok, type Result } from '../model/problem';
import type { WriteFile } from '../account/lists/save';
import type { AreaId } from '../model/lists/areas';
import type { ListId } from '../model/lists/lists';
import type { SubAccountToEdit } from '../model/state/sub-account-row';
import type { AccountServices } from '../session/account-services';
import type { Handlers } from './dispatch';

/** What these calls need of the desktop besides the session. */
export interface AccountDesktop {
  /** `ask`: it asks whether all sub-accounts shall be stopped, or restored. `edit`: at the form that edits this sub-account. */
  openAccount(area: AreaId | null, ask?: 'panic', edit?: SubAccountToEdit): void;
  /** Puts a text that is no secret on the clipboard. */
  copyText(text: string): Promise<Result<void>>;
  /** Asks where, and writes what the API check found as text. */
  saveApiCheck(): Promise<Result<{ saved: boolean }>>;
  /** Asks where a list is to be saved; null where the person chose no place. */
  chooseListFile(list: ListId): Promise<Result<WriteFile | null>>;
}

type AccountCall =
  | 'account.open'
  | 'lists.read'
  | 'subAccounts.countOn'
  | 'lists.save'
  | 'lists.cancelSave'
  | 'text.copy'
  | 'secret.reveal'
  | 'secret.copy'
  | 'actions.prepare'
  | 'actions.run'
  | 'affiliate.read'
  | 'bulk.preview'
  | 'bulk.cancelPreview'
  | 'bulk.start'
  | 'bulk.cancel'
  | 'bulk.resume'
  | 'bulk.undo'
  | 'bulk.dismiss'
  | 'bulk.rows'
  | 'panic.start'
  | 'panic.restore'
  | 'apiCheck.run'
  | 'apiCheck.cancel'
  | 'apiCheck.save'
  | 'endpoints.correct'
  | 'history.read';

/** The handlers of the account window over the services of the session that is shown. */
export function createAccountHandlers(
  services: () => AccountServices,
  desktop: AccountDesktop,
): Pick<Handlers, AccountCall> {
  return {
    'account.open': ({ area, ask, edit }) => {
      desktop.openAccount(area, ask, edit);
      return ok(undefined);
    },
    'lists.read': ({ list, ...query }) => services().lists.read(list, query),
    'subAccounts.countOn': () => services().lists.countOn(),
    'lists.save': ({ list, ...query }) => services().saver.save(list, query, () => desktop.chooseListFile(list)),
    'lists.cancelSave': () => {
      services().saver.cancel();
      return ok(undefined);
    },
    'text.copy': ({ text }) => desktop.copyText(text),
    'secret.reveal': ({ ref }) => services().reveal(ref),
    'secret.copy': ({ refs }) => services().copySecrets(refs),
    'actions.prepare': (asked) => services().actions.prepare(asked),
    'actions.run': ({ ticket }) => services().actions.run(ticket),
    'affiliate.read': () => services().readAffiliate(),
    'bulk.preview': ({ subAccounts, change }) => services().bulk.preview(subAccounts, change),
    'bulk.cancelPreview': () => {
      services().bulk.cancelPreview();
      return ok(undefined);
    },
    'bulk.start': ({ subAccounts, change }) => services().bulk.start(subAccounts, change),
    'bulk.cancel': () => services().bulk.cancel(),
    'bulk.resume': () => services().bulk.resume(),
    'bulk.undo': () => services().bulk.undo(),
    'bulk.dismiss': (which) => services().bulk.dismiss(which?.job),
    'bulk.rows': (query) => services().bulk.rows(query),
    'panic.start': () => services().bulk.panic(),
    'panic.restore': () => services().bulk.restore(),
    'apiCheck.run': () => {
      void services().apiCheck.run();
      return ok(undefined);
    },
    'apiCheck.cancel': () => {
      services().apiCheck.cancel();
      return ok(undefined);
    },
    'apiCheck.save': () => desktop.saveApiCheck(),
    'endpoints.correct': ({ operation, method, path }) => services().correctEndpoint(operation, { method, path }),
    'history.read': ({ what, days }) => ok(services().readHistory(what, days)),
  };
}
