// What is still to be done when everything else has stopped, before the process may end.

export interface LastTasksOptions {
  /** Resolves when they are done. Never rejects. */
  run: () => Promise<unknown>;
  /** Asks for the quit again. */
  quit: () => void;
  /** Ends the process at once, whatever still runs in it. */
  kill: () => void;
  /** Runs something later (ms). */
  after: (ms: number, run: () => void) => void;
}

/** How long the tasks may take (ms). Nothing can be lost any more: only what hangs takes as long. */
const PATIENCE = 5000;

/** For Electron's `will-quit`: holds the quit back until the tasks are done, and ends the process if they are not in time. */
export function lastTasks({
  run,
  quit,
  kill,
  after,
}: LastTasksOptions): (event: { preventDefault: () => void }) => void {
  let status: 'waiting' | 'running' | 'done' = 'waiting';

  async function finish(): Promise<void> {
    after(PATIENCE, kill);
    await run();
    status = 'done';
    // In a separate task: Electron ignores a quit that is requested before this event is over.
    after(0, quit);
  }

  return (event) => {
    if (status === 'done') return;
    event.preventDefault();
    if (status === 'running') return;
    status = 'running';
    void finish();
  };
}
