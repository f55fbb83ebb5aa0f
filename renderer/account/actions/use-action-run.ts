// The way of one action: its form, a look at what it will do, the deed, and what came of it. Each step is asked of main once, however
// often a button is pressed; nothing is repeated by itself. Must not choose words.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ActionId, actionOf } from '../../../app/areas/action';
import type { BalanceChange, Problem } from '../../../app/bridge/contract';
import { call } from '../../ui/bridge';

type Input = Readonly<Record<string, unknown>>;

/** `refused`: there is no form to go back to. `unknown`: it may have happened. */
export type Phase =
  | { at: 'form'; problem: Problem | null }
  | { at: 'preparing'; input: Input }
  | { at: 'review'; input: Input; ticket: string; balances: readonly BalanceChange[] }
  | { at: 'running'; input: Input }
  | { at: 'done'; input: Input; made: readonly string[]; count: number | null }
  | { at: 'refused'; input: Input; problem: Problem }
  | { at: 'unknown'; input: Input };

export interface ActionRun {
  phase: Phase;
  /** The form was filled in. */
  submit: (input: Input) => void;
  /** The deliberate second step. */
  confirm: () => void;
  /** From the look back to the form. */
  back: () => void;
}

interface ActionRunOptions {
  action: ActionId;
  /** Keys of the rows. */
  rows: readonly string[];
  /** What is done without asking for it; undefined: the form asks. */
  given: Input | undefined;
}

/** An action at its beginning; one whose input is given is prepared at once. */
export function useActionRun({ action, rows, given }: ActionRunOptions): ActionRun {
  const [phase, setPhase] = useState<Phase>(
    given === undefined ? { at: 'form', problem: null } : { at: 'preparing', input: given },
  );
  // Two presses before the first picture of the first one are still two presses.
  const asking = useRef(false);

  const refuse = useCallback(
    (input: Input, problem: Problem) => {
      setPhase(given === undefined ? { at: 'form', problem: { ...problem } } : { at: 'refused', input, problem });
    },
    [given],
  );

  const run = useCallback(
    async (input: Input, ticket: string) => {
      setPhase({ at: 'running', input });
      const answer = await call('actions.run', { ticket });
      if (answer.ok) setPhase({ at: 'done', input, ...answer.value });
      else if (answer.problem.kind === 'outcome-unknown') setPhase({ at: 'unknown', input });
      else refuse(input, answer.problem);
    },
    [refuse],
  );

  const prepare = useCallback(
    async (input: Input) => {
      if (asking.current) return;
      asking.current = true;
      setPhase({ at: 'preparing', input });
      const answer = await call('actions.prepare', { action, rows: [...rows], input: { ...input } });
      if (!answer.ok) refuse(input, answer.problem);
      else if (actionOf(action).deliberate === null) await run(input, answer.value.ticket);
      else setPhase({ at: 'review', input, ...answer.value });
      asking.current = false;
    },
    [action, rows, refuse, run],
  );

  const begun = useRef(false);
  useEffect(() => {
    if (given === undefined || begun.current) return;
    begun.current = true;
    void prepare(given);
  }, [given, prepare]);

  return {
    phase,
    submit: (input) => void prepare(input),
    confirm: () => {
      if (phase.at !== 'review' || asking.current) return;
      asking.current = true;
      void run(phase.input, phase.ticket).finally(() => {
        asking.current = false;
      });
    },
    back: () => setPhase({ at: 'form', problem: null }),
  };
}
