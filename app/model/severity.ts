// How urgent a state is, in one word: icon, tooltip, menu, banner, badge and terminal follow it. app/state/notice.ts
// decides it.
import type { AlertSubject } from './alert';

/**
 * The calmest first. `attention`: it will pass, or can wait. `action-needed`: NineTray can't do its work until the user acts.
 * `stopped`: the emergency stop has switched sub-accounts off.
 */
export const severities = ['fine', 'attention', 'action-needed', 'stopped'] as const;
export type Severity = (typeof severities)[number];

/** The severity of an alert: without two-factor sign-in everything works, so it is advice. */
export function severityOfAlert({ kind }: AlertSubject): Severity {
  if (kind === 'key-refused' || kind === 'gateway-down') return 'action-needed';
  return kind === 'two-factor-off' ? 'fine' : 'attention';
}

/** The most severe of them; `fine` where there are none. */
export function highestSeverity(given: readonly Severity[]): Severity {
  return severities.findLast((severity) => given.includes(severity)) ?? 'fine';
}
