// Watches the account in view: judges what each read brought, remembers it by account, and has a person told. The demo's alerts are
// remembered for as long as it runs. It must not: decide what an alert is, or tell anybody by itself.
import type { Result } from '../../model/problem';
import type { Sample } from '../history/history';
import { ownerOf } from '../../model/account-id';
import type { Clock } from '../../model/clock';
import type { AppState, SubAccount } from '../../model/app-state';
import { alertOf, alerts } from './alerts';
import { type AlertMemories, type AlertMemory, noMemory } from './memory';
import { isQuiet, quietEnd } from './quiet';
import type { Alert } from '../../model/alert';

export interface AlertWatchOptions {
  state(): AppState;
  /** Has the state derived anew. */
  changed(): void;
  clock: Clock;
  kept: { read(): AlertMemories; write(next: AlertMemories): Result<void> };
  isDemo(): boolean;
  /** What was recorded of the account in view. */
  samples(): readonly Sample[];
  /** Tells a person of these, once. */
  tell(alerts: readonly Alert[]): void;
}

export interface AlertWatch {
  /** Judges the state as it is now. `rows`: the sub-accounts that a read has just brought (null: not there any more). */
  evaluate(rows?: ReadonlyMap<number, SubAccount | null>): void;
  /** The open alerts of the account in this state; the same object while nothing changes. */
  openAlertsOf(state: AppState): Alert[];
  /** The demo ended: its alerts go with it. */
  forgetDemo(): void;
  stop(): void;
}

const none: Alert[] = [];

export function createAlertWatch(options: AlertWatchOptions): AlertWatch {
  const { state, clock, kept } = options;
  let demo: AlertMemories = { accounts: {} };
  let cancelTimer: (() => void) | null = null;
  let shown: { of: AlertMemory; alerts: Alert[] } = { of: noMemory, alerts: none };

  const memoriesFor = ({ source }: AppState) => (source.kind === 'demo' ? demo : kept.read());

  function keep(present: AppState, owner: string, memory: AlertMemory): void {
    const { accounts } = memoriesFor(present);
    if (JSON.stringify(accounts[owner]) === JSON.stringify(memory)) return;
    const next = { accounts: { ...accounts, [owner]: memory } };
    if (present.source.kind === 'demo') demo = next;
    else kept.write(next);
    options.changed();
  }

  function look(rows: ReadonlyMap<number, SubAccount | null> = new Map()): void {
    const now = clock.now();
    const present = state();
    const owner = ownerOf(present);
    // The demo begins or ends, and the figures are still those of before.
    if (owner === null || (present.source.kind === 'demo') !== options.isDemo()) return;
    const samples = options.samples();
    const found = alerts(memoriesFor(present).accounts[owner] ?? noMemory, present, { samples, rows }, now);
    // Written down first: after a crash in between, nothing is told twice.
    keep(present, owner, found.memory);
    if (found.tell.length > 0) options.tell(found.tell);
    cancelTimer?.();
    cancelTimer = null;
    const { quiet } = present.settings.alerts;
    if (!found.isHeld || !isQuiet(quiet, now)) return;
    // A second later, so that a timer that is early does not find them quiet still.
    cancelTimer = clock.after(quietEnd(quiet, now) - now + 1000, () => look());
  }

  return {
    evaluate: look,
    openAlertsOf(present) {
      const owner = ownerOf(present);
      const memory = (owner === null ? undefined : memoriesFor(present).accounts[owner]) ?? noMemory;
      if (shown.of !== memory) shown = { of: memory, alerts: memory.episodes.map(alertOf) };
      return shown.alerts;
    },
    forgetDemo() {
      demo = { accounts: {} };
    },
    stop: () => cancelTimer?.(),
  };
}
