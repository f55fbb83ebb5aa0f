// The one place that touches Electron's safeStorage. Its two shapes are bridged in safe-storage.ts.
// Must not be called before `ready`, nor on the way to the tray: the first call may wait for a person.
import { safeStorage } from 'electron';
import { bridgeSafeStorage, type SafeStorage } from './safe-storage';

export function electronSafeStorage(): SafeStorage {
  return bridgeSafeStorage(safeStorage, process.platform);
}
