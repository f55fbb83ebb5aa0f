// Starting with the user's session, whichever way the system has for it.
import { ok, type Result } from '../../model/problem';

export interface LoginItem {
  set(on: boolean): Result<void>;
  /**
   * Writes it again, for the program that runs now: it may have been moved, or have its version in its name.
   * `turned-off`: it was left alone, because the user turned it off in the system's own settings.
   */
  renew(): Result<'renewed' | 'turned-off'>;
  /** Whether the system waits for the user's approval (macOS). */
  needsApproval(): boolean;
}

/** In development it would start Electron without the application, so there is none. */
export const noLoginItem: LoginItem = {
  set: () => ok(undefined),
  renew: () => ok('renewed'),
  needsApproval: () => false,
};
