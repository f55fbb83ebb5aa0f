// What the regeneration wizard says: its frame, and its steps up to the proof. The steps after it are in wizard-after.ts.
// Words only: which of them is shown is decided in renderer/wizard, and what happens in main.
import type { Rotation, RotationEntry, RotationStep } from '../../model/rotation/rotation';
import { formatClock, formatMoment } from '../format';

/** What the whole thing is called, by the reason to be here. */
export const entryTitles: Readonly<Record<RotationEntry, string>> = {
  'on-purpose': 'Regenerate the key',
  leak: 'The key leaked',
  refused: 'The key was refused',
  lost: 'The key is lost',
  first: 'Your first key',
};

/** A step's short name: what happens in it. */
export function stepName(step: RotationStep): string {
  switch (step) {
    case 'prepare':
      return 'Get ready';
    case 'regenerate':
      return 'Create new key';
    case 'receive':
      return 'Paste it';
    case 'prove':
      return 'Verify';
    case 'copy':
      return 'Copy it';
    case 'update':
      return 'Update your apps';
    case 'receipt':
      return 'Receipt';
    default:
      return step satisfies never;
  }
}

const HALF_A_DAY = 12 * 3_600_000;

/** When the old key was first refused: with its day where that was long before the user came to replace it. */
export function stoppedAt(diedAt: number, startedAt: number, locale: string): string {
  return startedAt - diedAt > HALF_A_DAY ? formatMoment(diedAt, locale) : formatClock(diedAt, locale);
}

/** What has happened in a step and when, for the list of steps; null while nothing has. */
export function stepNote(step: RotationStep, rotation: Rotation, locale: string): string | null {
  const at = (moment: number) => formatClock(moment, locale);
  switch (step) {
    case 'prepare':
      return `Started ${at(rotation.startedAt)}`;
    case 'regenerate': {
      const { diedAt, lastAcceptedAt, status } = rotation.oldKey;
      if (diedAt !== null) {
        const stopped = `Stopped ${stoppedAt(diedAt, rotation.startedAt, locale)}`;
        if (lastAcceptedAt === null || lastAcceptedAt <= diedAt) return stopped;
        return status === 'alive'
          ? `${stopped}, then accepted again at ${at(lastAcceptedAt)}`
          : `${stopped}, but accepted until ${at(lastAcceptedAt)}`;
      }
      const sent = rotation.sentToDashboard[0];
      return sent === undefined ? null : `Opened ${at(sent.at)}`;
    }
    case 'receive':
      return rotation.receivedAt === null ? null : `Stored ${at(rotation.receivedAt)}`;
    case 'prove':
      return rotation.proof.at === null ? null : `Verified ${at(rotation.proof.at)}`;
    case 'copy':
      return rotation.copied === null ? null : `${copiedHow[rotation.copied.how]} ${at(rotation.copied.at)}`;
    case 'update': {
      const done = rotation.places.filter(({ tickedAt }) => tickedAt !== null).length;
      return rotation.places.length === 0 || rotation.copied === null
        ? null
        : `${done} of ${rotation.places.length} updated`;
    }
    case 'receipt':
      return rotation.finishedAt === null ? null : at(rotation.finishedAt);
    default:
      return step satisfies never;
  }
}

export const copiedHow: Readonly<Record<NonNullable<Rotation['copied']>['how'], string>> = {
  clipboard: 'Copied',
  file: 'Saved',
  'not-needed': 'No copy needed',
};

