// The passing of time in the demo account: IPs and traffic are used by day more than by night, what runs low is bought
// again, codes and sub-accounts reach their dates. The time is an argument, and everything random comes from the
// account's seed.
import { type Account, codeStatus, nextId, type Usage } from './account';
import { giveIps, giveTraffic, mainIps, mainTraffic, spendTraffic, takeIps, topUp } from './allocations';
import { partners, places, someAddress } from './names';
import { ipPackages, paymentMethods, trafficOffers } from './packages';
import { beginDeposit, buyIps, buyTraffic, settleDeposit } from './purchases';

/** The account moves every four seconds. */
const tickSeconds = 4;
const ticksPerMinute = 60 / tickSeconds;

/** A demo that slept for months does not live through all of it. */
const longestCatchUp = (31 * 86_400) / tickSeconds;

/** As many usage records as are kept; older ones are forgotten. */
const usageKept = 3_000;

/**
 * Lets the account live up to `now` (Unix seconds) and no further. One long step does what many short ones do.
 * A clock that goes backwards changes nothing.
 */
export function advanceAccount(account: Account, now: number): void {
  if (now <= account.now) return;
  const due = Math.floor((now - account.startedAt) / tickSeconds);
  const first = Math.max(account.ticks, due - longestCatchUp) + 1;
  for (let tick = first; tick <= due; tick += 1) {
    account.ticks = tick;
    account.now = account.startedAt + tick * tickSeconds;
    liveOneTick(account);
  }
  account.now = now;
}

/** Between 0.35 deep in the night and 1 in the afternoon, by the hour in UTC; half of it on Saturdays and Sundays. */
export function usageRhythm(now: number): number {
  const hour = (now % 86_400) / 3_600;
  // 1970 began on a Thursday.
  const weekday = (Math.floor(now / 86_400) + 4) % 7;
  const isWeekend = weekday === 0 || weekday === 6;
  return (isWeekend ? 0.5 : 1) * (0.675 - 0.325 * Math.cos(((hour - 3) / 24) * 2 * Math.PI));
}

/** How much larger than the usual account this one is: one that buys larger packages uses as much more. */
function scaleOf(account: Account): number {
  return account.autoRenew.ips / ipPackages.usual.ips;
}

function liveOneTick(account: Account): void {
  const rhythm = usageRhythm(account.now);
  liveOnMainAccount(account, rhythm);
  liveOnSubAccounts(account, rhythm);
  if (account.ticks % ticksPerMinute === 0) liveOneMinute(account, rhythm);
}

function liveOnMainAccount(account: Account, rhythm: number): void {
  const { life } = account.random;
  const bytes = spendTraffic(account, Math.round(life.whole(140_000, 1_000_000) * rhythm));
  spreadOverSubUsers(account, bytes);
  if (life.chance(0.08 * scaleOf(account) * rhythm) && takeIps(account, 1)) {
    account.ipLedger.used += 1;
    remember(account.mainUsage, someUsage(account, null, bytes));
  }
}

/** Traffic of the main account goes through one of its user-password pairs; one that reaches its cap is blocked. */
function spreadOverSubUsers(account: Account, bytes: number): void {
  const active = account.subUsers.filter((user) => user.status === 1);
  const user = active[account.random.life.whole(0, Math.max(active.length - 1, 0))];
  if (!user) return;
  user.used += bytes;
  if (account.ticks % 5 === 0) user.ipsUsed += 1;
  user.updatedAt = account.now;
  if (user.cap >= 0 && user.used >= user.cap) user.status = 3;
}

function liveOnSubAccounts(account: Account, rhythm: number): void {
  const { life } = account.random;
  if (!life.chance(0.05 * scaleOf(account) * rhythm)) return;
  const sub = account.subs.drawEnabled(life, (one) => one.ips > 0);
  if (!sub) return;
  const bytes = Math.min(sub.traffic, life.whole(100_000, 6_000_000));
  sub.ips -= 1;
  sub.traffic -= bytes;
  account.ipLedger.used += 1;
  remember(account.subUsage, someUsage(account, sub.username, bytes));
  topUp(account, sub);
}

function someUsage(account: Account, username: string | null, bytes: number): Usage {
  const { life } = account.random;
  const place = life.pick(places);
  return {
    id: nextId(account),
    username,
    ip: someAddress(life),
    country: place.country,
    city: place.city,
    port: life.whole(20_000, 20_400),
    ips: 1,
    bytes,
    at: account.now,
  };
}

