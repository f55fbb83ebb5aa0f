// Turns the proxy setting into what Chromium's network takes. It must not fall back to another way when the setting
// cannot be read: that would show the key to another network.
import { failed, ok } from '../model/problem';
import type { Result } from '../model/problem';
import type { Settings } from '../model/settings';

export type ProxyRules = { mode: 'system' } | { mode: 'direct' } | { mode: 'fixed_servers'; proxyRules: string };

const schemes: ReadonlyMap<string, string> = new Map([
  ['http:', 'http'],
  ['https:', 'https'],
  ['socks4:', 'socks4'],
  ['socks5:', 'socks5'],
  // As curl's users write it: names are resolved by the proxy, which Chromium does with every SOCKS 5 proxy.
  ['socks5h:', 'socks5'],
]);

/**
 * The rules for one setting. A given proxy is scheme, host and port; one with a name and password, a path or an
 * unknown scheme is `bad-input`. This computer itself is always reached directly (Chromium's own rule).
 */
export function readProxy(setting: Settings['proxy']): Result<ProxyRules> {
  if (setting.mode !== 'given') return ok({ mode: setting.mode });
  const proxyRules = readServer(setting.url.trim());
  return proxyRules === null
    ? failed({ kind: 'bad-input', field: 'proxy' })
    : ok({ mode: 'fixed_servers', proxyRules });
}

function readServer(text: string): string | null {
  // Commas, semicolons and equals signs have a meaning of their own in Chromium's rules.
  if (/[\s,;=?#@]/.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  const scheme = schemes.get(url.protocol);
  if (scheme === undefined || url.hostname === '' || !(url.pathname === '' || url.pathname === '/')) return null;
  const port = url.port === '' ? '' : `:${url.port}`;
  return `${scheme}://${url.hostname}${port}`;
}
