// Opens the stored key of an address and puts it to use.
import type { Unreadable } from './key-encryption';
import { storeOnDisk } from './store-key';
import { openOptions, putInUse, type VaultParts } from './vault-parts';

export type Opened = { status: 'present'; text: string } | { status: 'absent' } | Unreadable;

/** `asked`: the user wants the key now, so the system may show its prompt. Without, a locked keyring answers `locked` at once. */
export async function openKey(
  parts: VaultParts,
  address: string,
  asked: boolean,
  signal: AbortSignal,
): Promise<Opened> {
  const { memory, slots, status } = parts;
  const inMemory = memory.inUse.get(address);
  if (inMemory !== undefined) {
    putInUse(parts, address, inMemory);
    return { status: 'present', text: inMemory.text };
  }
  if (slots.read(address).current === null && slots.read(address).next === null) {
    status.setAbsent();
    return { status: 'absent' };
  }
  status.change({ status: 'asking' });
  return openFromDisk(parts, address, asked, signal);
}

async function openFromDisk(parts: VaultParts, address: string, asked: boolean, signal: AbortSignal): Promise<Opened> {
  const { slots, status, encryption, backend } = parts;
  const { current, next } = slots.read(address);
  // The newer one first: after a rotation the older key is dead.
  const stored = [next, current].filter((key) => key !== null);
  let firstFailure: Unreadable | null = null;
  for (const key of stored) {
    const opened = await encryption.open(key, openOptions(parts, address, asked, signal));
    if ('text' in opened) {
      const { storage, fingerprint, savedAt } = key;
      putInUse(parts, address, { text: opened.text, storage, fingerprint, savedAt });
      if (key === next) slots.settle(address, { ...slots.read(address), current: key, next: null });
      if (opened.shouldReseal) {
        await storeOnDisk(parts, { text: opened.text, origin: address, savedAt }, storage, signal);
      }
      return { status: 'present', text: opened.text };
    }
    firstFailure ??= opened;
    if (opened.status === 'locked') break;
  }
  const answer = firstFailure ?? { status: 'unreadable', problem: { kind: 'key-unreadable' } };
  const { storage = null, fingerprint = null, savedAt = null } = stored[0] ?? {};
  status.change({ ...answer, storage, keyring: backend(), fingerprint, savedAt });
  return answer;
}
