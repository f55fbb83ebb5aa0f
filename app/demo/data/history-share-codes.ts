// The share codes that the demo account begins with: its own, and those that partners made for it. An unused code holds
// only what the main account has lost.
import { type Account, codeStatus, type ShareCode } from './account';
import { takeIps, takeTraffic } from './allocations';
import { owner, partners, someShareCode } from './names';
import { gigabyte } from './packages';
import type { Random } from './random';

const day = 86_400;

/** Of 46 codes, oldest first: most of the old ones are used, most of the new ones are not. */
function statusOf(index: number): ShareCode['status'] {
  if (index < 34) return index % 9 === 3 ? codeStatus.revoked : index % 11 === 6 ? codeStatus.expired : codeStatus.used;
  return index % 4 === 3 ? codeStatus.used : codeStatus.unused;
}

/** Adds the codes; what the unused ones hold is taken from the main account. */
export function seedShareCodes(account: Account, random: Random): void {
  const { startedAt, ipLedger } = account;
  for (let index = 0; index < 46; index += 1) {
    const createdAt = startedAt - (45 - index) * 2 * day - random.whole(3_600, day);
    const isTraffic = index % 5 === 4;
    const status = statusOf(index);
    const ips = isTraffic ? 0 : random.pick([5, 10, 20, 25, 50]);
    const bytes = isTraffic ? gigabyte : 0;
    const forwardTo = index % 3 === 0 ? random.pick(partners) : null;
    let sourceId = 1;
    if (status === codeStatus.unused) {
      if (isTraffic) sourceId = takeTraffic(account, bytes) ?? 0;
      else takeIps(account, ips);
    } else if (status === codeStatus.used) {
      ipLedger.granted += ips;
      ipLedger.given += ips;
    }
    account.shareCodes.push({
      code: someShareCode(random),
      kind: isTraffic ? 'traffic' : 'ips',
      ips,
      bytes,
      sourceId,
      enterprise: index % 11 === 5,
      forwardTo,
      status,
      usedBy: status === codeStatus.used ? (forwardTo ?? random.pick(partners)) : null,
      usedAt: status === codeStatus.used ? Math.min(createdAt + random.whole(600, 2 * day), startedAt - 300) : null,
      expiresAt:
        status === codeStatus.expired
          ? createdAt + 14 * day
          : index % 4 === 1
            ? Math.max(createdAt, startedAt) + 90 * day
            : null,
      createdAt,
    });
  }
  for (let index = 0; index < 17; index += 1) {
    const createdAt = startedAt - (17 - index) * 9 * day - random.whole(0, 2 * day);
    const isTraffic = index % 4 === 2;
    account.foreignCodes.push({
      code: someShareCode(random),
      kind: isTraffic ? 'traffic' : 'ips',
      ips: isTraffic ? 0 : random.pick([10, 50, 100]),
      bytes: isTraffic ? 2 * gigabyte : 0,
      from: random.pick(partners),
      enterprise: index % 7 === 2,
      forwardTo: index % 2 === 0 ? owner.email : null,
      expiresAt: null,
      createdAt,
      // The last four wait to be redeemed.
      usedAt: index < 13 ? createdAt + random.whole(300, day) : null,
    });
  }
}
