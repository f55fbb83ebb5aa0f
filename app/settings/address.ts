// Where the vendor's API is: production, the sandbox, or an address that the user entered. A key must not travel
// unencrypted, nor an address carry secrets of its own.
import { failed, ok } from '../model/problem';
import type { Result } from '../model/problem';
import type { Settings } from '../model/settings';

export const productionAddress = 'https://api.9proxy.com';
export const sandboxAddress = 'https://sandbox.9proxy.com';

export interface Address {
  readonly kind: 'production' | 'sandbox' | 'custom';
  /** Scheme, host, port and perhaps a path, without a slash at its end. */
  readonly url: string;
  /** Scheme, host and port only: what may be shown. */
  readonly origin: string;
}

/**
 * The address to ask. `environment` (the value of NINETRAY_API_URL) goes before what settings say when it is not empty.
 * An address that is no URL, not safe for a key, or carries more than scheme, host, port and path is `insecure-address`.
 */
export function resolveAddress(setting: Settings['address'], environment?: string): Result<Address> {
  const given = environment?.trim();
  if (given) return readAddress(given);
  switch (setting.kind) {
    case 'production':
      return readAddress(productionAddress);
    case 'sandbox':
      return readAddress(sandboxAddress);
    case 'custom':
      return readAddress(setting.url);
    default:
      return setting satisfies never;
  }
}

/** Checks one address (https, or http to this computer) and brings it into its plain form. */
export function readAddress(text: string): Result<Address> {
  if (!URL.canParse(text)) return failed({ kind: 'insecure-address' });
  const url = new URL(text);
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  // The text is checked, too: an empty query or fragment ("https://host/?") leaves no trace in the parsed form.
  const plain = url.username === '' && url.password === '' && !/[?#@]/.test(text);
  if (!safe || !plain) return failed({ kind: 'insecure-address' });
  const address = url.origin + url.pathname.replace(/\/+$/, '');
  return ok({ kind: kindOf(address), url: address, origin: url.origin });
}

/** Scheme, host and port of an address, for users to read; empty when it is not an address. */
export function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : '';
}

function kindOf(address: string): Address['kind'] {
  if (address === productionAddress) return 'production';
  if (address === sandboxAddress) return 'sandbox';
  return 'custom';
}

/** 127.0.0.0/8, ::1 and localhost. URL parsing has already turned forms like 127.1 or 0x7f000001 into dotted ones. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** Whether an origin is on this computer, which answers whatever the network does. */
export function isOnThisComputer(origin: string): boolean {
  return URL.canParse(origin) && isLoopback(new URL(origin).hostname);
}
