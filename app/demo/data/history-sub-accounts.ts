// The sub-accounts that the demo account begins with: three with fixed names, or as many as requested. They hold no
// more than the main account has: what they hold counts as granted before.
import type { Account } from './account';
import { longSubAccountNames, subAccountNotes, subAccountWords } from './names';
import { gigabyte } from './packages';
import type { Random } from './random';
import type { SubAccount } from './sub-accounts';

const day = 86_400;

/** No automatic top-up. */
export const noTopUp: SubAccount['topUp'] = {
  ips: false,
  whenIps: 0,
  addIps: 0,
  traffic: false,
  whenTraffic: 0,
  addTraffic: 0,
  packageId: null,
};

/** Adds `size` sub-accounts; three are the ones with fixed names. */
export function seedSubAccounts(account: Account, random: Random, size: number): void {
  if (size === 3) seedThree(account);
  else for (let index = 0; index < size; index += 1) seedOne(account, random, index, size);
}

/** Their IPs came in and were handed on long ago. */
function add(account: Account, sub: Partial<SubAccount> & Pick<SubAccount, 'username' | 'createdAt'>): SubAccount {
  const added = account.subs.add({
    password: null,
    note: null,
    ips: 0,
    traffic: 0,
    packageId: account.trafficPackages.at(-1)?.id ?? null,
    enabled: true,
    autoDisableAt: null,
    topUp: { ...noTopUp },
    ...sub,
  });
  account.ipLedger.granted += added.ips;
  return added;
}

function seedThree(account: Account): void {
  const { startedAt } = account;
  add(account, {
    username: 'atlas-042',
    note: 'Price monitoring, EU',
    ips: 320,
    traffic: 12_500_000_000,
    createdAt: startedAt - 140 * day + 7_940,
    topUp: { ...noTopUp, ips: true, whenIps: 300, addIps: 100 },
  });
  add(account, {
    username: 'nimbus-108',
    note: '東京オフィス',
    ips: 85,
    traffic: 2_250_000_000,
    createdAt: startedAt - 61 * day - 12_310,
  });
  add(account, { username: 'quartz-311', ips: 40, enabled: false, createdAt: startedAt - 9 * day });
}

function seedOne(account: Account, random: Random, index: number, size: number): void {
  const { startedAt } = account;
  const tops = random.chance(0.3);
  const whenIps = random.pick([10, 20, 50]);
  const apart = (500 * day) / size;
  const createdAt = startedAt - Math.round((size - index) * apart) + random.whole(0, Math.floor(apart * 0.9));
  const added = add(account, {
    username: someUsername(account, random, index),
    note: random.chance(0.35) ? random.pick(subAccountNotes) : null,
    ips: tops
      ? whenIps + random.whole(0, 150)
      : random.pick([0, random.whole(1, 9), random.whole(10, 90), random.whole(90, 400)]),
    traffic: random.chance(0.6) ? random.whole(1, 40) * (gigabyte / 4) : 0,
    enabled: !random.chance(0.12),
    createdAt,
    autoDisableAt: random.chance(0.02) ? startedAt + random.whole(1, 60) * day : null,
    topUp: tops ? { ...noTopUp, ips: true, whenIps, addIps: whenIps * 2 } : { ...noTopUp },
  });
  // Some that have traffic get more of it when it runs low.
  if (index % 7 === 3 && added.traffic > 0) {
    Object.assign(added.topUp, { traffic: true, whenTraffic: gigabyte / 4, addTraffic: gigabyte });
  }
}

/** An unused name: a word and a number, and sometimes a long name. */
export function someUsername(account: Account, random: Random, index: number): string {
  const long = longSubAccountNames[(index - 11) / 71];
  if (long !== undefined && !account.subs.isTaken(long)) return long;
  const digits = account.subs.list.length > 10_000 ? 5 : account.subs.list.length > 1_000 ? 4 : 3;
  for (;;) {
    const number = String(random.whole(1, 10 ** digits - 1)).padStart(digits, '0');
    const username = `${random.pick(subAccountWords)}-${number}`;
    if (!account.subs.isTaken(username)) return username;
  }
}
