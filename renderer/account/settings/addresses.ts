// Checks an address or a proxy as typed, so that a typo is reported beside the field before main is asked. A courtesy,
// not the guard: main checks again, and the client refuses insecure addresses, too.
import type { Problem } from '../../../app/model/problem';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** What is wrong with an API address: null when it is https, or http to this computer. */
export function addressProblem(text: string): Problem | null {
  const url = URL.parse(text.trim());
  if (url === null || url.hostname === '') return { kind: 'bad-input', field: 'address' };
  if (url.protocol === 'https:') return null;
  if (url.protocol === 'http:' && loopback.test(url.hostname)) return null;
  return url.protocol === 'http:' ? { kind: 'insecure-address' } : { kind: 'bad-input', field: 'address' };
}

/** Whether a proxy is written as scheme, host and port: `socks5://127.0.0.1:1080`. */
export function isProxy(text: string): boolean {
  const written = /^(?:https?|socks[45]?):\/\/(?:[\w.-]+|\[[\da-f:]+\]):(\d{1,5})\/?$/i.exec(text.trim());
  if (written === null) return false;
  const port = Number(written[1]);
  return port > 0 && port < 65536;
}