function remember(log: Usage[], usage: Usage): void {
  log.push(usage);
  // Cut in bulk, so that a full log is not moved with every record.
  if (log.length > usageKept * 1.2) log.splice(0, log.length - usageKept);
}

function liveOneMinute(account: Account, rhythm: number): void {
  settlePendingDeposits(account);
  fillWallet(account, rhythm);
  renew(account);
  buyMoreTraffic(account);
  keepDates(account);
  letOthersRedeem(account);
  earnCommission(account);
  // A copy, since topUp puts back those that it cannot serve.
  for (const id of Array.from(account.awaitingTopUp)) {
    const sub = account.subs.find(id);
    if (sub) topUp(account, sub);
    else account.awaitingTopUp.delete(id);
  }
}

function settlePendingDeposits(account: Account): void {
  for (const billing of account.billings.slice(-50)) {
    const waited = account.now - billing.createdAt;
    if (billing.type === 2 && billing.status === 0 && waited >= 180) {
      settleDeposit(account, billing, account.random.life.chance(0.9));
    }
  }
}

/** US cents: the owner pays in when the wallet holds less. It covers the renewals and the traffic of about four weeks. */
export function walletReserve(account: Account): number {
  return 5 * account.autoRenew.cents + trafficOffers.business.cents;
}

/** The owner notices a low wallet within an hour or two of daytime and pays in. */
function fillWallet(account: Account, rhythm: number): void {
  const { life } = account.random;
  const isPending = account.billings.slice(-50).some((billing) => billing.type === 2 && billing.status === 0);
  if (isPending || account.wallet >= walletReserve(account) || !life.chance(0.02 * rhythm)) return;
  const method = life.pick([paymentMethods.card, paymentMethods.crypto, paymentMethods.bankTransfer]);
  beginDeposit(account, depositAmount(account, life.pick([1, 2, 3])), method);
}

/** US cents: enough for so many renewals, rounded up to fifty dollars. */
export function depositAmount(account: Account, renewals: number): number {
  return Math.ceil((account.autoRenew.cents * renewals + 10_000) / 5_000) * 5_000;
}

/** Buys when fewer IPs are left than the account wants. A renewal that the wallet could not pay is tried again hourly. */
function renew(account: Account): void {
  const { autoRenew } = account;
  if (!autoRenew.on || mainIps(account) >= autoRenew.whenIps) return;
  const lately = autoRenew.lastAt !== null && account.now - autoRenew.lastAt < 3_600;
  if (autoRenew.lastStatus === -1 && lately && account.wallet < autoRenew.cents) return;
  const offer = Object.values(ipPackages).find((one) => one.id === autoRenew.packageId) ?? ipPackages.usual;
  const paid = buyIps(account, offer);
  autoRenew.lastAt = account.now;
  autoRenew.lastStatus = paid ? 1 : -1;
  autoRenew.lastMessage = paid ? null : 'Insufficient wallet balance';
}

function buyMoreTraffic(account: Account): void {
  const offer = trafficOffers.business;
  if (account.wallet >= offer.cents && mainTraffic(account) < offer.bytes) buyTraffic(account, offer);
}

/** Sub-accounts are disabled at their date; unused codes end at theirs, and what they hold comes back. */
function keepDates(account: Account): void {
  account.subs.disableThoseDue(account.now);
  for (const code of account.shareCodes) {
    if (code.status !== codeStatus.unused || code.expiresAt === null || code.expiresAt > account.now) continue;
    code.status = codeStatus.expired;
    if (code.kind === 'ips') giveIps(account, code.ips, code.sourceId);
    else giveTraffic(account, code.bytes, code.sourceId);
  }
}

/** Occasionally a partner redeems one of this account's codes. */
function letOthersRedeem(account: Account): void {
  const { life } = account.random;
  if (!life.chance(0.01)) return;
  const code = account.shareCodes.find((one) => one.status === codeStatus.unused);
  if (!code) return;
  code.status = codeStatus.used;
  code.usedAt = account.now;
  code.usedBy = code.forwardTo ?? life.pick(partners);
  account.ipLedger.given += code.ips;
}

function earnCommission(account: Account): void {
  const { life } = account.random;
  if (!life.chance(0.015)) return;
  account.affiliate.commissions.push({
    id: nextId(account),
    cents: life.whole(60, 2_400),
    rate: 7,
    paymentMethod: life.pick([paymentMethods.card, paymentMethods.crypto]),
    valid: true,
    createdAt: account.now,
  });
}
