// The vendor's application on the same computer, simulated: its local API, on the demo's own port. It needs no key.
// Only /api/proxy and /api/forward spend an IP each; a client that only shows things never requests them.
import type { Account } from '../data/account';
import { mainIps, takeIps } from '../data/allocations';
import type { Json } from '../protocol/answer';
import { jsonReply, type Reply } from '../protocol/reply';

const day = 86_400;
const recently = 7_200;

/** Answers a path below /api/; null for one that it does not have. */
export function answerLocally(account: Account, method: string, url: URL): Reply | null {
  if (method !== 'GET') return null;
  switch (url.pathname) {
    case '/api/today_list':
      return listToday(account, url);
    case '/api/port_status':
      return success(
        bound(account).map(({ port, ip, city, at }) => ({
          address: `127.0.0.1:${port}`,
          city,
          public_ip: ip,
          online: at > account.now - recently,
        })),
      );
    case '/api/port_check':
      return success(bound(account).map(({ port, at }) => ({ port, online: at > account.now - recently })));
    case '/api/port_free':
      return freePorts(account, url);
    case '/api/forward':
    case '/api/proxy':
      if (mainIps(account) < 1 || !takeIps(account, 1)) return reply(402, true, 'Insufficient balance', null);
      return success(['127.0.0.1:60000']);
    default:
      return null;
  }
}

function today(account: Account) {
  return account.mainUsage.filter(({ at }) => at > account.now - day);
}

function bound(account: Account) {
  return today(account).filter(({ port }) => port !== null);
}

/** Releases ports, as the real one does though it is documented as a check. */
function freePorts(account: Account, { searchParams }: URL): Reply {
  const ports = (searchParams.get('ports') ?? '').split(',').map(Number);
  for (const usage of bound(account)) {
    if (usage.port !== null && ports.includes(usage.port)) usage.port = null;
  }
  return success(null);
}

function listToday(account: Account, { searchParams }: URL): Reply {
  const country = searchParams.get('country')?.toUpperCase();
  const limit = Number(searchParams.get('limit') ?? 100);
  const found = today(account)
    .filter((usage) => country === undefined || usage.country === country)
    .toSorted((one, other) => other.at - one.at)
    .slice(0, Number.isInteger(limit) && limit > 0 ? limit : 100);
  if (found.length === 0) return reply(404, true, 'No proxy found', null);
  return success(
    found.map((usage) => {
      const isOnline = usage.at > account.now - recently;
      return {
        id: String(usage.id),
        city: usage.city,
        ip: usage.ip,
        country_code: usage.country,
        is_online: isOnline,
        binding: isOnline && usage.port !== null ? `127.0.0.1:${usage.port}` : null,
      };
    }),
  );
}

function success(data: Json): Reply {
  return reply(200, false, 'Success', data);
}

function reply(status: number, error: boolean, message: string, data: Json): Reply {
  return jsonReply(status, { error, message, data });
}
