// What follows for a switch from an answer, a read, or a job on many sub-accounts. Pure.
import type { Problem, Result } from '../../model/problem';

/** A switch as its steps depend on it. `actual`: what the vendor is known to have; null: not known. */
export interface SwitchStatus {
  wanted: boolean;
  actual: boolean | null;
}

/** `send`: a request is needed (again). `drop`: nothing is left to do or to show. */
export type SwitchStep = { do: 'done' } | { do: 'send' } | { do: 'drop' } | { do: 'roll-back'; problem: Problem };

/** After the answer to a request for `sent`. The user may have flipped the switch in the meantime, so `wanted` can be another. */
export function afterAnswer(
  { wanted, actual }: SwitchStatus,
  sent: boolean,
  answer: Result<void>,
): { actual: boolean | null; step: SwitchStep } {
  if (answer.ok) return { actual: sent, step: wanted === sent ? { do: 'done' } : { do: 'send' } };
  const present = answer.problem.kind === 'outcome-unknown' ? null : actual;
  // Refused, but flipped back in the meantime: the status is the one that is wanted.
  if (wanted === present) return { actual: present, step: { do: 'drop' } };
  // Flipped back while the present status is not known: only a request ensures it.
  if (wanted !== sent) return { actual: present, step: { do: 'send' } };
  return { actual: present, step: { do: 'roll-back', problem: answer.problem } };
}

/**
 * After a read found `enabled` for a switch whose outcome was not known. Null: it must be read again, since an answer may be late.
 * `isLast`: this read decides.
 */
export function afterReread(wanted: boolean, enabled: boolean, isLast: boolean): SwitchStep | null {
  if (wanted === enabled) return { do: 'done' };
  return isLast ? { do: 'roll-back', problem: { kind: 'timed-out' } } : null;
}
