// What the account window says around its lists: the areas at the side, who the account is, what it has. Words only.
import type { AreaId } from '../areas/area';

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
};

/** One sentence below an area's title. */
export const areaLines: Readonly<Record<AreaId, string>> = {
  overview: 'Who this account is, what it has left, and how long that lasts.',
  proxy: 'What is left to use, what was bought, and where it went.',
  subAccounts: 'Accounts below yours, with IPs and traffic of their own.',
  subUsers: 'User names and passwords for the traffic gateway.',
  whitelist: 'Addresses that may use your proxies without a password.',
  connections: 'Ranges of ports, each with its place in the world and its session.',
  shareCodes: 'Give IPs or traffic away as codes, and redeem those you were given.',
  wallet: 'What is in it, what went in, what went out, and what renews by itself.',
  affiliate: 'Whom you brought, what that earned, and what was paid out.',
  alerts: 'What NineTray tells you before something runs out.',
  apiCheck: 'Which parts of the 9Proxy API answer for this account.',
};

export const areaTexts = {
  areas: 'Areas',
  refresh: 'Refresh',
  settings: 'Settings',
  loading: 'NineTray is starting…',
  noKeyTitle: 'There is no key here yet',
  noKeyLine: 'NineTray shows an account once it has that account’s Public API key, or the demo’s.',
  enterKey: 'Enter a key…',
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
  twoFactorOffLine: 'Without it, whoever knows the password can make a new key.',
  turnOn: 'Turn it on at 9Proxy…',
  wallet: 'Wallet',
  outlook: 'Outlook',

  balance: 'Balance',
  ips: 'IPs',
  plan: (id: number) => (id === 1 ? 'Standard plan' : id === 2 ? 'Enterprise plan' : `Plan ${id}`),
  traffic: 'Traffic',
  noPackages: 'No traffic packages.',
  of: (original: string) => `of ${original}`,

  autoRenew: 'Auto renew',
  package: 'Package',
  price: 'One renewal',
  whenIps: 'When fewer IPs are left than',
  whenTraffic: 'When less traffic is left than',
  next: 'Next renewal',
  last: 'Last renewal',
  turnRenewOn: 'Turn on…',
  turnRenewOff: 'Turn off…',

  level: 'Level',
  levelLine: (title: string, rate: string | null) => (rate === null ? title : `${title}, ${rate} commission`),
  registered: 'Referred users',
  today: 'Commission today',
  total: 'Commission so far',
  valid: 'Validated',
  withdrawn: 'Paid out',
  available: 'Available',
  availableLine: 'Validated less paid out. 9Proxy names no such figure.',

  localOff: 'Read the today list from the 9Proxy application on this computer',
  localOffLine:
    'Where that application runs here, its local API knows which addresses were used today. NineTray only reads there, and never asks it for new addresses.',
  localPort: 'Port of its local API',
  portRange: 'A number from 1 to 65535',
  lists: 'Lists',
} as const;
