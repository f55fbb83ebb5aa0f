// The key's state for AppState, without its text, and who listens to it.
import type { KeyState } from '../model/state/app-state';

const NO_KEY: KeyState = {
  status: 'absent',
  storage: null,
  canProtect: null,
  keyring: null,
  fingerprint: null,
  savedAt: null,
};

/** `asking` at first. */
export class KeyStatus {
  #state: KeyState = { ...NO_KEY, status: 'asking' };
  readonly #listeners = new Set<(state: KeyState) => void>();

  get state(): KeyState {
    return this.#state;
  }

  /** Changes these members. A problem belongs to the change it came with, so an earlier one goes. */
  change(next: Partial<KeyState>): void {
    const { problem: _, ...before } = this.#state;
    this.#set({ ...before, ...next });
  }

  /** There is no key. Whether the keyring protects stays known. */
  setAbsent(): void {
    this.change({ ...NO_KEY, canProtect: this.#state.canProtect });
  }

  /** Whether the keyring protects. A problem of the key stays. */
  setProtection(protection: Pick<KeyState, 'canProtect' | 'keyring'>): void {
    this.#set({ ...this.#state, ...protection });
  }

  /** Calls `listener` after each change. Returns what ends that. */
  subscribe(listener: (state: KeyState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(state: KeyState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
