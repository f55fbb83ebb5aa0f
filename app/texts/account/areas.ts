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
  proxy: 'Your IPs and traffic, purchases and usage.',
  subAccounts: 'Accounts you manage, each with its own IPs and traffic.',
  subUsers: 'Usernames and passwords for the traffic gateway.',
  whitelist: 'Addresses that may use your proxies without a password.',
  connections: 'Port ranges by location and session type.',
  shareCodes: 'Give away IPs or traffic as codes, and redeem codes you received.',
  wallet: 'Balance, deposits, transactions and auto renew.',
  affiliate: 'Referrals, commission and payouts.',
  alerts: 'What needs your attention now.',
  apiCheck: 'Checks which parts of the 9Proxy API answer for this account. Nothing is changed.',
  settings: 'How NineTray looks, connects and warns you, and where your key is used.',
};

export const areaTexts = {
  areas: 'Areas',
  showAmounts: 'Show amounts',
  hideAmounts: 'Hide amounts',
  toSettings: 'All settings',
  noKeyTitle: 'No key yet',
  noKeyLine: 'Enter the Public API key of a 9Proxy account to see its figures and lists.',
  enterKey: 'Enter a key…',
  stopped: 'stopped by the emergency stop',
  openAlerts: (count: string, one: boolean) => `${count} ${one ? 'alert' : 'alerts'}`,
  readAt: 'Updated',

  account: 'Account',
  username: 'Username',
  email: 'E-mail',
  id: 'Account number',
  verified: 'Verified',
  notVerified: 'Not verified',
  twoFactor: 'Two-factor sign-in',
  on: 'On',
  off: 'Off',
  notTold: 'Unknown',
  notRead: 'Not loaded yet',
  twoFactorOffLine:
    'Without it, anyone who knows the password can create a new key. The API Key page of the dashboard guides you through turning it on.',
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

  affiliate: 'Summary',
  level: 'Level',
  levelLine: (title: string, rate: string | null) => (rate === null ? title : `${title}, ${rate} commission`),
  registered: 'Referred users',
  today: 'Commission today',
  total: 'Commission so far',
  valid: 'Validated',
  withdrawn: 'Paid out',
  available: 'Available',
  availableLine: 'Validated minus paid out, calculated by NineTray.',

  enable: 'Enable',
  disable: 'Disable',
  showUsage: 'Show usage',
  usageOf: (username: string) => `Usage of ${username}`,
  usageLine: 'From 9Proxy’s log, the newest first.',
  allSubAccounts: 'All sub-accounts',

  localOff: 'Read today’s addresses from the 9Proxy application on this computer',
  localOffLine:
    'The application’s local API lists the addresses used today. NineTray only reads that list and never requests new addresses.',
  localPort: 'Port of its local API',
  portRange: 'A number from 1 to 65535',
  lists: 'Lists',
} as const;
