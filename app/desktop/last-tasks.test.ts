import { expect, it } from 'vitest';
import { lastTasks } from './last-tasks';

/** Tasks that end when `finish` is called, what happened, and the timers, which run by hand. */
function scene() {
  const seen = { runs: 0, prevented: 0, quits: 0, kills: 0 };
  const timers: { ms: number; run: () => void }[] = [];
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const hold = lastTasks({
    run: () => {
      seen.runs += 1;
      return done;
    },
    quit: () => (seen.quits += 1),
    kill: () => (seen.kills += 1),
    after: (ms, run) => void timers.push({ ms, run }),
  });
  return {
    seen,
    willQuit: () => hold({ preventDefault: () => (seen.prevented += 1) }),
    finish,
    /** Runs the timers that wait so long. */
    pass: (ms: number) => timers.filter((timer) => timer.ms === ms).forEach(({ run }) => run()),
  };
}

it('holds every quit back until the tasks, which run once, are done', async () => {
  const { seen, willQuit, finish, pass } = scene();
  willQuit();
  willQuit();
  expect(seen).toStrictEqual({ runs: 1, prevented: 2, quits: 0, kills: 0 });
  finish();
  await Promise.resolve().then(() => undefined);
  pass(0);
  expect(seen.quits).toBe(1);
  willQuit();
  expect(seen).toStrictEqual({ runs: 1, prevented: 2, quits: 1, kills: 0 });
});

it('ends the process when the tasks are not done in time', () => {
  const { seen, willQuit, pass } = scene();
  willQuit();
  pass(5000);
  expect(seen).toMatchObject({ quits: 0, kills: 1 });
});
