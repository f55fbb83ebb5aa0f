// The global shortcut that opens the popover, as Electron's accelerators write it: "Control+Alt+N".

/** Keys other than letters, digits and function keys: KeyboardEvent's `code` to the accelerator's name. */
export const namedShortcutKeys: Readonly<Record<string, string>> = {
  Space: 'Space',
  Insert: 'Insert',
  Delete: 'Delete',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

const named = Object.values(namedShortcutKeys).join('|');

/** Control, Alt or Super is always held: Shift alone types. Super is the Windows key, and Cmd on a Mac. */
export const openShortcutPattern = new RegExp(
  `^(?=.*(?:Control|Alt|Super)\\+)(?:Control\\+)?(?:Alt\\+)?(?:Shift\\+)?(?:Super\\+)?(?:[A-Z0-9]|F(?:[1-9]|1\\d|2[0-4])|${named})$`,
);
