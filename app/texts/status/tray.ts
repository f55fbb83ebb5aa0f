// The words of the tray: its tooltip, its menu. Words only; what is shown when is decided in app/tray.

export const trayWords = {
  name: 'NineTray',
  hidden: '••••',
  notRead: 'no data yet',
  notOffered: 'not offered',
  unknown: 'unknown',
  /** In place of a number that 9Proxy does not report. */
  missing: '–',
  lastUpdated: (moment: string) => `Last updated ${moment}`,
  open: 'Open NineTray',
  popover: 'Show popover',
  refresh: 'Refresh',
  regenerate: 'Regenerate the key…',
  continueRotation: 'Continue regenerating the key…',
  enterKey: 'Enter a key…',
  newKey: 'Set up a new key…',
  startDemo: 'Start the demo',
  leaveDemo: 'Leave the demo',
  settings: 'Settings',
  quit: 'Quit',
} as const;

/** "1,234 IPs". */
export function ipsText(count: string): string {
  return `${count} IPs`;
}

/** One figure in the menu: "Wallet: $12.00", and how old it is when it is not fresh. */
export function figureLine(name: string, value: string, asOf: string | null): string {
  return asOf === null ? `${name}: ${value}` : `${name}: ${value} (as of ${asOf})`;
}

/** The tooltip's last line: "Updated 2 min ago". */
export function lastRead(age: string): string {
  return `Updated ${age}`;
}

/** A pinned sub-account: "eu-west-01 · 10 IPs · 1 GB". */
export function subAccountLine(username: string, parts: readonly string[]): string {
  return [username, ...parts].join(' · ');
}

export function switchingText(on: boolean): string {
  return on ? 'switching on…' : 'switching off…';
}

export function notSwitchedText(why: string): string {
  return `not switched: ${why}`;
}

/** The emergency stop in the menu. No progress: it would rebuild an open menu. */
export const emergencyStopLines = {
  stop: 'Stop all sub-accounts…',
  stopping: 'Show the emergency stop',
  restoring: 'Show the restore',
  restore: (count: string, isOne: boolean) => (isOne ? 'Restore 1 sub-account…' : `Restore ${count} sub-accounts…`),
} as const;
