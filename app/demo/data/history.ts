// How the demo account begins: months of purchases, deposits, sub-accounts, codes and usage before the first request.
// Its random numbers must not come from the streams that the account lives on, so that its life does not depend on its
// size.
import { type Account, nextId, type Usage } from './account';
import { seedAccess } from './history-access';
import { seedAffiliate } from './history-affiliate';
import { seedShareCodes } from './history-share-codes';
import { seedSubAccounts } from './history-sub-accounts';
import { Keys } from './keys';
import { depositAmount, usageRhythm, walletReserve } from './traffic-simulator';
import { owner, partners, places, someAddress } from './names';
import { gigabyte, ipPackages, paymentMethods, trafficOffers } from './packages';
import { beginDeposit, buyIps, buyTraffic, settleDeposit } from './purchases';
import { type Random, seededRandom } from './random';
import { SubAccounts } from './sub-accounts';

export interface AccountOptions {
  seed: number;
  /** How many sub-accounts. */
  size: number;
  /** Unix seconds. The seeded balances do not depend on it; all dates do. */
  now: number;
}

const day = 86_400;
const monthsOfHistory = 6;
/** In days. Every stretch between two purchases, and the one since the last, has its weekends, so that the use is even. */
const ipsBought = { every: 7, last: 6 };
const trafficBought = { every: 14, last: 7 };

/** An account with a history behind it. The same options give the same account. */
export function createAccount({ seed, size, now }: AccountOptions): Account {
  const account = emptyAccount(seed, now);
  const random = seededRandom(seed, 'history');
  const offer = size > 5_000 ? ipPackages.large : ipPackages.usual;
  Object.assign(account.autoRenew, {
    packageName: offer.name,
    packageId: offer.id,
    ips: offer.ips,
    cents: offer.cents,
    whenIps: offer.ips * 3,
  });
  account.ipPlans = [
    { id: 1, left: 0 },
    { id: 2, left: 0 },
  ];
  seedMoney(account, random);
  seedBalances(account, random);
  seedSubAccounts(account, random, size);
  seedShareCodes(account, random);
  seedAccess(account, random);
  seedUsage(account, random);
  seedAffiliate(account, random);
  account.now = now;
  return account;
}

function emptyAccount(seed: number, now: number): Account {
  return {
    random: {
      life: seededRandom(seed, 'life'),
      codes: seededRandom(seed, 'codes'),
      names: seededRandom(seed, 'names'),
    },
    keys: new Keys(seededRandom(seed, 'keys'), now - 97 * day),
    owner: { ...owner, emailVerified: true, twoFactor: true },
    startedAt: now,
    now,
    ticks: 0,
    wallet: 0,
    ipPlans: [],
    trafficPackages: [],
    billings: [],
    subs: new SubAccounts(),
    awaitingTopUp: new Set(),
    shareCodes: [],
    foreignCodes: [],
    subUsers: [],
    whitelist: [],
    connections: [],
    autoRenew: {
      on: true,
      packageName: '',
      packageId: 0,
      ips: 0,
      cents: 0,
      whenIps: 0,
      lastAt: null,
      lastStatus: null,
      lastMessage: null,
    },
    mainUsage: [],
    subUsage: [],
    favourites: [],
    affiliate: { referred: [], commissions: [], payouts: [], inviteCodes: [] },
    walletTransactions: [],
    registered: new Map(),
    ipLedger: { granted: 0, used: 0, given: 0 },
    nextId: 700_001,
  };
}

/** Walks through the months: pays in when the wallet is low, and buys IPs every week. The wallet is what then remains. */
function seedMoney(account: Account, random: Random): void {
  const { startedAt, autoRenew } = account;
  const offer = Object.values(ipPackages).find((one) => one.id === autoRenew.packageId) ?? ipPackages.usual;
  for (let age = monthsOfHistory * 30; age > 0; age -= 1) {
    account.now = startedAt - age * day + random.whole(7, 18) * 3_600 + random.whole(0, 3_500);
    if (account.wallet < walletReserve(account)) {
      const method = random.pick([paymentMethods.card, paymentMethods.crypto, paymentMethods.bankTransfer]);
      if (random.chance(0.15)) settleDeposit(account, beginDeposit(account, 30_000, method), false);
      settleDeposit(account, beginDeposit(account, depositAmount(account, random.whole(1, 3)), method), true);
      account.now += random.whole(120, 2_400);
    }
    if (age % ipsBought.every === ipsBought.last) {
      buyIps(account, offer);
      Object.assign(autoRenew, { lastAt: account.now, lastStatus: 1 });
    }
    if (age % trafficBought.every === trafficBought.last) buyTraffic(account, trafficOffers.business);
    if (age % 24 === 11) convertAndTransfer(account, random, age % 72 !== 35);
  }
}

