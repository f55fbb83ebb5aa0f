// Purchases and deposits: money into the wallet, out of it, and what it buys. traffic-simulator.ts and history.ts
// decide when to buy.
import { type Account, type Billing, nextId } from './account';
import { giveIps } from './allocations';
import { type IpPackage, paymentMethods, type TrafficOffer } from './packages';

type BillingPart = Pick<Billing, 'type' | 'cents' | 'paymentMethod' | 'status'> & Partial<Billing>;

function bill(account: Account, part: BillingPart): Billing {
  const billing: Billing = {
    id: nextId(account),
    packageId: null,
    ips: null,
    bytes: null,
    createdAt: account.now,
    ...part,
  };
  account.billings.push(billing);
  return billing;
}

/** Pays with the wallet. False, and a failed purchase on record, when it holds too little. */
export function buyIps(account: Account, offer: IpPackage): boolean {
  const paid = account.wallet >= offer.cents;
  const common = { type: 1, packageId: offer.id, cents: offer.cents, paymentMethod: paymentMethods.wallet } as const;
  bill(account, { ...common, ips: offer.ips, status: paid ? 1 : -1 });
  if (!paid) return false;
  account.wallet -= offer.cents;
  account.ipLedger.granted += offer.ips;
  giveIps(account, offer.ips);
  return true;
}

/** Pays with the wallet. False, and a failed purchase on record, when it holds too little. */
export function buyTraffic(account: Account, offer: TrafficOffer): boolean {
  const paid = account.wallet >= offer.cents;
  const common = { type: 1, packageId: offer.id, cents: offer.cents, paymentMethod: paymentMethods.wallet } as const;
  bill(account, { ...common, bytes: offer.bytes, status: paid ? 1 : -1 });
  if (!paid) return false;
  account.wallet -= offer.cents;
  account.trafficPackages.push({
    id: nextId(account),
    name: offer.name,
    left: offer.bytes,
    original: offer.bytes,
    activeAt: account.now,
    expiresAt: account.now + offer.days * 86_400,
  });
  return true;
}

/** Money on its way: it is in the wallet when `settleDeposit` says so. */
export function beginDeposit(account: Account, cents: number, paymentMethod: number): Billing {
  return bill(account, { type: 2, cents, paymentMethod, status: 0 });
}

/** The deposit arrived and is in the wallet, or it failed. */
export function settleDeposit(account: Account, billing: Billing, arrived: boolean): void {
  billing.status = arrived ? 1 : -1;
  if (arrived) account.wallet += billing.cents;
}
