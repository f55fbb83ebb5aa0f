// What each call of the account window does: asks the part of the session that it is about. No decisions here.
import { failed, ok, type Result } from '../problem/problem';
import type { AreaId } from '../areas/area';
import type { AccountWork } from '../session/account-work';
import type { Handlers } from './handle';

/** What these calls need of the desktop besides the session. */
export interface AccountDesktop {
  openAccount(area: AreaId | null): void;
  /** Puts a text that is no secret on the clipboard. */
  copyText(text: string): Promise<Result<void>>;
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
export function createAccountHandlers(work: AccountWork, desktop: AccountDesktop): Pick<Handlers, AccountCall> {
  return {
    'account.open': ({ area }) => {
      desktop.openAccount(area);
      return ok(undefined);
    },
    'lists.read': () => failed({ kind: 'not-now' }),
    'lists.save': () => failed({ kind: 'not-now' }),
    'lists.cancelSave': () => failed({ kind: 'not-now' }),
    'text.copy': ({ text }) => desktop.copyText(text),
    'secret.reveal': ({ ref }) => work.reveal(ref),
    'secret.copy': ({ refs }) => work.copySecrets(refs),
    'actions.prepare': () => failed({ kind: 'not-now' }),
    'actions.run': () => failed({ kind: 'not-now' }),
    'affiliate.read': () => failed({ kind: 'not-now' }),
    'bulk.preview': () => failed({ kind: 'not-now' }),
    'bulk.start': () => failed({ kind: 'not-now' }),
    'bulk.cancel': () => failed({ kind: 'not-now' }),
    'bulk.resume': () => failed({ kind: 'not-now' }),
    'bulk.undo': () => failed({ kind: 'not-now' }),
    'bulk.dismiss': () => failed({ kind: 'not-now' }),
    'bulk.rows': () => failed({ kind: 'not-now' }),
    'panic.start': () => failed({ kind: 'not-now' }),
    'panic.restore': () => failed({ kind: 'not-now' }),
    'apiCheck.run': () => failed({ kind: 'not-now' }),
    'apiCheck.cancel': () => failed({ kind: 'not-now' }),
    'apiCheck.save': () => failed({ kind: 'not-now' }),
    'endpoints.correct': () => failed({ kind: 'not-now' }),
    'history.read': () => failed({ kind: 'not-now' }),
  };
}
