// Makes the timers of the main process run faster, so that a test of a countdown need not wait for it. The clock stays
// as it is, so displayed times stay true.
import type { RunningApp } from './running-app';

/** Timers that main starts from now on take a part of their time: `times` 10 makes one second of ten. */
export async function hurryTimers(app: RunningApp, times: number): Promise<void> {
  await app.electron.evaluate((_electron, faster) => {
    const { setTimeout: slow } = globalThis;
    const hurried = (run: () => void, ms = 0) => slow(run, ms / faster);
    Object.assign(globalThis, { setTimeout: hurried });
  }, times);
}
