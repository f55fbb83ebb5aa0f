// What the wizard says once the new key is proved: copying it once, updating the places, the receipt and its history.
// Words only: which of them is shown is decided in renderer/wizard and renderer/settings.
import type { RotationEntry } from '../../model/rotation/rotation';
import { formatCount } from '../format';

export const copyTexts = {
  title: 'Copy the new key now, once',
  lead: 'This is the only screen that ever shows it. Once you go on, it is gone from here for good, and only its fingerprint is left.',
  masked: 'The key is hidden',
  hold: 'Hold to show',
  holdHint: 'With the mouse, or with the space bar.',
  toggle: 'Show for 20 s',
  toggleOff: 'Hide it',
  hidesIn: (seconds: number, locale: string) => `Hidden again in ${formatCount(seconds, locale)} s`,
  watched: {
    linux: 'Linux cannot keep a window out of screen sharing. See that nobody is watching.',
    darwin: 'While it shows, this window is kept out of screenshots and screen sharing.',
    win32: 'While it shows, this window is kept out of screenshots and screen sharing.',
  },
  copy: 'Copy the key',
  copyAgain: 'Copy again',
  copied: 'Copied, and read back to be sure',
  clearsIn: (seconds: number, locale: string) =>
    `NineTray clears the clipboard in ${formatCount(seconds, locale)} s, and when you lock the screen or quit, unless you copied something else.`,
  cleared: 'The clipboard was cleared',
  clearedLine: 'Copy again if you still need it: this works until you go on.',
  leftAlone: 'Something else was copied meanwhile',
  leftAloneLine: 'So NineTray left the clipboard as it is.',
  failed: 'The clipboard could not be checked or cleared',
  failedLine: 'The key may still be on it. Copy anything else to write over it.',
  save: 'Save to a file…',
  saveLine: 'You choose where the file goes. Only your own login can read it. Delete it when you are done.',
  saved: 'Saved to the file you chose',
  notSaved: 'Nothing was saved.',
  none: 'I need no copy…',
  fingerprint: 'Fingerprint',
  forPlaces: 'It is needed in',
  forPlacesLine: 'You can copy it again as often as you like while you are on this step. Afterwards you cannot.',
  next: 'Go on: I have it',
  leaveTitle: 'Leave without a copy?',
  leaveMeaning:
    'After this NineTray never shows the key again. It goes on using it, but nothing else can have it, short of another regeneration.',
  leavePlaces: (count: number) =>
    count === 1 ? 'One place on your list needs it.' : `${count} places on your list need it.`,
  leaveConfirm: 'I need no copy',
  leaveCancel: 'Back to the key',
  closeTitle: 'You have not copied the key yet',
  closeMeaning: 'It stays here: open this window again from NineTray’s icon, and copy it then.',
  closeMeaningSession:
    'It is in memory only. If NineTray or this computer stops before you have copied it, you have to regenerate once more.',
  closeConfirm: 'Close for now',
  closeCancel: 'Back to the key',
} as const;

/** A quit that would lose the new key. */
export const quitTexts = {
  title: 'Quit and lose the new key?',
  meaning:
    'The new key is in memory only, and you have not copied it yet. If NineTray quits now, you have to regenerate once more. Copy it first, in the window that regenerates the key.',
  stay: 'Stay',
  quit: 'Quit and lose it',
} as const;

export const updateTexts = {
  title: 'Now tell every place',
  lead: 'One by one. Tick a place when you have seen it work with the new key.',
  empty: 'No place was listed',
  emptyLine: 'If something stops in the next days, this is why: it still has the old key.',
  more: 'Add or change places…',
  progress: (done: number, all: number) => `${done} of ${all} ticked`,
  todo: 'What to do',
  note: 'Your note',
  whereCopy: {
    clipboard:
      'The key went to the clipboard, and cannot be copied from here again. Where you pasted it is where it is.',
    file: 'The key went to the file that you chose, and cannot be copied from here again. Delete that file when all is ticked.',
    'not-needed': 'You said that no copy is needed. NineTray does not show the key again.',
  },
  whereCopyTitle: 'No more copies from here',
  tickedAt: (at: string) => `Ticked ${at}`,
  next: 'To the receipt',
  nextOpen: 'Go on, the rest stays open',
} as const;

