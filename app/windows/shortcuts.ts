// The keyboard shortcuts of our windows. There is no application menu on Linux and Windows, so these few are ours; copy, paste,
// undo and select all are Chromium's own.

export type Shortcut = 'zoom-in' | 'zoom-out' | 'zoom-reset' | 'close' | 'quit';

/** The part of Electron's `before-input-event` that is used. */
export interface KeyInput {
  type: string;
  key: string;
  code: string;
  control: boolean;
  meta: boolean;
  alt: boolean;
  shift: boolean;
}

const ZOOM: Record<string, Shortcut> = {
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
  _: 'zoom-out',
  '0': 'zoom-reset',
};
const ZOOM_PAD: Record<string, Shortcut> = { NumpadAdd: 'zoom-in', NumpadSubtract: 'zoom-out', Numpad0: 'zoom-reset' };

/** What a key press asks of the window; null: nothing of ours. On macOS closing and quitting are in the menu. */
export function shortcutOf(input: KeyInput, platform: NodeJS.Platform): Shortcut | null {
  if (input.type !== 'keyDown' || input.alt) return null;
  const isMac = platform === 'darwin';
  const held = isMac ? input.meta && !input.control : input.control && !input.meta;
  if (!held) return null;
  const zoom = ZOOM[input.key] ?? ZOOM_PAD[input.code];
  if (zoom !== undefined) return zoom;
  if (isMac || input.shift) return null;
  // On a layout without Latin letters the key's place on the keyboard counts.
  const letter = /^[a-z]$/i.test(input.key) ? input.key.toLowerCase() : input.code.replace(/^Key/, '').toLowerCase();
  if (letter === 'w') return 'close';
  return letter === 'q' && platform === 'linux' ? 'quit' : null;
}
