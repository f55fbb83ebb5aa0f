// For tests: a clipboard in memory, with another application beside it, that can be made to fail.
import type { Clipboard } from './clipboard';

export interface FakeClipboard extends Clipboard {
  /** What is on it now. */
  text: string;
  /** Of these, each fails until it is removed. `silent`: a write that reports success without effect, as on Windows. */
  fails: Set<'read' | 'write' | 'silent' | 'clear'>;
  /** Delays a call until `release`. */
  hold(): void;
  release(): void;
}

export function fakeClipboard(): FakeClipboard {
  let gate: Promise<void> = Promise.resolve();
  let open = (): void => undefined;
  const fake: FakeClipboard = {
    text: '',
    fails: new Set(),
    hold() {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    release: () => open(),
    async readText() {
      await gate;
      if (fake.fails.has('read')) throw new Error('held by another application');
      return fake.text;
    },
    async writeSecret(text) {
      await gate;
      if (fake.fails.has('write')) throw new Error('held by another application');
      if (!fake.fails.has('silent')) fake.text = text;
      return { concealed: true };
    },
    async clear() {
      await gate;
      if (fake.fails.has('clear')) throw new Error('held by another application');
      fake.text = '';
    },
  };
  return fake;
}