export const frameTexts = {
  where: 'Steps',
  stepOf: (number: number, name: string) => `Step ${number} of 7: ${name}`,
  done: 'done',
  now: 'now',
  toCome: 'not started',
  final: 'Can’t be undone',
  safe: 'You can close this window at any time and pick up where you left off.',
  safeSession:
    'You can close this window, but do not quit NineTray: the new key is in memory only until you have copied it.',
  close: 'Finish later',
  outage: 'Outage',
  outageRuns: 'since the old key stopped',
  outageOver: {
    'new-key': 'until the new key worked',
    'old-key': 'until the old key was accepted again',
  },
  abandon: 'Cancel',
  abandonTitle: 'Cancel, and keep the old key?',
  abandonMeaning: 'Nothing was revoked, so there is nothing to undo. The old key keeps working.',
  abandonSent:
    'If you pressed Revoke & Regenerate in the dashboard, do not cancel: the old key has stopped, and the new one is shown only once.',
  abandonConfirm: 'Cancel regeneration',
  abandonCancel: 'Stay here',
  idleTitle: 'No regeneration in progress',
  idleLine: 'To start one, choose “Regenerate the key” in Settings, under “Account and key”.',
  closeWindow: 'Close this window',
  journalTitle: 'NineTray cannot save the next step',
  journalLine: 'NineTray saves each step before it starts it. Nothing is lost. Fix this to continue.',
  back: 'Back',
  stillAccepted: (at: string) => `The old key was still accepted at ${at}`,
  stillAcceptedLine: 'Anyone who has it can still use it. 9Proxy may take a while to stop accepting it.',
  triesAgain: (at: string) => `NineTray checks it again at ${at}.`,
} as const;

export const prepareTexts = {
  title: {
    'on-purpose': 'Before you regenerate',
    leak: 'Regenerate first: it stops the leaked key',
    refused: '9Proxy no longer accepts your key',
    lost: 'A lost key can’t be recovered',
    first: 'Before you create your first key',
  } satisfies Record<RotationEntry, string>,
  lead: {
    'on-purpose':
      'Regenerating replaces the key immediately. The old key stops working at once, so prepare everything first.',
    leak: 'Until you regenerate, anyone who has the key can spend your balance. Everything else can wait.',
    refused:
      'It was regenerated or revoked. Everything else that uses it has stopped, too. NineTray keeps your figures.',
    lost: 'The dashboard shows a key only once. You need a new one, and the old one stops when you create it.',
    first: 'You create a key in the 9Proxy dashboard, in your own browser. It is shown there once.',
  } satisfies Record<RotationEntry, string>,
  warningsTitle: 'What 9Proxy does',
  warnings: {
    stops: {
      title: 'The old key stops at once',
      line: 'Running requests fail, and so does every script that still uses it.',
    },
    everywhere: {
      title: 'You have to update every app',
      line: 'None of them gets the new key automatically. Complete the list below first.',
    },
    once: {
      title: 'The new key is shown once',
      line: 'Copy it before you leave that page, then paste it here.',
    },
    twoFactor: {
      title: 'You need a 2FA code',
      line: 'Keep your authenticator ready.',
    },
    spends: {
      title: 'A key can spend the whole account',
      line: 'Its rights cannot be limited. Treat it like cash.',
    },
  },
  checksTitle: 'Is everything ready?',
  twoFactorOn: '2FA is on',
  twoFactorOff: '2FA is off',
  twoFactorOffLine: 'You can’t create a key without it. The API Key page helps you turn it on.',
  twoFactorOpen: 'Open the API Key page',
  twoFactorUnknown: 'NineTray does not know whether 2FA is on',
  twoFactorUnknownLine: 'You can’t create a key without it.',
  emailOff: 'Your email address is not verified',
  emailOffLine: 'You can’t create a key until it is.',
  keyringGood: (keyring: string) => `The new key will be encrypted by ${keyring}`,
  keyringGoodLine: 'It is stored before anything else happens.',
  keyringNone: 'No keyring: the new key is kept in memory only',
  keyringNoneLine:
    'If NineTray or this computer stops before you copy it, the key is lost and you have to regenerate again. Copy it as soon as it is verified.',
  keyringUnprotected: 'The new key will be written to disk unprotected, as you chose',
  keyringUnprotectedLine: 'Anything that reads your files can read it.',
  keyringTrouble: 'The keyring isn’t responding',
  keyringTroubleLine: 'Unlock it first, so that the new key can be stored at once.',
  keyringRetry: 'Try again',
  changed: (moment: string) => `In use here since ${moment}`,
  changedUnknown: 'NineTray does not know when the key was last changed',
  changedLine: 'Nothing has been revoked yet. You can still cancel.',
  selfTitle: 'Only you can check these',
  self: {
    device: { title: 'My authenticator is ready', line: 'The phone or security key that shows the 2FA codes.' },
    people: {
      title: 'Nobody else is doing this now',
      line: 'If two people regenerate at the same time, they stop each other’s keys.',
    },
    others: {
      title: 'I know who else uses this key',
      line: 'NineTray on other computers, colleagues, 9Proxy’s own apps.',
    },
  },
  leakTitle: 'What to do, in this order',
  leakSteps: [
    {
      title: 'Regenerate the key now',
      line: 'Only this stops anyone who has it. What breaks can be fixed afterwards.',
    },
    {
      title: 'Then look for activity you don’t recognise',
      line: 'Wallet, IPs, share codes, sub-accounts: in the dashboard, once the new key is stored here.',
    },
    {
      title: 'Then remove it from where it leaked',
      line: 'A repository’s history, a chat, a log. The old key is useless by then, but the next one would leak the same way.',
    },
  ],
  refusedWays: 'What next?',
  haveNew: 'I have the new key',
  haveNewLine: 'Paste it. Nothing is regenerated, and nothing else stops.',
  makeNew: 'I don’t have a new key',
  makeNewLine: 'If someone else has just created one, this stops theirs. Ask first.',
  missingTitle: 'Before you continue',
  missing: {
    points: 'Tick the three points that only you can check.',
    form: 'Save the place that you are adding, or cancel it.',
    places: 'Add the places that use the key, or tick “Nothing else uses this key”.',
  },
  next: {
    'on-purpose': 'Continue',
    leak: 'Continue',
    refused: 'Create a new key',
    lost: 'Continue',
    first: 'Continue',
  } satisfies Record<RotationEntry, string>,
} as const;

