// A separate desktop on Linux: X display, window manager, session bus, and on request a tray, a panel and a keyring. It
// must not touch the desktop of the user who runs it; closing it ends every process that was started in it.
import path from 'node:path';
import { openCompositor } from './compositor.mjs';
import { createContext } from './context.mjs';
import { openDisplay } from './display.mjs';
import { createKeyring } from './keyring.mjs';
import { openNotifications } from './notifications.mjs';
import { openPanel } from './panel.mjs';
import { openSessionBus } from './session-bus.mjs';
import { openTray } from './tray.mjs';

/**
 * @typedef {object} DesktopOptions
 * @property {'watcher' | 'panel' | 'none'} [tray] what shows tray items: a `watcher` of ours, a real `panel` (xfce4-panel), or nothing
 * @property {boolean} [notifications] whether a service shows notifications
 * @property {'own' | 'user'} [home] 'own' creates a home folder, 'user' keeps the user's
 * @property {string} [screen] the size of the screen, such as 1280x800
 * @property {import('./context.mjs').DesktopUser | null} [user] another user whose desktop it is; for root only
 * @property {boolean} [screenFile] whether the display keeps its picture in a file, for measuring what is drawn
 */

/**
 * Opens a desktop. Throws with the end of the desktop's log when a part of it does not start; nothing is left running then.
 * @param {DesktopOptions} [options]
 */
export async function openDesktop({
  tray: trayKind = 'watcher',
  notifications: hasNotifications = false,
  home = 'own',
  screen = '1280x800',
  screenFile = false,
  user = null,
} = {}) {
  const context = createContext(home, user);
  let tray = null;
  /** @type {import('./notifications.mjs').Notifications | null} */
  let notifications = null;

  async function close() {
    await tray?.close();
    await notifications?.close();
    await context.close();
  }

  try {
    await openDisplay(context, screen, screenFile);
    await openSessionBus(context);
    tray = await openTray(context.env, user);
    if (trayKind === 'watcher') await tray.watch();
    if (trayKind === 'panel') await openPanel(context, tray);
    if (hasNotifications) notifications = await openNotifications(context.env);
  } catch (error) {
    const logTail = context.logTail();
    await close();
    throw new Error(`${error.message}\n${logTail}`, { cause: error });
  }

  return {
    /** What a program needs in its environment to run on this desktop. */
    env: context.env,
    home: context.home,
    folder: context.folder,
    /** The display's picture as an X window dump, if `screenFile` was requested. */
    screenFile: path.join(context.folder, 'Xvfb_screen0'),
    tray,
    /** The notifications that are shown on this desktop; null without a service that shows them. */
    notifications,
    /** Starts a compositor; none runs at first. */
    openCompositor: () => openCompositor(context),
    /** Changes the state of the keyring, which is absent at first. */
    setKeyring: createKeyring(context, tray).setState,
    /** The ids of all processes of this desktop. */
    processes: context.processes,
    /** Ends every process of this desktop and removes its folder. */
    close,
  };
}

/** @typedef {Awaited<ReturnType<typeof openDesktop>>} Desktop */
