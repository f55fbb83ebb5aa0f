// Waits for a keyring that was locked or not there yet, such as right after login, and opens the key once it answers without a prompt.

/** The pauses between checks (ms): short at first, since a keyring is usually there moments after login. The last one repeats. */
const PAUSES = [1000, 2000, 4000, 8000, 15_000, 30_000, 60_000] as const;
const LONGEST = 60_000;

export interface KeyringWaitOptions {
  after(ms: number, run: () => void): () => void;
  /** Whether the keyring answers now without a prompt. It must not open one. */
  isOpen(): Promise<boolean>;
  /** Opens the key without a prompt. */
  open(): Promise<void>;
}

export interface KeyringWait {
  /** Whether a stored key waits for the keyring. Starts or ends the checks. Call it after each change. */
  set(isWaiting: boolean): void;
  /** Checks now, and often again for a while: the user is there, or the computer woke up. */
  hurry(): void;
  stop(): void;
}

export function createKeyringWait({ after, isOpen, open }: KeyringWaitOptions): KeyringWait {
  let isWaiting = false;
  let isChecking = false;
  let isStopped = false;
  let round = 0;
  let cancel: () => void = () => undefined;

  function schedule(): void {
    cancel();
    cancel = after(PAUSES[round] ?? LONGEST, () => void check());
    round += 1;
  }

  async function check(): Promise<void> {
    if (!isWaiting || isChecking || isStopped) return;
    isChecking = true;
    try {
      if (await isOpen()) await open();
    } finally {
      isChecking = false;
    }
    if (isWaiting && !isStopped) schedule();
  }

  return {
    set(next) {
      if (next === isWaiting || isStopped) return;
      isWaiting = next;
      // While a key is being opened, what follows is decided when that has ended.
      if (isChecking) return;
      cancel();
      round = 0;
      if (isWaiting) schedule();
    },
    hurry() {
      if (!isWaiting) return;
      round = 0;
      void check();
    },
    stop() {
      isStopped = true;
      cancel();
    },
  };
}
