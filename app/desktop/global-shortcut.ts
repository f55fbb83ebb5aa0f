// The shortcut that opens the popover from any application: registered as the settings say, released while the user records another
// one and at the end. Pure over Electron's two calls.

/** Why a chosen shortcut does nothing: another program has it, or this desktop lets no application listen for keys. */
export type ShortcutProblem = 'taken' | 'not-allowed';

export interface GlobalShortcutPorts {
  /** Whether the desktop lets applications listen for keys. */
  isAllowed: boolean;
  /** False: another program has it. */
  register(accelerator: string, onPressed: () => void): boolean;
  unregister(accelerator: string): void;
  onPressed(): void;
  /** Called whenever it may have changed; null: nothing is wrong. */
  report(problem: ShortcutProblem | null): void;
}

export interface GlobalShortcut {
  /** From now on it is this one; null: none. The same one again does nothing. */
  set(accelerator: string | null): void;
  /** While the user records a shortcut, none opens the popover. */
  setRecording(isRecording: boolean): void;
  /** For the end. */
  release(): void;
}

/** No shortcut yet. After `ready` only. */
export function createGlobalShortcut(ports: GlobalShortcutPorts): GlobalShortcut {
  let chosen: string | null = null;
  let registered: string | null = null;
  let isRecording = false;

  function release(): void {
    if (registered !== null) ports.unregister(registered);
    registered = null;
  }

  function apply(): void {
    release();
    if (isRecording) return;
    if (chosen === null) return ports.report(null);
    if (!ports.isAllowed) return ports.report('not-allowed');
    if (ports.register(chosen, ports.onPressed)) registered = chosen;
    ports.report(registered === null ? 'taken' : null);
  }

  return {
    set(accelerator) {
      if (accelerator === chosen) return;
      chosen = accelerator;
      apply();
    },
    setRecording(now) {
      if (now === isRecording) return;
      isRecording = now;
      apply();
    },
    release,
  };
}
