// The session's rotations: one keeper for the account's key, and one in memory while the demo runs.
// It must not: decide a step, or let the two know of each other.
import type { Account } from '../model/app-state';
import { createRotationService, type RotationService } from '../key/rotation/rotation-service';
import { createJournal, emptyJournal } from '../key/rotation/journal';
import type { RotationClipboard, Journal, RotationPorts, RotationVault } from '../key/rotation/ports';
import type { RotationView } from '../model/rotation';
import type { Result } from '../model/problem';
import { createMemoryDocument } from '../settings/memory-document';

/** What a keeper needs that is the same for the account's key and the demo's. */
export interface RotationsOptions extends Pick<RotationPorts, 'readKeyText' | 'clock' | 'newId' | 'log' | 'known'> {
  copyOnce: RotationClipboard;
  publish(view: RotationView): void;
}

/** Whose key it is that rotates. */
export interface RotationOf {
  journal: Journal;
  vault: RotationVault;
  origin(): string;
  readAccount(key: string): Promise<Result<Account>>;
  inUse(text: string, otherAccount: boolean): void;
}

export interface Rotations {
  /** The keeper that is meant now: the demo's while it runs. */
  now(): RotationService;
  /** The keeper of the account's key, whether the demo runs or not. */
  real: RotationService;
  startDemo(of: Omit<RotationOf, 'journal'>): void;
  stopDemo(): void;
  stop(): void;
}

/** The rotations of a session over the account's journal and vault. */
export function createRotations(of: RotationOf, options: RotationsOptions): Rotations {
  let demo: RotationService | null = null;
  const { publish, ...common } = options;
  const real = createRotationService({
    ...common,
    ...of,
    publish: (view) => {
      if (demo === null) publish(view);
    },
  });

  function stopDemo(): void {
    if (demo === null) return;
    demo.stop();
    demo = null;
    publish(real.view());
  }

  return {
    now: () => demo ?? real,
    real,
    startDemo(demoOf) {
      stopDemo();
      demo = createRotationService({
        ...common,
        ...demoOf,
        journal: createJournal(createMemoryDocument(emptyJournal)),
        publish,
      });
      publish(demo.view());
    },
    stopDemo,
    stop() {
      demo?.stop();
      real.stop();
    },
  };
}
