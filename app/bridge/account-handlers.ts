// What each call of the account window does: asks the part of the session that it is about. No decisions here.
import { ok, type Result } from '../model/problem';
import type { WriteFile } from '../account/lists/save';
import type { AreaId } from '../model/areas';
import type { ListId } from '../model/lists';
import type { AccountServices } from '../session/account-services';
import type { Handlers } from './dispatch';

/** What these calls need of the desktop besides the session. */
export interface AccountDesktop {
  openAccount(area: AreaId | null): void;
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

/** The handlers of the account window over the session's work. */
export function createAccountHandlers(work: AccountServices, desktop: AccountDesktop): Pick<Handlers, AccountCall> {
  return {
    'account.open': ({ area }) => {
      desktop.openAccount(area);
      return ok(undefined);
    },
    'lists.read': ({ list, ...query }) => work.lists.read(list, query),
    'lists.save': ({ list, ...query }) => work.saver.save(list, query, () => desktop.chooseListFile(list)),
    'lists.cancelSave': () => {
      work.saver.cancel();
      return ok(undefined);
    },
    'text.copy': ({ text }) => desktop.copyText(text),
    'secret.reveal': ({ ref }) => work.reveal(ref),
    'secret.copy': ({ refs }) => work.copySecrets(refs),
    'actions.prepare': (asked) => work.actions.prepare(asked),
    'actions.run': ({ ticket }) => work.actions.run(ticket),
    'affiliate.read': () => work.readAffiliate(),
    'bulk.preview': ({ subAccounts, change }) => work.bulk.preview(subAccounts, change),
    'bulk.cancelPreview': () => {
      work.bulk.cancelPreview();
      return ok(undefined);
    },
    'bulk.start': ({ subAccounts, change }) => work.bulk.start(subAccounts, change),
    'bulk.cancel': () => work.bulk.cancel(),
    'bulk.resume': () => work.bulk.resume(),
    'bulk.undo': () => work.bulk.undo(),
    'bulk.dismiss': (which) => work.bulk.dismiss(which?.job),
    'bulk.rows': (query) => work.bulk.rows(query),
    'panic.start': () => work.bulk.panic(),
    'panic.restore': () => work.bulk.restore(),
    'apiCheck.run': () => {
      void work.apiCheck.run();
      return ok(undefined);
    },
    'apiCheck.cancel': () => {
      work.apiCheck.cancel();
      return ok(undefined);
    },
    'apiCheck.save': () => desktop.saveApiCheck(),
    'endpoints.correct': ({ operation, method, path }) => work.correctEndpoint(operation, { method, path }),
    'history.read': ({ what, days }) => ok(work.readHistory(what, days)),
  };
}
