// What the wizard says once the new key is proved: copying it once, updating the places, the receipt and its history.
// Words only: which of them is shown is decided in renderer/wizard and renderer/settings.
import type { RotationEntry } from '../../model/rotation/rotation';
import { formatCount } from '../format';

export const copyTexts = {
  title: 'Copy the new key now',
  lead: 'This is the only screen that shows it. Once you continue, you cannot see or copy it again.',
  masked: 'The key is hidden',
  hold: 'Hold to show',
  holdHint: 'Use the mouse or the space bar.',
  toggle: 'Show for 20 s',
  toggleOff: 'Hide',
  hidesIn: (seconds: number, locale: string) => `Hidden again in ${formatCount(seconds, locale)} s`,
  watched: {
    linux: 'Linux cannot hide a window from screen sharing. Make sure nobody can see your screen.',
    darwin: 'While the key is shown, this window is hidden from screenshots and screen sharing.',
    win32: 'While the key is shown, this window is hidden from screenshots and screen sharing.',
  },
  copy: 'Copy the key',
  copyAgain: 'Copy again',
  copied: 'Copied and verified',
  clearsIn: (seconds: number, locale: string) =>
    `NineTray clears the clipboard in ${formatCount(seconds, locale)} s, and when you lock the screen or quit, unless you copied something else.`,
  cleared: 'The clipboard was cleared',
  clearedLine: 'Copy again if you still need it, before you continue.',
  leftAlone: 'You copied something else',
  leftAloneLine: 'NineTray left the clipboard as it is.',
  failed: 'The clipboard could not be checked or cleared',
  failedLine: 'The key may still be on it. Copy anything else to replace it.',
  save: 'Save to a file…',
  saveLine: 'Only your user account can read the file. Delete it when you are done.',
  saved: 'Saved to the file you chose',
  notSaved: 'Nothing was saved.',
  none: 'I don’t need a copy…',
  fingerprint: 'Fingerprint',
  forPlaces: 'Places that need it',
  forPlacesLine: 'Copy it as often as you need now. You can’t after this step.',
  next: 'I’ve saved it',
  leaveTitle: 'Continue without a copy?',
  leaveMeaning:
    'NineTray keeps using the key but never shows it again. To use it anywhere else, you would have to regenerate again.',
  leavePlaces: (count: number) =>
    count === 1 ? 'One place on your list needs it.' : `${count} places on your list need it.`,
  leaveConfirm: 'Continue without a copy',
  leaveCancel: 'Back to the key',
  closeTitle: 'You have not copied the key yet',
  closeMeaning: 'You can copy it later: open this window again from NineTray’s icon.',
  closeMeaningSession:
    'It is in memory only. If NineTray or this computer stops before you copy it, you have to regenerate again.',
  closeConfirm: 'Finish later',
  closeCancel: 'Back to the key',
} as const;

/** A quit that would lose the new key. */
export const quitTexts = {
  title: 'Quit and lose the new key?',
  meaning:
    'The new key is in memory only, and you have not copied it yet. If NineTray quits now, you have to regenerate again. Copy it first, in the regeneration window.',
  stay: 'Don’t quit',
  quit: 'Quit and lose it',
} as const;

export const updateTexts = {
  title: 'Update everything that uses the key',
  lead: 'Tick a place once you have seen it work with the new key.',
  empty: 'Nothing is listed here',
  emptyLine: 'If something stops working in the next few days, it still uses the old key.',
  more: 'Add or change places…',
  progress: (done: number, all: number) => `${done} of ${all} updated`,
  todo: 'What to do',
  note: 'Your note',
  whereCopy: {
    clipboard: 'You copied it in the step before.',
    file: 'You saved it to a file. Delete that file when everything is updated.',
    'not-needed': 'You made no copy. To use the key anywhere else, regenerate it again.',
  },
  whereCopyTitle: 'You can’t copy the key again',
  tickedAt: (at: string) => `Updated ${at}`,
  next: 'Continue',
  nextOpen: 'Continue without updating all',
} as const;

