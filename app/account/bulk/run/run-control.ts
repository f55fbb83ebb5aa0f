// How a run ends: the user cancels it, something stops it, or NineTray abandons it. Everything in a run asks here whether to continue.
import type { Problem } from '../../../model/problem';
import { type AsyncEvent, createAsyncEvent } from './async-event';

/** `killed`: an answer on its way no longer changes anything. */
export type RunEnding = 'cancelled' | 'stopped' | 'killed';

export interface RunControl {
  /** Aborts reads and pauses at the end. */
  signal: AbortSignal;
  /** Fires when rows were planned, sent or read, and at the end. */
  activity: AsyncEvent;
  isOver(): boolean;
  ending(): RunEnding | null;
  /** The problem that stopped it, or the last one that kept a row from being sent. */
  problem(): Problem | null;
  /** After `killed`, nothing changes any more. */
  end(how: RunEnding, problem?: Problem): void;
  /** A row could not be sent. */
  setProblem(problem: Problem): void;
  /** A write was answered: with success, with a problem of its own row, or with one that other rows would have, too. */
  count(outcome: 'success' | 'row-problem' | 'general-problem', problem?: Problem): void;
}

/** This many general problems in a row stop the run. */
const MAX_PROBLEMS = 3;

/** A run that has just started. */
export function createRunControl(): RunControl {
  const controller = new AbortController();
  const activity = createAsyncEvent();
  let ending: RunEnding | null = null;
  let problem: Problem | null = null;
  let problemsInARow = 0;

  function end(how: RunEnding, cause?: Problem): void {
    if (ending === 'killed') return;
    ending = how;
    problem = cause ?? problem;
    controller.abort();
    activity.fire();
  }

  return {
    signal: controller.signal,
    activity,
    isOver: () => ending !== null,
    ending: () => ending,
    problem: () => problem,
    end,
    setProblem(cause) {
      problem = cause;
    },
    count(outcome, cause) {
      problemsInARow = outcome === 'general-problem' ? problemsInARow + 1 : 0;
      if (problemsInARow >= MAX_PROBLEMS) end('stopped', cause);
    },
  };
}
