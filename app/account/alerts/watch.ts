// The alert service of an account: evaluates what each read brought, remembers it by account, publishes the open
// alerts, and notifies the user of new ones. alerts.ts decides what an alert is.
import type { Result } from '../../model/problem';
import type { Sample } from '../history/history';
import { ownerOf } from '../../model/state/account-id';
import type { Clock } from '../../model/clock';
import type { AppState, SubAccount } from '../../model/state/app-state';
import { alertOf, alerts } from './alerts';
import { type AlertMemories, noMemory } from './memory';
import { silentUntil } from './quiet';
import type { Alert } from '../../model/alert';

export interface AlertWatchOptions {
  state(): AppState;
  clock: Clock;
  memories: { read(): AlertMemories; write(next: AlertMemories): Result<void> };
  /** What was recorded of the account in view. */
  samples(): readonly Sample[];
  /** The open alerts are these now. */
  publish(alerts: Alert[]): void;
  /** Notifies the user of these, once. */
  tell(alerts: readonly Alert[]): void;
}

export interface AlertWatch {
  /** Evaluates the state as it is now. `rows`: the sub-accounts that a read has just brought (null: it no longer exists). */
  evaluate(rows?: ReadonlyMap<number, SubAccount | null>): void;
  /** What is remembered as open of the account in this state. */
  openAlertsOf(state: Pick<AppState, 'source' | 'account'>): Alert[];
  /** Stops waiting until notifications may be shown again, until the next evaluation. */
  stop(): void;
}

export function createAlertWatch(options: AlertWatchOptions): AlertWatch {
  const { state, clock, memories } = options;
  let cancelTimer: (() => void) | null = null;

  const memoryOf = (owner: string | null) => (owner === null ? undefined : memories.read().accounts[owner]) ?? noMemory;

  function stop(): void {
    cancelTimer?.();
    cancelTimer = null;
  }

  function evaluate(rows: ReadonlyMap<number, SubAccount | null> = new Map()): void {
    const now = clock.now();
    const present = state();
    const owner = ownerOf(present);
    if (owner === null) return;
    const before = memoryOf(owner);
    const found = alerts(before, present, { samples: options.samples(), rows }, now);
    // Written down first: after a crash in between, the user is not notified twice.
    if (JSON.stringify(before) !== JSON.stringify(found.memory))
      memories.write({ accounts: { ...memories.read().accounts, [owner]: found.memory } });
    options.publish(found.open);
    if (found.tell.length > 0) options.tell(found.tell);
    stop();
    const end = silentUntil(present.settings.alerts, now);
    if (!found.isHeld || end === null) return;
    // A second later, so that a timer that is early does not run in the quiet hours.
    cancelTimer = clock.after(end - now + 1000, () => evaluate());
  }

  return {
    evaluate,
    openAlertsOf: (present) => memoryOf(ownerOf(present)).episodes.map(alertOf),
    stop,
  };
}