export const regenerateTexts = {
  title: (entry: RotationEntry) =>
    entry === 'first' ? 'Create a key in the dashboard' : 'Create the new key in the dashboard',
  lead: 'You do this in your own browser. NineTray opens the page and waits here.',
  clicks: (entry: RotationEntry) =>
    [
      { title: 'Account Settings, then API Key', line: 'Sign in first, if you are asked.' },
      entry === 'first'
        ? { title: 'Generate Key', line: 'If 2FA is off, its dialog helps you turn it on.' }
        : { title: 'Revoke & Regenerate', line: 'It asks for a 2FA code. This cannot be undone.' },
      { title: 'Copy the new key', line: 'It is shown only once. Then come back here.' },
    ] as const,
  open: 'Open the dashboard',
  openAgain: 'Open it again…',
  opened: (at: string) => `Opened in your browser at ${at}.`,
  haveKey: 'I have the new key',
  watchTitle: 'The old key',
  alive: 'Still works',
  aliveAt: (at: string) => `Last accepted at ${at}. Checking every few seconds.`,
  aliveRested: (at: string) => `Last accepted at ${at}. Paused until you paste the new key.`,
  refusedOnce: 'Refused once',
  refusedOnceAt: (at: string) => `Refused at ${at}. NineTray checks it again to be sure.`,
  dead: 'Stopped',
  deadAt: (at: string) => `First refused at ${at}. Paste the new key now: nothing works until you do.`,
  unknown: 'Waiting',
  unknownLine: 'NineTray starts checking it when you open the dashboard.',
  nothingWatched: 'There is no old key to check. Come back with the new one.',
  againTitle: 'Open the dashboard again?',
  againMeaning: (at: string) =>
    `It was opened at ${at}. If you press Revoke & Regenerate again, the key that you have just created stops working, too.`,
  againReason: 'Why do you need it again?',
  reasons: {
    'asked-again': 'I have not pressed the button yet',
    'key-not-received': 'I pressed it, but have no copy of the new key',
    'wrong-account': 'I was in the wrong account',
    'new-key-refused': '9Proxy refuses the new key',
  },
  againConfirm: 'Open the dashboard',
  againCancel: 'Stay here',
} as const;

export type AgainReason = keyof typeof regenerateTexts.reasons;

