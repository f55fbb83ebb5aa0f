// A value that another program has on the session bus: asked for once, and again at each signal that it has changed.
import type { Message } from './dbus-message';
import { type Bus, busItself, type BusCall, type BusOptions } from './session-bus';

/** Connects to the session bus; null when there is none. */
export type Connect = (hear: Pick<BusOptions, 'onSignal' | 'onClosed'>) => Promise<Bus | null>;

export interface WatchedValue<T> {
  /** The match rule of the signal of a change. */
  rule: string;
  /** Whether a signal is that one: the connection may hear others. */
  isChange(signal: Message): boolean;
  call: BusCall;
  /** The value in an answer; null: it is not known. */
  read(answer: unknown[] | null): T | null;
}

/** Calls `onValue` now and after each change. Returns what stops it. Without a session bus nothing is called. */
export function watchValue<T>(
  connect: Connect,
  { rule, isChange, call, read }: WatchedValue<T>,
  onValue: (value: T | null) => void,
): () => void {
  let bus: Bus | null = null;
  let isStopped = false;

  async function ask(): Promise<void> {
    const answer = (await bus?.call(call)) ?? null;
    if (!isStopped) onValue(read(answer));
  }

  async function begin(): Promise<void> {
    bus = await connect({
      onSignal: (signal) => {
        if (isChange(signal)) void ask();
      },
      onClosed: () => undefined,
    });
    if (isStopped || bus === null) return bus?.close();
    await bus.call({ ...busItself, member: 'AddMatch', args: [rule] });
    await ask();
  }

  void begin();
  return () => {
    isStopped = true;
    bus?.close();
  };
}
