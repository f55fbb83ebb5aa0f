// The pulse that things go by which have no event of their own: one timer, which waits longer while nothing is shown.
import type { Clock } from '../model/clock';

export interface PulseOptions {
  clock: Clock;
  /** How long to wait for the next beat (ms), asked after each. */
  pause(): number;
  beat(): void;
}

/** How often Electron is asked whether there is a network (ms); it has no event for it. */
const ONLINE_EVERY = 20_000;
/** How often while no window is shown and there is one: the next read is minutes away. */
const HIDDEN_EVERY = 60_000;

/** When to ask for the network again (ms). Soon while it is gone: its return leads to a read. */
export function networkPause({ isVisible, isOnline }: { isVisible: boolean; isOnline: boolean }): number {
  return isVisible || !isOnline ? ONLINE_EVERY : HIDDEN_EVERY;
}

export class Pulse {
  readonly #options: PulseOptions;
  #beatAt: number;
  #isStopped = false;
  #cancel = (): void => undefined;

  /** The first beat is `first` ms from now. */
  constructor(options: PulseOptions, first = ONLINE_EVERY) {
    this.#options = options;
    this.#beatAt = options.clock.now();
    this.#wait(first);
  }

  /** A window was shown, for which the pause may have become shorter: beats now if that is over. */
  hurry(): void {
    if (this.#isStopped) return;
    const { clock, pause } = this.#options;
    const left = this.#beatAt + pause() - clock.now();
    this.#cancel();
    if (left <= 0) this.#beat();
    else this.#wait(Math.min(left, pause()));
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel();
  }

  #wait(ms: number): void {
    this.#cancel = this.#options.clock.after(ms, () => this.#beat());
  }

  #beat(): void {
    this.#beatAt = this.#options.clock.now();
    this.#options.beat();
    this.#wait(this.#options.pause());
  }
}
