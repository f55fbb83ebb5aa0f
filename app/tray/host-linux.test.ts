import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../session-bus/dbus-message';
import { hostPlan, type HostWatchOptions, watchTrayHost } from './host-linux';
import type { BusCall } from '../session-bus/session-bus';

const pid = 4242;

describe('hostPlan', () => {
  it('waits without a panel', () => {
    expect(hostPlan({ host: false, item: false }, 3)).toEqual({ shown: false, recreate: false, lookAgainIn: null });
  });
  it('is content when the icon is in the list', () => {
    expect(hostPlan({ host: true, item: true }, 0)).toEqual({ shown: true, recreate: false, lookAgainIn: null });
  });
  it('looks twice before it makes the icon again', () => {
    expect(hostPlan({ host: true, item: false }, 0)).toMatchObject({ recreate: false, lookAgainIn: 400 });
    expect(hostPlan({ host: true, item: false }, 1)).toMatchObject({ recreate: true, lookAgainIn: 1000 });
  });
  it('gives up in the end', () => {
    const tries = Array.from({ length: 10 }, (_, looks) => hostPlan({ host: true, item: false }, looks));
    expect(tries.filter(({ recreate }) => recreate).length).toBe(4);
    expect(tries.at(-1)).toEqual({ shown: false, recreate: false, lookAgainIn: null });
  });
});

/** A session bus with or without a watcher, and a list of items by the process that owns them. */
function fakeBus() {
  const state = { watcher: false, host: true, items: new Map<string, number>(), calls: [] as BusCall[] };
  let hear: Parameters<HostWatchOptions['connect']>[0] | undefined;
  const answer = ({ member, args }: BusCall): unknown[] | null => {
    if (member === 'NameHasOwner') return [state.watcher];
    if (member === 'Get') return [args[1] === 'IsStatusNotifierHostRegistered' ? state.host : [...state.items.keys()]];
    if (member === 'GetConnectionUnixProcessID') {
      const found = [...state.items].find(([item]) => item.split(/[/@]/)[0] === args[0]);
      return found === undefined ? null : [found[1]];
    }
    return [];
  };
  const signal = (member: string): Message => ({ type: 'signal', replyTo: null, interface: null, member, body: [] });
  return {
    state,
    connect: ((heard) => {
      hear = heard;
      return Promise.resolve({
        call: (call) => {
          state.calls.push(call);
          return Promise.resolve(answer(call));
        },
        close: () => heard.onClosed(),
      });
    }) satisfies HostWatchOptions['connect'],
    say: (member: string) => hear?.onSignal(signal(member)),
    die: () => hear?.onClosed(),
  };
}

describe('watchTrayHost', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function watch(bus: ReturnType<typeof fakeBus>) {
    const told: boolean[] = [];
    const recreate = vi.fn<() => void>();
    const watching = watchTrayHost({ connect: bus.connect, pid, recreate, onShown: (shown) => told.push(shown) });
    return { told, recreate, watching };
  }

  it('finds its own icon in the list, however the watcher writes it', async () => {
    for (const item of [':1.5/StatusNotifierItem', ':1.5@/StatusNotifierItem', 'org.kde.StatusNotifierItem-4242-1']) {
      const bus = fakeBus();
      bus.state.watcher = true;
      bus.state.items = new Map([
        [':1.2/StatusNotifierItem', 1],
        [item, pid],
      ]);
      const { told, recreate, watching } = watch(bus);
      await vi.advanceTimersByTimeAsync(10);
      expect(told).toEqual([true]);
      expect(watching.shown()).toBe(true);
      expect(recreate).not.toHaveBeenCalled();
    }
  });

  it('makes the icon again when a panel comes late', async () => {
    const bus = fakeBus();
    const { told, recreate } = watch(bus);
    recreate.mockImplementation(() => bus.state.items.set(':1.9/StatusNotifierItem', pid));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(recreate).not.toHaveBeenCalled();
    bus.state.watcher = true;
    bus.say('NameOwnerChanged');
    await vi.advanceTimersByTimeAsync(2000);
    expect(recreate).toHaveBeenCalledTimes(1);
    expect(told).toEqual([true]);
  });

  it('waits for a panel behind the watcher', async () => {
    const bus = fakeBus();
    bus.state.watcher = true;
    bus.state.host = false;
    bus.state.items.set(':1.5/StatusNotifierItem', pid);
    const { told } = watch(bus);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([]);
    bus.state.host = true;
    bus.say('StatusNotifierHostRegistered');
    await vi.advanceTimersByTimeAsync(10);
    expect(told).toEqual([true]);
  });

  it('asks nothing while nothing happens', async () => {
    const bus = fakeBus();
    watch(bus);
    await vi.advanceTimersByTimeAsync(10);
    const { length } = bus.state.calls;
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(bus.state.calls.length).toBe(length);
    // A message to the watcher's name could start a service.
    expect(bus.state.calls.every(({ destination }) => destination === 'org.freedesktop.DBus')).toBe(true);
  });

  it('notices that the panel went, and that the bus went', async () => {
    const bus = fakeBus();
    bus.state.watcher = true;
    bus.state.items.set(':1.5/StatusNotifierItem', pid);
    const { told } = watch(bus);
    await vi.advanceTimersByTimeAsync(10);
    bus.state.watcher = false;
    bus.say('NameOwnerChanged');
    await vi.advanceTimersByTimeAsync(10);
    bus.state.watcher = true;
    bus.say('NameOwnerChanged');
    await vi.advanceTimersByTimeAsync(10);
    bus.die();
    expect(told).toEqual([true, false, true, false]);
  });

  it('gives up on a panel that does not take the icon, and is silent after stop', async () => {
    const bus = fakeBus();
    bus.state.watcher = true;
    const { told, recreate, watching } = watch(bus);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(recreate).toHaveBeenCalledTimes(4);
    watching.stop();
    bus.say('NameOwnerChanged');
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(recreate).toHaveBeenCalledTimes(4);
    expect(told).toEqual([]);
  });

  it('knows of no panel without a bus', async () => {
    const told: boolean[] = [];
    const watching = watchTrayHost({
      connect: () => Promise.resolve(null),
      pid,
      recreate: () => undefined,
      onShown: (shown) => told.push(shown),
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(watching.shown()).toBe(false);
    expect(told).toEqual([]);
  });
});
