// What is the same for every session: settings, platform, problems of the profile folder, newer versions. Each change is published to all of them.
import type { Problem, Result } from '../../model/problem';
import type { Settings } from '../../model/settings';
import type { AppState } from '../../model/state/app-state';
import { noUpdates, type UpdatesView } from '../../model/updates';
import type { LoginItem } from '../../settings/login-item/login-item';
import type { SettingsStore } from '../../settings/settings';
import type { HostState } from '../../state/transitions';

export interface HostStateOptions {
  settings: Pick<SettingsStore, 'read' | 'change' | 'problems'>;
  /** As it is at the start. */
  platform: AppState['platform'];
  loginItem: Pick<LoginItem, 'needsApproval'>;
  /** What is wrong with the profile folder, and with the documents in it. */
  storageProblems(): Problem[];
  /** Shows this in every session. */
  publish(state: HostState): void;
}

export class HostStatePublisher {
  readonly #options: HostStateOptions;
  readonly #dismissed = new Set<string>();
  #state: HostState;

  constructor(options: HostStateOptions) {
    const { settings, platform } = options;
    this.#options = options;
    this.#state = { settings: settings.read(), platform, storage: [], updates: noUpdates };
  }

  /** For a session that begins. */
  current(): HostState {
    return this.#state;
  }

  /** Publishes what has changed; settings and problems of the storage as they are now. */
  update(changed: Partial<Pick<HostState, 'platform' | 'updates'>> = {}): void {
    const { settings, publish } = this.#options;
    this.#state = { ...this.#state, ...changed, settings: settings.read(), storage: this.#storageProblems() };
    publish(this.#state);
  }

  changeSettings(patch: Partial<Settings>): Result<Settings> {
    const saved = this.#options.settings.change(patch);
    this.update();
    return saved;
  }

  dismissProblem(kind: string): void {
    this.#dismissed.add(kind);
    this.update();
  }

  setTrayShown(trayShown: boolean): void {
    this.#setPlatform({ trayShown });
  }

  /** Reads again whether the system waits for the user's approval of starting at login. */
  checkLoginItem(): void {
    this.#setPlatform({ loginNeedsApproval: this.#options.loginItem.needsApproval() });
  }

  /** Why the global shortcut does nothing; null: it works, or there is none. */
  setShortcutProblem(shortcutProblem: AppState['platform']['shortcutProblem']): void {
    this.#setPlatform({ shortcutProblem });
  }

  /** What is known of newer versions. */
  setUpdates(updates: UpdatesView): void {
    this.update({ updates });
  }

  #setPlatform(changed: Partial<AppState['platform']>): void {
    const platform = { ...this.#state.platform, ...changed };
    if (JSON.stringify(platform) !== JSON.stringify(this.#state.platform)) this.update({ platform });
  }

  /** What is wrong with the storage, each kind once, without what the user dismissed. */
  #storageProblems(): Problem[] {
    const found = this.#options.storageProblems();
    return found.filter(
      ({ kind }, i) => !this.#dismissed.has(kind) && found.findIndex((other) => other.kind === kind) === i,
    );
  }
}
