// What the readiness of the popover's window goes by: the setting, when it was opened, the power and the memory.
import { app, powerMonitor } from 'electron';
import type { Clock } from '../model/clock';
import type { SessionHost } from '../session/host/session-host';
import type { StoredDocument } from '../settings/document/document';
import { createProfileFiles } from '../settings/files/profile-files';
import { isMemoryScarce } from '../windows/popover/available-memory.electron';
import {
  isPreparedOnHover,
  popoverReadiness,
  type Readiness,
  type ReadyCircumstances,
  withOpening,
} from '../windows/popover/keep-ready';
import { openOpeningsDocument, type OpeningsContent } from '../windows/popover/openings-document';

export interface PopoverReadiness {
  now(): Readiness;
  isPreparedOnHover(): boolean;
  /** An opening of the popover has ended. Those of the demo do not count. */
  opened(): void;
  /** Calls `run` when the readiness may have changed without an opening. Returns what stops that. */
  onChanged(run: () => void): () => void;
}

/** Reads openings.json when it is first needed. */
export function openPopoverReadiness(session: SessionHost, clock: Clock): PopoverReadiness {
  let opened: StoredDocument<OpeningsContent> | null = null;
  let noted: Readiness['reason'] | null = null;
  const document = () => (opened ??= openOpeningsDocument(createProfileFiles(app.getPath('userData')), clock.now));
  const setting = () => session.store.read().state.settings.popoverReady;
  const circumstances = (): ReadyCircumstances => ({
    setting: setting(),
    openings: document().read().openings,
    onBattery: powerMonitor.isOnBatteryPower(),
    isMemoryScarce: isMemoryScarce(),
  });
  return {
    now() {
      const readiness = popoverReadiness(clock.now(), circumstances());
      if (readiness.reason !== noted) session.note('popover readiness', { reason: readiness.reason });
      noted = readiness.reason;
      return readiness;
    },
    isPreparedOnHover: () => isPreparedOnHover(circumstances()),
    opened() {
      if (session.store.read().state.source.kind === 'demo') return;
      document().write({ openings: withOpening(document().read().openings, clock.now()) });
    },
    onChanged(run) {
      let before = setting();
      const unsubscribe = session.store.subscribe(() => {
        if (setting() === before) return;
        before = setting();
        run();
      });
      powerMonitor.on('on-battery', run);
      powerMonitor.on('on-ac', run);
      return () => {
        unsubscribe();
        powerMonitor.off('on-battery', run);
        powerMonitor.off('on-ac', run);
      };
    },
  };
}
