// Reads the vendor's answers about proxy addresses: those of today, and the favourites. (The proxy that NineTray itself
// uses is in app/settings/proxy-config.ts.)
import type { components } from '../operations/openapi.generated';
import { boolean, fields, text } from './parse';
import { country, record } from './record-mapping';
import type { VendorRow } from './record-mapping';

/** One ProxyAddress; null without an address. */
export function readProxyAddress(item: unknown): VendorRow | null {
  const found = fields<keyof components['schemas']['ProxyAddress']>(item);
  const ip = text(found?.ip);
  if (found === null || ip === null) return null;
  const online = boolean(found.is_online);
  return record(found.id, {
    ip,
    country: country(found.country_code),
    city: text(found.city),
    state: online === null ? null : online ? 'online' : 'offline',
    binding: text(found.binding),
  });
}
