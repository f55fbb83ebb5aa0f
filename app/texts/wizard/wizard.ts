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
      return 'Copy';
    case 'update':
      return 'Update';
    case 'receipt':
      return 'Receipt';
    default:
      return step satisfies never;
  }
}

const HALF_A_DAY = 12 * 3_600_000;

/** When the old key was first refused: with its day where that was long before somebody came to replace it. */
export function stoppedAt(diedAt: number, startedAt: number, locale: string): string {
  return startedAt - diedAt > HALF_A_DAY ? formatMoment(diedAt, locale) : formatClock(diedAt, locale);
}

/** What has happened in a step and when, for the list of steps; null while nothing has. */
export function stepNote(step: RotationStep, rotation: Rotation, locale: string): string | null {
  const at = (moment: number) => formatClock(moment, locale);
  switch (step) {
    case 'prepare':
      return `Begun ${at(rotation.startedAt)}`;
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
      return rotation.proof.at === null ? null : `Answered ${at(rotation.proof.at)}`;
    case 'copy':
      return rotation.copied === null ? null : `${copiedHow[rotation.copied.how]} ${at(rotation.copied.at)}`;
    case 'update': {
      const done = rotation.places.filter(({ tickedAt }) => tickedAt !== null).length;
      return rotation.places.length === 0 || rotation.copied === null
        ? null
        : `${done} of ${rotation.places.length} ticked`;
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
  where: 'Where you are',
  stepOf: (number: number, name: string) => `Step ${number} of 7: ${name}`,
  done: 'done',
  now: 'now',
  toCome: 'to come',
  final: 'Cannot be undone',
  safe: 'You can close this window at any time: NineTray goes on where it is.',
  safeSession:
    'You can close this window, but do not quit NineTray: the new key is in memory only until you have copied it.',
  close: 'Close for now',
  outage: 'Outage',
  outageRuns: 'since the old key stopped',
  outageOver: {
    'new-key': 'until the new key answered',
    'old-key': 'until the old key was accepted again',
  },
  abandon: 'Call it off',
  abandonTitle: 'Call it off, and keep the old key?',
  abandonMeaning: 'Nothing was revoked, so nothing has to be undone. The old key goes on as before.',
  abandonSent:
    'You were sent to the dashboard. If you pressed the button there, do not call it off: the old key is dead, and the new one is shown only once.',
  abandonConfirm: 'Call it off',
  abandonCancel: 'Go on',
  idleTitle: 'Nothing is under way',
  idleLine: 'The key is not being regenerated. To begin, open NineTray’s settings and look under “Key”.',
  closeWindow: 'Close this window',
  journalTitle: 'The next step waits',
  journalLine:
    'NineTray writes each step down before it takes it, and cannot write now. Nothing is lost; mend this first.',
  back: 'Back',
  stillAccepted: (at: string) => `The old key was still accepted at ${at}`,
  stillAcceptedLine: 'Whoever has it can still use it. Something at 9Proxy keeps it alive for a while.',
  triesAgain: (at: string) => `NineTray tries it again at ${at}.`,
} as const;

export const prepareTexts = {
  title: {
    'on-purpose': 'Before the old key stops',
    leak: 'First, make the leaked key useless',
    refused: 'Somebody has regenerated it, or revoked it',
    lost: 'A lost key cannot be shown again',
    first: 'Before you make your first key',
  } satisfies Record<RotationEntry, string>,
  lead: {
    'on-purpose':
      '9Proxy has no overlap: making the new key is the death of the old one. So everything that needs care comes before the click.',
    leak: 'Until the key is regenerated, whoever has it can spend your balance. Everything else can wait.',
    refused:
      '9Proxy no longer takes the key that NineTray has. Whatever else uses it has stopped as well. Your figures are kept.',
    lost: 'The dashboard shows a key once. The only way to have one again is a new one, and the old one stops with it.',
    first: 'A key is made in the 9Proxy dashboard, in your own browser, and shown there once.',
  } satisfies Record<RotationEntry, string>,
  warningsTitle: 'What 9Proxy does',
  warnings: {
    stops: {
      title: 'The old key stops at once',
      line: 'Calls under way fail, and so does every script that still has it.',
    },
    everywhere: {
      title: 'Every place has to be updated',
      line: 'None of them learns of the new key by itself. Complete the list below first.',
    },
    once: {
      title: 'The new key is shown once',
      line: 'Copy it before you leave that page. Paste it here right after.',
    },
    twoFactor: {
      title: 'A 2FA code is asked for',
      line: 'Have the device with your authenticator at hand.',
    },
    spends: {
      title: 'A key can spend the whole account',
      line: 'It cannot be limited. Treat it like money.',
    },
  },
  checksTitle: 'Is everything ready?',
  twoFactorOn: '2FA is on, says 9Proxy',
  twoFactorOff: '2FA is off',
  twoFactorOffLine: 'The dashboard makes no key without it. Its API Key page guides you through turning it on.',
  twoFactorOpen: 'Open the API Key page',
  twoFactorUnknown: 'NineTray does not know whether 2FA is on',
  twoFactorUnknownLine: 'The dashboard makes no key without it.',
  emailOff: 'Your e-mail is not verified',
  emailOffLine: 'The dashboard makes no key before it is.',
  keyringGood: (keyring: string) => `The new key will be encrypted by ${keyring}`,
  keyringGoodLine: 'It is on disk, encrypted, before anything else is done with it.',
  keyringNone: 'There is no keyring, so the new key is kept in memory only',
  keyringNoneLine:
    'Should NineTray or this computer stop before you have copied it, it is lost, and you would have to regenerate again. Copy it as soon as it is proved, and do not let the computer sleep meanwhile.',
  keyringUnprotected: 'The new key will be written to disk unprotected, as you agreed',
  keyringUnprotectedLine: 'Anything that reads your files can read it.',
  keyringTrouble: 'The keyring does not answer',
  keyringTroubleLine: 'Unlock it before you begin, so that the new key can be stored at once.',
  keyringRetry: 'Ask it again',
  changed: (moment: string) => `In use here since ${moment}`,
  changedUnknown: 'When the key was last changed is not known here',
  changedLine: 'So far nothing was regenerated: you can still call it off.',
  selfTitle: 'Only you can know',
  self: {
    device: { title: 'My authenticator is at hand', line: 'The phone or the key that shows the 2FA codes.' },
    people: {
      title: 'Nobody else is doing this now',
      line: 'Two people who regenerate at the same time kill each other’s keys.',
    },
    others: {
      title: 'I know who else is signed in with this key',
      line: 'NineTray on other computers, colleagues, the vendor’s own programs.',
    },
  },
  leakTitle: 'What to do, in this order',
  leakSteps: [
    {
      title: 'Regenerate, now',
      line: 'It is the only thing that stops whoever has the key. What you break by it can be mended.',
    },
    {
      title: 'Then look for what you did not do',
      line: 'Wallet, IPs, share codes, sub-accounts: in the dashboard, once the new key is stored here.',
    },
    {
      title: 'Then take it out of where it leaked',
      line: 'A repository’s history, a chat, a log. The old key is worthless by then, but the next would leak the same way.',
    },
  ],
  refusedWays: 'How to go on',
  haveNew: 'I have the new key',
  haveNewLine: 'Paste it. Nothing is regenerated, and nobody else’s work stops.',
  makeNew: 'I have no new key: make one',
  makeNewLine: 'If somebody else made one just now, this kills theirs. Ask first.',
  missingTitle: 'Before you continue',
  missing: {
    points: 'Tick each point under “Only you can know”.',
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
    entry === 'first' ? 'Three clicks in the dashboard' : 'The three clicks that count',
  lead: 'They happen in your own browser. NineTray opens the page, then waits here.',
  clicks: (entry: RotationEntry) =>
    [
      { title: 'Account Settings, then API Key', line: 'Sign in first, if you are asked.' },
      entry === 'first'
        ? { title: 'Generate Key', line: 'Its dialog guides you through turning on 2FA, if it’s off.' }
        : { title: 'Revoke & Regenerate', line: 'It asks for a 2FA code. From here on there is no way back.' },
      { title: 'Copy the new key', line: 'It is shown once. Then come back here.' },
    ] as const,
  open: 'Open the dashboard',
  openAgain: 'Open it again…',
  opened: (at: string) => `Opened in your browser at ${at}.`,
  haveKey: 'I have the new key',
  watchTitle: 'The old key',
  alive: 'Still works',
  aliveAt: (at: string) => `Last accepted at ${at}. NineTray looks every few seconds.`,
  aliveRested: (at: string) =>
    `Last accepted at ${at}. NineTray has looked often enough, and rests until the new key is here.`,
  refusedOnce: 'Refused once',
  refusedOnceAt: (at: string) => `Refused at ${at}. NineTray checks it again to be sure.`,
  dead: 'Has stopped',
  deadAt: (at: string) => `It was first refused at ${at}. Paste the new key now: nothing else works until then.`,
  unknown: 'Not seen yet',
  unknownLine: 'NineTray begins to watch it once the dashboard is open.',
  nothingWatched: 'There is no old key to watch. Come back with the new one.',
  againTitle: 'To the button a second time?',
  againMeaning: (at: string) =>
    `You were sent there at ${at}. If you press Revoke & Regenerate once more, the key that it has just made dies too, wherever it is in use by now.`,
  againReason: 'Why do you have to go again?',
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
  lead: 'It is encrypted and stored before anything else is done with it. The page that shows it can be closed after that.',
  leadSession: 'It is kept in memory, and asked nothing before that. Leave the page that shows it open for now.',
  paste: 'Paste from clipboard',
  orByHand: 'or paste, type or drop it here',
  label: 'New API key',
  hint: 'Quotes, spaces around it, or a whole address that has the key in it are understood.',
  submit: 'Take this key',
  receiving: 'Encrypting and storing the key…',
  drop: 'Let go to take the key',
  history: {
    linux:
      'Your clipboard’s history (Klipper and the like) may keep the key. NineTray clears the clipboard, but not such a history.',
    darwin:
      'A clipboard manager, or your other Apple devices, may keep the key. NineTray clears the clipboard, but not such a history.',
    win32:
      'Windows’ clipboard history (Windows key and V) may keep the key. NineTray clears the clipboard, but not that history.',
  },
  historyTitle: 'The browser’s copy is an ordinary one',
  clicks: 'What to do in the dashboard',
} as const;

export const proveTexts = {
  title: 'Does the new key work?',
  lead: 'NineTray finds out by itself. The new key is stored: you can close the dashboard’s page.',
  answers: {
    open: 'The new key answers',
    proved: 'The new key answers',
    failed: '9Proxy refuses the new key',
    waived: 'The new key answers',
  },
  sameAccount: {
    open: 'It is the same account',
    proved: 'It is the same account',
    failed: 'It is another account',
    waived: 'It is another account, and that is right',
  },
  oldDead: {
    open: 'The old key is refused',
    proved: 'The old key is refused',
    failed: 'The old key is still accepted',
    waived: 'There is no old key to refuse',
  },
  state: { open: 'waiting', proved: 'proved', failed: 'failed', waived: 'not needed' },
  answersAt: (at: string) => `First answered at ${at}.`,
  answersOpen: 'Asking 9Proxy…',
  refusedOnce: '9Proxy refused this key once',
  refusedOnceLine: (at: string) =>
    `Refused at ${at}. A new key may need a moment before it works, so NineTray checks it again.`,
  answersFailed: 'Perhaps it was cut short when it was copied, or it has been replaced since.',
  accountOf: (name: string) => `It belongs to ${name}.`,
  accountOpen: (name: string) => `It has to belong to ${name}.`,
  accountFirst: 'Whichever account it belongs to is the one that NineTray shows from then on.',
  oldOpen: 'Tried at once, after 30 s, 2 min and 10 min, since a cache may keep it alive. You need not wait for that.',
  oldRefusedOnce: (at: string) => `Refused once, at ${at}. NineTray checks it again to be sure.`,
  oldRefusedAt: (at: string) => `Refused at ${at}.`,
  oldNone: 'No key was kept here before.',
  oldUntried: 'The old key cannot be tried',
  oldUntriedLine: 'NineTray cannot read its copy of it any more. Whether 9Proxy refuses it is not known.',
  notProved: 'not proved',
  checks: 'Tries so far',
  check: {
    accepted: (at: string) => `${at}, still accepted`,
    refused: (at: string) => `${at}, refused`,
    unknown: (at: string) => `${at}, no answer`,
  },
  waiting: 'NineTray waits and tries again by itself. The new key is stored; nothing is lost.',
  tryNow: 'Try now',
  otherTitle: 'This key belongs to another account',
  otherExpected: 'So far NineTray showed',
  otherIs: 'This key belongs to',
  otherAccept: 'This is right: my account changed',
  otherDiscard: 'That was the wrong key',
  otherMeaning:
    'If you were signed in to another account in the dashboard, you have regenerated that one’s key, and what used it has stopped. Keep what you copied.',
  discardTitle: 'Throw this key away?',
  discardMeaning:
    'NineTray destroys its copy and waits for another. If you have no other copy, this key is lost: the dashboard does not show it again.',
  discardConfirm: 'Throw it away',
  discardCancel: 'Keep it',
  wrongKey: 'Enter another key…',
  anyAccount: 'Whose account it is',
  histories: {
    linux: 'A clipboard history (Klipper and the like) may still hold it: delete it there.',
    darwin: 'A clipboard manager, or your other Apple devices, may still hold it: delete it there.',
    win32: 'Windows’ clipboard history (Windows key and V) may still hold it: delete it there.',
  },
  clipboardCleared: 'The clipboard that brought the key was cleared.',
  clipboardNotCleared: 'The clipboard that brought the key could not be cleared. Copy anything else to write over it.',
} as const;
