import { afterEach, expect, test, vi } from 'vitest';
import type { Bus } from '../../session-bus/session-bus';
import { patience, linuxAbility } from './notifications-linux';

afterEach(() => {
  vi.useRealTimers();
});

/** A bus whose notification service answers so, or (`undefined`) never does. As `connectBus`: what waits is answered at its end. */
function busWhere(answer: unknown[] | null | undefined) {
  let end: (value: null) => void = () => {};
  const close = vi.fn<() => void>(() => end(null));
  const call = vi.fn<Bus['call']>(
    () =>
      new Promise((resolve) => {
        end = resolve;
        if (answer !== undefined) resolve(answer);
      }),
  );
  return { close, call };
}

test('asks what notifications can have, and leaves the bus again', async () => {
  const bus = busWhere([['body', 'actions', 'body-markup']]);
  expect(await linuxAbility(async () => bus)).toBe('actions');
  expect(bus.call.mock.calls[0]?.[0]).toMatchObject({
    destination: 'org.freedesktop.Notifications',
    member: 'GetCapabilities',
  });
  expect(bus.close).toHaveBeenCalled();
});

test('a service without buttons is known', async () => {
  expect(await linuxAbility(async () => busWhere([['body']]))).toBe('plain');
  expect(await linuxAbility(async () => busWhere([]))).toBe('plain');
});

test('a refusal, and a system without a session bus, show none', async () => {
  const bus = busWhere(null);
  expect(await linuxAbility(async () => bus)).toBe('none');
  expect(bus.close).toHaveBeenCalled();
  expect(await linuxAbility(async () => null)).toBe('none');
});

test('one that does not answer is waited for, but not for ever', async () => {
  vi.useFakeTimers();
  const bus = busWhere(undefined);
  const outcome = vi.fn<(ability: string) => void>();
  void linuxAbility(async () => bus).then(outcome);
  await vi.advanceTimersByTimeAsync(patience - 1);
  expect(outcome).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(outcome).toHaveBeenCalledWith('none');
  expect(bus.close).toHaveBeenCalled();
});
