// Copies a secret to the clipboard (the key, or secrets of a list), reads it back, and clears it after a countdown if it is still there.
// It stores a keyed hash of the text, never the text, and never clears what another application has put there.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Sequencer } from '../../async/sequencer';
import { failed, ok, type Result } from '../../model/problem';
import { type Clipboard, sameLines, sameText, withPlainEnds } from './clipboard';
import { readKeyText } from '../key-text';
import type { RotationView } from '../../model/rotation';

export interface SecretClipboardOptions {
  clipboard: Clipboard;
  clock: { now: () => number; after: (ms: number, run: () => void) => () => void };
  /** How long a copy stays (s). */
  seconds?: number;
}

/** What rotations need of the clipboard, and the desktop at lock, suspend and quit. */
export interface SecretClipboard {
  /**
   * Copies `text`, reads it back, and only then answers when it will be cleared (ms since 1970), and whether it carries the
   * marks that clipboard histories respect. A copy over a copy restarts the countdown. Fails with clipboard-failed,
   * key-missing (empty text), or cancelled after `stop`.
   */
  copy(text: string, of?: 'key' | 'list'): Promise<Result<{ clearsAt: number; concealed: boolean }>>;
  /**
   * Clears the clipboard if it still holds what was copied here: for lock, suspend and quit. 'none': nothing to clear;
   * 'failed': it could not be done, and is tried again, or was not done within `patience` (ms).
   */
  clearIfOurs(patience?: number): Promise<Clearing | 'none'>;
  /**
   * Clears the clipboard if it still holds `text`, or another wording of the same key: for the one that brought the key here.
   * True when it is gone, false when that failed, null when there was something else.
   */
  clearIfHolds(text: string): Promise<boolean | null>;
  /** The last copy and what became of it. */
  state(): RotationView['clipboard'];
  /** Calls `listener` after each change of `state()`. Returns what ends that. */
  subscribe(listener: () => void): () => void;
  /** No further copy and no further timer. What was copied can still be cleared. */
  stop(): void;
}

type Clearing = 'cleared' | 'left-alone' | 'failed';

/** Another application may hold the clipboard for a moment (Windows): how long until the next try (ms), and how many there are. */
const RETRY_AFTER = 5000;
const RETRIES = 24;

export function createSecretClipboard({ clipboard, clock, seconds = 60 }: SecretClipboardOptions): SecretClipboard {
  const secret = randomBytes(32);
  const sequencer = new Sequencer();
  /** Hashes of texts that were copied and may still be there. More than one only after a copy that could not be read back. */
  let written: Buffer[] = [];
  let view: RotationView['clipboard'] = { clearsAt: null, outcome: 'none' };
  /** What was copied last. */
  let about: 'key' | 'list' = 'key';
  let cancelTimer = (): void => undefined;
  // A timer that has fired may wait in the queue behind a copy that replaces it.
  let timer = 0;
  let stopped = false;
  const listeners = new Set<() => void>();

  const hash = (text: string): Buffer => createHmac('sha256', secret).update(withPlainEnds(text), 'utf8').digest();
  const isOurs = (text: string): boolean => written.some((ours) => timingSafeEqual(ours, hash(text)));

  function show(next: Omit<RotationView['clipboard'], 'of'>): void {
    const same =
      next.clearsAt === view.clearsAt && next.outcome === view.outcome && (view.of === 'list') === (about === 'list');
    view = about === 'list' ? { ...next, of: 'list' } : next;
    if (!same) for (const listener of listeners) listener();
  }

  function noTimer(): void {
    timer += 1;
    cancelTimer();
  }

  function clearAfter(ms: number, retries: number): void {
    noTimer();
    if (stopped) return;
    const mine = timer;
    cancelTimer = clock.after(ms, () => {
      void sequencer.queue(async () => {
        if (mine === timer) await clear(retries);
      });
    });
  }

  /** The clipboard's text; null when it cannot be read, which is neither ours nor another application's. */
  async function readClipboard(): Promise<string | null> {
    try {
      return await clipboard.readText();
    } catch {
      return null;
    }
  }

  /** Clears the clipboard if `isIt` recognises its text, and checks that it is gone. */
  async function clearWhere(isIt: (text: string) => boolean): Promise<Clearing> {
    const before = await readClipboard();
    if (before === null) return 'failed';
    if (!isIt(before)) return 'left-alone';
    try {
      await clipboard.clear();
    } catch {
      return 'failed';
    }
    const after = await readClipboard();
    return after === null || isIt(after) ? 'failed' : 'cleared';
  }

  async function clear(retries: number): Promise<Clearing | 'none'> {
    if (written.length === 0) return 'none';
    const outcome = await clearWhere(isOurs);
    if (outcome === 'failed') {
      if (retries > 0) clearAfter(RETRY_AFTER, retries - 1);
      else noTimer();
    } else {
      written = [];
      noTimer();
    }
    show({ clearsAt: null, outcome });
    return outcome;
  }

  async function write(text: string): Promise<{ concealed: boolean }> {
    try {
      return await clipboard.writeSecret(text);
    } catch {
      // Reading back shows whether it arrived after all.
      return { concealed: false };
    }
  }

  async function copy(text: string, of: 'key' | 'list'): ReturnType<SecretClipboard['copy']> {
    if (stopped) return failed({ kind: 'cancelled' });
    if (text === '') return failed({ kind: 'key-missing' });
    const earlier = written;
    written = [...earlier, hash(text)];
    const { concealed } = await write(text);
    const found = await readClipboard();
    if (found !== null && sameLines(found, text)) {
      written = [hash(text)];
      about = of;
      const clearsAt = clock.now() + seconds * 1000;
      clearAfter(seconds * 1000, RETRIES);
      show({ clearsAt, outcome: 'copied' });
      return ok({ clearsAt, concealed });
    }
    if (found === null) {
      // The text may be there: it is remembered, and cleared as soon as the clipboard can be read.
      about = of;
      clearAfter(RETRY_AFTER, RETRIES);
      show({ clearsAt: null, outcome: 'failed' });
    } else if (isOurs(found)) {
      // An earlier copy is still there, with its countdown.
      written = earlier;
    } else {
      written = [];
      noTimer();
      show({ clearsAt: null, outcome: 'none' });
    }
    return failed({ kind: 'clipboard-failed' });
  }

  return {
    copy: (text, of = 'key') => sequencer.queue(() => copy(text, of)),
    async clearIfOurs(patience) {
      const clearing = sequencer.queue(() => clear(RETRIES));
      if (patience === undefined) return await clearing;
      let cancel = (): void => undefined;
      const tooLong = new Promise<'failed'>((resolve) => {
        cancel = clock.after(patience, () => resolve('failed'));
      });
      const outcome = await Promise.race([clearing, tooLong]);
      cancel();
      return outcome;
    },
    async clearIfHolds(text) {
      const key = readKeyText(text);
      const isSameKey = (found: string) => {
        if (found === '') return false;
        const foundKey = readKeyText(found);
        return sameText(found, text) || (key.ok && foundKey.ok && sameText(foundKey.value, key.value));
      };
      const outcome = await sequencer.queue(() => clearWhere(isSameKey));
      return outcome === 'left-alone' ? null : outcome === 'cleared';
    },
    state: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopped = true;
      noTimer();
    },
  };
}
