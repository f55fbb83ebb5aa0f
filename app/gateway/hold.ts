// Requests that wait while the key is regenerated: in the order they came, each up to its own limit, with one timer for all of them.
import type { Clock } from '../model/clock';

/** How a wait ended. `full`: too many wait already; it did not wait. */
export type HoldEnd = 'released' | 'late' | 'left' | 'full' | 'stopped';

const mostWaiting = 64;
const mostBytes = 1024 * 1024;

interface Waiting {
  since: number;
  until: number;
  bytes: number;
  end(how: HoldEnd): void;
}

export class Hold {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #waiting = new Set<Waiting>();
  #bytes = 0;
  #cancelTimer: (() => void) | null = null;

  /** `onChange`: called after a wait began or ended. */
  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  /** Waits until `release`, for `limit` ms at most. `bytes`: what is kept of the request. `signal`: its client left. */
  wait(limit: number, bytes: number, signal: AbortSignal): Promise<HoldEnd> {
    if (signal.aborted) return Promise.resolve('left');
    if (limit <= 0) return Promise.resolve('late');
    if (this.#waiting.size >= mostWaiting || this.#bytes + bytes > mostBytes) return Promise.resolve('full');
    let resolve: (how: HoldEnd) => void = () => undefined;
    const promise = new Promise<HoldEnd>((settle) => {
      resolve = settle;
    });
    const since = this.#clock.now();
    const leave = () => entry.end('left');
    const entry: Waiting = {
      since,
      until: since + limit,
      bytes,
      end: (how) => {
        if (!this.#waiting.delete(entry)) return;
        this.#bytes -= bytes;
        signal.removeEventListener('abort', leave);
        resolve(how);
        this.#onChange();
      },
    };
    signal.addEventListener('abort', leave, { once: true });
    this.#waiting.add(entry);
    this.#bytes += bytes;
    this.#schedule();
    this.#onChange();
    return promise;
  }

  /** The wait is over for all: there is a key again, or there will be none. */
  release(): void {
    this.#endAll('released');
  }

  stop(): void {
    this.#endAll('stopped');
  }

  /** Ends what waits longer than it may: at the timer, and after the computer woke up. */
  expire(): void {
    const now = this.#clock.now();
    for (const entry of this.#waiting) if (entry.until <= now) entry.end('late');
    this.#schedule();
  }

  /** How many wait, and since when the first one does (ms); null where none does. */
  view(): { reads: number; since: number } | null {
    const [first] = this.#waiting;
    return first === undefined ? null : { reads: this.#waiting.size, since: first.since };
  }

  #endAll(how: HoldEnd): void {
    for (const entry of this.#waiting) entry.end(how);
    this.#schedule();
  }

  #schedule(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    if (this.#waiting.size === 0) return;
    const next = Math.min(...[...this.#waiting].map(({ until }) => until));
    this.#cancelTimer = this.#clock.after(Math.max(0, next - this.#clock.now()), () => this.expire());
  }
}
