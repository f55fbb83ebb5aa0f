// Who and what may use the demo account's proxies at its beginning: sub-users, whitelisted addresses, connection
// configs.
import type { Account, SubUser } from './account';
import { places } from './names';
import { gigabyte } from './packages';
import type { Random } from './random';

const day = 86_400;

/** Name, note, and limits where there are any; the newest last. */
const subUsers: readonly (Pick<SubUser, 'username' | 'note'> & Partial<Pick<SubUser, 'cap' | 'ipCap' | 'status'>>)[] = [
  { username: 'scraper-main', note: null },
  { username: 'scraper-backup', note: 'Second data centre', cap: 40 * gigabyte },
  { username: 'ads_check', note: 'Werbeprüfung, Österreich und Schweiz' },
  { username: 'qa-mobile', note: null, cap: 40 * gigabyte },
  { username: 'intern', note: 'Until the end of the term', ipCap: 500 },
  { username: 'price-watch', note: 'Équipe prix, Lyon', cap: 40 * gigabyte },
  { username: 'old_jobs', note: 'Replaced by scraper-main', status: 2 },
  { username: 'seo-brasil', note: 'Relatório semanal', cap: 15 * gigabyte },
  { username: 'fabrikam-trial', note: 'Client: Fabrikam, two weeks', cap: 2 * gigabyte, ipCap: 100, status: 3 },
  { username: 'monitoring', note: null },
];

const offices: readonly { description: string; on: boolean }[] = [
  { description: 'Office', on: true },
  { description: 'Build server', on: true },
  { description: 'Mara at home', on: true },
  { description: 'Old VPS', on: false },
  { description: 'Büro Zürich', on: true },
  { description: 'Biuro Kraków', on: true },
  { description: 'Agency, during the campaign', on: false },
];

/** Targeting as far as it goes: of a place the country, the region, the city, the provider. */
const depths = [2, 1, 3, 1, 4, 2, 0, 1, 3, 2, 4, 1] as const;

/** Adds sub-users, whitelisted addresses and connections, with dates before the beginning. */
export function seedAccess(account: Account, random: Random): void {
  const { startedAt } = account;
  for (const [index, { username, note, cap = -1, ipCap = -1, status = 1 }] of subUsers.entries()) {
    const createdAt = startedAt - (204 - index * 19) * day - random.whole(0, day);
    const used = random.whole(1, 9_000) * 1_000_000;
    account.subUsers.push({
      id: 3_100 + index,
      username,
      password: random.text('abcdefghijkmnpqrstuvwxyz23456789', 12),
      cap,
      // One that is blocked has used up what it had.
      used: status === 3 ? cap : used,
      ipCap,
      ipsUsed: ipCap === -1 ? random.whole(20, 400) : random.whole(40, ipCap - 20),
      status,
      note,
      createdAt,
      updatedAt: status === 1 ? startedAt - random.whole(60, 9_000) : createdAt + random.whole(10, 20) * day,
    });
  }
  for (const [index, { description, on }] of offices.entries()) {
    const createdAt = startedAt - (150 - index * 20) * day - random.whole(0, day);
    account.whitelist.push({
      id: 410 + index,
      ip: `203.0.113.${10 + index * 17}`,
      status: on ? 1 : 2,
      description,
      createdAt,
      updatedAt: on ? createdAt : createdAt + random.whole(2, 15) * day,
    });
  }
  let port = 20_000;
  for (const [index, depth] of depths.entries()) {
    const place = random.pick(places);
    const sticky = index % 3 === 1;
    const createdAt = startedAt - (60 - index * 5) * day + random.whole(0, 4 * day);
    const size = random.pick([5, 10, 20, 50]);
    account.connections.push({
      id: 880 + index,
      proxyType: 1,
      country: depth > 0 ? place.country : null,
      state: depth > 1 ? place.state : null,
      city: depth > 2 ? place.city : null,
      isp: depth > 3 ? place.isp : null,
      startPort: port,
      endPort: port + size - 1,
      sticky,
      sessionTime: sticky ? random.pick([10, 30, 60]) : null,
      createdAt,
      updatedAt: createdAt,
    });
    port += 50;
  }
}
