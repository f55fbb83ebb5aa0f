// What the account window says around its lists: the areas at the side, who the account is, what it has. Words only.
import type { AreaId } from '../../model/lists/areas';
import { planName } from '../figures';

export const areaNames: Readonly<Record<AreaId, string>> = {
  overview: 'Overview',
  proxy: 'Proxy',
  subAccounts: 'Sub-accounts',
  subUsers: 'Sub-users',
  whitelist: 'Whitelist',
  connections: 'Connections',
  shareCodes: 'Share codes',
  wallet: 'Wallet',
  affiliate: 'Affiliate',
  alerts: 'Alerts',
  apiCheck: 'API check',
  settings: 'Settings',
};

/** One sentence below an area's title. */
export const areaLines: Readonly<Record<AreaId, string>> = {
  overview: 'What you have left, and how long it lasts.',
  proxy: 'What is left to use, what was bought, and where it went.',
  subAccounts: 'Accounts you manage, each with its own IPs and traffic.',
  subUsers: 'User names and passwords for the traffic gateway.',
  whitelist: 'Addresses that may use your proxies without a password.',
  connections: 'Ranges of ports, each with its place in the world and its session.',
  shareCodes: 'Give IPs or traffic away as codes, and redeem those you were given.',
  wallet: 'What is in it, what went in and out, and auto renew as 9Proxy reports it.',
  affiliate: 'Whom you brought, what that earned, and what was paid out.',
  alerts: 'What needs your attention now.',
  apiCheck: 'Checks which parts of the 9Proxy API answer for this account. Nothing is changed.',
  settings: 'How NineTray looks, connects and warns you, and where your key is used.',
};

export const areaTexts = {
  areas: 'Areas',
  showAmounts: 'Show amounts',
  hideAmounts: 'Hide amounts again',
  toSettings: 'All settings',
  noKeyTitle: 'There is no key here yet',
  noKeyLine: 'NineTray shows an account once it has that account’s Public API key, or the demo’s.',
  enterKey: 'Enter a key…',
  stopped: 'stopped by the emergency stop',
  openAlerts: (count: string, one: boolean) => `${count} ${one ? 'alert' : 'alerts'}`,
  readAt: 'Read',

  account: 'Account',
  username: 'Username',
  email: 'E-mail',
  id: 'Account number',
  verified: 'Verified',
  notVerified: 'Not verified',
  twoFactor: 'Two-factor sign-in',
  on: 'On',
  off: 'Off',
  notTold: 'Not told',
  notRead: 'Not loaded yet',
  twoFactorOffLine:
    'Without it, whoever knows the password can make a new key. The API Key page of the dashboard guides you through turning it on.',
  openKeyPage: 'Open the API Key page',
  wallet: 'Wallet',
  outlook: 'Outlook',

  balance: 'Balance',
  left: 'Left to use',
  plan: planName,
  noPackages: 'No traffic packages.',
  lasting: 'Traffic that never expires',
  of: (original: string) => `of ${original}`,
  expires: (when: string) => `expires ${when}`,
  expired: 'expired',
  noExpiry: 'does not expire',

  autoRenew: 'Auto renew',
  package: 'Package',
  price: 'Price',
  whenIps: 'IP threshold',
  whenTraffic: 'Traffic threshold',
  next: 'Next auto renew',
  last: 'Last auto renew',
  turnRenewOn: 'Turn auto renew on…',
  turnRenewOff: 'Turn auto renew off…',

  affiliate: 'So far',
  level: 'Level',
  levelLine: (title: string, rate: string | null) => (rate === null ? title : `${title}, ${rate} commission`),
  registered: 'Referred users',
  today: 'Commission today',
  total: 'Commission so far',
  valid: 'Validated',
  withdrawn: 'Paid out',
  available: 'Available',
  availableLine: 'Validated less paid out. 9Proxy names no such figure.',

  enable: 'Enable',
  disable: 'Disable',
  showUsage: 'Show what it used',
  usageOf: (username: string) => `What ${username} used`,
  usageLine: 'As 9Proxy logs it, the latest first.',
  allSubAccounts: 'All sub-accounts',

  localOff: 'Read the today list from the 9Proxy application on this computer',
  localOffLine:
    'Where that application runs here, its local API knows which addresses were used today. NineTray only reads there, and never asks it for new addresses.',
  localPort: 'Port of its local API',
  portRange: 'A number from 1 to 65535',
  lists: 'Lists',
} as const;
