// Which address this process uses: that of its environment, else that of the settings in its profile folder.
import { app } from 'electron';
import { type Address, resolveAddress } from '../../settings/address';
import type { Result } from '../../model/problem';
import type { Settings } from '../../model/settings';
import { createProfileFiles } from '../../settings/files/profile-files';
import { readSettings } from '../../settings/settings';

/** The address that these settings lead to in this process's environment. */
export function addressOf({ address }: Settings): Result<Address> {
  return resolveAddress(address, process.env['NINETRAY_API_URL']);
}

/** Scheme, host and port that this process means; empty where that is no safe address. Reads the settings, and writes nothing. */
export function originMeantHere(): string {
  const address = addressOf(readSettings(createProfileFiles(app.getPath('userData'))));
  return address.ok ? address.value.origin : '';
}
