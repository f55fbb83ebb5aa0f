// The margin that the popover's window has for a shadow belongs to the window, and is beside the popover for the user.
import { ask } from '../ui/bridge';

/** Hides the popover at a press of any button in the margin around its page, as a press beside the window does. */
export function hideOnPressBeside(page: Document): void {
  page.addEventListener('pointerdown', ({ target }) => {
    if (target === page.documentElement) ask('window.hide', undefined);
  });
}
