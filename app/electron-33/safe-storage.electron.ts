// The one place that touches Electron's safeStorage. Move it to app/key/keyring/ when the fallback to Electron 33 goes.
// It must not be called before `ready`, nor on the way to the tray: the first call may wait for the user.
import { safeStorage } from 'electron';
import type { SafeStorage } from '../key/keyring/safe-storage';
import { bridgeSafeStorage } from './safe-storage';

export function electronSafeStorage(): SafeStorage {
  return bridgeSafeStorage(safeStorage, process.platform);
}
