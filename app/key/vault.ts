// Keeps the account's key: in memory, and on disk only as the system's ciphertext (or, after consent, unprotected).
// Never weakens the protection by itself, and never deletes a ciphertext but when a person wants the key forgotten.
import { AbortGroup, Sequencer } from '../async/sequencer';
import type { KeyStorage } from '../model/key-storage';
import type { KeyState } from '../model/app-state';
import { failed, ok, type Result } from '../model/problem';
import type { Document } from '../settings/document';
import { fingerprint, SALT_BYTES } from './fingerprint';
import type { KeyDocument, Kept, Slot } from './key-document';
import type { Keyring } from './keyring/keyring';
import type { RotationVault } from './rotation/ports';
import { createKeyEncryption, type OpenOptions, type Protection, type Unreadable } from './key-encryption';

export type Opened = { status: 'present'; text: string } | { status: 'absent' } | Unreadable;

export interface Vault extends RotationVault {
  /** The key's state for AppState; without its text. `asking` until `open()` was answered for the first time. */
  describe(): KeyState;
  /** The key, or null when there is none in memory. Never let it out of main. */
  text(): string | null;
  /**
   * Reads the kept key. With `asked` (a person wants it now) the system may show its password prompt, and this waits for
   * it as long as it takes, or until `stopAsking`; without, a locked keyring answers `locked` at once. Can be repeated.
   * A key that an older version stored without its address is handed out for production, and elsewhere once the user has
   * `confirmed` the address.
   */
  open(options?: { asked: boolean; confirmed?: boolean }): Promise<Opened>;
  /** Whether the system's keyring really protects what is encrypted with it. `asked` as in `open`. */
  canProtect(options?: { asked: boolean }): Promise<Protection>;
  /**
   * Keeps a key, in place of the one before. `protected` fails with keyring-absent or keyring-locked rather than do less;
   * `unprotected` is for after a person's consent; `session` writes nothing, and takes the same key off the
   * disk where it was unprotected. On a failure nothing has changed.
   */
  keep(text: string, storage: KeyStorage): Promise<Result<KeyState>>;
  /** Takes the key out of memory, the file, its backup and all copies. Fails with a problem of the disk; then memory is empty all the same. */
  forget(): Promise<Result<void>>;
  /** Gives up waiting for a prompt: what waits answers `locked`. */
  stopAsking(): void;
  /** Called after each change of `describe()`. Answers the function that ends it. */
  subscribe(listener: (state: KeyState) => void): () => void;
}

/** What is known of a key in memory besides its text. */
type Held = Omit<Kept, 'data' | 'keyring' | 'storage'> & { storage: KeyStorage };

export interface VaultOptions {
  document: Pick<Document<KeyDocument>, 'read' | 'write' | 'writeForGood'>;
  /**
   * Names the key that is meant now: the origin of the vendor's address. A key that was kept for one address is never taken
   * for another, since whoever runs that other one would get it.
   */
  slot: () => string;
  /** The slot whose keys are taken though their origin is not sealed in: the only address that most people ever used. */
  production: string;
  keyring: Keyring;
  platform: NodeJS.Platform;
  /** Milliseconds since 1970. */
  now: () => number;
  random: (bytes: number) => Uint8Array;
}

const NO_KEY: KeyState = {
  status: 'absent',
  storage: null,
  canProtect: null,
  keyring: null,
  fingerprint: null,
  savedAt: null,
};

