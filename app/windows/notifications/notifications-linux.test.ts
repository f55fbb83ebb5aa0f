import { afterEach, expect, test, vi } from 'vitest';
import type { Bus } from '../../session-bus/session-bus';
import { patience, showsNotifications } from './notifications-linux';

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

test('asks who shows notifications, and leaves the bus again', async () => {
  const bus = busWhere(['gnome-shell', 'GNOME', '46', '1.2']);
  expect(await showsNotifications(async () => bus)).toBe(true);
  expect(bus.call.mock.calls[0]?.[0]).toMatchObject({
    destination: 'org.freedesktop.Notifications',
    member: 'GetServerInformation',
  });
  expect(bus.close).toHaveBeenCalled();
});

test('a refusal, and a system without a session bus, show none', async () => {
  const bus = busWhere(null);
  expect(await showsNotifications(async () => bus)).toBe(false);
  expect(bus.close).toHaveBeenCalled();
  expect(await showsNotifications(async () => null)).toBe(false);
});

test('one that does not answer is waited for, but not for ever', async () => {
  vi.useFakeTimers();
  const bus = busWhere(undefined);
  const outcome = vi.fn<(shows: boolean) => void>();
  void showsNotifications(async () => bus).then(outcome);
  await vi.advanceTimersByTimeAsync(patience - 1);
  expect(outcome).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(outcome).toHaveBeenCalledWith(false);
  expect(bus.close).toHaveBeenCalled();
});
