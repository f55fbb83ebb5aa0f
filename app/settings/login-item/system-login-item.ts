// The login item of macOS and Windows, by Electron. Pure over Electron's two calls.
import { ok } from '../../model/problem';
import type { LoginItem } from './login-item';

/** Electron's `app`, as far as login items go. */
export interface LoginItemCalls {
  getLoginItemSettings(asked: { path?: string; args?: string[] }): {
    openAtLogin: boolean;
    /** macOS; not there before macOS 13. */
    status?: string;
    /** Windows: those that start this program, with any arguments. */
    launchItems?: readonly { enabled: boolean }[];
  };
  setLoginItemSettings(wanted: { openAtLogin: boolean; path?: string; args?: string[] }): void;
}

/** macOS takes neither a path nor arguments: it starts the application's bundle, and says that it did (`wasOpenedAtLogin`). */
export function createMacLoginItem(app: LoginItemCalls): LoginItem {
  const needsApproval = () => app.getLoginItemSettings({}).status === 'requires-approval';
  return {
    set(on) {
      app.setLoginItemSettings({ openAtLogin: on });
      return ok(undefined);
    },
    renew() {
      // One that is registered, approved or not, goes by the bundle wherever it is.
      if (!app.getLoginItemSettings({}).openAtLogin && !needsApproval())
        app.setLoginItemSettings({ openAtLogin: true });
      return ok('renewed');
    },
    needsApproval,
  };
}

/** Electron writes path and arguments into the registry as they are, and Windows ends an unquoted path at its first space. */
export function createWindowsLoginItem(app: LoginItemCalls, program: string): LoginItem {
  const item = { path: `"${program}"`, args: ['--hidden'] };
  return {
    set(on) {
      app.setLoginItemSettings({ openAtLogin: on, ...item });
      return ok(undefined);
    },
    renew() {
      const { launchItems = [] } = app.getLoginItemSettings(item);
      // Turned off in the Task Manager; written again it would be on.
      if (launchItems.length > 0 && launchItems.every(({ enabled }) => !enabled)) return ok('turned-off');
      app.setLoginItemSettings({ openAtLogin: true, ...item });
      return ok('renewed');
    },
    needsApproval: () => false,
  };
}