/** A conversion into IPs and, a while later, a transfer to a partner: the two wallet transactions there are. */
function convertAndTransfer(account: Account, random: Random, arrives: boolean): void {
  const { small } = ipPackages;
  const packs = random.whole(1, 3);
  const converted = small.cents * packs;
  const transfer = random.whole(1_000, 4_000);
  if (account.wallet < converted + transfer) return;
  account.wallet -= converted + (arrives ? transfer : 0);
  account.ipLedger.granted += small.ips * packs;
  const given = { type: 2, cents: transfer, ips: null, counterparty: random.pick(partners) } as const;
  const later = account.now + random.whole(900, 9_000);
  account.walletTransactions.push({
    id: nextId(account),
    type: 1,
    cents: converted,
    ips: small.ips * packs,
    counterparty: null,
    status: 1,
    createdAt: account.now,
  });
  account.walletTransactions.push({ id: nextId(account), ...given, status: arrives ? 1 : -1, createdAt: later });
}

/** What the months have left of all that was bought. */
function seedBalances(account: Account, random: Random): void {
  const { ipLedger, autoRenew, startedAt } = account;
  account.now = startedAt;
  account.ipPlans = [
    { id: 1, left: autoRenew.whenIps - 0.3 * autoRenew.ips + random.whole(200, 900) },
    { id: 2, left: autoRenew.ips / 2 },
  ];
  // Until seedSubAccounts hands some of them on, everything else that ever came in is used.
  ipLedger.used = ipLedger.granted - account.ipPlans.reduce((sum, plan) => sum + plan.left, 0);
  // Traffic is used in the order in which it expires: of all that was bought, the last package is full and the one before begun.
  const expired = account.trafficPackages.findLast(({ expiresAt }) => expiresAt <= startedAt);
  const [begun, full] = account.trafficPackages.slice(-2);
  const packages = [expired, begun, full].filter((one) => one !== undefined);
  account.trafficPackages = packages;
  // Something was left in the one that has expired, as happens.
  if (expired) expired.left = random.whole(gigabyte, 4 * gigabyte);
  if (begun) begun.left = 45 * gigabyte + random.whole(0, 5 * gigabyte);
  packages.push({
    id: nextId(account),
    name: trafficOffers.starter.name,
    left: 3_418_220_544,
    original: trafficOffers.starter.bytes,
    activeAt: startedAt - 24 * day,
    expiresAt: startedAt + 6 * day,
  });
}

function seedUsage(account: Account, random: Random): void {
  const subs = account.subs.list;
  account.mainUsage = usageBefore(account, random, () => null);
  account.subUsage = usageBefore(account, random, () => subs[random.whole(0, subs.length - 1)]?.username ?? null);
  account.favourites = account.mainUsage.filter((_, index) => index % 130 === 7);
}

/** Oldest first: every record of the last day, and ever fewer of those before, back over two months. */
function usageBefore(account: Account, random: Random, username: () => string | null): Usage[] {
  const log: Usage[] = [];
  let at = account.startedAt;
  while (log.length < 1_500) {
    const kept = 1.011 ** Math.max(0, log.length - 900);
    at -= Math.ceil((random.whole(15, 85) * kept) / usageRhythm(at));
    const place = random.pick(places);
    log.push({
      id: 0,
      username: username(),
      ip: someAddress(random),
      country: place.country,
      city: place.city,
      port: random.whole(20_000, 20_400),
      ips: 1,
      bytes: random.whole(100_000, 6_000_000),
      at,
    });
  }
  log.reverse();
  for (const usage of log) usage.id = nextId(account);
  return log;
}
