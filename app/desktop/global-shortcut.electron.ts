// The global shortcut over Electron.
import { globalShortcut } from 'electron';
import { isWayland } from '../windows/popover/popover-mode';
import { createGlobalShortcut, type GlobalShortcut, type GlobalShortcutPorts } from './global-shortcut';

/** No shortcut yet. After `ready` only. */
export function openGlobalShortcut(ports: Pick<GlobalShortcutPorts, 'onPressed' | 'report'>): GlobalShortcut {
  const { XDG_SESSION_TYPE: sessionType, WAYLAND_DISPLAY: waylandDisplay } = process.env;
  return createGlobalShortcut({
    ...ports,
    // Under XWayland Electron registers one, and hears it only while one of its own windows has the keyboard.
    isAllowed: process.platform !== 'linux' || !isWayland({ sessionType, waylandDisplay }),
    register: (accelerator, onPressed) => globalShortcut.register(accelerator, onPressed),
    unregister: (accelerator) => globalShortcut.unregister(accelerator),
  });
}