/** A line of the receipt: what was to be shown, and how that stands. */
export const receiptTexts = {
  title: 'Done. Here is your receipt',
  titleOpen: 'Almost done. Here is your receipt',
  lead: 'You can find it later in Settings, under “Account and key”. It contains no part of any key.',
  when: 'When',
  until: (from: string, to: string) => `${from} to ${to}`,
  why: 'Why',
  entry: {
    'on-purpose': 'Planned',
    leak: 'The key leaked',
    refused: 'The old key was refused',
    lost: 'The key was lost',
    first: 'First key',
  } satisfies Record<RotationEntry, string>,
  account: 'Account',
  accountUnknown: 'Unknown',
  accountChanged: (was: string, is: string) => `${is} (before: ${was})`,
  oldKey: 'Old key',
  newKey: 'New key',
  none: 'none',
  outage: 'Outage',
  outageUnknown: 'Not measured: NineTray did not see the old key stop',
  outageSeconds: (seconds: number, locale: string) => `${formatCount(seconds, locale)} s`,
  outageLong: (seconds: number, text: string, locale: string) => `${formatCount(seconds, locale)} s (${text})`,
  outageRuns: 'Not over yet',
  dashboard: 'Dashboard opened',
  times: (count: number, locale: string) => (count === 1 ? 'Once' : `${formatCount(count, locale)} times`),
  proofs: 'What was verified',
  answers: {
    open: 'New key: not verified yet',
    proved: 'The new key works',
    failed: 'New key: refused',
    waived: 'New key: not checked',
  },
  sameAccount: {
    open: 'Same account: not verified yet',
    proved: 'It is the same account',
    failed: 'It is another account',
    waived: 'Another account, as you confirmed',
  },
  firstAccount: 'There was no account to compare with',
  oldDead: {
    open: 'Old key: not verified yet',
    proved: 'The old key is refused',
    failed: 'The old key was still accepted',
    waived: 'No old key to check',
  },
  tries: (refused: number, all: number, locale: string) =>
    `Refused (${formatCount(refused, locale)} of ${formatCount(all, locale)} ${all === 1 ? 'check' : 'checks'}).`,
  lastAccepted: (at: string) => `Last accepted at ${at}.`,
  destroyed: (at: string) => `NineTray deleted its copy at ${at}.`,
  notDestroyed: 'NineTray keeps its encrypted copy until 9Proxy refuses the old key.',
  copy: 'Copy',
  copied: { clipboard: 'To the clipboard, once', file: 'To a file', 'not-needed': 'No copy made' },
  notCopied: 'Not yet',
  places: 'Places',
  ticked: 'Updated',
  open: 'Not updated yet',
  noPlaces: 'None listed.',
  mailTitle: 'Delete 9Proxy’s email with the key',
  mailLine:
    '9Proxy may have sent you the new key by email. Anyone who reads that mailbox has the key: delete the email, and empty the bin.',
  fileTitle: 'Delete the file with the key',
  fileLine: 'You saved the new key to a file. Delete it once every place has it.',
  leakTitle: 'Look for activity you don’t recognise',
  leakLine:
    'Check wallet, IPs, share codes and sub-accounts in the dashboard. Remove the old key from where it leaked.',
  export: 'Save as text…',
  exported: 'The receipt was saved.',
  done: 'Done',
  history: 'Earlier regenerations',
  receipt: 'Receipt',
  show: (moment: string) => `Show the receipt of ${moment}`,
  dialogTitle: (moment: string) => `Receipt of ${moment}`,
  close: 'Close',
  allTicked: 'All places updated',
  openPlaces: (count: number, locale: string) =>
    count === 1 ? '1 place not updated' : `${formatCount(count, locale)} places not updated`,
} as const;

/** The ways into the wizard that settings offer. */
export const beginTexts = {
  'on-purpose': 'Regenerate the key…',
  leak: 'My key leaked…',
  lost: 'I lost my key…',
  first: 'Create a key, step by step…',
  underWay: 'Regeneration in progress',
  underWayLine: 'Pick up where you left off.',
  resume: 'Continue',
  inDemo: 'Try it here: the demo has its own dashboard, and no real key changes.',
} as const;
