// The network for the feed of updates: a session of its own, in memory, without cookies, cache or redirects, by the user's proxy. The key and
// the vendor's sessions are not near it.
import { session } from 'electron';
import type { Settings } from '../model/settings';
import { sendOnce } from '../nineproxy/transport/send.electron';
import { readProxy } from '../settings/proxy-config';
import { longestFeed } from './feed';
import type { SendFeedRequest } from './request-feed';

/** Sends by the proxy that is set at that moment; one that cannot be used makes the request fail. After `ready` only. */
export function feedNetwork(proxy: () => Settings['proxy']): SendFeedRequest {
  return async (address, headers, signal) => {
    const rules = readProxy(proxy());
    if (!rules.ok) throw new Error('net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED');
    // No "persist:" in the name: the session lives in memory.
    const own = session.fromPartition('updates', { cache: false });
    own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    await own.setProxy(rules.value);
    try {
      return await sendOnce(own, address, { method: 'GET', headers, body: null, signal }, longestFeed);
    } finally {
      await own.closeAllConnections();
    }
  };
}
