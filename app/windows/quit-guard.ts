// Decides whether a quit goes ahead or the user is asked first. Every way to quit (shortcut, tray, dock, the system) passes it.

/** Two signals closer together than this are one: a library below raises each signal a second time (ms). */
const SAME_SIGNAL = 500;
/** How long a shutdown that was announced counts (ms): it may have been cancelled since. */
const ENDING_FOR = 120_000;
/** While a quit goes ahead it is asked for again after each of these: a page's late refusal cancels it, and no event tells (ms). */
const QUIT_AGAIN = 1000;

export interface QuitGuardOptions {
  /** Whether quitting now would lose something that exists nowhere else. */
  wouldLose: () => boolean;
  /** Asks the user; true: quit anyway. */
  ask: () => Promise<boolean>;
  /** Starts a quit, which comes back to `beforeQuit`. */
  quit: () => void;
  /** Called once, when a quit goes ahead: stop everything. */
  leave: () => void;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Runs something later (ms). */
  after: (ms: number, run: () => void) => void;
}

export interface QuitGuard {
  /** For Electron's `before-quit`. */
  beforeQuit: (event: { preventDefault: () => void }) => void;
  /** The system is about to shut down or log out: no question may hold that up. Starts nothing itself. */
  sessionEnding: () => void;
  /** A termination request of the system (SIGTERM, SIGHUP): quits without a question. */
  terminate: () => void;
  /** Ctrl+C in the terminal (SIGINT): asks like any quit; a second one quits. */
  interrupt: () => void;
  /**
   * The last window is gone, and Electron does not quit by that: a page that refused to close has cancelled the quit that goes ahead, and
   * without a window or an icon the application would keep running.
   */
  windowsClosed: () => void;
}

export function createQuitGuard({ wouldLose, ask, quit, leave, now, after }: QuitGuardOptions): QuitGuard {
  let isLeaving = false;
  let isConfirmed = false;
  let isAsking = false;
  let endingSince: number | null = null;
  let interruptedAt: number | null = null;

  const mayLeave = () =>
    isLeaving || isConfirmed || (endingSince !== null && now() - endingSince < ENDING_FOR) || !wouldLose();

  async function askOnce(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    isConfirmed = await ask();
    isAsking = false;
    interruptedAt = null;
    if (isConfirmed) quit();
  }

  function quitAgain(): void {
    after(QUIT_AGAIN, () => {
      quit();
      quitAgain();
    });
  }

  function terminate(): void {
    endingSince = now();
    quit();
  }

  return {
    beforeQuit(event) {
      if (!mayLeave()) {
        event.preventDefault();
        void askOnce();
        return;
      }
      if (isLeaving) return;
      isLeaving = true;
      leave();
      quitAgain();
    },
    sessionEnding() {
      endingSince = now();
    },
    terminate,
    interrupt() {
      const isSecond = isAsking && interruptedAt !== null && now() - interruptedAt >= SAME_SIGNAL;
      interruptedAt ??= now();
      if (isSecond) terminate();
      else quit();
    },
    windowsClosed() {
      if (isLeaving) quit();
    },
  };
}
