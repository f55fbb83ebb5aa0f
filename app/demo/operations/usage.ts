// Usage logs of the main account and of sub-accounts, and the addresses used today or kept as favourites. Reads only:
// reading them spends nothing.
import type { Usage } from '../data/account';
import type { Json } from '../protocol/answer';
import { get, newestFirst, type Operation } from './operation';

export const usageOperations: Operation[] = [
  get('listAccountUsage', 'account/list-usage', (account, query) => newestFirst(query, account.mainUsage, shapeUsage)),
  get('listSubAccountUsage', 'subs/list-usage', (account, query) => {
    const username = query.text('username')?.toLowerCase();
    const found = account.subUsage.filter(
      (usage) => username === undefined || usage.username?.toLowerCase() === username,
    );
    return newestFirst(query, found, shapeUsage);
  }),
  get('listTodayProxies', 'proxies/today-list', (account, query) =>
    newestFirst(
      query,
      account.mainUsage.filter((usage) => usage.at > account.now - 86_400),
      (usage) => shapeAddress(usage, usage.at > account.now - 7_200),
    ),
  ),
  get('listFavoriteProxies', 'proxies/favorite-list', (account, query) =>
    newestFirst(query, account.favourites, (usage) => shapeAddress(usage, usage.id % 3 !== 0)),
  ),
];

function shapeUsage(usage: Usage): Json {
  return {
    id: String(usage.id),
    username: usage.username,
    ip: usage.ip,
    country_code: usage.country,
    port: usage.port,
    number_of_ips: usage.ips,
    amount_traffic: usage.bytes,
    created_at: usage.at,
  };
}

function shapeAddress(usage: Usage, isOnline: boolean): Json {
  return {
    id: String(usage.id),
    ip: usage.ip,
    city: usage.city,
    country_code: usage.country,
    is_online: isOnline,
    binding: isOnline && usage.port !== null ? `127.0.0.1:${usage.port}` : null,
  };
}
