// Reads single sub-accounts again after a write whose outcome is not known, until it is.
import type { SubAccount } from '../../model/state/app-state';

export interface RereadOptions {
  /** Runs `run` after `ms`; returns what cancels it. */
  after: (ms: number, run: () => void) => () => void;
  /** Reads one sub-account: null where it could not be read, `gone` where the vendor no longer has it. */
  read: (wanted: { id: number; username: string }) => Promise<SubAccount | 'gone' | null>;
  /** `reads`: how often it was read, this time included. Returns whether that settles it. */
  found: (row: SubAccount, reads: number) => boolean;
}

export interface Rereads {
  /** Reads this sub-account at once, and again until it is settled. */
  start(wanted: { id: number; username: string }): void;
  /** Stops all (another key); an answer on its way changes nothing any more. */
  clear(): void;
}

/** Pauses after each read that settled nothing (ms); the last one repeats. */
const PAUSES = [15_000, 60_000, 300_000] as const;

/** Reads that stop when they are settled. */
export function createRereads({ after, read, found }: RereadOptions): Rereads {
  const running = new Map<number, { cancel(): void }>();

  function start(wanted: { id: number; username: string }): void {
    running.get(wanted.id)?.cancel();
    const mine = { cancel: () => undefined as void };
    running.set(wanted.id, mine);
    let tries = 0;
    let reads = 0;
    const next = async () => {
      const row = await read(wanted);
      if (running.get(wanted.id) !== mine) return;
      if (row !== null && row !== 'gone') reads += 1;
      if (row === 'gone' || (row !== null && found(row, reads))) {
        running.delete(wanted.id);
        return;
      }
      mine.cancel = after(PAUSES[tries] ?? PAUSES[2], () => void next());
      tries += 1;
    };
    void next();
  }

  return {
    start,
    clear() {
      for (const one of running.values()) one.cancel();
      running.clear();
    },
  };
}
