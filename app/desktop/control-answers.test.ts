import { expect, it } from 'vitest';
import { manualClock } from '../model/clock.fixture';
import { exampleNow, exampleState } from '../model/state/app-state.fixture';
import { controlAnswers } from './control-answers';

function answering(opened: Promise<unknown>) {
  const clock = manualClock(exampleNow);
  const starts: unknown[] = [];
  let refreshes = 0;
  let known = 0;
  const host = {
    store: { read: () => ({ rev: 1, state: exampleState() }), subscribe: () => () => undefined },
    refresh: () => {
      refreshes += 1;
      return Promise.resolve();
    },
  };
  const answer = controlAnswers({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a status needs the store and the refresh alone
    host: host as unknown as Parameters<typeof controlAnswers>[0]['host'],
    opened,
    updatesKnown: async () => void (known += 1),
    announceStart: (start) => starts.push(start),
    clock,
    locale: () => 'en-US',
  });
  const caller = { progress: () => undefined, gone: new AbortController().signal };
  return {
    clock,
    starts,
    answer: (request: Parameters<typeof answer>[0]) => answer(request, caller),
    refreshes: () => refreshes,
    known: () => known,
  };
}

it('announces another start of the application, and answers at once', async () => {
  const { answer, starts } = answering(new Promise(() => undefined));
  const request = { command: 'show', id: 'a', demo: true } as const;
  expect(await answer(request)).toEqual({ exitCode: 0, out: '', json: '', problem: '' });
  expect(starts).toEqual([request]);
});

it('reads the figures for a terminal command once the session is open', async () => {
  const { answer, refreshes, known } = answering(Promise.resolve());
  expect((await answer({ command: 'status' })).exitCode).toBe(0);
  expect([refreshes(), known()]).toEqual([1, 1]);
});

it('reads the figures after four seconds even where the keyring has not answered', async () => {
  const { answer, clock, refreshes } = answering(new Promise(() => undefined));
  const answered = answer({ command: 'status' });
  await clock.advance(3999);
  expect(refreshes()).toBe(0);
  await clock.advance(1);
  expect((await answered).exitCode).toBe(0);
});
