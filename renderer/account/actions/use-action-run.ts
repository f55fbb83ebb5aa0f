// The steps of one action: form, review, run, outcome. Main is asked once for each step, however often a button is pressed;
// nothing is repeated automatically.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ActionId, deliberateOf } from '../../../app/model/actions/actions';
import type { Problem } from '../../../app/model/problem';
import { call } from '../../ui/bridge';
import type { Input, Phase } from './action-phase';

export interface ActionRun {
  phase: Phase;
  /** The form was filled in. */
  submit: (input: Input) => void;
  /** The deliberate second step. */
  confirm: () => void;
  /** From the review back to the form. */
  back: () => void;
}

interface ActionRunOptions {
  action: ActionId;
  /** Keys of the rows. */
  rows: readonly string[];
  /** The input when no form asks for it; undefined: the form does. */
  given: Input | undefined;
  /** What the form of an edit held at first; undefined: it is not an edit. */
  before: Input | undefined;
}

/** Starts an action at its first step; one whose input is given is prepared at once. */
export function useActionRun({ action, rows, given, before }: ActionRunOptions): ActionRun {
  const [phase, setPhase] = useState<Phase>(
    given === undefined ? { at: 'form', problem: null } : { at: 'preparing', input: given },
  );
  // The step as it is now, which React may not have drawn yet: a press is judged by it, so that none counts twice.
  const current = useRef(phase);

  const enter = useCallback((next: Phase) => {
    current.current = next;
    setPhase(next);
  }, []);

  const refuse = useCallback(
    (input: Input, problem: Problem) => {
      enter(given === undefined ? { at: 'form', problem: { ...problem } } : { at: 'refused', input, problem });
    },
    [enter, given],
  );

  const run = useCallback(
    async (input: Input, ticket: string) => {
      enter({ at: 'running', input });
      const answer = await call('actions.run', { ticket });
      if (answer.ok) enter({ at: 'done', input, ...answer.value });
      else if (answer.problem.kind === 'outcome-unknown') enter({ at: 'unknown', input });
      else refuse(input, answer.problem);
    },
    [enter, refuse],
  );

  const prepare = useCallback(
    async (input: Input) => {
      enter({ at: 'preparing', input });
      const answer = await call('actions.prepare', {
        action,
        rows: [...rows],
        input: { ...input },
        ...(before === undefined ? {} : { before: { ...before } }),
      });
      if (!answer.ok) refuse(input, answer.problem);
      else if (deliberateOf(action, input) === null) await run(input, answer.value.ticket);
      else enter({ at: 'review', input, ...answer.value });
    },
    [action, before, enter, rows, refuse, run],
  );

  const begun = useRef(false);
  useEffect(() => {
    if (given === undefined || begun.current) return;
    begun.current = true;
    void prepare(given);
  }, [given, prepare]);

  return {
    phase,
    submit: (input) => {
      if (current.current.at === 'form') void prepare(input);
    },
    confirm: () => {
      const now = current.current;
      if (now.at === 'review') void run(now.input, now.ticket);
    },
    back: () => enter({ at: 'form', problem: null }),
  };
}
