// The affiliate side of the demo account at its beginning: referred users, commissions, payouts, invite codes.
// Must not touch balances: the wallet's sum is that of deposits, purchases and wallet transactions alone.
import { type Account, nextId } from './account';
import { referredNames } from './names';
import { paymentMethods } from './packages';
import type { Random } from './random';

const day = 86_400;

export function seedAffiliate(account: Account, random: Random): void {
  const { startedAt, affiliate } = account;
  affiliate.inviteCodes.push(
    { code: 'NWLABS', createdAt: startedAt - 300 * day },
    { code: 'NWLABS-BLOG', createdAt: startedAt - 120 * day },
  );
  for (let index = 0; index < 37; index += 1) {
    const name = random.pick(referredNames);
    affiliate.referred.push({
      id: 520_000 + index * 37,
      username: index < referredNames.length ? (referredNames[index] ?? name) : `${name}${random.whole(10, 99)}`,
      code: index > 20 && random.chance(0.5) ? 'NWLABS-BLOG' : 'NWLABS',
      createdAt: startedAt - (37 - index) * 7 * day + random.whole(0, 6 * day),
    });
  }
  for (let index = 0; index < 160; index += 1) {
    affiliate.commissions.push({
      id: nextId(account),
      cents: random.whole(60, 3_200),
      rate: index < 60 ? 5 : 7,
      paymentMethod: random.pick([paymentMethods.card, paymentMethods.crypto]),
      valid: !random.chance(0.08),
      createdAt: startedAt - (160 - index) * day - random.whole(0, day - 1),
    });
  }
  for (let index = 0; index < 7; index += 1) {
    affiliate.payouts.push({
      id: nextId(account),
      type: random.pick([1, 2, 3]),
      cents: random.whole(20, 90) * 100,
      status: index === 6 ? 0 : index === 2 ? -1 : 1,
      createdAt: startedAt - (7 - index) * 20 * day,
    });
  }
}