/** A line of the receipt: what was to be shown, and how that stands. */
export const receiptTexts = {
  title: 'Done. This is your receipt',
  titleOpen: 'Almost done. This is your receipt',
  lead: 'It is kept in NineTray’s settings, under “Key”. No part of any key is in it.',
  when: 'When',
  until: (from: string, to: string) => `${from} to ${to}`,
  why: 'Why',
  entry: {
    'on-purpose': 'On purpose',
    leak: 'The key leaked',
    refused: 'The old key was refused',
    lost: 'The key was lost',
    first: 'First key',
  } satisfies Record<RotationEntry, string>,
  account: 'Account',
  accountUnknown: 'Not known',
  accountChanged: (was: string, is: string) => `${is} (before: ${was})`,
  oldKey: 'Old key',
  newKey: 'New key',
  none: 'none',
  outage: 'Outage',
  outageUnknown: 'Not measured: the old key was not seen to stop',
  outageSeconds: (seconds: number, locale: string) => `${formatCount(seconds, locale)} s`,
  outageLong: (seconds: number, text: string, locale: string) => `${formatCount(seconds, locale)} s (${text})`,
  outageRuns: 'It still lasts',
  dashboard: 'Sent to the dashboard',
  times: (count: number, locale: string) => (count === 1 ? 'Once' : `${formatCount(count, locale)} times`),
  proofs: 'What was proved',
  answers: {
    open: 'New key: not proved yet',
    proved: 'The new key answers',
    failed: 'New key: refused',
    waived: 'New key: not asked',
  },
  sameAccount: {
    open: 'Same account: not proved yet',
    proved: 'It is the same account',
    failed: 'It is another account',
    waived: 'Another account, as you said',
  },
  firstAccount: 'There was no account to compare with',
  oldDead: {
    open: 'Old key: not proved dead',
    proved: 'The old key is refused',
    failed: 'The old key was still accepted',
    waived: 'No old key to refuse',
  },
  tries: (refused: number, all: number, locale: string) =>
    `Refused in ${formatCount(refused, locale)} of ${formatCount(all, locale)} ${all === 1 ? 'try' : 'tries'}.`,
  lastAccepted: (at: string) => `Last accepted at ${at}.`,
  destroyed: (at: string) => `NineTray’s copy of it was destroyed at ${at}.`,
  notDestroyed: 'NineTray keeps its copy, encrypted, until the old key is proved dead.',
  copy: 'Copy',
  copied: { clipboard: 'To the clipboard, once', file: 'To a file', 'not-needed': 'Knowingly none' },
  notCopied: 'Not yet',
  places: 'Places',
  ticked: 'Ticked',
  open: 'Still open',
  noPlaces: 'None were listed.',
  mailTitle: 'Delete 9Proxy’s e-mail with the key',
  mailLine:
    '9Proxy may have sent you the new key by e-mail. Whoever reads that mailbox has the key: delete the mail, and empty the bin.',
  fileTitle: 'Delete the file with the key',
  fileLine: 'You saved the new key to a file. Delete it once every place has it.',
  leakTitle: 'Now look for what you did not do',
  leakLine: 'Wallet, IPs, share codes and sub-accounts, in the dashboard. And take the old key out of where it leaked.',
  export: 'Save as text…',
  exported: 'The receipt was saved.',
  done: 'Done',
  history: 'Earlier regenerations',
  receipt: 'Receipt',
  show: (moment: string) => `Show the receipt of ${moment}`,
  dialogTitle: (moment: string) => `Receipt of ${moment}`,
  close: 'Close',
  allTicked: 'All places ticked',
  openPlaces: (count: number, locale: string) =>
    count === 1 ? '1 place open' : `${formatCount(count, locale)} places open`,
} as const;

/** The ways into the wizard that settings offer. */
export const beginTexts = {
  'on-purpose': 'Regenerate the key…',
  leak: 'The key leaked…',
  lost: 'I lost the key…',
  first: 'Make a key, step by step…',
  underWay: 'A regeneration is under way',
  underWayLine: 'It waits where you left it.',
  resume: 'Go on with it',
  inDemo: 'Try it here: the demo has a dashboard of its own, and nothing can go wrong.',
} as const;
