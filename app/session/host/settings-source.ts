// The source that the settings lead to.
import type { Address } from '../../settings/address';
import { settingsProblem } from '../../settings/usable-settings';
import type { Result } from '../../model/problem';
import type { Settings } from '../../model/settings';
import type { AccountSource } from '../ports';

/** Where the settings of this moment lead to. */
export function settingsSource(
  settings: { read(): Settings },
  sourceOf: (settings: Settings) => Result<Address>,
): AccountSource {
  const now = () => sourceOf(settings.read());
  return {
    shown() {
      const address = now();
      return address.ok ? { kind: address.value.kind, origin: address.value.origin } : { kind: 'custom', origin: '' };
    },
    address() {
      const address = now();
      return address.ok ? address.value.url : null;
    },
    blockedBy: () => settingsProblem(settings.read(), now()),
  };
}
