// The words of the tray: its tooltip, its menu. Words only; what is shown when is decided in app/tray/tray-model.ts.
import type { AppState } from '../../model/state/app-state';
import { packageName } from '../figures';
import { formatCountdown, formatMomentShort } from '../format';

export const trayWords = {
  name: 'NineTray',
  demo: 'NineTray (demo)',
  hidden: '••••',
  notRead: 'not read yet',
  notOffered: 'not offered',
  unknown: 'unknown',
  refresh: 'Refresh now',
  glance: 'Figures and switches',
  open: 'Open NineTray',
  settings: 'Settings…',
  enterKey: 'Enter a key…',
  enterNewKey: 'Enter the new key…',
  leaveDemo: 'Leave the demo',
  quit: 'Quit NineTray',
  noPinned: 'Pin sub-accounts to switch them here',
} as const;

/** "1,234 IPs". */
export function ipsText(count: string): string {
  return `${count} IPs`;
}

/** One figure in the menu: "Wallet: $12.00", and how old it is when it is not fresh. */
export function figureLine(name: string, value: string, asOf: string | null): string {
  return asOf === null ? `${name}: ${value}` : `${name}: ${value} (as of ${asOf})`;
}

/** When a figure was read, as a moment and not as an age: an age in an open menu would stand still and lie. */
export function readAt(asOf: number, now: number, locale: string): string {
  return `Read: ${formatMomentShort(asOf, now, locale)}`;
}

/** The tooltip's last line: "Read 2 min ago". */
export function lastRead(age: string): string {
  return `Read ${age}`;
}

/** Below which mark a figure counts as low. */
export function lowBelow(amount: string): string {
  return `Low below ${amount}`;
}

/** The IPs of one plan; the vendor gives plans a number and no name. */
export function planLine(planId: number, amount: string): string {
  return `Plan ${planId}: ${amount}`;
}

/** "50 GB plan: 12.3 GB of 50 GB, expires in 3 days". */
export function packageLine(
  name: string,
  left: string,
  original: string | null,
  expiresAt: number | null,
  now: number,
  locale: string,
): string {
  const amount = original === null ? left : `${left} of ${original}`;
  const subject = `${packageName(name)}: ${amount}`;
  if (expiresAt === null) return `${subject}, never expires`;
  if (expiresAt <= now) return `${subject}, expired`;
  const day = formatMomentShort(expiresAt, now, locale);
  const countdown = formatCountdown(expiresAt, now, locale);
  return countdown === null ? `${subject}, expires ${day}` : `${subject}, expires ${day} (${countdown})`;
}

/** What 9Proxy reports of auto renew; amounts come as text, hidden or not. */
export const renewLines = {
  reported: 'As 9Proxy reports it (unconfirmed)',
  package: (name: string) => `Package: ${name}`,
  price: (amount: string) => `Price: ${amount}`,
  whenIps: (count: string) => `IP threshold: ${count}`,
  whenTraffic: (amount: string) => `Traffic threshold: ${amount}`,
  next: (moment: string) => `Next: ${moment}`,
  last: (moment: string | null, outcome: string) =>
    moment === null ? `Last: ${outcome}` : `Last: ${moment}, ${outcome}`,
  outcome: { pending: 'still running', success: 'succeeded', failed: 'failed' },
} as const;

/** What the menu says of the account itself. */
export const accountLines = {
  title: (name: string) => `Account: ${name}`,
  id: (id: number) => `Number: ${id}`,
  verified: (yes: boolean) => (yes ? 'E-mail verified' : 'E-mail not verified'),
  twoFactor: (on: boolean) => (on ? 'Two-factor sign-in on' : 'Two-factor sign-in off'),
} as const;

/** A pinned sub-account: its name, what it has, and how a switch goes. */
export function subAccountLine(
  username: string,
  holds: string | null,
  switching: 'on' | 'off' | null,
  failure: string | null,
): string {
  if (switching !== null) return `${username}: switching ${switching}…`;
  if (failure !== null) return `${username}: not switched (${failure})`;
  return holds === null ? username : `${username} (${holds})`;
}

/** The panic in the menu; `count`: how many are disabled by it. No progress: it would rebuild an open menu. */
export const panicLines = {
  disable: 'Disable all sub-accounts…',
  disabling: 'All sub-accounts are being disabled…',
  restoring: 'Sub-accounts are being enabled again…',
  restore: (count: string) => `Sub-accounts are disabled (${count}). Restore…`,
} as const;

/** When figures are read next, or why they are not. */
export function nextRefreshLine(
  nextAt: number | null,
  reason: AppState['refresh']['reason'],
  now: number,
  locale: string,
): string {
  if (reason === 'no-key') return 'No refresh without a key';
  if (reason === 'settings') return 'No refresh until the settings are corrected';
  if (nextAt === null) return 'No refresh planned';
  const moment = nextAt <= now ? 'now' : formatMomentShort(nextAt, now, locale);
  if (reason === 'offline') return `Next refresh: ${moment}, or when you are back online`;
  if (reason === 'key-dead') return `Next check of the key: ${moment}`;
  if (reason === 'on-battery') return `Next refresh: ${moment} (slower on battery)`;
  if (reason === 'metered') return `Next refresh: ${moment} (slower on a metered network)`;
  if (reason === 'rate-limited' || reason === 'backing-off') return `Next refresh: ${moment} (9Proxy needs a break)`;
  return `Next refresh: ${moment}`;
}
