// Copies a secret to the clipboard (the key, or secrets of a list), reads it back, and clears it after a countdown if it is still there.
// It stores no text, and never clears what another application has put there.
import { Sequencer } from '../../async/sequencer';
import { failed, ok, type Result } from '../../model/problem';
import type { RotationView } from '../../model/rotation/rotation';
import { readKeyText } from '../key-text';
import { type Clearing, clearWhere, readClipboard } from './clear-clipboard';
import type { Clipboard } from './clipboard';
import { CopiedTexts } from './copied-texts';
import { sameLines, sameText } from './same-text';

export interface SecretClipboardOptions {
  clipboard: Clipboard;
  clock: { now: () => number; after: (ms: number, run: () => void) => () => void };
  /** How long a copy stays (s). */
  seconds?: number;
}

type Copied = Result<{ clearsAt: number; concealed: boolean }>;

/** Another application may hold the clipboard for a moment (Windows): how long until the next try (ms), and how many there are. */
const RETRY_AFTER = 5000;
const RETRIES = 24;

/** For rotations and lists, and for the desktop at lock, suspend and quit. Its operations run one after the other. */
export class SecretClipboard {
  readonly #clipboard: Clipboard;
  readonly #clock: SecretClipboardOptions['clock'];
  readonly #seconds: number;
  readonly #sequencer = new Sequencer();
  readonly #copied = new CopiedTexts();
  readonly #listeners = new Set<() => void>();
  #view: RotationView['clipboard'] = { clearsAt: null, outcome: 'none' };
  /** What was copied last. */
  #lastCopied: 'key' | 'list' = 'key';
  #cancelTimer = (): void => undefined;
  /** A timer that has fired may wait in the queue behind a copy that replaces it. */
  #timer = 0;
  #isStopped = false;

  constructor({ clipboard, clock, seconds = 60 }: SecretClipboardOptions) {
    this.#clipboard = clipboard;
    this.#clock = clock;
    this.#seconds = seconds;
  }

  /**
   * Copies `text`, reads it back, and only then answers when it will be cleared (ms since 1970), and whether it carries the
   * marks that clipboard histories respect. A copy over a copy restarts the countdown. Fails with clipboard-failed,
   * key-missing (empty text), or cancelled after `stop`.
   */
  copy(text: string, of: 'key' | 'list' = 'key'): Promise<Copied> {
    return this.#sequencer.queue(() => this.#copy(text, of));
  }

  /**
   * Clears the clipboard if it still holds what was copied here: for lock, suspend and quit. 'none': nothing to clear;
   * 'failed': it could not be done, and is tried again, or was not done within `patience` (ms).
   */
  async clearIfOurs(patience?: number): Promise<Clearing | 'none'> {
    const clearing = this.#sequencer.queue(() => this.#clear(RETRIES));
    if (patience === undefined) return await clearing;
    let cancel = (): void => undefined;
    const tooLong = new Promise<'failed'>((resolve) => {
      cancel = this.#clock.after(patience, () => resolve('failed'));
    });
    const outcome = await Promise.race([clearing, tooLong]);
    cancel();
    return outcome;
  }

  /**
   * Clears the clipboard if it still holds `text`, or another wording of the same key: for the one that brought the key here.
   * True when it is gone, false when that failed, null when there was something else.
   */
  async clearIfHolds(text: string): Promise<boolean | null> {
    const key = readKeyText(text);
    const isSameKey = (found: string) => {
      if (found === '') return false;
      const foundKey = readKeyText(found);
      return sameText(found, text) || (key.ok && foundKey.ok && sameText(foundKey.value, key.value));
    };
    const outcome = await this.#sequencer.queue(() => clearWhere(this.#clipboard, isSameKey));
    return outcome === 'left-alone' ? null : outcome === 'cleared';
  }

  /** The last copy and what became of it. */
  state(): RotationView['clipboard'] {
    return this.#view;
  }

  /** Calls `listener` after each change of `state()`. Returns what ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** No further copy and no further timer. What was copied can still be cleared. */
  stop(): void {
    this.#isStopped = true;
    this.#dropTimer();
  }

  async #copy(text: string, of: 'key' | 'list'): Promise<Copied> {
    if (this.#isStopped) return failed({ kind: 'cancelled' });
    if (text === '') return failed({ kind: 'key-missing' });
    const removeAgain = this.#copied.add(text);
    const { concealed } = await this.#write(text);
    const found = await readClipboard(this.#clipboard);
    if (found !== null && sameLines(found, text)) {
      this.#copied.setOnly(text);
      this.#lastCopied = of;
      const clearsAt = this.#clock.now() + this.#seconds * 1000;
      this.#clearAfter(this.#seconds * 1000, RETRIES);
      this.#show({ clearsAt, outcome: 'copied' });
      return ok({ clearsAt, concealed });
    }
    if (found === null) {
      // The text may be there: it is remembered, and cleared as soon as the clipboard can be read.
      this.#lastCopied = of;
      this.#clearAfter(RETRY_AFTER, RETRIES);
      this.#show({ clearsAt: null, outcome: 'failed' });
    } else if (this.#copied.has(found)) {
      // An earlier copy is still there, with its countdown.
      removeAgain();
    } else {
      this.#copied.clear();
      this.#dropTimer();
      this.#show({ clearsAt: null, outcome: 'none' });
    }
    return failed({ kind: 'clipboard-failed' });
  }

  async #write(text: string): Promise<{ concealed: boolean }> {
    try {
      return await this.#clipboard.writeSecret(text);
    } catch {
      // Reading back shows whether it arrived after all.
      return { concealed: false };
    }
  }

  async #clear(retries: number): Promise<Clearing | 'none'> {
    if (this.#copied.isEmpty) return 'none';
    const outcome = await clearWhere(this.#clipboard, (text) => this.#copied.has(text));
    if (outcome === 'failed') {
      if (retries > 0) this.#clearAfter(RETRY_AFTER, retries - 1);
      else this.#dropTimer();
    } else {
      this.#copied.clear();
      this.#dropTimer();
    }
    this.#show({ clearsAt: null, outcome });
    return outcome;
  }

  #clearAfter(ms: number, retries: number): void {
    this.#dropTimer();
    if (this.#isStopped) return;
    const timer = this.#timer;
    this.#cancelTimer = this.#clock.after(ms, () => {
      void this.#sequencer.queue(async () => {
        if (timer === this.#timer) await this.#clear(retries);
      });
    });
  }

  #dropTimer(): void {
    this.#timer += 1;
    this.#cancelTimer();
  }

  #show(next: Omit<RotationView['clipboard'], 'of'>): void {
    const { clearsAt, outcome, of } = this.#view;
    const isList = this.#lastCopied === 'list';
    this.#view = isList ? { ...next, of: 'list' } : next;
    if (next.clearsAt === clearsAt && next.outcome === outcome && (of === 'list') === isList) return;
    for (const listener of this.#listeners) listener();
  }
}
