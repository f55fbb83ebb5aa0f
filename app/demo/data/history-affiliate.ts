// The affiliate side of the demo account at its beginning: referred users, commissions, payouts, invite codes. It must
// not change balances: the wallet's sum is that of deposits, purchases and wallet transactions alone.
import { type Account, nextId } from './account';
import { referredNames } from './names';
import { paymentMethods } from './packages';
import type { Random } from './random';

const day = 86_400;

/** Adds the invite codes, who came by them, and what that earned and paid out. */
export function seedAffiliate(account: Account, random: Random): void {
  const { startedAt, affiliate } = account;
  affiliate.inviteCodes.push(
    { code: 'NWLABS', createdAt: startedAt - 300 * day - random.whole(0, day) },
    { code: 'NWLABS-BLOG', createdAt: startedAt - 120 * day - random.whole(0, day) },
    { code: 'NWLABS-MEETUP', createdAt: startedAt - 12 * day - random.whole(0, day) },
  );
  for (const [index, username] of referredNames.entries()) {
    const age = referredNames.length - index;
    const viaBlog = age < 16 && random.chance(0.5);
    affiliate.referred.push({
      id: 520_000 + index * 37,
      username,
      code: age < 3 ? 'NWLABS-MEETUP' : viaBlog ? 'NWLABS-BLOG' : 'NWLABS',
      createdAt: startedAt - age * 7 * day + random.whole(0, 6 * day),
    });
  }
  for (let index = 0; index < 160; index += 1) {
    affiliate.commissions.push({
      id: nextId(account),
      cents: random.whole(60, 3_200),
      rate: index < 60 ? 5 : 7,
      paymentMethod: random.pick([paymentMethods.card, paymentMethods.crypto]),
      valid: !random.chance(0.08),
      createdAt: startedAt - (159 - index) * day - random.whole(600, day - 1),
    });
  }
  for (let index = 0; index < 9; index += 1) {
    affiliate.payouts.push({
      id: nextId(account),
      type: random.pick([1, 2, 3]),
      cents: random.whole(90, 290) * 100,
      status: index === 8 ? 0 : index === 2 ? -1 : 1,
      createdAt: startedAt - (8 - index) * 18 * day - random.whole(3_600, 2 * day),
    });
  }
}
