// Opens and closes an application's popover by clicks on its icon, and times it.
import { setTimeout as wait } from 'node:timers/promises';
import { waitFor } from '../build/desktop/wait-for.mjs';

/** How long an open popover may take to be gone after a second click (ms). */
const closesWithin = 5000;

/**
 * Opens the popover.
 * @param {import('../build/desktop/desktop.mjs').Desktop} desktop
 * @param {ReturnType<typeof import('./screen.mjs').openScreen>} screen
 * @returns {Promise<number | null>} ms from the click to the picture; null when nothing was shown
 */
export async function openPopover({ tray }, screen) {
  const opened = await screen.watch(() => tray.activate());
  return opened === null ? null : opened.ms;
}

/**
 * Opens the popover and closes it again. Throws when one of the two clicks does not do it.
 * @returns {Promise<number>} ms from the first click to the picture
 */
export async function openAndClose(desktop, screen) {
  const before = screen.picture();
  const ms = await openPopover(desktop, screen);
  if (ms === null) throw new Error('A click on the icon changed nothing.');
  await desktop.tray.activate();
  await waitFor('the popover to close', () => screen.picture().equals(before), closesWithin);
  return ms;
}

/**
 * What clicks on the icon of an application that is not ours do, found out by clicking twice: open and close a popover,
 * open a window that stays, or nothing that could be measured.
 * @typedef {'opens and closes' | 'opens' | 'nothing'} ClickEffect
 * @returns {Promise<ClickEffect>}
 */
export async function clickEffect(desktop, screen) {
  const before = screen.picture();
  if ((await openPopover(desktop, screen)) === null) return 'nothing';
  await desktop.tray.activate();
  const end = Date.now() + closesWithin;
  while (Date.now() < end) {
    if (screen.picture().equals(before)) return 'opens and closes';
    await wait(50);
  }
  return 'opens';
}
