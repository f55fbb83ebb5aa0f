// The demo account: everything that the simulated 9Proxy knows of its one customer. Plain data, changed in place by the
// operations and by the passing of time. It begins in history.ts and lives in traffic-simulator.ts.
import type { Keys } from './keys';
import type { Random } from './random';
import type { SubAccounts } from './sub-accounts';

/** A purchase (1) or a deposit (2). Money in US cents, times in Unix seconds. */
export interface Billing {
  id: number;
  type: 1 | 2;
  packageId: number | null;
  cents: number;
  ips: number | null;
  bytes: number | null;
  paymentMethod: number;
  status: 0 | 1 | -1;
  createdAt: number;
}

export interface TrafficPackage {
  id: number;
  name: string;
  left: number;
  original: number;
  activeAt: number;
  expiresAt: number;
}

/** The vendor publishes no values; these are the demo's own. */
export const codeStatus = { unused: 1, used: 2, revoked: 3, expired: 4 } as const;

export interface ShareCode {
  code: string;
  kind: 'ips' | 'traffic';
  ips: number;
  bytes: number;
  /** Where the IPs or the bytes came from, and go back to. */
  sourceId: number;
  enterprise: boolean;
  forwardTo: string | null;
  status: (typeof codeStatus)[keyof typeof codeStatus];
  usedBy: string | null;
  usedAt: number | null;
  expiresAt: number | null;
  createdAt: number;
}

/** A code that someone else created: `usedAt` is null until this account redeems it. */
export interface ForeignCode {
  code: string;
  kind: 'ips' | 'traffic';
  ips: number;
  bytes: number;
  from: string;
  enterprise: boolean;
  forwardTo: string | null;
  expiresAt: number | null;
  createdAt: number;
  usedAt: number | null;
}

export interface SubUser {
  id: number;
  username: string;
  password: string;
  /** Bytes; -1 for no limit. */
  cap: number;
  used: number;
  ipCap: number;
  ipsUsed: number;
  status: 1 | 2 | 3;
  note: string | null;
  createdAt: number;
  updatedAt: number;
}

export interface WhitelistEntry {
  id: number;
  ip: string;
  status: 1 | 2;
  description: string;
  createdAt: number;
  updatedAt: number;
}

export interface Connection {
  id: number;
  proxyType: number;
  country: string | null;
  state: string | null;
  city: string | null;
  isp: string | null;
  startPort: number;
  endPort: number;
  sticky: boolean;
  /** Minutes, where sticky. */
  sessionTime: number | null;
  createdAt: number;
  updatedAt: number;
}

export interface Usage {
  id: number;
  username: string | null;
  ip: string;
  country: string;
  city: string;
  port: number | null;
  ips: number;
  bytes: number;
  at: number;
}

export interface Account {
  readonly random: { life: Random; codes: Random; names: Random };
  readonly keys: Keys;
  owner: { id: number; username: string; email: string; emailVerified: boolean; twoFactor: boolean };
  /** Unix seconds at which the demo began, and up to which it has lived. */
  readonly startedAt: number;
  now: number;
  ticks: number;
  /** US cents. */
  wallet: number;
  ipPlans: { id: number; left: number }[];
  trafficPackages: TrafficPackage[];
  /** Oldest first, like every list here. */
  billings: Billing[];
  readonly subs: SubAccounts;
  /** Sub-accounts below their top-up threshold that the main account could not serve so far. */
  readonly awaitingTopUp: Set<number>;
  shareCodes: ShareCode[];
  foreignCodes: ForeignCode[];
  subUsers: SubUser[];
  whitelist: WhitelistEntry[];
  connections: Connection[];
  autoRenew: {
    on: boolean;
    packageName: string;
    packageId: number;
    ips: number;
    cents: number;
    whenIps: number;
    lastAt: number | null;
    lastStatus: 1 | -1 | null;
    lastMessage: string | null;
  };
  mainUsage: Usage[];
  subUsage: Usage[];
  favourites: Usage[];
  affiliate: {
    referred: { id: number; username: string; code: string; createdAt: number }[];
    /** Oldest first. Money in US cents, `rate` in percent. */
    commissions: {
      id: number;
      cents: number;
      rate: number;
      paymentMethod: number;
      valid: boolean;
      createdAt: number;
    }[];
    payouts: { id: number; type: 1 | 2 | 3; cents: number; status: 0 | 1 | -1; createdAt: number }[];
    inviteCodes: { code: string; createdAt: number }[];
  };
  walletTransactions: {
    id: number;
    type: 1 | 2;
    cents: number;
    ips: number | null;
    counterparty: string | null;
    status: 0 | 1 | -1;
    createdAt: number;
  }[];
  readonly registered: Map<string, number>;
  /**
   * IPs that ever came in, were used up, and went to others by code: `granted` always equals what the main account,
   * its sub-accounts and its unused codes hold, plus `used`, plus `given`.
   */
  ipLedger: { granted: number; used: number; given: number };
  nextId: number;
}

/** A number for the next thing that needs one. */
export function nextId(account: Account): number {
  const id = account.nextId;
  account.nextId += 1;
  return id;
}
