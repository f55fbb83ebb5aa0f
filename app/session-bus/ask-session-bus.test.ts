import { describe, expect, it } from 'vitest';
import { askSessionBus, type AskOptions } from './ask-session-bus';
import type { Bus } from './session-bus';

/** Options with a timer that fires when the test says so, and a bus that notes when it is closed. */
function testOptions(connect: (bus: Bus) => Promise<Bus | null>) {
  const timer = { isSet: false, fire: (): void => undefined };
  let closed = 0;
  const bus: Bus = { call: async () => ['answer'], close: () => void (closed += 1) };
  const options: AskOptions = {
    connect: () => connect(bus),
    patience: 100,
    after(_, run) {
      Object.assign(timer, { isSet: true, fire: run });
      return () => {
        timer.isSet = false;
      };
    },
  };
  return { options, bus, timer, closed: () => closed };
}

const call = { destination: 'a.b', path: '/a', interface: 'a.b.C', member: 'Do', args: [] };
const never = <T>() => new Promise<T>(() => undefined);

describe('askSessionBus', () => {
  it('returns the answer, closes the connection and leaves no timer behind', async () => {
    const { options, timer, closed } = testOptions(async (bus) => bus);
    expect(await askSessionBus(options, (bus) => bus.call(call))).toEqual(['answer']);
    expect([closed(), timer.isSet]).toEqual([1, false]);
  });

  it('returns null without a bus, and asks nothing', async () => {
    const { options, timer } = testOptions(async () => null);
    expect(await askSessionBus(options, () => Promise.reject(new Error('asked')))).toBeNull();
    expect(timer.isSet).toBe(false);
  });

  it('returns null when the answer takes too long, and closes the connection', async () => {
    const { options, timer, closed } = testOptions(async (bus) => bus);
    const asked = askSessionBus(options, () => never<string>());
    timer.fire();
    expect(await asked).toBeNull();
    expect(closed()).toBe(1);
  });

  it('closes a connection that comes only after the time is over', async () => {
    let connected: (bus: Bus) => void = () => undefined;
    const { options, bus, timer, closed } = testOptions(() => new Promise((resolve) => (connected = resolve)));
    const asked = askSessionBus(options, (connection) => connection.call(call));
    timer.fire();
    expect(await asked).toBeNull();
    expect(closed()).toBe(0);
    connected(bus);
    await Promise.resolve();
    expect(closed()).toBe(1);
  });

  it('closes the connection when the question fails', async () => {
    const { options, timer, closed } = testOptions(async (bus) => bus);
    await expect(askSessionBus(options, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect([closed(), timer.isSet]).toEqual([1, false]);
  });
});
