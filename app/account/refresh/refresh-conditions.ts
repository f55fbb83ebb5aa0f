// What refresh-policy.ts needs to know of the computer, the user and the reads so far.
import type { AppState } from '../../model/state/app-state';
import type { Problem } from '../../model/problem';
import { createRateLimitWait } from '../../nineproxy/transport/rate-limit-wait';
import type { Circumstances } from './refresh-policy';

type Remembered = Omit<Circumstances, 'key' | 'pace' | 'rateLimitedUntil'>;

/** Over one clock (`now` in ms). At first: online, on mains, and no window is visible. */
export class RefreshConditions {
  readonly #now: () => number;
  readonly #rateLimit: ReturnType<typeof createRateLimitWait>;
  #remembered: Remembered = {
    online: true,
    looking: false,
    lookedAt: null,
    onBattery: false,
    metered: false,
    lastEndedAt: null,
    trigger: null,
    failures: 0,
  };

  constructor(now: () => number) {
    this.#now = now;
    this.#rateLimit = createRateLimitWait(now);
  }

  /** Everything that the policy asks for. `hasClient`: requests can be sent. */
  circumstances({ key, settings }: Pick<AppState, 'key' | 'settings'>, hasClient: boolean): Circumstances {
    const unread = key.status === 'present' ? 'blocked' : 'none';
    const read = key.status === 'refused' ? 'refused' : 'present';
    return {
      ...this.#remembered,
      key: hasClient ? read : unread,
      pace: settings.pace,
      rateLimitedUntil: this.#rateLimit.until(),
    };
  }

  /** 9Proxy limits the rate, and the wait is not over. */
  get isRateLimited(): boolean {
    return this.#rateLimit.until() !== null;
  }

  /** Offline is what the system reports and a read has shown: while reads have answers, the system is wrong. */
  get isOnline(): boolean {
    return this.#remembered.online || this.#remembered.failures === 0;
  }

  /** Another key: the results of reads with the old one do not count. */
  keyChanged(): void {
    this.#set({ trigger: null, failures: 0, lastEndedAt: null });
    this.#rateLimit.clear();
  }

  /** Whether that is new. */
  setVisible(looking: boolean): boolean {
    if (this.#remembered.looking === looking) return false;
    this.#set({ looking, lookedAt: this.#now() });
    return true;
  }

  /** Whether that is new. If so it triggers a read either way: when the network is back, and to see whether it is really gone. */
  setOnline(online: boolean): boolean {
    if (this.#remembered.online === online) return false;
    this.#set({ online, failures: 0 });
    this.triggered('after-network');
    return true;
  }

  setPower(power: { onBattery: boolean; metered: boolean }): void {
    this.#set(power);
  }

  woke(): void {
    this.#set({ failures: 0 });
    this.triggered('after-wake');
  }

  /** Something that asks for a read of its own. */
  triggered(kind: NonNullable<Circumstances['trigger']>['kind']): void {
    this.#set({ trigger: { kind, at: this.#now() } });
  }

  batchBegan(): void {
    this.#set({ trigger: null });
  }

  batchEnded(): void {
    this.#set({ lastEndedAt: this.#now() });
  }

  /** What a batch read. `setBack`: by how much (ms) the clock was set back meanwhile; a limit that was met before counts from there. */
  batchRead(answers: number, problems: readonly Problem[], setBack: number): void {
    this.#set({ failures: answers === 0 ? this.#remembered.failures + 1 : 0 });
    this.#rateLimit.clear();
    for (const problem of problems) {
      if (problem.kind !== 'rate-limited') continue;
      this.#rateLimit.extend(problem.until === null ? null : problem.until - setBack);
    }
  }

  #set(changed: Partial<Remembered>): void {
    this.#remembered = { ...this.#remembered, ...changed };
  }
}