export const receiveTexts = {
  title: 'Paste the new key',
  lead: 'NineTray encrypts and stores it first. After that you can close the page that shows it.',
  leadSession: 'There is no keyring, so it is kept in memory. Leave the page that shows it open for now.',
  paste: 'Paste from clipboard',
  orByHand: 'or paste, type or drop it here',
  label: 'New API key',
  hint: 'Quotes, spaces or a whole URL with the key in it are fine.',
  submit: 'Use this key',
  receiving: 'Encrypting and storing the key…',
  drop: 'Drop the key here',
  history: {
    linux:
      'A clipboard history such as Klipper may keep the key. NineTray clears the clipboard, but cannot clear that history.',
    darwin:
      'A clipboard manager or your other Apple devices may keep the key. NineTray clears the clipboard, but cannot clear those.',
    win32:
      'Windows’ clipboard history (Windows key + V) may keep the key. NineTray clears the clipboard, but cannot clear that history.',
  },
  historyTitle: 'What you copied in the browser is not protected',
  clicks: 'What to do in the dashboard',
} as const;

export const proveTexts = {
  title: 'Verify the new key',
  lead: 'NineTray checks it automatically. The new key is stored: you can close the dashboard.',
  answers: {
    open: 'The new key works',
    proved: 'The new key works',
    failed: '9Proxy refuses the new key',
    waived: 'The new key works',
  },
  sameAccount: {
    open: 'It is the same account',
    proved: 'It is the same account',
    failed: 'It is another account',
    waived: 'It is another account, as you confirmed',
  },
  oldDead: {
    open: 'The old key is refused',
    proved: 'The old key is refused',
    failed: 'The old key is still accepted',
    waived: 'There is no old key to check',
  },
  state: { open: 'waiting', proved: 'verified', failed: 'failed', waived: 'not needed' },
  answersAt: (at: string) => `It has worked since ${at}.`,
  answersOpen: 'Checking with 9Proxy…',
  refusedOnce: '9Proxy refused this key once',
  refusedOnceLine: (at: string) =>
    `Refused at ${at}. A new key may need a moment before it works, so NineTray checks it again.`,
  answersFailed: 'It may have been cut off when you copied it, or replaced since.',
  accountOf: (name: string) => `It belongs to ${name}.`,
  accountOpen: (name: string) => `It has to belong to ${name}.`,
  accountFirst: 'NineTray will show the account that it belongs to.',
  oldOpen: 'NineTray checks it now and after 30 s, 2 min and 10 min. You don’t have to wait.',
  oldRefusedOnce: (at: string) => `Refused once, at ${at}. NineTray checks it again to be sure.`,
  oldRefusedAt: (at: string) => `Refused at ${at}.`,
  oldNone: 'NineTray had no key before.',
  oldUntried: 'The old key cannot be checked',
  oldUntriedLine: 'NineTray can no longer read its copy, so it cannot tell whether 9Proxy refuses it.',
  notProved: 'not verified',
  checks: 'Checks so far',
  check: {
    accepted: (at: string) => `${at}, still accepted`,
    refused: (at: string) => `${at}, refused`,
    unknown: (at: string) => `${at}, no answer`,
  },
  waiting: 'NineTray retries automatically. The new key is stored; nothing is lost.',
  tryNow: 'Try now',
  otherTitle: 'This key belongs to another account',
  otherExpected: 'NineTray has shown',
  otherIs: 'This key belongs to',
  otherAccept: 'Use this account',
  otherDiscard: 'Discard this key…',
  otherMeaning:
    'If you were signed in to another account in the dashboard, you have regenerated that account’s key, and everything that used it has stopped. Keep what you copied.',
  discardTitle: 'Discard this key?',
  discardMeaning:
    'NineTray deletes its copy and waits for another key. If you have no other copy, this key is lost: the dashboard does not show it again.',
  discardConfirm: 'Discard',
  discardCancel: 'Keep it',
  wrongKey: 'Enter another key…',
  anyAccount: 'The account of this key',
  histories: {
    linux: 'A clipboard history such as Klipper may still have it: delete it there.',
    darwin: 'A clipboard manager or your other Apple devices may still have it: delete it there.',
    win32: 'Windows’ clipboard history (Windows key + V) may still have it: delete it there.',
  },
  clipboardCleared: 'The clipboard was cleared.',
  clipboardNotCleared: 'The clipboard could not be cleared. Copy anything else to replace the key.',
} as const;
