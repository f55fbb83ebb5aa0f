// Whether the settings have a usable address and a usable proxy. If not, no request is sent.
import type { Problem, Result } from '../model/problem';
import type { Settings } from '../model/settings';
import type { Address } from './address';
import { readProxy } from './proxy-config';

/** What prevents every request, or null. `address`: where the settings lead to, as resolved. */
export function settingsProblem(settings: Settings, address: Result<Address>): Problem | null {
  if (!address.ok) {
    const isChosen = settings.address.kind !== 'custom' || settings.address.url.trim() !== '';
    return isChosen ? address.problem : { kind: 'setting-unusable', setting: 'address' };
  }
  return readProxy(settings.proxy).ok ? null : { kind: 'setting-unusable', setting: 'proxy' };
}
