// Why the user is asked for a key: follows from the state alone. app/texts/onboarding.ts has a title and a sentence for
// each.
import type { AppState } from '../../app/model/state/app-state';

export type EntryReason =
  | 'first-run'
  | 'from-demo'
  | 'replace'
  | 'refused'
  | 'asking'
  | 'locked'
  | 'changed'
  | 'unreadable';

/** Why the key screen is shown. A demo comes first, since its key is made up and always good. */
export function entryReasonOf(state: AppState): EntryReason {
  if (state.source.kind === 'demo') return 'from-demo';
  const { status } = state.key;
  if (status === 'absent') return 'first-run';
  return status === 'present' ? 'replace' : status;
}

/** A key is stored, and whether it can be used is up to the keyring. */
export type AtKeyring = Extract<EntryReason, 'asking' | 'locked' | 'changed' | 'unreadable'>;

/** Whether only the keyring keeps NineTray from a stored key, so that asking it again may be enough. */
export function isAtKeyring(situation: EntryReason): situation is AtKeyring {
  return ['asking', 'locked', 'changed', 'unreadable'].includes(situation);
}

/**
 * Where a key typed now will be sent, when that is not the vendor's production address: worth saying before it goes.
 * Null for production.
 */
export function unusualAddress(state: AppState): { kind: 'sandbox' } | { kind: 'custom'; url: string } | null {
  const { address } = state.settings;
  return address.kind === 'production' ? null : address;
}
