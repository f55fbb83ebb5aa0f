// Presses that arrive before React has drawn the next step of an action.
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeBridge, installFakeBridge } from '../../ui/fake-bridge.fixture';
import { done, prepared } from './action-states.fixture';
import { useActionRun } from './use-action-run';

let bridge: FakeBridge;

beforeEach(() => {
  bridge = installFakeBridge();
  bridge.answers['actions.prepare'] = () => prepared();
  bridge.answers['actions.run'] = () => done(['made-0'], 1);
});

afterEach(cleanup);

function showForm() {
  return renderHook(() => useActionRun({ action: 'makeIpCodes', rows: [], given: undefined, before: undefined }))
    .result;
}

/** Lets main answer; inside `act` React draws nothing until it ends. */
const answered = () => new Promise((resolve) => setTimeout(resolve));

test('a form that is submitted again before the review is drawn is prepared once', async () => {
  const run = showForm();
  await act(async () => {
    run.current.submit({});
    await answered();
    run.current.submit({});
    await answered();
  });
  expect(run.current.phase.at).toBe('review');
  expect(bridge.inputsOf('actions.prepare')).toHaveLength(1);
});

test('an action that is confirmed again before its outcome is drawn runs once', async () => {
  const run = showForm();
  await act(async () => run.current.submit({}));
  await act(async () => {
    run.current.confirm();
    await answered();
    run.current.confirm();
    await answered();
  });
  expect(run.current.phase.at).toBe('done');
  expect(bridge.inputsOf('actions.run')).toHaveLength(1);
});
