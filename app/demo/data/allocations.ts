// Moves IPs and traffic between the main account, its sub-accounts and share codes, and uses them up. Nothing may be
// created here: what one side gains the other loses, and the ledger says what is left.
import type { Account, TrafficPackage } from './account';
import type { SubAccount } from './sub-accounts';

/** The IPs that the main account itself has left, of all plans. */
export function mainIps(account: Account): number {
  return account.ipPlans.reduce((sum, plan) => sum + plan.left, 0);
}

/** Takes IPs from the plans in their order. False, and nothing taken, when there are too few. */
export function takeIps(account: Account, count: number): boolean {
  if (count > mainIps(account)) return false;
  let open = count;
  for (const plan of account.ipPlans) {
    const part = Math.min(plan.left, open);
    plan.left -= part;
    open -= part;
  }
  return true;
}

/** Gives IPs back to a plan; to the first where that plan is unknown. */
export function giveIps(account: Account, count: number, planId?: number): void {
  const plan = account.ipPlans.find((one) => one.id === planId) ?? account.ipPlans[0];
  if (plan) plan.left += count;
}

function activePackages(account: Account): TrafficPackage[] {
  return account.trafficPackages.filter((one) => one.expiresAt > account.now);
}

/** Bytes left in packages that have not expired. */
export function mainTraffic(account: Account): number {
  return activePackages(account).reduce((sum, one) => sum + one.left, 0);
}

/**
 * Takes bytes from one package: the given one, or the first to expire that has enough. Answers its id, or `undefined`,
 * and nothing taken, when there is none.
 */
export function takeTraffic(account: Account, bytes: number, packageId?: number): number | undefined {
  const found = activePackages(account)
    .filter((one) => (packageId === undefined || one.id === packageId) && one.left >= bytes)
    .sort((a, b) => a.expiresAt - b.expiresAt)[0];
  if (!found) return undefined;
  found.left -= bytes;
  return found.id;
}

/** Gives bytes back to the package they came from. */
export function giveTraffic(account: Account, bytes: number, packageId: number | null): void {
  const found = account.trafficPackages.find((one) => one.id === packageId) ?? activePackages(account)[0];
  if (found) found.left += bytes;
}

/** Uses up to so many bytes of the main account; answers how many there were. */
export function spendTraffic(account: Account, bytes: number): number {
  let open = bytes;
  for (const one of activePackages(account).sort((a, b) => a.expiresAt - b.expiresAt)) {
    const part = Math.min(one.left, open);
    one.left -= part;
    open -= part;
  }
  return bytes - open;
}

/** Tops a sub-account up where its own rules say so and the main account can; else leaves it waiting. */
export function topUp(account: Account, sub: SubAccount): void {
  account.awaitingTopUp.delete(sub.id);
  const { topUp: rule } = sub;
  if (rule.ips && sub.ips < rule.whenIps) {
    if (takeIps(account, rule.addIps)) sub.ips += rule.addIps;
    else account.awaitingTopUp.add(sub.id);
  }
  if (rule.traffic && sub.traffic < rule.whenTraffic) {
    const packageId = takeTraffic(account, rule.addTraffic, rule.packageId ?? undefined);
    if (packageId === undefined) account.awaitingTopUp.add(sub.id);
    else {
      sub.traffic += rule.addTraffic;
      sub.packageId = packageId;
    }
  }
}
