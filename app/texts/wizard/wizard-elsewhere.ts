// What the wizard says instead of its steps while the settings name another address than the one that a rotation was started for.
// Words only: when that is so, and what becomes of the keys, is decided in app/key/rotation.
export const elsewhereTexts = {
  title: 'Paused: the API address has changed',
  lead: (own: string, now: string) =>
    `You started it for ${own}. The settings now have ${now === '' ? 'no safe address' : now}, so it is paused: NineTray accepts no key and sends none.`,
  ways: 'What next?',
  back: 'Change the address back',
  backLine: (own: string) => `Set the API address to ${own} in the settings. Then continue where you left off.`,
  settings: 'Open the settings',
  end: 'Or end this regeneration',
  stays: (own: string) =>
    `The new key stays in use for ${own}. The rest is up to you: the receipt lists what is not updated.`,
  staysUncopied: (own: string) =>
    `The new key stays in use for ${own}, but you have not copied it, and NineTray won’t show it again after that.`,
  isKept: (own: string) => `The new key stays stored for ${own}. NineTray uses it when you regenerate there again.`,
  wasSent:
    'The dashboard was opened. If you pressed Revoke & Regenerate there, the old key has stopped, and the new one is shown only once: copy it before you close that page.',
  nothing: 'Nothing was revoked, so there is nothing to undo.',
  endButton: 'End it…',
  endTitle: 'End this regeneration?',
  endConfirm: 'End it',
  endCancel: 'Keep it paused',
} as const;
