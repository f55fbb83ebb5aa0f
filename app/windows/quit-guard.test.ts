import { describe, expect, it } from 'vitest';
import { createQuitGuard } from './quit-guard';

function guarded({ wouldLose = true } = {}) {
  let now = 1_000_000;
  const answers: ((quit: boolean) => void)[] = [];
  const timers: (() => void)[] = [];
  const seen = { asked: 0, left: 0, quits: 0, prevented: 0 };
  const guard = createQuitGuard({
    wouldLose: () => wouldLose,
    ask: () => {
      seen.asked += 1;
      return new Promise((resolve) => answers.push(resolve));
    },
    quit: () => {
      seen.quits += 1;
      guard.beforeQuit({ preventDefault: () => (seen.prevented += 1) });
    },
    leave: () => (seen.left += 1),
    now: () => now,
    after: (_ms, run) => void timers.push(run),
  });
  const quit = () => guard.beforeQuit({ preventDefault: () => (seen.prevented += 1) });
  const answer = async (yes: boolean) => {
    answers.shift()?.(yes);
    await Promise.resolve();
    await Promise.resolve();
  };
  const nextTimer = () => timers.shift()?.();
  return { guard, seen, quit, answer, nextTimer, pass: (ms: number) => (now += ms) };
}

describe('a quit that would lose the only copy of a new key', () => {
  it('waits for the answer, whichever way it was started, and asks once at a time', async () => {
    const { quit, seen, answer } = guarded();
    quit();
    quit();
    expect(seen).toMatchObject({ asked: 1, prevented: 2, left: 0 });
    await answer(false);
    expect(seen.left).toBe(0);
    quit();
    expect(seen.asked).toBe(2);
    await answer(true);
    expect(seen).toMatchObject({ asked: 2, left: 1, prevented: 3 });
  });

  it('stops everything once, though Electron announces a quit again', () => {
    const { quit, seen } = guarded({ wouldLose: false });
    quit();
    quit();
    expect(seen).toMatchObject({ asked: 0, left: 1, prevented: 0 });
  });

  it('quits again when a page’s refusal to close has cancelled the quit, and only then', () => {
    const { guard, quit, seen } = guarded({ wouldLose: false });
    guard.windowsClosed();
    expect(seen.quits).toBe(0);
    quit();
    guard.windowsClosed();
    expect(seen).toMatchObject({ quits: 1, left: 1, prevented: 0 });
  });

  it('is asked for again until the application is gone: a late refusal cancels it without an event', async () => {
    const { quit, seen, answer, nextTimer } = guarded();
    quit();
    nextTimer();
    await answer(false);
    expect(seen.quits).toBe(0);
    quit();
    await answer(true);
    expect(seen.quits).toBe(1);
    nextTimer();
    nextTimer();
    expect(seen).toMatchObject({ quits: 3, left: 1 });
  });

  it('does not hold up the end of the user’s session, also while the question is open', () => {
    const { guard, seen } = guarded();
    guard.terminate();
    expect(seen).toMatchObject({ asked: 0, left: 1, prevented: 0 });
    const open = guarded();
    open.quit();
    open.guard.sessionEnding();
    open.quit();
    expect(open.seen).toMatchObject({ asked: 1, left: 1 });
  });

  it('asks again when a shutdown was announced and never came', () => {
    const { guard, quit, seen, pass } = guarded();
    guard.sessionEnding();
    pass(180_000);
    quit();
    expect(seen).toMatchObject({ asked: 1, left: 0 });
  });

  it('asks at the first Ctrl+C in a terminal, and quits at the second', () => {
    const { guard, seen, pass } = guarded();
    guard.interrupt();
    guard.interrupt();
    expect(seen).toMatchObject({ asked: 1, left: 0 });
    pass(1000);
    guard.interrupt();
    expect(seen).toMatchObject({ asked: 1, left: 1 });
  });
});
