// The checks for newer versions. They are loaded when first needed, not at the start.
import type { UpdateChecks } from '../updates/update-checks';

export class LateUpdates {
  readonly #load: () => Promise<UpdateChecks>;
  #loading: Promise<UpdateChecks> | null = null;
  #loaded: UpdateChecks | null = null;

  constructor(load: () => Promise<UpdateChecks>) {
    this.#load = load;
  }

  /** Resolves when it is known which newer version was told of before. */
  opened(): Promise<UpdateChecks> {
    this.#loading ??= this.#load().then((loaded) => (this.#loaded = loaded));
    return this.#loading;
  }

  /** Called now and then: checks where a check is due. */
  async tick(): Promise<void> {
    const checks = await this.opened();
    await checks.tick();
  }

  /** The state may no longer allow a request. */
  stateChanged(): void {
    this.#loaded?.stateChanged();
  }
}
