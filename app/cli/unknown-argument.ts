// What is wrong with an argument that is none of NineTray's. Pure.
import type { ArgumentProblem } from '../model/argument-problem';
import { closestSwitch } from './suggest';

/** Given to programs by macOS itself. */
const OF_MACOS = /^-(psn_|NS|Apple)/;

/** What is wrong with an argument that is none of ours (`known`: those that are); null: it is Chromium's or the system's. */
export function unknownArgument(argument: string, known: Iterable<string>): ArgumentProblem | null {
  if (argument.startsWith('--set-key=')) return { kind: 'wrong', argument: null };
  if (argument.startsWith('--user-data-dir=') || OF_MACOS.test(argument)) return null;
  const meant = closestSwitch(argument, known);
  // Its value, if it has one, is not repeated.
  if (meant !== null) return { kind: 'wrong', argument: argument.replace(/=.*$/s, ''), meant };
  return argument.startsWith('--') ? null : { kind: 'wrong', argument: null };
}
