// What the wizard says instead of its steps while the settings name another address than the one that a rotation was begun for.
// Words only: when that is so, and what becomes of the keys, is decided in app/key/rotation.
export const elsewhereTexts = {
  title: 'This waits for another address',
  lead: (own: string, now: string) =>
    `You began it for ${own}. The settings now name ${now === '' ? 'no address that is safe' : now}, so NineTray does nothing for it: it takes no key, and sends none anywhere.`,
  ways: 'How to go on',
  back: 'Change the address back',
  backLine: (own: string) => `Set the API address to ${own} in the settings. It then goes on where it is.`,
  settings: 'Open the settings',
  end: 'Or end it here',
  stays: (own: string) =>
    `The new key stays in use for ${own}. The rest is left to you: the receipt says what is open.`,
  staysUncopied: (own: string) =>
    `The new key stays in use for ${own}, but you have not copied it, and NineTray never shows it again after that.`,
  isKept: (own: string) =>
    `The new key stays kept for ${own}, and NineTray takes it up when you regenerate there again.`,
  wasSent:
    'You were sent to the dashboard. If you pressed the button there, the old key is dead, and the new one is shown only once: do not close that page before you have it.',
  nothing: 'Nothing was revoked, so nothing has to be undone.',
  endButton: 'End it…',
  endTitle: 'End this regeneration?',
  endConfirm: 'End it',
  endCancel: 'Leave it waiting',
} as const;