export function createVault({
  document,
  slot: slotName,
  production,
  keyring,
  platform,
  now,
  random,
}: VaultOptions): Vault {
  const sequencer = new Sequencer();
  const readings = new AbortGroup();
  const writings = new AbortGroup();
  const listeners = new Set<(state: KeyState) => void>();
  const inMemory = new Map<string, { text: string; kept: Held }>();
  const receivedInMemory = new Map<string, { text: string; kept: Held }>();
  const previousInMemory = new Map<string, { text: string; kept: Held }[]>();
  let state: KeyState = { ...NO_KEY, status: 'asking' };
  // Slots whose address the user has confirmed for the keys that are stored there without one.
  const confirmed = new Set<string>();
  let freshSalt: Uint8Array | null = null;
  const sealing = createKeyEncryption({ keyring, platform, salt });

  function salt(): Uint8Array {
    const kept = Buffer.from(document.read().salt, 'base64');
    if (kept.length === SALT_BYTES) return kept;
    freshSalt ??= random(SALT_BYTES);
    return freshSalt;
  }

  function change(next: Partial<KeyState>): void {
    // A problem belongs to the change it came with.
    const { problem: _, ...before } = state;
    tell({ ...before, ...next });
  }

  function tell(next: KeyState): void {
    state = next;
    for (const listener of listeners) listener(state);
  }

  function slot(name: string): Slot {
    return document.read().keys[name] ?? { current: null, next: null, received: null, previous: [] };
  }

  function writeSlot(name: string, next: Slot, write = document.write): Result<void> {
    const content = document.read();
    return write({
      salt: Buffer.from(salt()).toString('base64'),
      keys: { ...content.keys, [name]: next },
    });
  }

  function present(name: string, text: string, { storage, fingerprint: print, savedAt }: Held): void {
    inMemory.set(name, { text, kept: { storage, fingerprint: print, savedAt } });
    change({ status: 'present', storage, keyring: keyring.backend(), fingerprint: print, savedAt });
  }

  function openFor(origin: string, asked: boolean, signal: AbortSignal): OpenOptions {
    return { origin, acceptsUnbound: origin === production || confirmed.has(origin), asked, signal };
  }

  async function open(name: string, asked: boolean, signal: AbortSignal): Promise<Opened> {
    const held = inMemory.get(name);
    if (held !== undefined) {
      present(name, held.text, held.kept);
      return { status: 'present', text: held.text };
    }
    const { current, next } = slot(name);
    // The newer one first: after a rotation the older key is dead.
    const kept = [next, current].filter((one) => one !== null);
    if (kept.length === 0) {
      change({ ...NO_KEY, canProtect: state.canProtect });
      return { status: 'absent' };
    }
    change({ status: 'asking' });
    let trouble: Unreadable | null = null;
    for (const one of kept) {
      const read = await sealing.open(one, openFor(name, asked, signal));
      if ('text' in read) {
        present(name, read.text, one);
        if (one === next) settle(name, { ...slot(name), current: one, next: null });
        if (read.shouldReseal) await keepOnDisk(name, read.text, one.storage, signal, one.savedAt);
        return { status: 'present', text: read.text };
      }
      trouble ??= read;
      if (read.status === 'locked') break;
    }
    const answer = trouble ?? { status: 'unreadable', problem: { kind: 'key-unreadable' } };
    const { storage = null, fingerprint: print = null, savedAt = null } = kept[0] ?? {};
    change({ ...answer, storage, keyring: keyring.backend(), fingerprint: print, savedAt });
    return answer;
  }

  /** Writes beside what is there, reads back, and only then lets the older one go. */
  async function keepProtected(
    name: string,
    text: string,
    signal: AbortSignal,
    savedAt: number,
  ): Promise<Result<Kept>> {
    const before = slot(name);
    const result = await sealing.seal({ text, origin: name, savedAt }, signal, (next) =>
      writeSlot(name, { ...before, next }),
    );
    settle(name, result.ok ? { ...before, current: result.value, next: null } : before);
    return result;
  }

  /**
   * What was unprotected and is no longer leaves the backup, too.
   * A write that changes what is in order either way: when it fails, the file still holds the key as `next`, and the
   * document tries again and tells of the problem itself.
   */
  function settle(name: string, next: Slot): void {
    const { current, next: newer } = slot(name);
    if (current === next.current && newer === next.next) return;
    const goes = [current, newer].filter((one) => one !== next.current && one !== next.next);
    if (goes.some((one) => one?.storage === 'unprotected')) writeSlot(name, next, document.writeForGood);
    else writeSlot(name, next);
  }

  async function keep(name: string, text: string, storage: KeyStorage, signal: AbortSignal): Promise<Result<KeyState>> {
    const savedAt = now();
    if (storage === 'session') {
      const print = fingerprint(text, salt());
      // In memory only: then it must not lie on the disk for everybody to read.
      const without = (one: Kept | null) => (one?.storage === 'unprotected' && one.fingerprint === print ? null : one);
      const destroyed = await destroy(name, (kept) => ({
        ...kept,
        current: without(kept.current),
        next: without(kept.next),
      }));
      if (!destroyed.ok) return destroyed;
      present(name, text, { storage, fingerprint: print, savedAt });
      return ok(state);
    }
    const kept = await keepOnDisk(name, text, storage, signal, savedAt);
    if (!kept.ok) return kept;
    present(name, text, kept.value);
    return ok(state);
  }

  async function keepOnDisk(
    name: string,
    text: string,
    storage: Kept['storage'],
    signal: AbortSignal,
    savedAt: number,
  ): Promise<Result<Kept>> {
    return storage === 'protected' ? keepProtected(name, text, signal, savedAt) : keepUnprotected(name, text, savedAt);
  }

  function keepUnprotected(name: string, text: string, savedAt: number): Result<Kept> {
    const before = slot(name);
    const kept = sealing.unprotected({ text, origin: name, savedAt });
    const written = writeSlot(name, { ...before, current: kept, next: null });
    if (written.ok) return ok(kept);
    settle(name, before);
    return written;
  }

  async function receive(name: string, text: string, storage: KeyStorage, signal: AbortSignal): Promise<Result<void>> {
    const savedAt = now();
    if (storage !== 'session') {
      const before = slot(name);
      const kept =
        storage === 'unprotected'
          ? writeReceived(name, sealing.unprotected({ text, origin: name, savedAt }))
          : await sealing.seal({ text, origin: name, savedAt }, signal, (received) => writeReceived(name, received));
      if (!kept.ok) {
        if (slot(name).received !== before.received) writeSlot(name, before);
        return kept;
      }
    }
    receivedInMemory.set(name, { text, kept: { storage, fingerprint: fingerprint(text, salt()), savedAt } });
    return ok(undefined);
  }

  function writeReceived(name: string, received: Kept): Result<void> {
    return writeSlot(name, { ...slot(name), received });
  }

  function receivedOf(name: string): { fingerprint: string; storage: KeyStorage } | null {
    const { received } = slot(name);
    return receivedInMemory.get(name)?.kept ?? received;
  }

  function inUse(name: string): { fingerprint: string; storage: KeyStorage } | null {
    const { current, next } = slot(name);
    return inMemory.get(name)?.kept ?? next ?? current;
  }

  async function textOf(name: string, print: string, signal: AbortSignal): Promise<Result<string>> {
    const memory = [inMemory.get(name), receivedInMemory.get(name), ...(previousInMemory.get(name) ?? [])];
    const known = memory.find((one) => one?.kept.fingerprint === print);
    if (known !== undefined) return ok(known.text);
    const { current, next, received, previous } = slot(name);
    const kept = [next, current, received, ...previous].find((one) => one?.fingerprint === print);
    if (kept === undefined || kept === null) return failed({ kind: 'key-missing' });
    // Nobody asked for a prompt: what needs one waits until the keyring was opened for another reason.
    const read = await sealing.open(kept, openFor(name, false, signal));
    if (!('text' in read)) return failed(read.problem);
    if (read.shouldReseal) await reseal(name, kept, read.text, signal);
    return ok(read.text);
  }

  /** Seals what is stored of a rotation's key once more, in its place. Where that fails, it stays as it is. */
  async function reseal(name: string, kept: Kept, text: string, signal: AbortSignal): Promise<void> {
    const key = { text, origin: name, savedAt: kept.savedAt };
    const put = (from: Kept, to: Kept): Result<void> => {
      const here = slot(name);
      const swap = <T extends Kept | null>(one: T) => (one === from ? to : one);
      const { current, next, received, previous } = here;
      return writeSlot(name, {
        current: swap(current),
        next: swap(next),
        received: swap(received),
        previous: previous.map(swap),
      });
    };
    if (kept.storage === 'unprotected') {
      put(kept, sealing.unprotected(key));
      return;
    }
    let written: Kept | null = null;
    const sealed = await sealing.seal(key, signal, (next) => {
      written = next;
      return put(kept, next);
    });
    if (!sealed.ok && written !== null) put(written, kept);
  }

  async function promote(name: string, print: string, signal: AbortSignal): Promise<Result<void>> {
    const received = receivedOf(name);
    if (received?.fingerprint !== print) {
      return inUse(name)?.fingerprint === print ? ok(undefined) : failed({ kind: 'key-missing' });
    }
    const text = await textOf(name, print, signal);
    if (!text.ok) return text;
    const before = slot(name);
    const isOther = (one: Kept | null): one is Kept => one !== null && one.fingerprint !== print;
    const written = writeSlot(name, {
      current: before.received?.fingerprint === print ? before.received : null,
      next: null,
      received: null,
      previous: [...before.previous, ...[before.current, before.next].filter(isOther)],
    });
    if (!written.ok) {
      // On disk nothing was promoted; in memory neither.
      writeSlot(name, before);
      return written;
    }
    const old = inMemory.get(name);
    if (old !== undefined && old.kept.fingerprint !== print) {
      previousInMemory.set(name, [...(previousInMemory.get(name) ?? []), old]);
    }
    const savedAt = receivedInMemory.get(name)?.kept.savedAt ?? before.received?.savedAt ?? now();
    receivedInMemory.delete(name);
    present(name, text.value, { ...received, savedAt });
    return ok(undefined);
  }

  /** Takes a ciphertext out of the file, its backup and all copies. */
  async function destroy(name: string, without: (slot: Slot) => Slot): Promise<Result<void>> {
    const before = document.read();
    const kept = slot(name);
    const after = without(kept);
    const left =
      after.previous.length === kept.previous.length &&
      after.received === kept.received &&
      after.current === kept.current &&
      after.next === kept.next;
    if (left) return ok(undefined);
    const written = document.writeForGood({ ...before, keys: { ...before.keys, [name]: after } });
    if (!written.ok) document.write(before);
    return written;
  }

  async function forget(name: string): Promise<Result<void>> {
    for (const memory of [inMemory, receivedInMemory, previousInMemory]) memory.delete(name);
    change({ ...NO_KEY, canProtect: state.canProtect });
    const { [name]: _, ...keys } = document.read().keys;
    return document.writeForGood({ ...document.read(), keys });
  }

  /** The signal is that of the moment of the call: aborting gives up what waits for its turn, too. */
  function inTurn<T>({ signal }: AbortGroup, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return sequencer.queue(() => task(signal));
  }

  return {
    describe: () => state,
    text: () => inMemory.get(slotName())?.text ?? null,
    fingerprintOf: (text) => fingerprint(text, salt()),
    open({ asked, confirmed: isConfirmed = false } = { asked: false }) {
      // Taken now: it may be another by the time a prompt is answered.
      const name = slotName();
      if (isConfirmed) confirmed.add(name);
      return inTurn(readings, (signal) => open(name, asked, signal));
    },
    canProtect: ({ asked } = { asked: false }) =>
      inTurn(readings, async (signal) => {
        const protection = await sealing.canProtect(asked, signal);
        tell({ ...state, canProtect: protection.canProtect, keyring: protection.keyring });
        return protection;
      }),
    keep(text, storage) {
      // A prompt that nobody answers must not hold up a person who has the key at hand.
      readings.abort();
      const name = slotName();
      return inTurn(writings, (signal) => keep(name, text, storage, signal));
    },
    inUse: () => inUse(slotName()),
    received: () => receivedOf(slotName()),
    storageForNew: () =>
      inTurn(readings, async (signal) =>
        (await sealing.canProtect(true, signal)).canProtect === true ? 'protected' : 'session',
      ),
    receive(text, storage) {
      readings.abort();
      const name = slotName();
      return inTurn(writings, (signal) => receive(name, text, storage, signal));
    },
    textOf(print) {
      const name = slotName();
      return inTurn(readings, (signal) => textOf(name, print, signal));
    },
    promote(print) {
      const name = slotName();
      return inTurn(writings, (signal) => promote(name, print, signal));
    },
    discardReceived() {
      const name = slotName();
      return sequencer.queue(() => {
        receivedInMemory.delete(name);
        return destroy(name, (kept) => ({ ...kept, received: null }));
      });
    },
    destroyPrevious(print) {
      const name = slotName();
      return sequencer.queue(() => {
        const others = (previousInMemory.get(name) ?? []).filter(({ kept }) => kept.fingerprint !== print);
        previousInMemory.set(name, others);
        return destroy(name, (kept) => ({
          ...kept,
          previous: kept.previous.filter((one) => one.fingerprint !== print),
        }));
      });
    },
    forget() {
      readings.abort();
      writings.abort();
      const name = slotName();
      return sequencer.queue(() => forget(name));
    },
    stopAsking() {
      readings.abort();
      writings.abort();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
